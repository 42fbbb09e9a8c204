"""A meeting of an agenda on the page that looks it over: its form, drawn on the day line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from interviews.agenda.drafts import MeetingDraft
from interviews.dayline import FORMATS, MEDIA, QUIET
from interviews.forms.agenda import RowForm
from interviews.forms.meeting import name_and_title
from interviews.models import Meeting
from interviews.models.interviewer import name_key


@dataclass(frozen=True, slots=True)
class Flaw:
    """A field with errors, for the summary on top of the page."""

    label: str
    id_for_label: str
    errors: list[str]
    use_fieldset: bool = False
    auto_id: str = ""


@dataclass(frozen=True, slots=True)
class ShownPerson:
    name: str
    title: str
    is_known: bool


@dataclass
class Row:
    """A meeting on the page: its form, and how the day line shows what the form holds."""

    form: RowForm
    draft: MeetingDraft | None = None
    source: list[str] = field(default_factory=list)
    known: frozenset[str] = frozenset()
    clashes: bool = False
    # How it compares with what is there: new, moved, changed, back, same; empty for a new visit.
    change: str = ""
    was: list[str] = field(default_factory=list)
    match: UUID | None = None  # the meeting that it is, where it is there

    def text(self, name: str) -> str:
        value = self.form[name].value()
        return f"{value:%H:%M}" if isinstance(value, dt.time) else str(value or "")

    @property
    def lines(self) -> str:
        return " ".join(map(str, self.draft.lines)) if self.draft else ""

    @property
    def start(self) -> str:
        return self.text("start")

    @property
    def end(self) -> str:
        return self.text("end")

    @property
    def title(self) -> str:
        return self.text("title") or "One more meeting"

    @property
    def on(self) -> date | None:
        """The date that its own field says."""
        value = self.form["date"].value()
        try:
            return value if isinstance(value, date) else date.fromisoformat(value or "")
        except ValueError:
            return None

    @property
    def people(self) -> list[ShownPerson]:
        lines = [" ".join(line.split()) for line in self.text("people").splitlines()]
        pairs = [name_and_title(line) for line in lines if line.strip(" ,;-–—")]
        return [ShownPerson(n, title, name_key(n) in self.known) for n, title in pairs]

    @property
    def where(self) -> list[str]:
        kind, medium = self.text("format"), self.draft.medium if self.draft else ""
        words = [self.text("location")]
        if kind not in (*QUIET, Meeting.Format.OTHER):
            words.append(FORMATS.get(kind, ""))
        if medium in MEDIA and medium != Meeting.Medium.IN_PERSON:
            words.append(f"by {MEDIA[medium]}")
        return [word for word in words if word]

    @property
    def doubts(self) -> list[str]:
        """What is unsure of it, in words."""
        return list(dict.fromkeys(self.form.doubts.values()))

    @property
    def is_quiet(self) -> bool:
        return self.text("format") in QUIET and not self.text("people")

    @property
    def is_kept(self) -> bool:
        return self.form.is_kept

    @property
    def takes_place(self) -> bool:
        """Whether it will be on the agenda: kept, or there already."""
        return self.is_kept or self.change == "same"

    def flaws(self) -> Iterator[Flaw]:
        for bound in self.form if self.form.is_bound else ():
            if bound.errors:
                yield Flaw(
                    f"{self.title}, {bound.label}", bound.id_for_label, list(map(str, bound.errors))
                )


@dataclass
class RowDate:
    """The rows of one date, with its name where the visit has several."""

    name: str
    rows: list[Row]


def mark_clashes(rows: list[Row]) -> None:
    """Mark those that run at the same time as another one."""
    before: dict[date | None, Row] = {}
    for row in sorted(rows, key=lambda row: row.start):
        if not (row.start and row.end and row.takes_place):
            continue
        other = before.get(row.on)
        if other and row.start < other.end:
            row.clashes = other.clashes = True
        if other is None or row.end > other.end:
            before[row.on] = row
