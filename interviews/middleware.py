"""What every request passes: clean text in, nobody without a session, nothing kept by caches."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import middleware as auth_middleware
from django.core.exceptions import SuspiciousOperation
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
)
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers, patch_vary_headers

from interviews.views import errors

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def LocalhostMiddleware(get_response: GetResponse) -> GetResponse:  # noqa: N802 a middleware is named like a class
    """Send 127.0.0.1 to localhost, which browsers treat as secure and passkeys need."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        host = request.META.get("HTTP_HOST", "")
        if host.startswith("127.0.0.1") and request.method in ("GET", "HEAD"):
            port = host.removeprefix("127.0.0.1")
            return HttpResponseRedirect(
                f"{request.scheme}://localhost{port}{request.get_full_path()}"
            )
        return get_response(request)

    return middleware


def CleanTextMiddleware(get_response: GetResponse) -> GetResponse:  # noqa: N802
    """Strip NUL characters and browsers' line ends from forms; refuse NUL in address or cookie.

    PostgreSQL stores no NUL, and Python refuses to send one. Lone surrogates arrive as U+FFFD
    because Django decodes forms with `errors="replace"`.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if "\x00" in request.path_info:
            raise SuspiciousOperation("NUL in an address")
        if any("\x00" in value for value in request.COOKIES.values()):  # written as \000
            raise SuspiciousOperation("NUL in a cookie")
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = cleaned(request.GET)  # type: ignore[assignment]
        if request.method == "POST":
            request.POST = cleaned(request.POST)  # type: ignore[assignment]
        return get_response(request)

    return middleware


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
        if request.method == "POST" and request.path_info.startswith(errors.NOTES):
            return errors.signed_out(request)
        return super().handle_no_permission(request, view_func)


def PrivatePagesMiddleware(get_response: GetResponse) -> GetResponse:  # noqa: N802
    """Signed-in pages are kept by no cache."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
            patch_vary_headers(response, ("Cookie",))
        return response

    return middleware
