"""The sample visits: making, removing and restoring them with one click."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from interviews.sample import make_sample, remove_sample, restore_sample
from interviews.views.pages import Request, say_undoable


@require_POST
def sample_create(request: Request) -> HttpResponse:
    """Make the sample visits, unless they are there, and go to the one ahead."""
    day = make_sample(request.user, timezone.now())
    if day is None:
        messages.info(request, "The sample visits are in the trash: restore or remove them there.")
        return redirect("visit-list")
    text = "Here are two invented visits to look around in. Change what you like."
    messages.success(request, text)
    return redirect(day)


@require_POST
def sample_remove(request: Request) -> HttpResponse:
    """Put the sample companies and all beneath them into the trash, with a way back."""
    if remove_sample(request.user, timezone.now()):
        text = "The sample visits are in the trash."
        say_undoable(request, text, reverse("sample-restore"))
    else:
        messages.info(request, "There is no sample visit to remove.")
    return redirect("home")


@require_POST
def sample_restore(request: Request) -> HttpResponse:
    """Take the sample visits that were removed last out of the trash."""
    try:
        restored = restore_sample(request.user)
    except IntegrityError:
        text = "You have a company of the same name now; rename it first, then restore the sample."
        messages.error(request, text)
        return redirect("home")
    if restored:
        messages.success(request, "The sample visits are back.")
    else:
        messages.info(request, "There is no sample visit to restore.")
    return redirect("visit-list")
