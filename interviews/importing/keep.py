"""Keeping an agenda: meetings, people and who attends become rows, and what was made is noted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from interviews.agenda.drafts import PersonDraft
from interviews.models import Application, Attendance, InterviewDay, Interviewer, Meeting, Role
from interviews.models.interviewer import name_key

Span = tuple[dt.datetime, dt.datetime]


@dataclass(slots=True)
class Wanted:
    """One meeting to keep, its rules seen to. `people` are (name, title); `match` is the meeting
    that it changes, if any."""

    title: str
    format: str
    starts_at: dt.datetime
    ends_at: dt.datetime | None
    time_zone: str = ""
    medium: str = Meeting.Medium.IN_PERSON
    focus: str = ""
    location: str = ""
    people: list[tuple[str, str]] = field(default_factory=list)
    uid: str = ""
    sequence: int = 0
    match: UUID | None = None
    overlap_allowed: bool = False

    def fields(self) -> dict[str, Any]:
        """What a meeting has of it."""
        return {
            "title": self.title,
            "format": self.format,
            "medium": self.medium,
            "focus": self.focus,
            "location": self.location,
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "time_zone": self.time_zone,
            "overlap_allowed": self.overlap_allowed,
            "import_uid": self.uid,
            "import_sequence": self.sequence,
        }


def allow_overlaps(wanted: Iterable[Wanted], taken: Iterable[Span] = ()) -> None:
    """Let those run at the same time that the agenda puts there: it is its word against a rule."""
    spans = list(taken)
    for meeting in sorted(wanted, key=lambda m: m.starts_at):
        start, end = meeting.starts_at, meeting.ends_at
        if end is None:
            continue
        meeting.overlap_allowed = any(start < other[1] and other[0] < end for other in spans)
        if not meeting.overlap_allowed:
            spans.append((start, end))


class People:
    """Finds the people of a company by name, and makes those that are not known."""

    def __init__(self, application: Application, drafts: Iterable[PersonDraft] = ()) -> None:
        self.application, self.made = application, list[UUID]()
        self.titled = list[UUID]()
        self.drafts = {name_key(draft.name): draft for draft in drafts}
        mine = Interviewer.objects.live().filter(
            owner_id=application.owner_id, company_id=application.company_id
        )
        self.known = {name_key(person.name): person for person in mine}

    def named(self, name: str, title: str = "", email: str = "", phone: str = "") -> Interviewer:
        """The person of that name; what was not known of them is added."""
        key = name_key(name)
        draft = self.drafts.get(key)
        email, phone = email or email_of(draft), phone or phone_of(draft)
        person = self.known.get(key)
        if person is None:
            person = self.known[key] = Interviewer.objects.create(
                owner_id=self.application.owner_id,
                company_id=self.application.company_id,
                name=name,
                title=title,
                email=email,
                phone=phone,
            )
            self.made.append(person.pk)
            return person
        new = {"title": title, "email": email, "phone": phone}
        new = {name: value for name, value in new.items() if value and not getattr(person, name)}
        if new:
            for field_name, value in new.items():
                setattr(person, field_name, value)
            person.save(update_fields=[*new, "updated_at"])
        return person


def email_of(draft: PersonDraft | None) -> str:
    email = (draft and draft.email) or ""
    return email if len(email) <= 254 and email.count("@") == 1 and " " not in email else ""


def phone_of(draft: PersonDraft | None) -> str:
    return ((draft and draft.phone) or "")[:50]


def add_meetings(day: InterviewDay, wanted: Sequence[Wanted], people: People) -> list[Meeting]:
    """Make the meetings with all who attend; the caller holds the lock on the visit."""
    meetings = Meeting.objects.bulk_create(
        Meeting(owner_id=day.owner_id, day=day, **meeting.fields()) for meeting in wanted
    )
    Attendance.objects.bulk_create(
        attendance
        for row, meeting in zip(meetings, wanted, strict=True)
        for attendance in attendances(row, meeting.people, people)
    )
    return meetings


def attendances(
    meeting: Meeting, named: Iterable[tuple[str, str]], people: People
) -> list[Attendance]:
    """One for each person, once each, not saved yet."""
    found: dict[UUID, Attendance] = {}
    for name, title in named:
        person = people.named(name, title)
        found.setdefault(
            person.pk,
            Attendance(owner_id=meeting.owner_id, meeting=meeting, person=person, title=title),
        )
    return list(found.values())


def give_role(application: Application, person: Interviewer, kind: str) -> UUID | None:
    """The role's id, where the person did not have it."""
    role, is_new = Role.objects.get_or_create(
        owner_id=application.owner_id, application=application, person=person, role=kind
    )
    return role.pk if is_new else None
