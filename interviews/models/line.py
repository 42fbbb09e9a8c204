"""A visit's meetings with their people as plain rows, in one query.

The pages that draw a day are the ones that are opened most. Made of model instances, a day of ten
meetings took as long to build as the rest of its page.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import connection

if TYPE_CHECKING:
    from interviews.models.day import InterviewDay

PLANNED, HELD, ABSENT = "planned", "held", "absent"
OFF = ("skipped", "cancelled")

# A person's title is the one that this agenda printed, else their own.
MEETINGS = """
    SELECT m.id, m.title, m.starts_at, m.ends_at, m.time_zone, m.format, m.medium, m.focus,
        m.location, m.status, m.added_on_the_day,
        EXISTS (
            SELECT FROM interviews_note n WHERE n.meeting_id = m.id AND n.text <> ''
        ),
        (
            SELECT coalesce(json_agg(
                json_build_array(p.id, p.name, coalesce(nullif(a.title, ''), p.title), a.status)
                ORDER BY a.created_at, a.id
            ), '[]')
            FROM interviews_attendance a
            JOIN interviews_interviewer p ON p.id = a.person_id AND p.deleted_at IS NULL
            WHERE a.meeting_id = m.id
        )
    FROM interviews_meeting m
    WHERE m.owner_id = %s AND m.day_id = %s AND m.deleted_at IS NULL
    ORDER BY m.starts_at, m.ends_at, m.created_at
"""

IMPRESSIONS = """
    SELECT count(*), count(*) FILTER (WHERE i.observation <> '')
    FROM interviews_impression i
    LEFT JOIN interviews_meeting m ON m.id = i.meeting_id
    WHERE i.owner_id = %s AND i.day_id = %s AND m.deleted_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class LinePerson:
    """Somebody in a meeting, by name and title."""

    id: uuid.UUID
    name: str
    title: str
    absent: bool


@dataclass(frozen=True, slots=True)
class LineMeeting:
    """One live meeting of a visit, as `Meeting` has it, with who attends."""

    pk: uuid.UUID
    title: str
    starts_at: datetime
    ends_at: datetime | None
    time_zone: str
    format: str
    medium: str
    focus: str
    location: str
    status: str
    added_on_the_day: bool
    has_note: bool
    people: list[LinePerson]

    @property
    def is_off(self) -> bool:
        """Whether it does not take place."""
        return self.status in OFF

    @property
    def own_zone(self) -> ZoneInfo | None:
        return ZoneInfo(self.time_zone) if self.time_zone else None

    def is_held(self, now: datetime) -> bool:
        """Whether it has been held: one in the past counts, unless skipped or cancelled."""
        if self.status == PLANNED:
            return (self.ends_at or self.starts_at) <= now
        return self.status == HELD


def meetings_of(day: InterviewDay) -> list[LineMeeting]:
    """The visit's live meetings in order; the visit is one that `visible_to` gave."""
    with connection.cursor() as cursor:
        cursor.execute(MEETINGS, [day.owner_id, day.pk])
        rows = cursor.fetchall()
    return [
        LineMeeting(*[*row, [person_of(*person) for person in people]]) for *row, people in rows
    ]


def person_of(key: str, name: str, title: str, status: str) -> LinePerson:
    return LinePerson(uuid.UUID(key), name, title, status == ABSENT)


def impressions_of(day: InterviewDay) -> tuple[int, int]:
    """How many impressions the visit has, and how many of them have an observation."""
    with connection.cursor() as cursor:
        cursor.execute(IMPRESSIONS, [day.owner_id, day.pk])
        row: tuple[int, int] = cursor.fetchone()
    return row
