"""Clock times that do not exist, or exist twice, on a day when the clocks change."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

WHICH = {"first": 0, "second": 1}  # the value of `fold` in the standard library


class FirstOrSecondField(forms.ChoiceField):
    """Which of two equal clock times is meant; asked only where it matters."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "The clocks go back: which of the two?")
        super().__init__(
            choices=[("first", "the first, before"), ("second", "the second, after")],
            required=False,
            widget=forms.RadioSelect,
            **kwargs,
        )


def which_of_two(local: datetime) -> str:
    """The answer to that field which means this moment; empty where it has no twin."""
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return ""
    return "second" if local.fold else "first"


def never_message(day: date, at: time, zone: ZoneInfo) -> str:
    """What to say of a clock time that the change to summer time leaves out."""
    before = datetime.combine(day, at, zone)
    shown = before.astimezone(ZoneInfo("UTC")).astimezone(zone)
    return (
        f"{at:%H:%M} does not exist on {day:%a %-d %b} in {zone.key}: the clocks go forward. "
        f"Perhaps {shown:%H:%M}?"
    )


def twice_message(day: date, at: time, zone: ZoneInfo) -> str:
    """What to say of a clock time that the change from summer time repeats."""
    return (
        f"{at:%H:%M} comes twice on {day:%a %-d %b} in {zone.key}: the clocks go back. "
        "Choose the first or the second."
    )
