"""Out again: meetings for any calendar, people for any address book."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from interviews import second_lock
from interviews.forms.calendar import CalendarForm
from interviews.ics import CalendarEvent, calendar
from interviews.models import (
    Attendance,
    CalendarFeed,
    InterviewDay,
    Interviewer,
    Meeting,
)
from interviews.models.feed import owner_of_token
from interviews.vcard import Card, cards
from interviews.views.pages import Request, form_page, posted

CALENDAR, CARDS = "text/calendar; charset=utf-8", "text/vcard; charset=utf-8"


def event_of(meeting: Meeting, feed: CalendarFeed, root: str) -> CalendarEvent:
    """The meeting as a calendar has it; notes only where they were chosen."""
    there = meeting.attendances.all()
    people = [a for a in there if a.status != Attendance.Status.ABSENT]
    names = [", ".join(filter(None, (a.person.name, a.title or a.person.title))) for a in people]
    note = getattr(meeting, "note", None)
    words = [
        str(meeting.day.application),
        "\n".join(names),
        f"Focus: {meeting.focus}" if meeting.focus else "",
        note.text if note and feed.with_notes else "",
    ]
    told = [meeting.updated_at, *(max(a.updated_at, a.person.updated_at) for a in there)]
    if note and feed.with_notes:
        told.append(note.updated_at)
    is_off = meeting.status in Meeting.OFF or meeting.day.status == InterviewDay.Status.CANCELLED
    return CalendarEvent(
        uid=f"{meeting.pk}@second-look",
        sequence=meeting.sequence,
        changed_at=max(told),
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        zone=meeting.zone,
        title=meeting.title,
        location=", ".join(filter(None, (meeting.location, meeting.day.address))),
        description="\n\n".join(filter(None, words)),
        url=root + meeting.get_absolute_url(),
        is_cancelled=is_off,
    )


def calendar_answer(
    request: HttpRequest, name: str, meetings: Iterable[Meeting], feed: CalendarFeed
) -> HttpResponse:
    """The file, or 304 where the asking calendar has it already."""
    root = f"{request.scheme}://{request.get_host()}"
    events = [event_of(meeting, feed, root) for meeting in meetings]
    return file_answer(request, calendar(name, events, feed.alarm_before), CALENDAR, f"{name}.ics")


def file_answer(request: HttpRequest, content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to keep, under that name; 304 where the asking program has these bytes."""
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response = HttpResponse(content, content_type=kind)
    stem, _, suffix = name.rpartition(".")
    response["Content-Disposition"] = (
        f'attachment; filename="{slugify(stem)[:60] or "visit"}.{suffix}"'
    )
    response["ETag"] = etag
    answer = get_conditional_response(request, etag=etag, response=response)
    return answer if isinstance(answer, HttpResponse) else response


@require_safe
def visit_calendar(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The visit's meetings as a calendar file."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    meetings = Meeting.objects.visible_to(request.user).filter(day=day).for_calendars()
    feed = CalendarFeed.objects.of(request.user)
    return calendar_answer(request, day.application.company.name, meetings, feed)


@require_safe
def meeting_calendar(request: Request, pk: uuid.UUID) -> HttpResponse:
    """One meeting as a calendar file."""
    meetings = Meeting.objects.visible_to(request.user).for_calendars()
    meeting = get_object_or_404(meetings, pk=pk)
    feed = CalendarFeed.objects.of(request.user)
    return calendar_answer(request, meeting.title, [meeting], feed)


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """All of a user's meetings, for a calendar that knows the secret address and nothing else."""
    owner = owner_of_token(token)
    if owner is None:
        raise Http404
    second_lock.switch(second_lock.ROLE, str(owner))
    feed = get_object_or_404(CalendarFeed.objects.open_by(token).select_related("owner"))
    feed.note_use(timezone.now())
    meetings = Meeting.objects.visible_to(feed.owner).without_samples().for_calendars()
    response = calendar_answer(request, "Second Look", meetings, feed)
    response["Cache-Control"] = "private, no-cache"  # a calendar keeps it, and asks each time
    return response


def account_calendar(request: Request) -> HttpResponse:
    """Choose what calendars get to see; make, renew and end the address for them."""
    with transaction.atomic():
        feeds = CalendarFeed.objects.visible_to(request.user)
        changing = request.method == "POST"
        feed = feeds.for_change(request.user) if changing else feeds.of(request.user)
        form = CalendarForm(posted(request), instance=feed, user=request.user)
        if changing and form.is_valid() and form.save_or_explain():
            messages.success(request, "Your calendars will show it that way.")
            return redirect("account-calendar")
        return form_page(request, "account/calendar.html", form, feed=feed)


@require_POST
def feed_renew(request: Request) -> HttpResponse:
    """A new address, shown this once: only its hash is kept."""
    with transaction.atomic():
        feed = CalendarFeed.objects.visible_to(request.user).for_change(request.user)
        token = feed.renew(timezone.now())
    address = request.build_absolute_uri(reverse("calendar-feed", args=[token]))
    context = {
        "form": CalendarForm(instance=feed, user=request.user),
        "feed": feed,
        "address": address,
    }
    return render(request, "account/calendar.html", context)


@require_POST
def feed_revoke(request: Request) -> HttpResponse:
    with transaction.atomic():
        CalendarFeed.objects.visible_to(request.user).for_change(request.user).revoke()
    messages.success(request, "The address has ended: calendars get nothing from it any more.")
    return redirect("account-calendar")


def card_of(person: Interviewer) -> Card:
    return Card(
        uid=str(person.pk),
        changed_at=person.updated_at,
        name=person.name,
        title=person.title,
        company=person.company.name if person.company else "",
        email=person.email,
        phone=person.phone,
        link=person.link,
    )


@require_safe
def person_card(request: Request, pk: uuid.UUID) -> HttpResponse:
    """One person for the address book."""
    person = get_object_or_404(Interviewer.objects.visible_to(request.user).with_company(), pk=pk)
    return file_answer(request, cards([card_of(person)]), CARDS, f"{person.name}.vcf")


@require_safe
def visit_cards(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Everyone of the visit, in its meetings or with a role, for the address book."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    people = Interviewer.objects.visible_to(request.user).of_visit(day).with_company()
    content = cards(card_of(person) for person in people)
    return file_answer(request, content, CARDS, f"{day.application.company}.vcf")
