"""A later mail changes the day: what was chosen of it becomes so, and how it was is noted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from interviews.importing.keep import People, Wanted, add_meetings, allow_overlaps
from interviews.importing.present import There
from interviews.models import Attendance, InterviewDay, Interviewer, Meeting

INSTANTS = ("starts_at", "ends_at")
ATTENDANCE = ("title", "status", "remember")


def written(meeting: Meeting, names: Sequence[str]) -> dict[str, Any]:
    """These fields of the meeting as JSON."""
    values = {name: getattr(meeting, name) for name in names}
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }


def change_day(
    day: InterviewDay,
    there: Sequence[There],
    wanted: Sequence[Wanted],
    gone: Sequence[There],
    people: People,
    at: datetime,
) -> dict[str, Any]:
    """Do all of it, under the caller's lock on the visit; returns what it takes to undo it.

    What takes no place any more goes first, then what moves, all in one statement, then what is
    new: so that meetings may change places.
    """
    made: dict[str, Any] = {"visit": False, "at": at.isoformat()}
    made |= take_off(gone, at)
    changed = [meeting for meeting in wanted if meeting.match]
    matched = {meeting.match for meeting in changed}
    off = {one.meeting.pk for one in gone}
    stays = [one.meeting for one in there if one.meeting.pk not in matched | off]
    allow_overlaps(
        wanted,
        [
            (meeting.starts_at, meeting.ends_at)
            for meeting in stays
            if meeting.ends_at and not meeting.overlap_allowed and meeting.status not in Meeting.OFF
        ],
    )
    by_key = {one.meeting.pk: one for one in there}
    made["changed"] = change_meetings(
        [(by_key[meeting.match], meeting) for meeting in changed if meeting.match], people
    )
    new = add_meetings(day, [meeting for meeting in wanted if not meeting.match], people)
    made["meetings"] = [str(meeting.pk) for meeting in new]
    made["people"] = [str(key) for key in people.made]
    made["dates"] = fit_dates(day)
    return made


def take_off(gone: Sequence[There], at: datetime) -> dict[str, Any]:
    """Into the trash; but one with something written about it is kept, and marked cancelled."""
    made: dict[str, Any] = {"trashed": [], "cancelled": []}
    for one in gone:
        meeting = one.meeting
        if one.has_words:
            made["cancelled"].append([str(meeting.pk), meeting.status])
            meeting.status = Meeting.Status.CANCELLED
            meeting.save(update_fields=["status", "updated_at"])
        else:
            made["trashed"].append(str(meeting.pk))
            meeting.trash(at)
    return made


def change_meetings(
    changed: Sequence[tuple[There, Wanted]], people: People
) -> dict[str, dict[str, Any]]:
    """Give each meeting what is wanted of it; its note and all else that is written stays."""
    made: dict[str, dict[str, Any]] = {}
    names: list[str] = []
    for one, wanted in changed:
        meeting = one.meeting
        fields = wanted.fields()
        if meeting.status == Meeting.Status.CANCELLED:
            fields["status"] = Meeting.Status.PLANNED
        names = [*wanted.fields(), "status"]
        before = written(meeting, names)
        for name, value in fields.items():
            setattr(meeting, name, value)
        made[str(meeting.pk)] = {"before": before, "after": written(meeting, names)}
    if changed:
        Meeting.objects.bulk_update([one.meeting for one, _ in changed], names)
    for one, wanted in changed:
        made[str(one.meeting.pk)]["people"] = change_people(one.meeting, wanted.people, people)
    return made


def change_people(
    meeting: Meeting, named: Sequence[tuple[str, str]], people: People
) -> dict[str, Any]:
    """Make the attendances those named; returns the rows as they were, and the ids of new ones."""
    there = {a.person_id: a for a in meeting.attendances.all()}
    before = [
        {"id": str(a.pk), "person": str(a.person_id)}
        | {name: getattr(a, name) for name in ATTENDANCE}
        for a in there.values()
    ]
    wanted: dict[UUID, tuple[Interviewer, str]] = {}
    for name, title in named:
        person = people.named(name, title)
        wanted.setdefault(person.pk, (person, title))
    for person_id, attendance in there.items():
        if person_id in wanted:
            attendance.expect(wanted[person_id][1])
        else:
            attendance.withdraw()
    new = Attendance.objects.bulk_create(
        Attendance(owner_id=meeting.owner_id, meeting=meeting, person=person, title=title)
        for person_id, (person, title) in wanted.items()
        if person_id not in there
    )
    return {"before": before, "new": [str(attendance.pk) for attendance in new]}


def fit_dates(day: InterviewDay) -> list[list[str | None]]:
    """Let the visit take the dates that its meetings are on; returns the dates before and after."""
    before = dates_written(day)
    on = sorted(m.starts_at.astimezone(day.zone).date() for m in live_meetings(day))
    if on:
        set_dates(day, on[0], on[-1])
    return [before, dates_written(day)]


def live_meetings(day: InterviewDay) -> list[Meeting]:
    return list(Meeting.objects.live().filter(day=day))


def set_dates(day: InterviewDay, first: date, last: date) -> None:
    day.date, day.last_date = first, last if last > first else None
    day.save(update_fields=["date", "last_date", "updated_at"])


def dates_written(day: InterviewDay) -> list[str | None]:
    return [day.date.isoformat(), day.last_date.isoformat() if day.last_date else None]
