"""Visits: the list, making one, the visit at a glance, changing and deleting it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from interviews.dayline import day_line
from interviews.forms.visit import AgendaMailForm, NewVisitForm, VisitForm
from interviews.models import AgendaImport, InterviewDay, Role
from interviews.models.day import CannotMoveBackError
from interviews.models.line import meetings_of, overview_of
from interviews.preparation import people_of, still_open
from interviews.views.agenda import new_visit_page
from interviews.views.note import note_part
from interviews.views.pages import Request, form_page, posted, say_undoable


@require_safe
def visit_list(request: Request) -> HttpResponse:
    """Upcoming visits, those that one waits to hear of, and the past ones."""
    days = InterviewDay.objects.visible_to(request.user).with_company()
    past = list(days.past())
    waiting = [day for day in past if day.is_waiting]
    context = {
        "upcoming": days.upcoming(),
        "waiting": waiting,
        "past": [day for day in past if not day.is_waiting],
    }
    return render(request, "visits/list.html", context)


def visit_create(request: Request) -> HttpResponse:
    """Paste the agenda, or make the visit by hand and add its meetings after."""
    initial = {"time_zone": request.user.time_zone}
    form = NewVisitForm(posted(request), user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid() and (day := form.save_or_explain()):
        messages.success(
            request, "The visit is there. Now its agenda, one meeting after the other."
        )
        return redirect("visit-agenda", pk=day.pk)
    return new_visit_page(request, form=form)


@require_safe
def visit_detail(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The visit at a glance: its day line, its people, what is still open, the loose note."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_names(), pk=pk)
    now = timezone.now()
    meetings = meetings_of(day)
    overview = overview_of(day)
    people = people_of(meetings, overview.roles)
    context = {
        "day": day,
        "line": day_line(day, meetings, now),
        "people": people,
        "coordinators": [r for r in overview.roles if r.role == Role.Kind.COORDINATOR],
        "open": still_open(day, meetings, people, overview, now),
        "note": note_part(overview.note, day=day),
    }
    return render(request, "visits/detail.html", context)


def visit_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    with transaction.atomic():
        day = get_object_or_404(InterviewDay.objects.visible_to(request.user).locked(), pk=pk)
        form = VisitForm(posted(request), instance=day, user=request.user)
        if request.method == "POST" and form.is_valid() and form.save_or_explain():
            if form.moves():
                text = "The visit has moved; its meetings keep their clock times."
                say_undoable(request, text, reverse("visit-move-back", args=[pk]))
            else:
                messages.success(request, "The visit is saved.")
            return redirect(day)
    return form_page(request, "visits/edit.html", form, day=day)


@require_POST
def visit_move_back(request: Request, pk: uuid.UUID) -> HttpResponse:
    with transaction.atomic():
        day = get_object_or_404(InterviewDay.objects.visible_to(request.user).locked(), pk=pk)
        if day.moved_from:
            try:
                day.move_back()
                messages.success(request, "The visit is back where it was.")
            except CannotMoveBackError as error:
                messages.error(request, f"The visit stays where it is. {error}")
    return redirect("visit-detail", pk=pk)


def visit_delete(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask once; then into the trash, with a way back."""
    with transaction.atomic():
        day = get_object_or_404(InterviewDay.objects.visible_to(request.user).locked(), pk=pk)
        if request.method == "POST":
            day.trash(timezone.now())
            undo = reverse("trash-restore", args=["visit", pk])
            say_undoable(request, f"The visit to {day.application.company} is in the trash.", undo)
            return redirect("visit-list")
    return render(request, "visits/delete.html", {"day": day})


def visit_mail(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The recruiter's mails, kept as they came; one more is added below them."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    form = AgendaMailForm(posted(request), user=request.user, instance=AgendaImport(day=day))
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, "The mail is kept with the visit.")
        return redirect("visit-mail", pk=pk)
    mails = AgendaImport.objects.visible_to(request.user).of(day)
    return form_page(request, "visits/mail.html", form, day=day, mails=mails)


def mail_delete(request: Request, pk: uuid.UUID, mail: uuid.UUID) -> HttpResponse:
    """Ask once; a mail has no trash, for its sender has it still."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    mails = AgendaImport.objects.visible_to(request.user).of(day)
    kept = get_object_or_404(mails, pk=mail)
    if request.method == "POST":
        kept.delete()
        messages.success(request, "The mail is deleted.")
        return redirect("visit-mail", pk=pk)
    return render(request, "visits/mail_delete.html", {"day": day, "mail": kept})
