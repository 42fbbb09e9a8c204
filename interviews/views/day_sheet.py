"""The day sheet: the one page, for phone and paper, that carries the candidate through the day."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from interviews.dayline import day_line
from interviews.models import InterviewDay, Role
from interviews.models.line import meetings_of, overview_of
from interviews.models.talk import talks_of
from interviews.views.pages import Request


@require_safe
def day_sheet(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The visit's meetings in order, whom to call, where to go, what to bring."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    meetings = meetings_of(day)
    overview = overview_of(day)
    questions = {pk: [row.text for row in rows] for pk, rows in talks_of(day).planned.items()}
    context = {
        "day": day,
        "line": day_line(day, meetings, timezone.now(), questions),
        "coordinators": [role for role in overview.roles if role.role == Role.Kind.COORDINATOR],
        "read": overview.read,
        "is_empty": not meetings,
    }
    return render(request, "day_sheet/day_sheet.html", context)
