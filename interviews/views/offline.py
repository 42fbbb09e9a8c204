"""What a phone keeps for the time without a network: the service worker and what it asks for.

docs/offline.md says what is kept, for whom, and when it goes.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from interviews.dayline import instant
from interviews.forms.agenda import TAKES
from interviews.forms.unplanned import UNPLANNED
from interviews.models import InterviewDay, Meeting
from interviews.models.line import LineMeeting, meetings_of_each
from interviews.models.time_zone import instant as instant_of
from interviews.moments import moments
from interviews.views.meeting import capture_page
from interviews.views.pages import Request
from interviews.when import dates_name

WORKER = ("js/kept-pages.js", "js/service-worker.js")  # one script, in this order
SHELL = ("css/", "js/", "icons/")
NOT_KEPT = (*WORKER, "js/agenda-", "css/agenda", "js/passkey.js", "js/letter.js", "icons/icon-")
AHEAD = timedelta(days=14)
KEPT_AFTER = timedelta(days=2)
MOST_VISITS = 20
DOORS = ("account_login", "account_signup", "mfa_authenticate", "mfa_login_webauthn")
# In the page of a meeting that was not planned, the worker puts fresh ids in place of these.
BLANK_MEETING, BLANK_NOTE = uuid.UUID(int=1), uuid.UUID(int=2)


@login_not_required
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The worker, from the root, for it can only see to what lies below its own address."""
    script = "\n".join([f"const SHELL = {json.dumps(shell())};", *map(source, WORKER)])
    return HttpResponse(
        script,
        content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": "no-cache"},
    )


@cache
def shell() -> dict[str, Any]:
    """The static files that pages without a network need, and one word that changes with them."""
    names = sorted({"bootstrap/bootstrap.min.css", *static_names()})
    digest = hashlib.sha256()
    for name in (*names, *WORKER):
        digest.update(f"{name} {source(name)}".encode())
    return {
        "version": digest.hexdigest()[:12],
        "files": [static(name) for name in names],
        "page": reverse("offline"),
        "list": reverse("offline-pages"),
        "now": reverse("now"),
        "logOut": reverse("account_logout"),
        "doors": [reverse(name) for name in DOORS],
        "blank": [str(BLANK_MEETING), str(BLANK_NOTE)],
    }


def source(name: str) -> str:
    """What stands in a static file of ours."""
    return Path(str(finders.find(name))).read_text(errors="replace")


def static_names() -> Iterator[str]:
    """The names of our own static files that pages ask for."""
    for finder in finders.get_finders():
        for name, _ in finder.list([]):
            if name.startswith(SHELL) and not name.startswith(NOT_KEPT):
                yield name


@login_not_required
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """What makes a phone offer to install the program; its icon opens Now."""
    icons = [
        {"src": static(f"icons/icon-{name}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for name, size in (("192", 192), ("512", 512), ("maskable", 512))
    ]
    icons[-1]["purpose"] = "maskable"
    answer = JsonResponse(
        {
            "id": "/",
            "name": "Second Look",
            "short_name": "Second Look",
            "description": "Get through a second interview: the day, the notes, the impressions.",
            "start_url": reverse("now"),
            "scope": "/",
            "display": "standalone",
            "background_color": "#f8f5ee",
            "theme_color": "#14594a",
            "icons": icons,
            "share_target": {
                "action": reverse("agenda-shared"),
                "method": "POST",
                "enctype": "multipart/form-data",
                "params": {
                    "title": "title",
                    "text": "text",
                    "url": "url",
                    "files": [{"name": "file", "accept": TAKES.split(",")}],
                },
            },
        },
        content_type="application/manifest+json",
    )
    answer["Cache-Control"] = "no-cache"
    return answer


@login_not_required
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Shown in place of a page that was not kept; it is nobody's."""
    answer = render(request, "offline/offline.html")
    answer["Cache-Control"] = "no-cache"
    return answer


@require_safe
def offline_pages(request: Request) -> HttpResponse:
    """The visits of the next days, with what a phone should keep of each."""
    today = timezone.now().date()
    mine = InterviewDay.objects.visible_to(request.user).with_company()
    near = mine.not_over_before(today - KEPT_AFTER).filter(date__lte=today + AHEAD)
    days = list(near[:MOST_VISITS])
    meetings = meetings_of_each(days)
    visits = [kept_of(day, meetings[day.pk]) for day in days]
    digest = hashlib.sha256(repr([(day.updated_at, meetings[day.pk]) for day in days]).encode())
    return JsonResponse(
        {
            "user": request.user.pk,
            "version": digest.hexdigest()[:16],
            "pages": [reverse("now"), reverse("call-create")],
            "visits": visits,
        },
        headers={"Content-Disposition": 'attachment; filename="offline.json"'},
    )


def kept_of(day: InterviewDay, meetings: list[LineMeeting]) -> dict[str, Any]:
    """One visit: its pages, until when they are kept, and where Now leads from which moment on."""
    sheet = reverse("day-sheet", args=[day.pk])
    blank = reverse("offline-meeting", args=[day.pk])
    pages = {m.pk: reverse("meeting-detail", args=[m.pk]) for m in meetings}
    begins, ends = midnight(day, 0), midnight(day, 1)
    turns = [
        (instant(m.at), pages[m.meeting.pk] if m.meeting else sheet) for m in moments(meetings)
    ]
    return {
        "id": str(day.pk),
        "name": f"{day.application.company}, {dates_name(day.date, day.last_date)}",
        "until": instant(ends + KEPT_AFTER),
        "pages": [sheet, blank, *pages.values()],
        "blank": blank,
        "now": sorted([(instant(begins), sheet), *turns]),
        "over": instant(ends),
    }


def midnight(day: InterviewDay, days: int) -> datetime:
    """The beginning of the visit's first date, or so many days after its last."""
    on = day.dates[-1] + timedelta(days=days) if days else day.date
    return instant_of(on, time(0), day.zone)


@require_safe
def offline_meeting(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The page of a meeting that nobody planned and no server knows yet: kept, never linked to."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    meeting = Meeting(
        pk=BLANK_MEETING,
        owner=request.user,
        day=day,
        title=UNPLANNED,
        format=Meeting.Format.OTHER,
        starts_at=timezone.now(),
        added_on_the_day=True,
    )
    return capture_page(request, meeting, note_id=BLANK_NOTE)
