"""The agenda and its meetings: adding one after the other, changing, cancelling, capturing."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from interviews.coverage import coverage_of
from interviews.dayline import day_line, is_quiet
from interviews.forms.agenda import BoxForm
from interviews.forms.asked import AskedForm
from interviews.forms.meeting import MeetingForm, RememberForm
from interviews.models import Attendance, InterviewDay, Meeting, uuid7
from interviews.models.impression import quick_impressions
from interviews.models.line import LineMeeting, LinePerson, meetings_of
from interviews.models.quality import Example, fitting
from interviews.models.talk import talk_of
from interviews.views.note import note_part
from interviews.views.pages import Request, form_page, posted, say_undoable

SOON = timedelta(hours=12)
JOINED = str(uuid.UUID(int=0))  # where a page's script puts the id of somebody who just joined


def visit_agenda(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The day line for editing, and the form that adds the next meeting to it."""
    with transaction.atomic():
        visits = InterviewDay.objects.visible_to(request.user).with_company()
        day = get_object_or_404(visits.locked() if request.method == "POST" else visits, pk=pk)
        form = MeetingForm(posted(request), user=request.user, day=day)
        if request.method == "POST" and form.is_valid() and (added := form.save_or_explain()):
            if not request.htmx:
                messages.success(request, f"“{added.title}” is on the agenda.")
                return redirect(f"{reverse('visit-agenda', args=[pk])}?after={added.pk}#add")
            return agenda_page(request, day, added=added)
        return agenda_page(request, day, form=form if form.is_bound else None)


def agenda_page(
    request: Request,
    day: InterviewDay,
    form: MeetingForm | None = None,
    added: Meeting | None = None,
) -> HttpResponse:
    """The whole page, or for htmx the part of it that changes."""
    meetings = meetings_of(day)
    if form is None:
        after = added or meeting_after(meetings, request.GET.get("after"))
        form = MeetingForm(user=request.user, day=day, initial=proposal(day, after))
        if added or "after" in request.GET:  # one after the other, without reaching for the mouse
            form.fields["start"].widget.attrs["autofocus"] = True
    context = {
        "day": day,
        "line": day_line(day, meetings, timezone.now()),
        "added": added,
        "is_empty": not meetings,
        "box": None if request.htmx else BoxForm(),
    }
    template = "visits/_agenda.html" if request.htmx else "visits/agenda.html"
    return form_page(request, template, form, **context)


def meeting_after(meetings: list[LineMeeting], key: str | None) -> LineMeeting | None:
    """The meeting of that id, else the last one: what comes next is likely to follow it."""
    last = meetings[-1] if meetings else None
    return next((m for m in meetings if str(m.pk) == key), last)


def proposal(day: InterviewDay, after: Meeting | LineMeeting | None) -> dict[str, Any]:
    """Where the next meeting probably begins: at the end of the last."""
    if after is None:
        return {"date": day.date.isoformat()}
    end = (after.ends_at or after.starts_at).astimezone(day.zone)
    start = end.time() if after.ends_at else None
    on = end.date() if end.date() in day.dates else day.dates[-1]
    return {"date": on.isoformat(), "start": start}


