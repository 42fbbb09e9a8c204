"""Dates and times in words, as every page says them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo


def day_name(day: date, today: date | None = None) -> str:
    """“Tue 24 Nov”, with the year where it is not that of `today`."""
    year = "" if today and day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"


def dates_name(first: date, last: date | None, today: date | None = None) -> str:
    """One date, or “Wed 4 to Thu 5 Feb 2026”."""
    if last is None or last == first:
        return day_name(first, today)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%a} {first.day} to {day_name(last, today)}"
    return f"{day_name(first, last)} to {day_name(last, today)}"


def distance(day: date, today: date) -> str:
    """“today”, “tomorrow”, “in 3 days”, “2 weeks ago”."""
    days = (day - today).days
    match days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "yesterday"
    count, unit = abs(days), "day"
    for length, name in ((365, "year"), (60, "month"), (14, "week")):
        if count >= length:
            count, unit = count // (30 if name == "month" else 7 if name == "week" else 365), name
            break
    many = f"{count} {unit}{'s' if count != 1 else ''}"
    return f"in {many}" if days > 0 else f"{many} ago"


def span(minutes: int) -> str:
    """“in 12 minutes”, “in 3 hours”; whole units are near enough while one waits."""
    if minutes < 1:
        return "now"
    if minutes < 90:
        return f"in {minutes} minute{'s' if minutes != 1 else ''}"
    hours = round(minutes / 60)
    return f"in {hours} hours"


def stamp(moment: datetime, zone: ZoneInfo, now: datetime) -> str:
    """“14:32” today, else “Tue 24 Nov, 14:32”, in that zone."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    clock = f"{local:%H:%M}"
    return clock if local.date() == today else f"{day_name(local.date(), today)}, {clock}"


def place_of(zone: str) -> str:
    """The place in a zone's name: “New York” of America/New_York."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")
