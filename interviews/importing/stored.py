"""What was read in an agenda, as JSON and back: so that a page can be left and opened again."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, fields
from typing import Any

from interviews.agenda.drafts import Agenda, MeetingDraft, PersonDraft

LONGEST_TEXT = 200_000  # characters of the lines that are kept
CUT = "The text is long: only its beginning is shown."


def stored(agenda: Agenda) -> dict[str, Any]:
    """The agenda as plain JSON that PostgreSQL takes: no NUL, no lone surrogates.

    Of a very long text only the beginning is kept; its meetings are, wherever they stand.
    """
    made: dict[str, Any] = plain(asdict(agenda))
    lines, size = [], 0
    for line in made["lines"]:
        size += len(line) + 1
        if size > LONGEST_TEXT:
            made["reports"].append(CUT)
            break
        lines.append(line)
    made["lines"] = lines
    made["left_over"] = [n for n in made["left_over"] if n < len(lines)]
    return made


def plain(value: Any) -> Any:
    match value:
        case dict():
            return {key: plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [plain(inner) for inner in value]
        case dt.date() | dt.time():
            return value.isoformat()
        case str():
            return clean(value)
    return value


def clean(text: str) -> str:
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def agenda_of(made: dict[str, Any]) -> Agenda:
    """What `stored` wrote. What a later version does not know is left out."""
    return Agenda(
        **known(Agenda, made)
        | {
            "lines": tuple(made.get("lines", ())),
            "meetings": tuple(meeting_of(meeting) for meeting in made.get("meetings", ())),
            "date": date_of(made.get("date")),
            "days": tuple(dt.date.fromisoformat(day) for day in made.get("days", ())),
            "coordinator": person_of(coordinator)
            if (coordinator := made.get("coordinator"))
            else None,
            "left_over": tuple(made.get("left_over", ())),
            "reports": tuple(made.get("reports", ())),
        }
    )


def meeting_of(made: dict[str, Any]) -> MeetingDraft:
    return MeetingDraft(
        **known(MeetingDraft, made)
        | {
            "date": date_of(made["date"]),
            "start": dt.time.fromisoformat(made["start"]),
            "end": dt.time.fromisoformat(made["end"]) if made["end"] else None,
            "people": tuple(person_of(person) for person in made["people"]),
            "lines": tuple(made["lines"]),
            "doubts": tuple(made["doubts"]),
        }
    )


def person_of(made: dict[str, Any]) -> PersonDraft:
    return PersonDraft(**known(PersonDraft, made))


def date_of(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


def known(kind: type, made: dict[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in made.items() if name in names}
