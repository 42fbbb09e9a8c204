"""What a page proposes to keep of an agenda: values cut to their columns, doubts in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from interviews.agenda.drafts import Agenda, MeetingDraft, PersonDraft
from interviews.models import Interviewer, Meeting
from interviews.models.day import MOST_DAYS

FORMATS = {str(value) for value in Meeting.Format.values}
MEDIA = {str(value) for value in Meeting.Medium.values}
# What to say of a field that may well be wrong, as `MeetingDraft.doubts` names it.
DOUBTS = {
    "date": "Is it that date?",
    "start": "Does it start then?",
    "end": "Does it end then?",
    "title": "Is it called that?",
    "kind": "Is it that kind of meeting?",
    "location": "Is it there?",
    "people": "Are these the people?",
}
LONGEST = {"title": 200, "location": 300, "focus": 200, "people": 200}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One meeting as the form begins with it, and what is unsure of it, by the form's field."""

    initial: dict[str, Any]
    doubts: dict[str, str]


def proposal_of(draft: MeetingDraft, window: Sequence[dt.date]) -> Proposal:
    """What to begin with; a meeting outside of the visit's dates is left out at first."""
    doubts = {
        {"kind": "format"}.get(name, name): DOUBTS[name] for name in draft.doubts if name in DOUBTS
    }
    texts = {"title": draft.title or "Meeting", "location": draft.location or ""}
    for name, text in texts.items():
        texts[name] = shortened(text, LONGEST[name])
        if texts[name] != " ".join(text.split()):
            doubts[name] = "It was too long, and is cut short."
    people = [person_line(person) for person in draft.people]
    if any(len(person.name) > LONGEST["people"] for person in draft.people):
        doubts["people"] = "A name was too long, and is cut short."
    return Proposal(
        initial={
            "keep": not window or draft.date is None or draft.date in window,
            "date": draft.date,
            "start": draft.start,
            "end": draft.end,
            "format": draft.kind if draft.kind in FORMATS else Meeting.Format.OTHER,
            "people": "\n".join(people),
            **texts,
        },
        doubts=doubts,
    )


def person_line(person: PersonDraft) -> str:
    """“Name, title”, as the field for people reads it."""
    name = shortened(person.name.replace(",", " ").replace(";", " "), LONGEST["people"])
    title = shortened(person.title or "", LONGEST["people"])
    return f"{name}, {title}" if title else name


def shortened(text: str, longest: int) -> str:
    """The text in one line, and cut where it is too long."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def dates_of(agenda: Agenda) -> list[dt.date]:
    """Every date that a meeting is on, else those that the agenda names."""
    on = {meeting.date for meeting in agenda.meetings if meeting.date}
    return sorted(on) or sorted({*agenda.days, *filter(None, [agenda.date])})


def week_of(dates: Sequence[dt.date], today: dt.date) -> list[dt.date]:
    """Those of one visit, where a calendar holds more: at most a week, from the next one on."""
    first = next((date for date in dates if date >= today), dates[0] if dates else today)
    week = [date for date in dates if 0 <= (date - first).days < MOST_DAYS]
    before = [date for date in dates if date < first and (dates[-1] - date).days < MOST_DAYS]
    return before + week if week and before and week[-1] == dates[-1] else week


def coordinator_of(agenda: Agenda) -> dict[str, str]:
    """Who arranges the visit, cut to the columns of a person."""
    person = agenda.coordinator
    if person is None:
        return {}
    return {
        "coordinator": shortened(person.name, LONGEST["people"]),
        "coordinator_title": shortened(person.title or "", LONGEST["people"]),
        "coordinator_email": person.email or "",
        "coordinator_phone": shortened(person.phone or "", phone_length()),
    }


def phone_length() -> int:
    length: int | None = Interviewer._meta.get_field("phone").max_length
    assert length
    return length
