"""The day line: a visit's meetings on a rail of time, as plain text for the templates.

Templates look nothing up in models here: half the time of a page goes into such look-ups.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from interviews.links import address_of
from interviews.models import InterviewDay, Meeting
from interviews.models.line import LineMeeting, LinePerson
from interviews.when import day_name, place_of

WITHOUT_END = timedelta(hours=1)  # how long a meeting counts as running when its end is not known
QUIET = (Meeting.Format.BREAK, Meeting.Format.TRAVEL, Meeting.Format.MEAL)
FORMATS = dict(Meeting.Format.choices)
MEDIA = dict(Meeting.Medium.choices)


@dataclass(frozen=True, slots=True)
class LineRow:
    """One meeting. `state` is its class on the rail; `badges` say the same in words.

    `since` and `until` are the instants between which it counts as running; one that does not take
    place has none.
    """

    id: str
    url: str
    since: str
    until: str
    start: str
    end: str
    state: str
    title: str
    people: list[LinePerson]
    where: list[str]
    badges: list[str]
    has_note: bool
    is_off: bool
    is_quiet: bool
    questions: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LineDate:
    """One date of the visit with its meetings in order."""

    iso: str
    name: str
    rows: list[LineRow] = field(default_factory=list)


def day_line(
    day: InterviewDay,
    meetings: Sequence[LineMeeting],
    now: datetime,
    questions: Mapping[uuid.UUID, list[str]] | None = None,
) -> list[LineDate]:
    """The visit's dates, each with its rows; with `questions`, what one wants to ask in each.

    `meetings` are those of `meetings_of`. Clock times are those of the visit's zone; where a
    meeting has a zone of its own, the time there stands beside them.
    """
    zone, today = day.zone, now.astimezone(day.zone).date()
    line = {on: LineDate(on.isoformat(), day_name(on, today)) for on in day.dates}
    running = running_meeting(meetings, now)
    coming = next_meeting(meetings, now) if today in line else None
    crossing = overlapping(meetings)
    takes_place = [meeting for meeting in meetings if not meeting.is_off]
    for meeting in meetings:
        start = meeting.starts_at.astimezone(zone)
        on = start.date()
        if on not in line:  # never by our forms; shown all the same
            line[on] = LineDate(on.isoformat(), day_name(on, today))
        badges = [
            *(["now"] if meeting is running else []),
            *(["next"] if meeting is coming else []),
            *([meeting.status] if meeting.is_off else []),
            *(["at the same time as another"] if meeting.pk in crossing else []),
            *(["added on the day"] if meeting.added_on_the_day else []),
        ]
        line[on].rows.append(
            LineRow(
                id=str(meeting.pk),
                url=address_of("meeting-detail", meeting.pk),
                since="" if meeting.is_off else instant(meeting.starts_at),
                until="" if meeting.is_off else instant(until_of(meeting, takes_place)),
                start=f"{start:%H:%M}",
                end=clock_end(meeting, zone),
                state=" ".join(
                    (
                        state_of(meeting, now, is_running=meeting is running),
                        *(["next"] if meeting is coming else []),
                        *(["clash"] if meeting.pk in crossing else []),
                    )
                ),
                title=meeting.title,
                people=meeting.people,
                where=where_of(meeting, day),
                badges=badges,
                has_note=meeting.has_note,
                is_off=meeting.is_off,
                is_quiet=is_quiet(meeting),
                questions=(questions or {}).get(meeting.pk, []),
            )
        )
    return [line[on] for on in sorted(line)]


def running_meeting(meetings: Sequence[LineMeeting], now: datetime) -> LineMeeting | None:
    """The meeting that runs at that moment; of several, the one that began last."""
    running = None
    takes_place = [meeting for meeting in meetings if not meeting.is_off]
    for meeting in takes_place:
        if meeting.starts_at <= now < until_of(meeting, takes_place):
            running = meeting
    return running


def until_of(meeting: LineMeeting, meetings: Sequence[LineMeeting]) -> datetime:
    """When a meeting is over. One without an end gives way an hour on, or to the next one."""
    if meeting.ends_at is not None:
        return meeting.ends_at
    later = (other.starts_at for other in meetings if other.starts_at > meeting.starts_at)
    return min(meeting.starts_at + WITHOUT_END, next(later, datetime.max.replace(tzinfo=UTC)))


def instant(moment: datetime) -> str:
    """A moment as scripts read it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def next_meeting(meetings: Sequence[LineMeeting], now: datetime) -> LineMeeting | None:
    """The first meeting that has not begun."""
    coming = (m for m in meetings if m.starts_at > now and not m.is_off)
    return next(coming, None)


def overlapping(meetings: Sequence[LineMeeting]) -> set[object]:
    """The keys of meetings that run at the same time as another one."""
    crossing: set[object] = set()
    before: LineMeeting | None = None  # of those so far, the one that ends last
    for meeting in meetings:
        if meeting.is_off or meeting.ends_at is None:
            continue
        if before and before.ends_at and meeting.starts_at < before.ends_at:
            crossing |= {before.pk, meeting.pk}
        if before is None or before.ends_at is None or meeting.ends_at > before.ends_at:
            before = meeting
    return crossing


def state_of(meeting: LineMeeting, now: datetime, *, is_running: bool) -> str:
    """Its class on the rail."""
    if meeting.is_off:
        return "cancelled"
    if is_running:
        return "now"
    held = "held" if meeting.is_held(now) else "planned"
    return f"quiet {held}" if is_quiet(meeting) else held


def is_quiet(meeting: LineMeeting) -> bool:
    """Whether it is drawn small: a pause with nobody in it."""
    return meeting.format in QUIET and not meeting.people


def clock_end(meeting: LineMeeting, zone: ZoneInfo) -> str:
    """Its end on the visit's clock, with the day of the week where it is another day."""
    if meeting.ends_at is None:
        return ""
    end = meeting.ends_at.astimezone(zone)
    other_day = end.date() != meeting.starts_at.astimezone(zone).date()
    return f"{end:%a %H:%M}" if other_day else f"{end:%H:%M}"


def where_of(meeting: LineMeeting, day: InterviewDay) -> list[str]:
    """Place, kind and focus in a few words each."""
    words = [meeting.location]
    if meeting.format not in (*QUIET, Meeting.Format.OTHER):
        words.append(FORMATS[meeting.format])
    if meeting.medium != Meeting.Medium.IN_PERSON:
        words.append(f"by {MEDIA[meeting.medium]}")
    if meeting.focus:
        words.append(f"focus: {meeting.focus}")
    if meeting.own_zone and meeting.time_zone != day.time_zone:
        there = meeting.starts_at.astimezone(meeting.own_zone)
        words.append(f"{there:%H:%M} in {place_of(meeting.time_zone)}")
    return [word for word in words if word]
