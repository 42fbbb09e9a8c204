"""An agenda comes in: read out of a mail or a file, looked over, kept, and taken back."""

from __future__ import annotations

import uuid
from datetime import date

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from interviews.forms.agenda import BoxForm
from interviews.forms.changed_agenda import ChangesPreview
from interviews.forms.new_agenda import NewVisitPreview
from interviews.forms.visit import NewVisitForm
from interviews.importing.undo import CannotUndoError, undo_changes, undo_visit
from interviews.models import AgendaImport, InterviewDay
from interviews.views.pages import Request, posted, say_undoable


def new_visit_page(
    request: Request, box: BoxForm | None = None, form: NewVisitForm | None = None
) -> HttpResponse:
    """The two ways to a new visit: the agenda as it came, and by hand below."""
    box = box or BoxForm()
    form = form or NewVisitForm(user=request.user, initial={"time_zone": request.user.time_zone})
    is_wrong = (box.is_bound and box.errors) or (form.is_bound and form.errors)
    status = 413 if box.is_too_large else 422 if is_wrong else 200
    return render(request, "visits/new.html", {"box": box, "form": form}, status=status)


def today_of(request: Request) -> date:
    """The date where the user is."""
    return timezone.now().astimezone(request.user.zone).date()


def agenda_read(request: Request) -> HttpResponse:
    """Read what was pasted or chosen; it waits to be looked over."""
    if request.method != "POST":
        return redirect("visit-create")
    box = BoxForm(request.POST, request.FILES, on=today_of(request))
    if not box.is_valid():
        return new_visit_page(request, box)
    AgendaImport.objects.forget_old(request.user, timezone.now())
    mail = AgendaImport.objects.create(owner=request.user, text=box.text, agenda=box.stored)
    return redirect(mail)


def agenda_preview(request: Request, pk: uuid.UUID) -> HttpResponse:
    """What was understood, beside the text: correct it, then keep all of it at once."""
    with transaction.atomic():
        mails = AgendaImport.objects.visible_to(request.user)
        mail = get_object_or_404(mails.locked() if request.method == "POST" else mails, pk=pk)
        if mail.day_id:  # kept by the first of two clicks
            return redirect("visit-detail", pk=mail.day_id)
        preview = NewVisitPreview(
            posted(request), user=request.user, mail=mail, today=today_of(request)
        )
        asks_more = "add" in request.POST
        is_sent = request.method == "POST" and not asks_more
        if is_sent and preview.is_valid():
            day = preview.keep()
            if day:
                undo = reverse("agenda-undo", args=[day.pk, mail.pk])
                say_undoable(request, kept_words(mail), undo)
                return redirect(day)
        status = 422 if preview.errors and not asks_more else 200
        context = {"preview": preview, "mail": mail, "asks_more": asks_more}
        return render(request, "agenda/preview.html", context, status=status)


def kept_words(mail: AgendaImport) -> str:
    """“Kept: 9 meetings, 7 new people.”"""
    meetings, people = len(mail.made["meetings"]), len(mail.made["people"])
    words = [f"{meetings} meeting{'' if meetings == 1 else 's'}"]
    if people:
        words.append(f"{people} new {'person' if people == 1 else 'people'}")
    return f"The visit is kept, with {' and '.join(words)}."


def agenda_import(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The box again, for a later mail: it is kept with the visit, and compared with its day."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    box = BoxForm(posted(request), request.FILES or None, on=day.date)
    if request.method == "POST" and box.is_valid():
        mails = AgendaImport.objects.visible_to(request.user).of(day)
        mail = mails.filter(text=box.text, made={}).first() or AgendaImport(
            owner=request.user, day=day, text=box.text
        )
        mail.agenda = box.stored
        mail.save()
        return redirect("agenda-changes", pk=pk, mail=mail.pk)
    status = 413 if box.is_too_large else 422 if box.is_bound and box.errors else 200
    return render(request, "agenda/import.html", {"box": box, "day": day}, status=status)


def agenda_changes(request: Request, pk: uuid.UUID, mail: uuid.UUID) -> HttpResponse:
    """What a later mail changes in the day: choose, correct, then do all of it at once."""
    with transaction.atomic():
        days = InterviewDay.objects.visible_to(request.user).with_company()
        day = get_object_or_404(days.locked() if request.method == "POST" else days, pk=pk)
        mails = AgendaImport.objects.visible_to(request.user)
        read = get_object_or_404(mails.exclude(agenda={}), pk=mail, day=day)
        if read.made:  # done by the first of two clicks, or kept with it from the start
            return redirect("visit-agenda", pk=pk)
        preview = ChangesPreview(posted(request), user=request.user, mail=read, day=day)
        if preview.is_outdated:
            messages.error(request, "The day has changed meanwhile: please look again.")
            preview = ChangesPreview(None, user=request.user, mail=read, day=day)
            return changes_page(request, preview, 409)
        asks_more = "add" in request.POST
        is_sent = request.method == "POST" and not asks_more
        if is_sent and preview.is_valid() and preview.apply(timezone.now()):
            undo = reverse("agenda-undo", args=[pk, mail])
            say_undoable(request, changed_words(read), undo)
            return redirect("visit-agenda", pk=pk)
        return changes_page(request, preview, 422 if preview.errors and not asks_more else 200)


def changes_page(request: Request, preview: ChangesPreview, status: int) -> HttpResponse:
    context = {
        "preview": preview,
        "day": preview.day,
        "mail": preview.mail,
        "asks_more": preview.is_bound and "add" in request.POST,
    }
    return render(request, "agenda/changes.html", context, status=status)


def changed_words(mail: AgendaImport) -> str:
    """“The day is changed: 1 new, 2 changed, 1 gone.”"""
    made = mail.made
    counts = {
        "new": len(made["meetings"]),
        "changed": len(made["changed"]),
        "gone": len(made["trashed"]),
        "cancelled, with what you wrote": len(made["cancelled"]),
    }
    words = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return f"The day is changed: {words}." if words else "The day stays as it was."


@require_POST
def agenda_undo(request: Request, pk: uuid.UUID, mail: uuid.UUID) -> HttpResponse:
    """Take back as a whole what keeping that mail made."""
    with transaction.atomic():
        mails = AgendaImport.objects.visible_to(request.user)
        kept = get_object_or_404(mails.locked(), pk=mail)
        if kept.day_id is None:  # taken back by the first of two clicks
            return redirect(kept)
        days = InterviewDay.objects.visible_to(request.user).with_company()
        day = get_object_or_404(days.locked(), pk=pk, imports=mail)
        if not kept.made:
            raise Http404
        if kept.made["visit"]:
            undo_visit(kept, timezone.now())
            messages.success(request, "Taken back: what was kept is in the trash.")
            return redirect(kept)
        try:
            undo_changes(kept, day, timezone.now())
            messages.success(request, "Taken back: the day is as it was.")
        except CannotUndoError as error:
            messages.error(request, f"The day stays as it is. {error}")
    return redirect("visit-agenda", pk=pk)
