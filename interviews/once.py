"""Forms that an outbox sends: each is done once, however often it comes, and answered in JSON.

A page's script sends a form as it is, with `Idempotency-Key` (the op) and `X-Owner` (for whom the
page was made). The view behind the address knows nothing of it. docs/notes.md has the answers.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase

from interviews.models.capture import LONGEST_LOCATION, Capture, CaptureReusedError

FORM = "application/x-www-form-urlencoded"
WORDS = {404: "not_found", 409: "stale", 413: "too_long", 422: "invalid"}


class OnceMiddleware:
    """Run the view for an op that is new; for one that was done, answer as the first time.

    It stands inside of the request's transaction: what was done and that it was done are kept
    together or not at all.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        capture: Capture | None = getattr(request, "capture", None)
        return answer_to(request, capture, response) if capture else response

    def process_view(
        self,
        request: HttpRequest,
        *view_and_arguments: Any,  # noqa: ARG002 Django hands them in
    ) -> HttpResponse | None:
        """After the checks of token and session: refuse, answer again, or let the view work."""
        if request.method != "POST" or "X-Owner" not in request.headers:
            return None
        return begin(request) if request.user.is_authenticated else None


def begin(request: HttpRequest) -> HttpResponse | None:
    """What there is to answer without the view; for an op that is new, nothing."""
    if request.headers["X-Owner"] != str(request.user.pk):
        return JsonResponse({"error": "other_user"}, status=403)
    if "Idempotency-Key" not in request.headers:
        return JsonResponse({"error": "headers_missing"}, status=428)
    op = op_of(request)
    if op is None or request.content_type not in (FORM, ""):
        return JsonResponse({"error": "headers_malformed"}, status=422)
    try:
        capture, is_new = Capture.objects.begin(request.user.pk, op, request.path, request.body)
    except CaptureReusedError:
        return JsonResponse({"error": "op_reused"}, status=422)
    if not is_new:
        return done(capture.location)
    request.capture = capture  # type: ignore[attr-defined]
    return None


def op_of(request: HttpRequest) -> uuid.UUID | None:
    """The op that the header names, or None where it is no UUID."""
    try:
        return uuid.UUID(request.headers["Idempotency-Key"])
    except ValueError:
        return None


def done(location: str, said: list[str] | None = None) -> JsonResponse:
    return JsonResponse({"saved": True, "location": location, "said": said or []})


def answer_to(
    request: HttpRequest, capture: Capture, response: HttpResponseBase
) -> HttpResponseBase:
    """The view's answer for a script; an op that did not succeed stays free for another try.

    What the view wants to say goes along, or it would pop up on some page hours later.
    """
    status = response.status_code
    if status >= 500:  # the transaction is taken back, with the capture in it
        return response
    said = [str(message) for message in messages.get_messages(request)]
    if status < 400:
        capture.location = response.headers.get("Location", "")[:LONGEST_LOCATION]
        capture.save(update_fields=["location", "updated_at"])
        return done(capture.location, said)
    capture.delete()
    return JsonResponse({"error": WORDS.get(status, "refused"), "said": said}, status=status)