@require_safe
def meeting_detail(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Capture: the note first, then the people, then impressions; previous and next meeting."""
    meetings = Meeting.objects.visible_to(request.user).with_day().with_people()
    meeting = get_object_or_404(meetings.with_preparation().select_related("note"), pk=pk)
    return capture_page(request, meeting)


def capture_page(
    request: Request, meeting: Meeting, note_id: uuid.UUID | None = None
) -> HttpResponse:
    """The page to write of that meeting; `note_id` is for one that is not saved yet."""
    saved = None if note_id else getattr(meeting, "note", None)
    note = note_part(saved, meeting=meeting, day=meeting.day)
    meetings = meetings_of(meeting.day)
    agenda = [m for m in meetings if m.pk == meeting.pk or not m.is_off]
    at = next((i for i, m in enumerate(agenda) if m.pk == meeting.pk), None)
    talks, asked = talk_of(meeting)
    now = timezone.now()
    is_over = at is not None and agenda[at].is_held(now) and not is_quiet(agenda[at])
    following = agenda[at + 1] if at is not None and at + 1 < len(agenda) else None
    context = {
        "meeting": meeting,
        "day": meeting.day,
        "previous": agenda[at - 1] if at else None,
        "next": following,
        "is_soon": following is not None and is_soon(following.starts_at),
        "others": people_elsewhere(agenda, meeting),
        "new_ids": [uuid7() for _ in range(3)],
        "note": replace(note, id=note_id) if note_id else note,
        "is_blank": note_id is not None,
        "people": [
            (a, RememberForm(instance=a, user=request.user, prefix=str(a.pk)))
            for a in meeting.attendances.all()
        ],
        "examples": fitting(
            [Example(**row) for row in meeting.qualities_sought], [meeting.title, meeting.focus]
        ),
        "planned": talks.planned[meeting.pk],
        "coverage": coverage_of(meeting.day, meetings, talks, now) if is_over else None,
        "asked": asked,
        "asked_form": AskedForm(user=request.user),
        "joined": RememberForm(user=request.user, prefix=JOINED, initial={"status": "met"}),
        "impressions": quick_impressions(request.user, meeting),
    }
    return render(request, "meetings/detail.html", context)


def is_soon(starts_at: datetime) -> bool:
    """Whether one looks at the clock for it."""
    return timedelta(0) < starts_at - timezone.now() < SOON


def people_elsewhere(agenda: list[LineMeeting], meeting: Meeting) -> list[LinePerson]:
    """The people of the visit's other meetings: one of them may join this one."""
    here = {str(attendance.person_id) for attendance in meeting.attendances.all()}
    others = {p.id: p for m in agenda for p in m.people if p.id not in here}
    return list(others.values())


def meeting_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    with transaction.atomic():
        meeting = locked_meeting(request, pk)
        form = MeetingForm(posted(request), user=request.user, day=meeting.day, instance=meeting)
        if request.method == "POST" and form.is_valid() and form.save_or_explain():
            messages.success(request, f"“{meeting.title}” is saved.")
            return redirect("visit-agenda", pk=meeting.day_id)
        return form_page(request, "meetings/edit.html", form, meeting=meeting, day=meeting.day)


def locked_meeting(request: Request, pk: uuid.UUID) -> Meeting:
    """The user's meeting, with its visit locked, so that the rules across meetings hold."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user), pk=pk)
    days = InterviewDay.objects.visible_to(request.user).with_company().locked()
    day = get_object_or_404(days, pk=meeting.day_id)
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user), pk=pk)
    meeting.day = day
    return meeting


@require_POST
def meeting_status(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Plan, cancel, skip a meeting, or say that it was held."""
    with transaction.atomic():
        meeting = locked_meeting(request, pk)
        status = request.POST.get("status", "")
        if status in Meeting.Status.values:
            if meeting.take_status(status):
                messages.success(request, f"“{meeting.title}” is {meeting.get_status_display()}.")
            else:
                messages.error(
                    request,
                    f"Another meeting is now at that time: change the time of “{meeting.title}”, "
                    "or say that they run at the same time.",
                )
                return redirect("meeting-edit", pk=pk)
    return redirect("visit-agenda", pk=meeting.day_id)


def meeting_delete(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask once; then into the trash, with a way back."""
    with transaction.atomic():
        meeting = locked_meeting(request, pk)
        if request.method == "POST":
            meeting.trash(timezone.now())
            undo = reverse("trash-restore", args=["meeting", pk])
            say_undoable(request, f"“{meeting.title}” is in the trash.", undo)
            return redirect("visit-agenda", pk=meeting.day_id)
    return render(request, "meetings/delete.html", {"meeting": meeting, "day": meeting.day})


@require_POST
def attendance_remember(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Keep the line to remember somebody by, and whether they were there."""
    attendances = Attendance.objects.visible_to(request.user).live().with_person()
    attendance = get_object_or_404(attendances.select_related("meeting__day"), pk=pk)
    form = RememberForm(request.POST, instance=attendance, user=request.user, prefix=str(pk))
    if form.is_valid() and form.save_or_explain():
        messages.success(request, f"You will remember {attendance.person}.")
        return redirect(f"{attendance.meeting.get_absolute_url()}#people")
    return form_page(request, "meetings/remember.html", form, attendance=attendance)
