"""What every request passes: clean text in, nobody without a session, nothing kept by caches."""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import middleware as auth_middleware
from django.core.exceptions import BadRequest, TooManyFieldsSent
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
    UnreadablePostError,
)
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers, patch_vary_headers

from interviews.views import errors
from interviews.wall import is_text

GetResponse = Callable[[HttpRequest], HttpResponseBase]

MOST_FIELDS = 1_000
WIDE_FORMS = "/visits/new/agenda/"  # an agenda of 500 meetings; the setting of Django bounds it


def LocalhostMiddleware(get_response: GetResponse) -> GetResponse:  # noqa: N802 a middleware is named like a class
    """Send 127.0.0.1 to localhost, which browsers treat as secure and passkeys need."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        host = request.META.get("HTTP_HOST", "")
        local = re.fullmatch(r"127\.0\.0\.1(:\d{1,5})?", host)
        if local and request.method in ("GET", "HEAD"):
            port = local[1] or ""
            return HttpResponseRedirect(
                f"{request.scheme}://localhost{port}{request.get_full_path()}"
            )
        return get_response(request)

    return middleware


def CleanTextMiddleware(get_response: GetResponse) -> GetResponse:  # noqa: N802
    """Strip NUL characters and browsers' line ends from forms and queries; refuse what is no text.

    PostgreSQL stores no NUL, and Python refuses to send one. In a form with files (multipart),
    which arrives in parts, what is no text becomes U+FFFD.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        query = request.META.get("QUERY_STRING", "")
        if query.count("&") >= MOST_FIELDS:
            raise TooManyFieldsSent("more questions than any page asks")
        if "%00" in query:
            request.GET = cleaned(request.GET)  # type: ignore[assignment]
        if request.method == "POST":
            request.POST = cleaned(readable(request))  # type: ignore[assignment]
        return get_response(request)

    return middleware


def readable(request: HttpRequest) -> QueryDict:
    """The form of a POST. Raises BadRequest where it is no text, or ends in the middle.

    Raises TooManyFieldsSent beyond `MOST_FIELDS`.

    A note is never turned away for a bad character: there it becomes U+FFFD.
    """
    try:
        in_one_piece = request.content_type == "application/x-www-form-urlencoded"
        is_note = errors.is_note(request)
        if in_one_piece and not is_note and not is_text(request.body):
            raise BadRequest("a form that is not UTF-8")
        is_wide = request.path_info.startswith(WIDE_FORMS)
        if not is_wide and sum(len(values) for _, values in request.POST.lists()) > MOST_FIELDS:
            raise TooManyFieldsSent("more fields than any other form has")
        return request.POST
    except UnreadablePostError as error:
        raise BadRequest("a form that ends in the middle") from error


def clean_text(text: str) -> str:
    """Text as it is stored: no NUL, no lone surrogates, lines end in LF."""
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text


def cleaned(data: QueryDict) -> QueryDict:
    """The same data with clean text; unchanged data is returned as it is."""
    if not any("\x00" in v or "\r" in v for k in data for v in (k, *data.getlist(k))):
        return data
    copy = QueryDict(mutable=True, encoding=data.encoding)
    for key in data:
        copy.setlist(clean_text(key), [clean_text(value) for value in data.getlist(key)])
    copy._mutable = False
    return copy


class LoginRequiredMiddleware(auth_middleware.LoginRequiredMiddleware):
    """Nobody without a session meets a view; a script is told so instead of being redirected."""

    def handle_no_permission(  # type: ignore[override] # a script is not redirected
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD", "POST") or "X-Owner" in request.headers:
            return JsonResponse({"error": "signed_out"}, status=401)
        if request.headers.get("HX-Request"):
            response = HttpResponse(status=401)
            response["HX-Redirect"] = str(settings.LOGIN_URL)
            return response
        if request.method == "POST" and errors.is_note(request):
            return errors.signed_out(request)
        return super().handle_no_permission(request, view_func)


def PrivatePagesMiddleware(get_response: GetResponse) -> GetResponse:  # noqa: N802
    """Signed-in pages are kept by no cache, and say whose they are.

    The service worker keeps some of them in caches of its own, and goes by that name.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not request.user.is_authenticated:
            return response
        response["X-User"] = str(request.user.pk)
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
            patch_vary_headers(response, ("Cookie",))
        return response

    return middleware
