"""Must-haves of an application: writing one down, changing it, giving it up."""

from __future__ import annotations

import uuid
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from interviews.forms.must_have import MustHaveForm
from interviews.models import Application, Dimension, MustHave
from interviews.views.pages import Request, form_page, posted, say_undoable, way_back

REMOVED = "removed_must_have"  # the session's key for what one can still undo


def place(application: Application) -> str:
    """Where the application's page shows them."""
    return f"{application.get_absolute_url()}#must-haves"


@require_http_methods(["GET", "HEAD", "POST"])
def must_have_create(request: Request, pk: uuid.UUID) -> HttpResponse:
    """One more for the application of that id."""
    applications = Application.objects.visible_to(request.user).with_company()
    application = get_object_or_404(applications, pk=pk)
    must_have = MustHave(owner=request.user, application=application)
    Dimension.objects.of(request.user)  # so that there are some to choose from
    form = MustHaveForm(posted(request), instance=must_have, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, "Written down, with today’s date.")
        return redirect(place(application))
    return form_page(request, "must_haves/new.html", form, application=application)


@require_http_methods(["GET", "HEAD", "POST"])
def must_have_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Other words, another limit, or whether it is met."""
    must_have = visible_or_404(request, pk)
    text = must_have.text
    form = MustHaveForm(posted(request), instance=must_have, user=request.user)
    if request.method == "POST" and form.is_valid() and (saved := form.save_or_explain()):
        said = "The must-have is saved."
        if saved.changed_on:
            said += " It shows that it was changed after the offer."
        messages.success(request, said)
        return redirect(place(must_have.application))
    context = {"must_have": must_have, "text": text, "application": must_have.application}
    return form_page(request, "must_haves/edit.html", form, **context)


@require_POST
@transaction.atomic
def must_have_met(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say whether it is met, where one sees it; one with a limit is judged by what was seen."""
    must_have = visible_or_404(request, pk, lock=True)
    met, before = request.POST.get("met") or request.GET.get("met"), must_have.met
    if met not in MustHave.Met.values or must_have.limit is not None:
        raise Http404
    back = way_back(request.GET.get("back", ""), must_have.application.get_absolute_url())
    if met != before:
        must_have.say(met)
        must_have.save(update_fields=["met", "met_was", "updated_at"])
        query = urlencode({"met": before, "back": back})
        undo = f"{reverse('must-have-met', args=[pk])}?{query}"
        say_undoable(request, f"“{must_have.text}”: {must_have.get_met_display()}.", undo)
    return redirect(f"{back}#m-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def must_have_remove(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask once; then it goes, or with an offer there it stays to be seen as dropped."""
    must_have = visible_or_404(request, pk, lock=request.method == "POST")
    application = must_have.application
    if request.method != "POST":
        context = {"must_have": must_have, "application": application}
        return render(request, "must_haves/remove.html", context)
    kept = {
        "application_id": str(application.pk),
        "text": must_have.text,
        "dimension_id": must_have.dimension_id and str(must_have.dimension_id),
        "limit": must_have.limit,
        "met": must_have.met,
        "met_was": must_have.met_was,
        "written_on": must_have.written_on.isoformat(),
        "after_offer": must_have.after_offer,
        "id": str(must_have.pk),
    }
    must_have.drop(timezone.now().astimezone(request.user.zone).date())
    request.session[REMOVED] = kept
    say_undoable(request, f"“{must_have.text}” is given up.", reverse("must-have-restore"))
    return redirect(place(application))


@require_POST
@transaction.atomic
def must_have_restore(request: Request) -> HttpResponse:
    """Take back the one that was given up last."""
    kept = request.session.pop(REMOVED, None)
    if kept is None:
        messages.info(request, "There is nothing left to put back.")
        return redirect("company-list")
    applications = Application.objects.visible_to(request.user)
    application = get_object_or_404(applications, pk=kept["application_id"])
    mine = MustHave.objects.visible_to(request.user)
    if not mine.filter(pk=kept["id"]).update(dropped_on=None):
        if kept["dimension_id"]:
            get_object_or_404(Dimension.objects.visible_to(request.user), pk=kept["dimension_id"])
        MustHave.objects.create(owner=request.user, **kept)
    messages.success(request, f"“{kept['text']}” is back.")
    return redirect(place(application))


def visible_or_404(request: Request, pk: uuid.UUID, *, lock: bool = False) -> MustHave:
    rows = MustHave.objects.visible_to(request.user)
    rows = rows.select_related("application__company", "dimension")
    return get_object_or_404(rows.locked() if lock else rows, pk=pk)
