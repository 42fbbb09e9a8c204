"""A visit's meetings with their people as plain rows, in one query.

The pages that draw a day are the ones that are opened most. Made of model instances, a day of ten
meetings took as long to build as the rest of its page.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
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
    SELECT m.day_id, m.id, m.title, m.starts_at, m.ends_at, m.time_zone, m.format, m.medium,
        m.focus, m.location, m.status, m.added_on_the_day,
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
    WHERE m.owner_id = %s AND m.day_id = ANY(%s::uuid[]) AND m.deleted_at IS NULL
    ORDER BY m.starts_at, m.ends_at, m.created_at
"""

# How many impressions, and how many of them have an observation; the same of what was prepared; the
# loose note; the roles.
OVERVIEW = """
    SELECT
        (
            SELECT json_build_array(count(*), count(*) FILTER (WHERE i.observation <> ''))
            FROM interviews_impression i
            LEFT JOIN interviews_meeting m ON m.id = i.meeting_id
            WHERE i.day_id = d.id AND m.deleted_at IS NULL
        ),
        (
            SELECT coalesce(json_agg(
                json_build_array(p.id, p.name, p.title, p.email, p.phone, r.role)
                ORDER BY r.created_at, r.id
            ), '[]')
            FROM interviews_role r
            JOIN interviews_interviewer p ON p.id = r.person_id AND p.deleted_at IS NULL
            WHERE r.application_id = d.application_id
        ),
        (
            SELECT json_build_array(count(t.done_at), count(*))
            FROM interviews_task t WHERE t.day_id = d.id
        ),
        (
            SELECT json_build_array(count(*) FILTER (WHERE q.example <> ''), count(*))
            FROM interviews_quality q WHERE q.application_id = d.application_id
        ),
        (
            SELECT json_build_array(
                count(s.read_on),
                count(*),
                coalesce(
                    json_agg(s.title ORDER BY s.created_at, s.id)
                        FILTER (WHERE s.read_on IS NOT NULL),
                    '[]'
                )
            )
            FROM interviews_source s
            JOIN interviews_application a ON a.company_id = s.company_id
            WHERE a.id = d.application_id
        ),
        (
            SELECT coalesce(json_agg(DISTINCT l.meeting_id), '[]')
            FROM interviews_plannedquestion l
            JOIN interviews_meeting m ON m.id = l.meeting_id
            WHERE m.day_id = d.id
        ),
        n.id, n.version, n.text, n.updated_at
    FROM interviews_interviewday d
    LEFT JOIN interviews_note n ON n.day_id = d.id AND n.meeting_id IS NULL
    WHERE d.owner_id = %s AND d.id = %s
"""


@dataclass(frozen=True, slots=True)
class LinePerson:
    """Somebody in a meeting, by name and title."""

    id: str
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
    return meetings_of_each([day])[day.pk]


def meetings_of_each(days: Sequence[InterviewDay]) -> dict[uuid.UUID, list[LineMeeting]]:
    """The same for several visits of one owner, by their ids."""
    found: dict[uuid.UUID, list[LineMeeting]] = {day.pk: [] for day in days}
    owner = days[0].owner_id if days else None
    with connection.cursor() as cursor:
        cursor.execute(MEETINGS, [owner, [str(key) for key in found]])
        rows = cursor.fetchall()
    for day, *row, people in rows:
        found[day].append(LineMeeting(*[*row, [person_of(*person) for person in people]]))
    return found


def person_of(key: str, name: str, title: str, status: str) -> LinePerson:
    return LinePerson(key, name, title, status == ABSENT)


@dataclass(frozen=True, slots=True)
class LineRole:
    """Somebody with a role for the visit's application, and how to reach them."""

    person_id: str
    name: str
    title: str
    email: str
    phone: str
    role: str


@dataclass(frozen=True, slots=True)
class LooseNote:
    """The loose note of a visit, as `Note` has it."""

    pk: uuid.UUID
    version: int
    text: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Overview:
    """What a visit's own page shows beside its meetings; counts are (done, of how many)."""

    impressions: tuple[int, int]
    roles: list[LineRole]
    tasks: tuple[int, int]
    qualities: tuple[int, int]
    sources: tuple[int, int]
    read: list[str]  # the titles of those that were read
    asking: set[str]  # the ids of meetings that a question is planned for
    note: LooseNote | None


def overview_of(day: InterviewDay) -> Overview:
    """In one query; the visit is one that `visible_to` gave."""
    with connection.cursor() as cursor:
        cursor.execute(OVERVIEW, [day.owner_id, day.pk])
        (impressions, backed), roles, tasks, qualities, sources, asking, *note = cursor.fetchone()
    *read, titles = sources
    return Overview(
        impressions=(backed, impressions),
        roles=[LineRole(*role) for role in roles],
        tasks=tuple(tasks),
        qualities=tuple(qualities),
        sources=tuple(read),
        read=titles,
        asking=set(asking),
        note=LooseNote(*note) if note[0] else None,
    )
