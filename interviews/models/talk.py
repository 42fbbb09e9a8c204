"""Both sides' questions at a visit, as plain rows, with the answers."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
OF_VISIT = PLANNED + "WHERE l.owner_id = %s AND m.day_id = %s"
TALK = f"""
    SELECT ({PLANNED} WHERE l.owner_id = %s AND m.id = %s), (
        SELECT coalesce(json_agg(json_build_array(s.id, s.text, s.answer, s.landed, s.tag, s.told)
            ORDER BY s.created_at, s.id), '[]')
        FROM interviews_askedquestion s WHERE s.owner_id = %s AND s.meeting_id = %s
    )
"""  # noqa: S608 made of our own pieces


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
class Talk:
    """Both sides' questions in one meeting."""

    planned: list[LinePlanned]
    asked: list[LineAsked]


def talk_of(meeting: Meeting) -> Talk:
    """In one query; the meeting is one that `visible_to` gave."""
    with connection.cursor() as cursor:
        cursor.execute(TALK, [meeting.owner_id, meeting.pk] * 2)
        planned, asked = cursor.fetchone()
    return Talk([LinePlanned(*row) for row in planned], [LineAsked(*row) for row in asked])


def planned_of(day: InterviewDay) -> dict[uuid.UUID, list[LinePlanned]]:
    """All planned questions of a visit by the id of their meeting: one query.

    The visit is one that `visible_to` gave.
    """
    with connection.cursor() as cursor:
        cursor.execute(OF_VISIT, [day.owner_id, day.pk])
        (rows,) = cursor.fetchone()
    found: dict[uuid.UUID, list[LinePlanned]] = defaultdict(list)
    for row in (LinePlanned(*fields) for fields in rows):
        found[uuid.UUID(row.meeting)].append(row)
    return found
