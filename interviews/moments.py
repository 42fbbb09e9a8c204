"""Which meeting the moment belongs to: the one that runs, or has just ended, through a whole day.

Worked out ahead for every moment of a visit, so that a phone without a network knows it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from interviews.dayline import running_meeting, until_of
from interviews.models import Meeting
from interviews.models.line import LineMeeting

JUST_ENDED = timedelta(minutes=90)  # how long one still writes of a meeting that is over
PAUSES = (Meeting.Format.BREAK, Meeting.Format.TRAVEL)


@dataclass(frozen=True, slots=True)
class Moment:
    """From `at` on one writes of `meeting`; None is a time that belongs to none."""

    at: datetime
    meeting: LineMeeting | None


def moments(meetings: Sequence[LineMeeting]) -> list[Moment]:
    """The moments of a visit in order; before the first one nothing has begun."""
    # In a pause one writes of the meeting before it.
    written = [m for m in meetings if not m.is_off and (m.format not in PAUSES or m.people)]
    ends = {m.pk: until_of(m, written) for m in written}
    turns = {m.starts_at for m in written} | set(ends.values())
    turns |= {end + JUST_ENDED for end in ends.values()}
    found: list[Moment] = []
    for at in sorted(turns):
        ended = [m for m in written if ends[m.pk] <= at < ends[m.pk] + JUST_ENDED]
        last = max(ended, key=lambda m: ends[m.pk], default=None)
        shown = running_meeting(written, at) or last
        if not found or found[-1].meeting is not shown:
            found.append(Moment(at, shown))
    return found


def at_moment(found: Sequence[Moment], now: datetime) -> LineMeeting | None:
    """The meeting to write of at that moment."""
    past = [moment for moment in found if moment.at <= now]
    return past[-1].meeting if past else None
