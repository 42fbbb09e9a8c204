"""Both sides' questions at a visit, as plain rows, with the answers."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection

from interviews.models.asked import AskedQuestion

if TYPE_CHECKING:
    from interviews.models.day import InterviewDay
    from interviews.models.meeting import Meeting

PLANNED = """
    SELECT coalesce(json_agg(json_build_array(
        l.id, l.meeting_id, q.id, q.topic, q.text, q."when", l.asked_at IS NOT NULL, l.answer
    ) ORDER BY l.created_at, l.id), '[]')
    FROM interviews_plannedquestion l
    JOIN interviews_question q ON q.id = l.question_id
    JOIN interviews_meeting m ON m.id = l.meeting_id AND m.deleted_at IS NULL
"""
# Of a visit: its planned questions, and the meetings in which one was asked something.
OF_VISIT = f"""
    ({PLANNED} WHERE l.owner_id = %s AND m.day_id = %s), (
        SELECT coalesce(json_agg(DISTINCT s.meeting_id), '[]')
        FROM interviews_askedquestion s
        JOIN interviews_meeting m ON m.id = s.meeting_id AND m.deleted_at IS NULL
        WHERE s.owner_id = %s AND m.day_id = %s
    )
"""  # noqa: S608 made of our own pieces
OF_MEETING = """(
    SELECT coalesce(json_agg(json_build_array(s.id, s.text, s.answer, s.landed, s.tag, s.told)
        ORDER BY s.created_at, s.id), '[]')
    FROM interviews_askedquestion s WHERE s.owner_id = %s AND s.meeting_id = %s
)"""


@dataclass(frozen=True, slots=True)
class LinePlanned:
    """A question of mine in a meeting, as `PlannedQuestion` has it."""

    pk: str
    meeting: str
    question: str
    topic: str
    text: str
    when: str
    is_asked: bool
    answer: str

    @property
    def state(self) -> str:
        """How far it has come: planned, asked or answered."""
        if self.answer:
            return "answered"
        return "asked" if self.is_asked else "planned"


@dataclass(frozen=True, slots=True)
class LineAsked:
    """A question that I was asked, as `AskedQuestion` has it."""

    pk: str
    text: str
    answer: str
    landed: int | None
    tag: str
    told: str

    @property
    def sign(self) -> str:
        return "" if self.landed is None else AskedQuestion.Landed(self.landed).sign

    @property
    def about(self) -> str:
        """The tag in words."""
        return str(AskedQuestion.Tag(self.tag).label) if self.tag else ""


@dataclass(frozen=True, slots=True)
class Talks:
    """Both sides' questions at a visit: mine by the id of their meeting, and where I was asked."""

    planned: dict[uuid.UUID, list[LinePlanned]]
    asked_in: set[uuid.UUID]


def talks_of(day: InterviewDay) -> Talks:
    """All of a visit in one query; the visit is one that `visible_to` gave."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {OF_VISIT}", [day.owner_id, day.pk] * 2)
        return talks(*cursor.fetchone())


def talk_of(meeting: Meeting) -> tuple[Talks, list[LineAsked]]:
    """The same of its visit, and what I was asked in that meeting: one query."""
    owner, day = meeting.owner_id, meeting.day_id
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {OF_VISIT}, {OF_MEETING}",
            [owner, day, owner, day, owner, meeting.pk],
        )
        planned, asked_in, asked = cursor.fetchone()
    return talks(planned, asked_in), [LineAsked(*row) for row in asked]


def talks(planned: list[list[Any]], asked_in: list[str]) -> Talks:
    found: dict[uuid.UUID, list[LinePlanned]] = defaultdict(list)
    for row in (LinePlanned(*fields) for fields in planned):
        found[uuid.UUID(row.meeting)].append(row)
    return Talks(found, {uuid.UUID(key) for key in asked_in})
