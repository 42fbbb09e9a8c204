"""What belongs to one time of the agenda: its pieces of text, by what they are known to be."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from interviews.agenda.dates import DateMention
from interviews.agenda.times import Span

# What a column or a label says that its text is.
TOPIC, PEOPLE, TITLE, PLACE, NOTE, TIME, END, DATE, LENGTH, COMPANY = (
    "topic", "people", "title", "place", "note", "time", "end", "date", "length", "company",
)  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A text of a block; `role` is what its column or label says that it is, "" if nothing does."""

    text: str
    role: str = ""
    line: int = 0


@dataclass
class Block:
    """One time, with everything that is said of it."""

    span: Span
    pieces: list[Piece] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    date: DateMention | None = None
    day: dt.date | None = None
    end: Span | None = None
    is_prose: bool = False
    told: str = ""  # the whole sentence, where it is told in one
    # What corrections elsewhere in the text say of it.
    without: set[str] = field(default_factory=set)
    joined_by: list[str] = field(default_factory=list)
    place: str | None = None
    is_off: bool = False

    @property
    def text(self) -> str:
        return "\n".join(piece.text for piece in self.pieces)
