"""The coverage of a visit: which of my questions are planned, asked and answered with whom."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from interviews.dayline import QUIET
from interviews.models import InterviewDay, Question
from interviews.models.line import LineMeeting
from interviews.models.talk import LinePlanned, Talks
from interviews.suggestions import is_with_hr, topics_for

MOST_SUGGESTIONS = 4
TOPICS = dict(Question.Topic.choices)


@dataclass(slots=True)
class Slot:
    """One meeting with my questions for it. `is_over` says that nothing more is asked there."""

    meeting: LineMeeting
    clock: str
    is_over: bool
    planned: list[LinePlanned]
    suggested: list[Question] = field(default_factory=list)

    @property
    def key(self) -> str:
        return str(self.meeting.pk)

    @property
    def names(self) -> list[str]:
        """Who is there."""
        return [person.name for person in self.meeting.people if not person.absent]

    @property
    def open(self) -> list[LinePlanned]:
        """What was planned and not asked."""
        return [p for p in self.planned if p.state == "planned"]


@dataclass(slots=True)
class Cell:
    """One question in one meeting, or the place for it."""

    slot: Slot
    planned: LinePlanned | None


@dataclass(slots=True)
class Line:
    """One question across the meetings; `left` is who can still be asked where it is open."""

    key: str
    text: str
    topic: str
    cells: list[Cell]
    left: list[Slot] = field(default_factory=list)

    @property
    def asked(self) -> list[Cell]:
        """Where it was asked."""
        return [cell for cell in self.cells if cell.planned and cell.planned.is_asked]

    @property
    def is_open(self) -> bool:
        """Whether a meeting for which it was planned went by, and nobody was asked."""
        return not self.asked and any(cell.planned and cell.slot.is_over for cell in self.cells)


@dataclass(slots=True)
class Coverage:
    """What a visit's page about questions shows."""

    slots: list[Slot]
    lines: list[Line]
    uncovered: list[tuple[str, str, list[str]]]  # topic, its name, when it is planned
    undiscussed: list[Slot]

    @property
    def side_by_side(self) -> list[Line]:
        """Questions that more than one meeting answered, so that differences show."""
        return [line for line in self.lines if len(line.asked) > 1]

    @property
    def open(self) -> list[Line]:
        return [line for line in self.lines if line.is_open]

    @property
    def has_begun(self) -> bool:
        """Whether a meeting is over, so that something can have been missed."""
        return any(slot.is_over for slot in self.slots)


def coverage_of(
    day: InterviewDay,
    meetings: Sequence[LineMeeting],
    talks: Talks,
    now: datetime,
) -> Coverage:
    """All but the suggestions, from plain rows."""
    slots = slots_of(day, meetings, talks.planned, now)
    lines = lines_of(slots)
    covered = {line.topic for line in lines if line.asked}
    return Coverage(
        slots=slots,
        lines=lines,
        uncovered=[
            (key, name, planned_for(key, lines))
            for key, name in TOPICS.items()
            if key not in covered
        ],
        undiscussed=undiscussed(day, meetings, slots, talks.asked_in, now),
    )


def planned_for(topic: str, lines: list[Line]) -> list[str]:
    """When a question on that topic is still to be asked, in clock times."""
    cells = (cell for line in lines if line.topic == topic for cell in line.cells)
    coming = {cell.slot.clock: None for cell in cells if cell.planned and not cell.slot.is_over}
    return list(coming)


def slots_of(
    day: InterviewDay,
    meetings: Sequence[LineMeeting],
    planned: Mapping[uuid.UUID, list[LinePlanned]],
    now: datetime,
) -> list[Slot]:
    """The meetings where one can ask somebody something, and those where something is planned."""
    pattern = "%a %H:%M" if day.last_date else "%H:%M"
    return [
        Slot(
            meeting=meeting,
            clock=f"{meeting.starts_at.astimezone(day.zone):{pattern}}",
            is_over=meeting.is_off or meeting.is_held(now),
            planned=planned.get(meeting.pk, []),
        )
        for meeting in meetings
        if planned.get(meeting.pk)
        or not (meeting.is_off or (meeting.format in QUIET and not meeting.people))
    ]


def suggest(
    slots: list[Slot], bank: Sequence[Question], roles: Iterable[tuple[uuid.UUID, str]]
) -> None:
    """Give each meeting the questions of the bank that fit its people and are planned nowhere."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for person, role in roles:
        kinds[str(person)].append(role)

    def roles_in(slot: Slot) -> list[str]:
        return [r for p in slot.meeting.people if not p.absent for r in kinds[p.id]]

    with_hr = [slot for slot in slots if is_with_hr(roles_in(slot), slot.meeting.format)]
    taken = {planned.question for slot in slots for planned in slot.planned}
    free = [q for q in bank if q.retired_at is None and str(q.pk) not in taken]
    for slot in slots:
        if slot.is_over:
            continue
        is_late = bool(with_hr) and slot is with_hr[-1]
        topics = topics_for(roles_in(slot), slot.meeting.format, is_late=is_late)
        fitting = [question for topic in topics for question in free if question.topic == topic]
        slot.suggested = fitting[:MOST_SUGGESTIONS]


def lines_of(slots: list[Slot]) -> list[Line]:
    """Each question that is planned somewhere, topic by topic."""
    places: dict[str, dict[str, LinePlanned]] = defaultdict(dict)
    for slot in slots:
        for planned in slot.planned:
            places[planned.question][slot.key] = planned
    lines = [
        Line(
            key=key,
            text=first.text,
            topic=first.topic,
            cells=[Cell(slot, there.get(slot.key)) for slot in slots],
        )
        for key, there in places.items()
        for first in list(there.values())[:1]
    ]
    lines.sort(key=lambda line: list(TOPICS).index(line.topic))
    for line in lines:
        if line.is_open:
            line.left = [slot for slot in slots if not slot.is_over and slot.names]
    return lines


def undiscussed(
    day: InterviewDay,
    meetings: Sequence[LineMeeting],
    slots: list[Slot],
    discussed: set[uuid.UUID],
    now: datetime,
) -> list[Slot]:
    """Meetings of a structured day whose promised area left no trace: no note, no question."""
    if day.structure not in (InterviewDay.Structure.STRUCTURED, InterviewDay.Structure.MIXED):
        return []
    traces = discussed | {m.pk for m in meetings if m.has_note}
    traces |= {slot.meeting.pk for slot in slots if any(p.is_asked for p in slot.planned)}
    by_key = {slot.meeting.pk: slot for slot in slots}
    return [
        by_key.get(m.pk) or Slot(m, f"{m.starts_at.astimezone(day.zone):%H:%M}", True, [])
        for m in meetings
        if m.focus and (m.is_off or (m.is_held(now) and m.pk not in traces))
    ]
