"""What sentences around a list tell beside it: "The evening before, at 7, we have dinner with Ana Sol"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from interviews.agenda import dates, prose
from interviews.agenda.blocks import Block
from interviews.agenda.corrections import is_correction
from interviews.agenda.dates import DateMention
from interviews.agenda.entries import CHATTER, Entry
from interviews.agenda.kinds import hits
from interviews.agenda.names import find
from interviews.agenda.plain import folded
from interviews.agenda.times import AM

_EVE = re.compile(
    r"\b(?:the (?:evening|night) before|(?:evening|night) prior|vorabend|(?:abend|tag) (?:davor|zuvor|vorher)|abends zuvor|la veille|avond (?:ervoor|tevoren)|vooravond|vispera|(?:tarde|noche|dia) anterior|la sera (?:prima|precedente)|vigilia|vespera|noite anterior|"
    r"kvallen (?:innan|fore)|aftenen (?:for|inden)|kvelden for|dzien wczesniej|wieczor wczesniej|poprzedniego wieczoru)\b"
)
_DINNER = re.compile(
    r"\b(?:dinner|supper|drinks|abendessen|diner|souper|cena\w*|jantar|middag|aftensmad|kveldsmat|kolacja|avondeten)\b"
)
_EVENING = 17 * 60


@dataclass
class Aside:
    """A block told beside the list, and what is said of its day."""

    block: Block
    is_eve: bool
    mention: DateMention | None
    weekday: int | None

    def day(self, first: dt.date | None) -> dt.date | None:
        """The day of the block, counted from the first day of the list; None if that is its own."""
        if first is None:
            return None
        if self.weekday is not None:
            back = (first.weekday() - self.weekday) % 7
            return first - dt.timedelta(back) if back <= 3 else first + dt.timedelta(7 - back)
        return first - dt.timedelta(1) if self.is_eve else None


def asides(entries: Sequence[Entry], listed: Sequence[Block]) -> list[Aside]:
    """Meals told in sentences outside of the list: in the evening, or on another day than it."""
    taken = {number for block in listed for number in block.lines}
    untaken = [entry for entry in entries if entry.line.number not in taken]
    if not any(entry.spans for entry in untaken):
        return []
    made = []
    for block in prose.blocks(untaken):
        plain = folded(block.told)
        is_meal = any(name == "meal" for _, name, _ in hits(block.text))
        if not is_meal or CHATTER.search(plain) or is_correction(block.told):
            continue
        start = block.span.start
        is_bare = start.hour < 11 and start.meridiem != AM and not start.is_24
        late = start.minutes >= _EVENING or (is_bare and bool(_DINNER.search(plain)))
        mentions, named = dates.mentions(block.told), dates.weekdays(block.told)
        is_eve = bool(_EVE.search(plain))
        if not (is_eve or (late and (mentions or named or find(block.text)))):
            continue
        block.is_prose = False
        made.append(
            Aside(block, is_eve, mentions[0] if mentions else None, named[0][0] if named else None)
        )
    return made
