"""Home: the next visit, what is still open, who keeps me waiting, what I wrote last."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from interviews.dayline import day_line, next_meeting, running_meeting
from interviews.models import Impression, InterviewDay, Note, User
from interviews.models.day import ends_on, unanswered
from interviews.models.letter import letters_left
from interviews.models.line import meetings_of, overview_of
from interviews.passages import plain
from interviews.preparation import people_of, what_is_open
from interviews.views.pages import Request
from interviews.waiting import Wait

RECENT_NOTES = 5
EXCERPT = 160  # characters
LETTERS_FOR = timedelta(days=30)


@require_safe
def home(request: Request) -> HttpResponse:
    """For a new user two doors; for everyone else what comes next."""
    days = InterviewDay.objects.visible_to(request.user).with_company()
    upcoming = list(days.upcoming())
    past = list(days.past())
    if not upcoming and not past:
        return render(request, "home/new.html")
    context = {
        "upcoming": upcoming[1:],
        "waiting": waiting(past, upcoming),
        "offers": offers(past),
        "notes": recent_notes(request.user),
        "unbacked": unbacked(request.user),
        "letters": letters(request.user, past),
        "unanswered": answers_late(upcoming),
        **next_visit(upcoming),
    }
    return render(request, "home/home.html", context)


def next_visit(upcoming: list[InterviewDay]) -> dict[str, Any]:
    """The next visit with its day line, and on the day itself what runs and what follows."""
    if not upcoming:
        return {}
    day, now = upcoming[0], timezone.now()
    meetings, overview = meetings_of(day), overview_of(day)
    people = people_of(meetings, overview.roles)
    return {
        "day": day,
        "line": day_line(day, meetings, now),
        "running": running_meeting(meetings, now),
        "coming": next_meeting(meetings, now),
        "open": what_is_open(day, meetings, people, overview),
    }


def waiting(
    past: list[InterviewDay], upcoming: list[InterviewDay]
) -> list[tuple[InterviewDay, bool]]:
    """The last visits that nobody has answered, the longest wait first; whether to inquire now."""
    days = unanswered(past, upcoming)
    models.prefetch_related_objects(days, "application__inquiries")
    now = timezone.now()
    return [(day, wait_of(day).is_due(now.astimezone(day.zone).date())) for day in days]


def wait_of(day: InterviewDay) -> Wait:
    """The wait for an answer to a visit whose application's inquiries are there."""
    asked = (inquiry.asked_on for inquiry in day.application.inquiries.all())
    return Wait.of(ends_on(day), day.application.promised_on, asked)


def offers(past: list[InterviewDay]) -> list[InterviewDay]:
    """The visits whose offer wants an answer, the next date first; one for each application."""
    open_ = {day.application_id: day for day in past if day.application.wants_answer}
    return sorted(open_.values(), key=lambda day: day.application.answer_by or date.max)


def answers_late(upcoming: list[InterviewDay]) -> list[InterviewDay]:
    """The visits ahead of which a question before the visit waits too long for its answer."""
    now = timezone.now()
    return [day for day in upcoming if day.is_answer_late(now.astimezone(day.zone).date())]


def letters(user: User, past: list[InterviewDay]) -> list[tuple[InterviewDay, int]]:
    """The visits of late that have letters to send, and how many."""
    counts = letters_left(user, timezone.now().date() - LETTERS_FOR)
    return [(day, counts[day.pk]) for day in past if day.pk in counts]


def recent_notes(user: User) -> list[dict[str, Any]]:
    """The notes written last, by their beginnings."""
    notes = Note.objects.visible_to(user).written().with_place()
    return [
        {
            "url": (note.meeting or note.day).get_absolute_url(),
            "title": note.meeting.title if note.meeting else "Loose note",
            "company": note.day.application.company.name,
            "text": plain(note.text[: 2 * EXCERPT])[:EXCERPT],
            "at": note.updated_at,
        }
        for note in notes.order_by("-updated_at")[:RECENT_NOTES]
    ]


def unbacked(user: User) -> list[tuple[InterviewDay, int]]:
    """The visits that have impressions without an observation, and how many."""
    rows = Impression.objects.visible_to(user).unbacked()
    rows = rows.select_related("day__application__company")
    days = {row.day_id: row.day for row in rows}
    counts = Counter(row.day_id for row in rows)
    return [(day, counts[key]) for key, day in days.items()]
