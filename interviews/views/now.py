"""Now: the start of the installed app. It leads to the meeting that runs or has just ended."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from interviews.coverage import Coverage, coverage_of
from interviews.dayline import QUIET, day_line, next_meeting
from interviews.models import InterviewDay, User
from interviews.models.line import LineMeeting, meetings_of_each
from interviews.models.talk import talks_of
from interviews.moments import at_moment, moments
from interviews.views.pages import Request
from interviews.when import distance

AFTERWARDS = timedelta(days=3)  # how long a visit is still what one has in mind
SOONEST = 10


@dataclass(frozen=True, slots=True)
class Around:
    """A visit that is near, with its meetings."""

    day: InterviewDay
    meetings: list[LineMeeting]

    def meeting(self, now: datetime) -> LineMeeting | None:
        """The one to write of at that moment."""
        return at_moment(moments(self.meetings), now)


@require_safe
def now(request: Request) -> HttpResponse:
    """Lead to the meeting of the moment; without one, say what comes, or what is left to do."""
    moment = timezone.now()
    near = around(request.user, moment)
    for visit in near:
        if meeting := visit.meeting(moment):
            return redirect("meeting-detail", pk=meeting.pk)
    return render(request, "now/now.html", page_of(near, moment))


def around(user: User, moment: datetime) -> list[Around]:
    """The visits of today; else the one that is over since yesterday, else the next one."""
    days = InterviewDay.objects.visible_to(user).with_company()
    soonest = list(days.not_over_before(moment.date() - AFTERWARDS)[:SOONEST])
    ahead = [day for day in soonest if moment.astimezone(day.zone).date() <= day.dates[-1]]
    today = [day for day in ahead if day.date <= moment.astimezone(day.zone).date()]
    yesterday = [day for day in soonest if day not in ahead]
    chosen = today or yesterday[-1:] or ahead[:1]
    meetings = meetings_of_each(chosen)
    return [Around(day, meetings[day.pk]) for day in chosen]


def page_of(near: list[Around], moment: datetime) -> dict[str, object]:
    """What the page says where no meeting is to be written of."""
    if not near:
        return {}
    coming = [(visit, next_meeting(visit.meetings, moment)) for visit in near]
    visit, following = next(((v, m) for v, m in coming if m), coming[-1])
    held = [m for m in visit.meetings if m.is_held(moment) and m.format not in QUIET]
    today, last = moment.astimezone(visit.day.zone).date(), visit.day.dates[-1]
    coverage = coverage_of(visit.day, visit.meetings, talks_of(visit.day), moment)
    return {
        "day": visit.day,
        "line": day_line(visit.day, visit.meetings, moment, questions_ahead(coverage)),
        "next": following,
        "is_today": visit.day.date <= today,
        "is_over": bool(held) and following is None,
        "ago": distance(last, today) if last < today else "",
        "before_it": visit.day if following and not held else None,
        "unwritten": [m for m in held if not m.has_note],
        "coverage": coverage if coverage.has_begun else None,
    }


def questions_ahead(coverage: Coverage) -> dict[uuid.UUID, list[str]]:
    """What one wants to ask in the meetings to come, and has not asked there."""
    return {
        slot.meeting.pk: [row.text for row in slot.open]
        for slot in coverage.slots
        if not slot.is_over
    }
