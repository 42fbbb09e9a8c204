"""How views read a form and answer: the one shape that all of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from interviews.models import User


class Request(HttpRequest):
    """A request as views meet it: behind LoginRequiredMiddleware and HtmxMiddleware."""

    user: User  # nobody else comes this far
    htmx: HtmxDetails


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form binds to: the data of a POST, else nothing."""
    return request.POST if request.method == "POST" else None


def form_page(request: HttpRequest, template: str, form: BaseForm, **context: Any) -> HttpResponse:
    """The page with that form: 422 where it has errors, with everything typed still there.

    409 where that is because another window has saved something else meanwhile.
    """
    status = 422 if form.is_bound and form.errors else 200
    if getattr(form, "theirs", None):
        status = 409
    return render(request, template, {"form": form, **context}, status=status)


def say_undoable(request: HttpRequest, text: str, undo_url: str) -> None:
    """Tell the user what happened, beside a button that posts to `undo_url`."""
    messages.success(request, text, extra_tags=f"undo:{undo_url}")


def way_back(asked: str, otherwise: str) -> str:
    """The page that a form names as its own, if it is one of ours."""
    ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if ours else otherwise
