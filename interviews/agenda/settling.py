"""Which half of the day a bare "1:30" means, in the order of the day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from interviews.agenda.blocks import Block
from interviews.agenda.plain import folded
from interviews.agenda.times import PM, Clock

_AFTERNOON = 15 * 60  # a bare 7 or 8 later than this is in the evening


def is_24_hours(blocks: Sequence[Block]) -> bool:
    """Whether the times are written from 0 to 24."""
    clocks = [clock for block in blocks for clock in _clocks(block)]
    if any(clock.meridiem for clock in clocks if not (clock.hour == 12 and clock.minute == 0)):
        return False
    return any(clock.is_24 for clock in clocks)


def _clocks(block: Block) -> list[Clock]:
    ends = [block.span.end] if block.span.end else []
    return [block.span.start, *ends, *([block.end.start] if block.end else [])]


def settle(blocks: Sequence[Block]) -> list[tuple[dt.time, dt.time | None]]:
    """Start and end of each block of one day, in the order of the day."""
    whole_day = is_24_hours(blocks)
    made = []
    last = -1
    for block in blocks:
        clock = block.span.start
        end = block.span.end or (block.end.start if block.end else None)
        start = _start(clock, end, last, block.text, whole_day=whole_day)
        finish = _finish(start, end, whole_day=whole_day) if end else None
        last = start
        made.append((_time(start), _time(finish) if finish is not None else None))
    return made


def _time(minutes: int) -> dt.time:
    minutes %= 24 * 60
    return dt.time(minutes // 60, minutes % 60)


def _start(clock: Clock, end: Clock | None, last: int, text: str, *, whole_day: bool) -> int:
    if clock.meridiem or (whole_day and not clock.is_spoken) or clock.hour > 12 or clock.hour == 0:
        is_late = 0 < clock.hour < 6 and not clock.meridiem and last >= 8 * 60 > clock.minutes
        return clock.minutes + (12 * 60 if is_late else 0)
    morning = clock.hour % 12 * 60 + clock.minute
    evening = morning + 12 * 60
    if end is not None and end.meridiem:
        fitting = [start for start in (evening, morning) if start < end.minutes or end.minutes == 0]
        return fitting[0] if fitting else evening if end.meridiem == PM else morning
    plain = folded(text)
    if re.search(
        r"\b(?:dinner|supper|evening|abendessen|abends|cena|jantar|diner|drinks|middag|kolacja)\b",
        plain,
    ) and clock.hour in (4, 5, 6, 7, 8, 9, 10):
        return evening
    if re.search(
        r"\b(?:breakfast|fruhstuck|petit[- ]dejeuner|ontbijt|desayuno|colazione|frukost|morgenmad|sniadanie)\b",
        plain,
    ):
        return morning
    if clock.hour in (12, 1, 2, 3, 4, 5):
        return evening
    if clock.hour == 6 or (last >= _AFTERNOON and morning < last):
        return evening
    return morning


def _finish(start: int, end: Clock, *, whole_day: bool) -> int:
    if end.meridiem or end.hour > 12 or (whole_day and end.minutes > start and not end.is_spoken):
        return end.minutes
    morning = end.hour % 12 * 60 + end.minute
    return next((finish for finish in (morning, morning + 12 * 60) if finish > start), morning)
