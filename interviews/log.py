"""What is written down of requests: one line of JSON each, on standard error.

A line names the route, never the address with its tokens and search words; the kind and place of
an error, never its message, for messages quote what people typed. IP addresses are left to the
proxy's own log.
"""

import json
import logging
import secrets
import sys
import time
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import OperationalError
from django.http import HttpRequest
from django.http.response import HttpResponseBase

GetResponse = Callable[[HttpRequest], HttpResponseBase]

OURS = Path(__file__).resolve().parent
requests = logging.getLogger("interviews.requests")
number: ContextVar[str] = ContextVar("number", default="")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON: what a request was, or what a library has to say."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
        }
        facts = getattr(record, "request_line", None)
        line |= facts or {"logger": record.name, "message": record.getMessage()}
        if record.exc_info and record.exc_info[1]:
            line["error"] = told(record.exc_info[1])
        return json.dumps(line, ensure_ascii=True)


def told(error: BaseException) -> dict[str, Any]:
    """What may be told of an error: kinds, places and the database's codes, but no messages.

    The one message told is an OperationalError's first line, which is about the server.
    """
    causes: list[BaseException] = [error]
    while cause := causes[-1].__cause__ or causes[-1].__context__:
        if cause in causes:
            break
        causes.append(cause)
    facts: dict[str, Any] = {
        "kinds": [f"{type(one).__module__}.{type(one).__qualname__}" for one in causes],
        "traceback": [place for one in reversed(causes) for place in places(one)],
    }
    for one in causes:
        if code := getattr(one, "pgcode", None):
            facts |= {"sqlstate": code, "constraint": one.diag.constraint_name}  # type: ignore[attr-defined]
        if isinstance(one, OperationalError):
            facts["message"] = (str(one).splitlines() or [""])[0]
    return facts


def places(error: BaseException) -> list[str]:
    """Where it passed through: our own lines, and the last one, whosoever it is."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames[:-1] if Path(frame.filename).is_relative_to(OURS)]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in [*ours, *frames[-1:]]]


def LogMiddleware(get_response: GetResponse) -> GetResponse:  # noqa: N802 a middleware is named like a class
    """Number each request, say the number in the answer, and write one line."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        start = time.perf_counter()
        mine = number.set(secrets.token_hex(6))
        try:
            response = get_response(request)
            response["X-Request-ID"] = number.get()
            write_line(request, response.status_code, time.perf_counter() - start)
        finally:
            number.reset(mine)
        return response

    return middleware


def write_line(request: HttpRequest, status: int, seconds: float) -> None:
    """The request's line. It asks the database nothing: the user is told where already known."""
    error = getattr(request, "failure", None)
    match = request.resolver_match
    user = getattr(request, "_cached_user", None)
    facts = {
        "id": number.get(),
        "method": request.method if request.method in METHODS else "other",
        "route": match.view_name if match else None,
        "status": status,
        "ms": round(seconds * 1000, 1),
        "user": user.pk if user else None,
    }
    level = logging.ERROR if status >= 500 else logging.INFO
    requests.log(level, "request", extra={"request_line": facts}, exc_info=error)


def remember_failure(request: HttpRequest) -> None:
    """Keep the error that is being handled for the request's line."""
    request.failure = sys.exception()  # type: ignore[attr-defined]
