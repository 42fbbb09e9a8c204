"""Ratings drawn: marks on a line from −2 to +2, each with its label, none over another.

Pure numbers for an SVG that the server writes; templates only fill them in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LEFT, STEP, WIDTH = 28.0, 66.0, 320  # where −2 stands, how far to the next, how wide it all is
LANE, CHARACTER, PADDING, GAP = 26, 7.2, 14.0, 3.0  # of a label: height, letter, edges, distance
AXIS = 24  # the height of the line with its five ticks


@dataclass(frozen=True, slots=True)
class Value:
    """What is to be drawn: a rating or a mean, and whether observations stand behind it."""

    at: float
    label: str
    is_backed: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """A label in its place: the corner and width of its box, and its middle."""

    x: float
    y: int
    width: float
    middle: float
    baseline: int
    label: str
    is_backed: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """One line with its marks."""

    marks: list[Mark]
    axis: int
    height: int
    ticks: list[tuple[float, str]]


def strip(values: Iterable[Value]) -> Strip:
    """The values on one line; those too close to stand side by side stand above each other."""
    ends: list[float] = []  # of each lane, from the line upwards
    placed: list[tuple[int, float, float, Value]] = []
    for value in sorted(values, key=lambda v: v.at):
        width = round(len(value.label) * CHARACTER + PADDING, 1)
        middle = LEFT + (value.at + 2) * STEP
        start = round(min(max(middle - width / 2, 1), WIDTH - 1 - width), 1)
        lane = next((i for i, end in enumerate(ends) if end + GAP <= start), len(ends))
        ends[lane : lane + 1] = [start + width]
        placed.append((lane, start, width, value))
    axis = len(ends) * LANE + 2
    marks = [
        Mark(
            x=start,
            y=axis - (lane + 1) * LANE,
            width=width,
            middle=round(start + width / 2, 1),
            baseline=axis - lane * LANE - 9,
            label=value.label,
            is_backed=value.is_backed,
        )
        for lane, start, width, value in placed
    ]
    ticks = [(LEFT + i * STEP, sign) for i, sign in enumerate(("−2", "−1", "0", "+1", "+2"))]
    return Strip(marks, axis, axis + AXIS, ticks)


def signed(value: float | None) -> str:
    """A mean as people read it: “+1.5”, “−0.3”, “0”; nothing where there is none."""
    if value is None:
        return ""
    rounded = round(value, 1)
    return f"{rounded:+g}".replace("-", "−") if rounded else "0"
