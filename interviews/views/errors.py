"""Pages for what went wrong. They ask the database nothing, for it may be what is broken."""
# ruff: noqa: ARG001 Django and allauth call each with all that they know

import re
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from interviews import log

TITLES = {
    401: "Log in to save your note",
    400: "We could not read that",
    403: "Not from here",
    404: "There is nothing here",
    413: "That is too much at once",
    414: "That address is too long",
    429: "A moment, please",
    500: "Something broke on our side",
    503: "We cannot reach what is stored",
}
WORDS = {400: "unreadable", 413: "too_long", 414: "too_long"}  # for scripts
RETRY_AFTER = 5  # seconds
NOTE = re.compile(r"/notes/[^/]+/")  # the address that saves one


def page(status: int, **context: object) -> HttpResponse:
    """The error page of that status, drawn without a request: no session, no user, no query."""
    context |= {"status": status, "title": TITLES[status], "number": log.number.get()}
    if status == 413:
        context["limit"] = filesizeformat(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    response = HttpResponse(render_to_string(f"errors/{status}.html", context), status=status)
    add_never_cache_headers(response)
    return response


def refusal(request: HttpRequest, status: int) -> HttpResponse:
    """What the wall answers to input that no view should meet."""
    if is_script(request):
        return JsonResponse({"error": WORDS[status]}, status=status)
    return page(status)


def unsaved(request: HttpRequest) -> dict[str, object]:
    """What the page of a failed save gives back: the note as it was typed, to send again."""
    if request.method != "POST" or not is_note(request):
        return {}
    fields = {name: request.POST.get(name, "") for name in ("op", "base", "meeting", "visit")}
    text = request.POST.get("text", "")
    return {"note": text, "fields": fields, "action": request.path, "token": get_token(request)}


def signed_out(request: HttpRequest) -> HttpResponse:
    """The session ended while a note was written: the text stays, and can be sent again."""
    return page(401, **unsaved(request))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refusal(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page for a browser; a short word for a script, which can ask for a new token."""
    if is_script(request):
        return JsonResponse({"error": "csrf"}, status=403)
    return page(403, form_too_old=True, **unsaved(request))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(404, **unsaved(request))


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return page(429)


def server_error(request: HttpRequest) -> HttpResponse:
    """Where the database is what broke, 503: it is not known whether saved; come again."""
    log.remember_failure(request)
    if not is_away(sys.exception()):
        return page(500, **unsaved(request))
    word = {"error": "unavailable"}
    if is_script(request):
        response: HttpResponse = JsonResponse(word, status=503)
    else:
        response = page(503, **unsaved(request))
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def is_note(request: HttpRequest) -> bool:
    """Whether it is the address that saves a note."""
    return NOTE.fullmatch(request.path_info) is not None


def is_script(request: HttpRequest) -> bool:
    """Whether a script saves a note, and not a browser that wants a page."""
    return "X-Owner" in request.headers or request.method == "PUT"


def is_away(error: BaseException | None) -> bool:
    """Whether the database is away, full or too slow, or only reads, standing by for another.

    OperationalError covers what passes by itself: no server, no room, time-outs, locks, shut-downs.
    """
    code = getattr(getattr(error, "__cause__", None), "pgcode", None)
    if isinstance(error, OperationalError | InterfaceError) or code == "25006":  # read-only
        return True
    # What psycopg2 cannot name, because the connection broke in the middle of an answer.
    return isinstance(error, DatabaseError) and bool(getattr(connection.connection, "closed", 0))
