"""How long a web request waits for the database: a few seconds, however the database is broken.

The server ends a statement that takes too long, or waits too long for a lock. Where the server
itself is frozen or the network is cut, it cannot; so the wait for its answer ends here as well.
Only web workers are so impatient: migrations, commands and backups take their time.
"""

import math
import select
import threading
import time
from collections.abc import Callable
from typing import Any

import psycopg2
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from psycopg2 import extensions

GetResponse = Callable[[HttpRequest], HttpResponseBase]
EVENTS = {extensions.POLL_READ: select.POLLIN, extensions.POLL_WRITE: select.POLLOUT}
_request = threading.local()


def limits(seconds: int) -> str:
    """The options of a connection whose statements end after that many seconds."""
    return f"-c statement_timeout={seconds}s -c lock_timeout={max(1, seconds - 1)}s"


class PatienceMiddleware:
    """Give each request `settings.DATABASE_SECONDS` in all to wait for the database."""

    def __init__(self, get_response: GetResponse) -> None:
        if not settings.DATABASE_SECONDS:
            raise MiddlewareNotUsed
        self.get_response = get_response
        extensions.set_wait_callback(wait)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        _request.end = time.monotonic() + settings.DATABASE_SECONDS
        try:
            return self.get_response(request)
        finally:
            del _request.end


def wait(connection: Any) -> None:
    """Wait until the connection has its answer. Raises OperationalError at the request's end.

    psycopg2 then closes the connection, and the next request makes a new one.
    """
    now = time.monotonic()
    end = getattr(_request, "end", now + settings.DATABASE_SECONDS)
    while (state := connection.poll()) != extensions.POLL_OK:
        poll = select.poll()
        poll.register(connection.fileno(), EVENTS[state])
        left = end - time.monotonic()
        if left <= 0 or not poll.poll(math.ceil(left * 1000)):
            raise psycopg2.OperationalError("the database did not answer in time")
