"""The outer wall: what every answer carries, and what is turned away before any view meets it."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import resolve

from interviews.views import errors

GetResponse = Callable[[HttpRequest], HttpResponseBase]

HEADERS = {
    "Permissions-Policy": ", ".join(
        [
            *(
                f"{feature}=()"
                for feature in (
                    "accelerometer",
                    "camera",
                    "display-capture",
                    "geolocation",
                    "gyroscope",
                    "hid",
                    "magnetometer",
                    "microphone",
                    "midi",
                    "payment",
                    "serial",
                    "usb",
                )
            ),
            "publickey-credentials-create=(self)",  # passkeys
            "publickey-credentials-get=(self)",
        ]
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
PROBES = frozenset({"/health/live/", "/health/ready/"})

LONGEST_ADDRESS = 8000  # characters of path and query
MOST_HEADERS = 100
LONGEST_HEADERS = 32_768  # characters of all together
CHARSETS = frozenset({"utf-8", "utf8", "us-ascii"})


def HeadersMiddleware(get_response: GetResponse) -> GetResponse:  # noqa: N802 a middleware is named like a class
    """Every answer says what browsers may do with it, also those that never meet a view.

    The policy on content is the same for all of them, so it is put together once.
    """
    headers = HEADERS | {"Content-Security-Policy": build_policy()}

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def HealthMiddleware(get_response: GetResponse) -> GetResponse:  # noqa: N802
    """Answer a probe at once: it knows neither our host name nor TLS, and has no session."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path_info not in PROBES:
            return get_response(request)
        request.resolver_match = match = resolve(request.path_info)
        return match.func(request)  # type: ignore[no-any-return]

    return middleware


def BadInputMiddleware(get_response: GetResponse) -> GetResponse:  # noqa: N802
    """Turn away what no view should meet: what is no text, and what is too much."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        status = refused(request)
        return errors.refusal(request, status) if status else get_response(request)

    return middleware


def refused(request: HttpRequest) -> int | None:
    """The status that a request's address and headers deserve, or None where they are fine."""
    path = request.path_info
    query = request.META.get("QUERY_STRING", "").encode("latin-1", "replace")  # WSGI's way
    if len(path) + len(query) > LONGEST_ADDRESS:
        return 414
    if not (is_text(path) and is_text(query)) or any(character < " " for character in path):
        return 400
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        return 400
    if int(length[:20]) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return 413
    return None if has_good_headers(request) else 400


def is_text(quoted: str | bytes) -> bool:
    """Whether it is UTF-8 behind its percent signs; Django leaves those of a path that is not."""
    try:
        unquote_to_bytes(quoted).decode()
    except UnicodeError:
        return False
    return True


def has_good_headers(request: HttpRequest) -> bool:
    """Few and short headers, a body that says it is UTF-8, and cookies without NUL."""
    headers = [value for name, value in request.META.items() if name.startswith("HTTP_")]
    if len(headers) > MOST_HEADERS or sum(map(len, headers)) > LONGEST_HEADERS:
        return False
    charset = (request.content_params or {}).get("charset", "utf-8")
    if charset.lower() not in CHARSETS:
        return False
    return not any("\x00" in value for value in request.COOKIES.values())  # may be quoted: \000
