"""What an agenda is understood to say: drafts of meetings and people, and their lines.

Pure Python that knows no Django: a page shows the drafts to correct before any of them is kept.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

# What can be unsure of a draft, by the name of its field.
FIELDS = ("date", "start", "end", "title", "kind", "location", "people")


@dataclass(frozen=True)
class PersonDraft:
    """Somebody named by an agenda: without honorific and degree, in normal case."""

    name: str
    title: str | None = None
    email: str | None = None
    phone: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {"name": self.name, "title": self.title}


@dataclass(frozen=True)
class MeetingDraft:
    """One timed line of an agenda. Times are the clock's, as printed.

    `date` is None where no year is printed anywhere; `end` where none is printed for the line.
    `kind` is a key of the formats of a meeting. `time_zone` is an IANA name, and only given where
    this meeting's differs from the agenda's. `lines` are the numbers, from 0, of the lines of
    `Agenda.lines` that it was read from; `doubts` the names of the fields that may well be wrong.
    `uid` and `sequence` are those of its calendar event.
    """

    date: dt.date | None
    start: dt.time
    end: dt.time | None
    title: str
    kind: str
    location: str | None = None
    people: tuple[PersonDraft, ...] = ()
    medium: str = "in_person"
    focus: str | None = None
    time_zone: str | None = None
    lines: tuple[int, ...] = ()
    doubts: tuple[str, ...] = ()
    uid: str | None = None
    sequence: int = 0

    def as_json(self) -> dict[str, Any]:
        return {
            "date": self.date.isoformat() if self.date else None,
            "start": f"{self.start:%H:%M}",
            "end": f"{self.end:%H:%M}" if self.end else None,
            "title": self.title,
            "kind": self.kind,
            "location": self.location,
            "people": [person.as_json() for person in self.people],
            "medium": self.medium,
            "focus": self.focus,
            "time_zone": self.time_zone,
            "lines": list(self.lines),
            "doubts": list(self.doubts),
        }


@dataclass(frozen=True)
class Agenda:
    """All that was understood, and what was not.

    `lines` is the text as it was read, line by line: for a calendar or a page of HTML its readable
    text. `left_over` are the numbers of lines that say something nobody understood. `reports`
    are sentences for the reader about parts that could not be read. `time_zone` is an IANA name for
    a calendar, else the label as printed (“CEST”).
    """

    lines: tuple[str, ...] = ()
    meetings: tuple[MeetingDraft, ...] = ()
    date: dt.date | None = None
    days: tuple[dt.date, ...] = ()
    time_zone: str | None = None
    default_location: str | None = None
    company: str | None = None
    position: str | None = None
    address: str | None = None
    coordinator: PersonDraft | None = None
    dress: str | None = None
    bring: str | None = None
    left_over: tuple[int, ...] = ()
    reports: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As `manage.py parse_agenda` prints it."""
        coordinator = self.coordinator
        return {
            "date": self.date.isoformat() if self.date else None,
            "days": [day.isoformat() for day in self.days],
            "timezone": self.time_zone,
            "default_location": self.default_location,
            "meetings": [meeting.as_json() for meeting in self.meetings],
            "company": self.company,
            "position": self.position,
            "address": self.address,
            "coordinator": coordinator
            and {**coordinator.as_json(), "email": coordinator.email, "phone": coordinator.phone},
            "dress": self.dress,
            "bring": self.bring,
            "left_over": list(self.left_over),
            "reports": list(self.reports),
        }
