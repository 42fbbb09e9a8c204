"""Applications side by side: dimensions with their observations, must-haves, offers."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from interviews.culture import Evidence, Judged, counting, gather, judge, total
from interviews.models import (
    Application,
    Dimension,
    Impression,
    InterviewDay,
    MustHave,
    User,
)
from interviews.models.dimension import Direction
from interviews.picture import Strip, Value, signed, strip

MOST = 6  # applications side by side
LETTERS = "ABCDEF"
Row = TypeVar("Row", InterviewDay, MustHave)


@dataclass(frozen=True, slots=True)
class Column:
    """One application, by its letter in the picture, with all that is compared of it."""

    letter: str
    application: Application
    days: list[InterviewDay]
    evidence: dict[uuid.UUID, Evidence]
    must_haves: list[Judged]

    @property
    def overall(self) -> list[tuple[InterviewDay, str]]:
        """Each visit with the overall impression of it, or nothing."""
        return [(day, day.get_overall_impression_display()) for day in self.days]

    def sum_of(self, way: str) -> tuple[str, int]:
        """The weighted mean of a direction, and from how many dimensions."""
        items = [e for e in self.evidence.values() if e.dimension.direction == way]
        return signed(total(items)), counting(items)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one application showed of one dimension."""

    column: Column
    evidence: Evidence

    @property
    def letter(self) -> str:
        return self.column.letter

    @property
    def value(self) -> Value | None:
        """Its mark in the picture: the letter, and from how many observations."""
        if self.evidence.mean is not None:
            return Value(self.evidence.mean, f"{self.letter} {len(self.evidence.backed)}")
        if not self.evidence.seen:
            return None
        ratings = [i.rating for i in self.evidence.seen]
        return Value(sum(ratings) / len(ratings), f"{self.letter} 0", is_backed=False)

    @property
    def rated(self) -> str:
        """The mean of what was only rated, for the table; it counts nowhere."""
        value = self.value
        return signed(value.at) if value and not value.is_backed else ""


@dataclass(frozen=True, slots=True)
class Line:
    """One dimension across the applications."""

    dimension: Dimension
    cells: list[Cell]

    @property
    def picture(self) -> Strip:
        return strip(cell.value for cell in self.cells if cell.value)

    @property
    def is_seen(self) -> bool:
        """Whether any of them showed something of it."""
        return len(self.missing) < len(self.cells)

    @property
    def missing(self) -> list[str]:
        """The letters of those that showed nothing of it."""
        return [cell.letter for cell in self.cells if not cell.evidence.seen]

    @property
    def says(self) -> str:
        """The picture in words."""
        return f"{self.dimension}: {'; '.join(in_words(cell) for cell in self.cells)}"


def in_words(cell: Cell) -> str:
    name = str(cell.column.application.company)
    if not cell.evidence.seen:
        return f"{name} not observed"
    if cell.evidence.mean is None:
        return f"{name} {cell.rated}, unbacked"
    count = len(cell.evidence.backed)
    return f"{name} {cell.evidence.sign} from {count} observation{'s' if count > 1 else ''}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Up to six applications of one user, in the order in which they were chosen."""

    columns: list[Column]
    dimensions: list[Dimension]

    @property
    def directions(self) -> list[tuple[str, list[tuple[Column, str, int]], list[Line]]]:
        """Each direction with its weighted means and its lines; one without a line is left out."""
        found = []
        for way in Direction:
            lines = [self._line(d) for d in self.dimensions if d.direction == way]
            if lines:
                sums = [(column, *column.sum_of(way)) for column in self.columns]
                found.append((str(way.label), sums, lines))
        return found

    def _line(self, dimension: Dimension) -> Line:
        return Line(dimension, [Cell(c, c.evidence[dimension.pk]) for c in self.columns])


def compare(user: User, applications: Sequence[Application]) -> Comparison:
    """These of the user's applications side by side: four queries."""
    keys = [application.pk for application in applications]
    dimensions = Dimension.objects.of(user)
    visits = InterviewDay.objects.visible_to(user).filter(application__in=keys)
    days = grouped(visits.order_by("date", "created_at"))
    impressions = Impression.objects.visible_to(user).filter(day__application__in=keys)
    seen: dict[uuid.UUID, list[Impression]] = {}
    for impression in impressions.select_related("meeting", "day"):
        seen.setdefault(impression.day.application_id, []).append(impression)
    must_haves = MustHave.objects.visible_to(user).filter(application__in=keys)
    wanted = grouped(must_haves.select_related("dimension"))
    columns = []
    for letter, application in zip(LETTERS, applications, strict=False):
        evidence = {e.dimension.pk: e for e in gather(dimensions, seen.get(application.pk, []))}
        rows = wanted.get(application.pk, [])
        columns.append(
            Column(
                letter,
                application,
                days.get(application.pk, []),
                evidence,
                judge(rows, evidence),
            )
        )
    return Comparison(columns, dimensions)


def grouped(rows: Iterable[Row]) -> dict[uuid.UUID, list[Row]]:
    """The rows of each application, in their order."""
    found: dict[uuid.UUID, list[Row]] = {}
    for row in rows:
        found.setdefault(row.application_id, []).append(row)
    return found
