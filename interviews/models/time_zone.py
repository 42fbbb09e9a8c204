"""Time zones by their IANA names, and clock times in them."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cache
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models


class Clock(Enum):
    """What a clock time is on a given day in a given zone."""

    ONCE = "once"
    TWICE = "twice"
    NEVER = "never"


@cache
def time_zone_names() -> tuple[str, ...]:
    """The names that people choose from: Area/Place, and UTC."""
    areas = (
        "Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/",
        "Europe/", "Indian/", "Pacific/",
    )  # fmt: skip
    known = zoneinfo.available_timezones()
    return (*sorted(name for name in known if name.startswith(areas)), "UTC")


def validate_time_zone(name: str) -> None:
    """Raise ValidationError for what is not the name of a zone."""
    if name not in time_zone_names():
        raise ValidationError(
            "“%(name)s” is not a time zone. Choose one such as Europe/London.",
            code="unknown_zone",
            params={"name": name[:64]},
        )


def clock(day: date, at: time, zone: ZoneInfo) -> Clock:
    """Whether that clock time exists once, twice or never on that day in that zone."""
    first = datetime.combine(day, at, zone)
    second = first.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return Clock.ONCE
    there_and_back = first.astimezone(UTC).astimezone(zone)
    return Clock.TWICE if there_and_back.time() == at else Clock.NEVER


def instant(day: date, at: time, zone: ZoneInfo, *, fold: int = 0) -> datetime:
    """The instant of a clock time, in UTC; of two, the first, or with `fold=1` the second."""
    return datetime.combine(day, at.replace(fold=fold), zone).astimezone(UTC)


def rezoned(
    moment: datetime, old: ZoneInfo, new: ZoneInfo, days: int = 0, fold: int | None = None
) -> datetime:
    """The instant with the same clock time in another zone, and so many days later.

    `fold` is as in `instant`; without it, that of `moment` stays.
    """
    local = moment.astimezone(old)  # adding days to it would forget its fold
    on = local.date() + timedelta(days=days)
    return instant(on, local.time(), new, fold=local.fold if fold is None else fold)


class IsTimeZone(models.Func):
    """Whether PostgreSQL knows a zone of that name; see the first migration."""

    function = "public.second_look_is_time_zone"
    output_field = models.BooleanField()
