"""What a phone shares with the installed program: shown in the box, and stored nowhere yet."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt

from interviews.forms.agenda import MOST_BYTES, TOO_LARGE, BoxForm, SharedForm
from interviews.views.agenda import new_visit_page
from interviews.views.pages import Request

OURS = ("none", "same-origin")  # of Sec-Fetch-Site: the phone itself asks, or a page of ours


@csrf_exempt
def agenda_shared(request: Request) -> HttpResponse:
    """The page for a new visit with what was shared in its box, to send from there.

    The phone's own POST brings no token. So nothing is stored or changed here: whatever another
    site could send ends in a form of ours, which has its token, and in front of the user.
    """
    if request.method != "POST" or request.headers.get("Sec-Fetch-Site", "none") not in OURS:
        return redirect("visit-create")
    shared = SharedForm(request.POST, request.FILES)
    words = shared.words()
    if len(words.encode()) > MOST_BYTES or shared.is_too_large:
        return new_visit_page(request, refused(TOO_LARGE))
    if not words.strip():
        return new_visit_page(request, refused(shared.trouble or "Nothing came along. Paste it."))
    return new_visit_page(request, BoxForm(initial={"source": words}))


def refused(why: str) -> BoxForm:
    """An empty box that says why nothing is in it."""
    box = BoxForm({})
    box.is_valid()
    box.is_too_large = why == TOO_LARGE
    box.errors.clear()
    box.add_error("source", why)
    return box
