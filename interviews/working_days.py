"""Working days: Monday to Friday. Holidays are not known."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SATURDAY = 5  # of date.weekday()


def working_days_after(day: date, count: int) -> date:
    """The working day that comes so many working days after `day`, which itself is not counted."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day


def over_after(moment: datetime, count: int, zone: ZoneInfo) -> datetime:
    """The instant from which so many whole working days have gone by since `moment`.

    That is midnight, in `zone`, at the end of the last of them.
    """
    last = working_days_after(moment.astimezone(zone).date(), count)
    return datetime.combine(last + timedelta(days=1), time.min, zone)
