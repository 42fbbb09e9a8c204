"""Meetings as an iCalendar file (RFC 5545), for any calendar program. Knows no Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

NEAR = timedelta(days=366)  # how far around the events a zone's clock changes are written out


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One meeting. `uid` stays for ever, `sequence` grows with changes, `changed_at` is the last.

    `starts_at` and `ends_at` are instants; they are written as clock times of `zone`. An event
    without an end is written without one.
    """

    uid: str
    sequence: int
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime | None
    zone: ZoneInfo
    title: str
    location: str = ""
    description: str = ""
    url: str = ""
    is_cancelled: bool = False


def calendar(name: str, events: Sequence[CalendarEvent], alarm: timedelta | None = None) -> bytes:
    """The file: every event, the zones they are in, and before each an alarm where one is wanted.

    The same events make the same bytes.
    """
    made = Calendar()
    made.add("prodid", "-//Second Look//Second Look//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    for event in events:
        made.add_component(component(event, alarm))
    if events:
        days = [event.starts_at.date() for event in events]
        made.add_missing_timezones(safe(min(days), -NEAR), safe(max(days), NEAR))
    content: bytes = made.to_ical()
    return content


def component(event: CalendarEvent, alarm: timedelta | None) -> Event:
    """The event as its VEVENT; one that does not take place has no alarm and takes no time."""
    made = Event()
    made.add("uid", event.uid)
    made.add("sequence", event.sequence)
    made.add("dtstamp", event.changed_at)
    made.add("last-modified", event.changed_at)
    made.add("dtstart", clock_time(event.starts_at, event.zone))
    if event.ends_at:
        made.add("dtend", clock_time(event.ends_at, event.zone))
    made.add("summary", f"Cancelled: {event.title}" if event.is_cancelled else event.title)
    made.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT" if event.is_cancelled else "OPAQUE")
    for key in ("location", "description", "url"):
        if value := getattr(event, key):
            made.add(key, value)
    if alarm is not None and not event.is_cancelled:
        made.add_component(reminder(event.title, alarm))
    return made


def clock_time(moment: datetime, zone: ZoneInfo) -> datetime:
    """The instant on the zone's clock; in UTC the second of two equal clock times.

    A file means the first of two by such a time, and has no word for the other.
    """
    local = moment.astimezone(zone)
    return moment.astimezone(UTC) if local.fold else local


def reminder(title: str, before: timedelta) -> Alarm:
    """An alarm so long before the start."""
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", title)
    made.add("trigger", -before)
    return made


def safe(day: date, by: timedelta) -> date:
    """The date so much earlier or later, within what a calendar knows."""
    return min(max(day, date(1971, 1, 1)) + by, date(2101, 1, 1))
