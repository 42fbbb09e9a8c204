"""What a thank-you letter can take up: everything that was written of a person's meetings."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, DateTimeField, F, Value

from interviews.letters import WORD
from interviews.marks import MARKS, marked
from interviews.models import (
    AskedQuestion,
    Attendance,
    Impression,
    Interviewer,
    Note,
    PlannedQuestion,
    Quality,
    User,
)
from interviews.passages import passages

# What `passages` leaves of a mark before its words.
MARK = re.compile(rf"^(?:{'|'.join(map(re.escape, MARKS.values()))})[:?!]\s*", re.IGNORECASE)
SEEN, ANSWERED, ASKED, SHOWN, NOTED = range(5)  # in the order in which they are offered

Row = tuple[
    int, datetime | None, str, str, str
]  # kind, start and title of the meeting, about what, text


@dataclass(frozen=True, slots=True)
class Material:
    """A passage that a letter can take up, and where it was written."""

    text: str
    source: str

    @property
    def key(self) -> str:
        """A short name for it in forms."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


def material_for(
    user: User, application: uuid.UUID, person: Interviewer, met: Sequence[Attendance]
) -> list[Material]:
    """What was written of this person, the meetings with them, and the position: one query.

    First the line to remember them by, then what names them, which in a panel is each one's own;
    then impressions, answers, what they asked, the own examples of what the job asks for, and
    notes, of these the marked passages first.
    """
    found = [Material(a.remember, f"To remember, {a.meeting.title}") for a in met if a.remember]
    rows = written_of(user, application, [attendance.meeting_id for attendance in met])
    for kind, _, meeting, about, text in rows:
        if kind == ANSWERED:
            found.append(Material(text, f"Their answer to “{about}”, {meeting}"))
        elif kind == ASKED:
            found.append(Material(text, f"They asked, {meeting}"))
        elif kind == SHOWN:
            found.append(Material(text, f"Your example of “{about}”"))
        elif kind == SEEN:
            found.append(Material(text, f"{about}, {meeting}"))
    notes = [(meeting, text) for kind, _, meeting, _, text in rows if kind == NOTED]
    for meeting, text in notes:
        found += [Material(m.words, f"{m.label}, {meeting}") for m in marked(text)]
    for meeting, text in notes:
        found += [Material(passage, f"Note, {meeting}") for passage in passages(text)]
    return about_first(person.name, without_repeats(found))


def written_of(user: User, application: uuid.UUID, meetings: list[uuid.UUID]) -> list[Row]:
    """What was written of these meetings and this application, by kind, in the day's order."""
    place = (F("meeting__starts_at"), F("meeting__title"))
    nothing = Value("", CharField())
    no_place = (Value(None, DateTimeField()), nothing)

    def of(kind: int) -> Value:
        return Value(kind)

    seen = Impression.objects.visible_to(user).filter(meeting__in=meetings)
    answers = PlannedQuestion.objects.visible_to(user).filter(meeting__in=meetings)
    asked = AskedQuestion.objects.visible_to(user).filter(meeting__in=meetings)
    shown = Quality.objects.visible_to(user).filter(application=application)
    notes = Note.objects.visible_to(user).filter(meeting__in=meetings)
    parts = (
        seen.exclude(observation="").values_list(
            of(SEEN), *place, "dimension__name", "observation"
        ),
        answers.exclude(answer="").values_list(of(ANSWERED), *place, "question__text", "answer"),
        asked.values_list(of(ASKED), *place, nothing, "text"),
        shown.exclude(example="").values_list(of(SHOWN), *no_place, "sought", "example"),
        notes.written().values_list(of(NOTED), *place, nothing, "text"),
    )
    first, *others = (part.order_by() for part in parts)
    rows: list[Row] = list(first.union(*others, all=True))
    return sorted(rows, key=lambda row: row[:2])


def without_repeats(found: list[Material]) -> list[Material]:
    """Each passage once: what carries a mark is a passage of its note too, with the mark before."""
    kept: dict[str, Material] = {}
    for material in found:
        kept.setdefault(MARK.sub("", material.text), material)
    return list(kept.values())


def about_first(name: str, found: list[Material]) -> list[Material]:
    """Before the rest what names this person."""
    names = {part.casefold() for part in name.split() if len(part) > 2 and not part.endswith(".")}

    def is_about(material: Material) -> bool:
        words = {
            word.casefold().removesuffix("’s").removesuffix("'s")
            for word in WORD.findall(material.text)
        }
        return material.source.startswith("To remember") or bool(names & words)

    return sorted(found, key=lambda material: not is_about(material))
