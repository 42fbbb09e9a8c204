"""Which meeting of a later agenda is which of those that are there. Pure: it knows rows only by
what an agenda says of them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from interviews.models.interviewer import name_key

ENOUGH = 0.55  # of 1; below it two meetings are not the same
FAR = 180  # minutes; so far apart, the time says nothing any more
ALIKE = 0.6  # titles that say the same in other words


@dataclass(frozen=True)
class Slot:
    """A meeting by what tells it from others; clock times are the visit's, `people` name keys."""

    title: str
    on: dt.date | None
    start: dt.time
    end: dt.time | None = None
    location: str = ""
    people: frozenset[str] = frozenset()
    uid: str = ""

    @cached_property
    def trigrams(self) -> frozenset[str]:
        text = f"  {name_key(self.title)} "
        return frozenset(text[n : n + 3] for n in range(len(text) - 2))

    @property
    def minute(self) -> int:
        return self.start.hour * 60 + self.start.minute


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets have in common, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def alike(one: Slot, other: Slot) -> float:
    """How alike two titles are, from 0 to 1."""
    return shared(one.trigrams, other.trigrams)


def nearness(one: Slot, other: Slot) -> float:
    """1 at the same time; less with each minute, and little on another date."""
    apart = abs(one.minute - other.minute)
    near = max(0.0, 1 - apart / FAR)
    return near if one.on is None or other.on is None or one.on == other.on else near * 0.3


def score(one: Slot, other: Slot, *, is_only: bool) -> float:
    """How surely both are the same meeting. `is_only`: no other one has that title on either side.

    Who is there tells most. The same title with other people is the same meeting only near the same
    time, or where nothing else is called so.
    """
    title, time = alike(one, other), nearness(one, other)
    if not (one.people and other.people):
        return 0.6 * title + 0.4 * time + (0.15 if is_only else 0)
    people = shared(one.people, other.people)
    if not people:
        return 0.35 * title + 0.3 * time + (0.25 if is_only else 0)
    return 0.4 * title + 0.35 * people + 0.25 * time


def pairs(later: Sequence[Slot], there: Sequence[Slot]) -> dict[int, int]:
    """For the meetings of the later agenda, by number, those that they are of the ones there.

    An invitation's own id settles it. Of the rest, the surest pairs come first, and each meeting is
    in one pair at most.
    """
    found = by_uid(later, there)
    taken = set(found.values())
    titles = [Counter(name_key(slot.title) for slot in slots) for slots in (later, there)]
    scores = []
    for n, one in enumerate(later):
        if n in found:
            continue
        key = name_key(one.title)
        is_only = all(count[key] == 1 for count in titles)
        for m, other in enumerate(there):
            if m not in taken:
                sure = score(one, other, is_only=is_only and name_key(other.title) == key)
                if sure >= ENOUGH:
                    scores.append((-sure, abs(one.minute - other.minute), n, m))
    for _, _, n, m in sorted(scores):
        if n not in found and m not in taken:
            found[n] = m
            taken.add(m)
    return found


def by_uid(later: Sequence[Slot], there: Sequence[Slot]) -> dict[int, int]:
    """The pairs with the same id, where it is one meeting's own: an event's lines share theirs."""
    once = []
    for slots in (later, there):
        count = Counter(slot.uid for slot in slots if slot.uid)
        once.append({s.uid: n for n, s in enumerate(slots) if count[s.uid] == 1})
    return {n: once[1][uid] for uid, n in once[0].items() if uid in once[1]}


def likely_gone(later: Sequence[Slot], there: Sequence[Slot], found: dict[int, int]) -> set[int]:
    """Of those there that no pair has, the ones that the later agenda seems to have dropped.

    It must speak of their date, and of at least half of what is there on it: a mail about one
    change leaves the rest of the day as it is.
    """
    kept = set(found.values())
    told = {slot.on for slot in later}
    gone = set()
    for m, slot in enumerate(there):
        if m in kept or (slot.on not in told and None not in told):
            continue
        same_date = [n for n, other in enumerate(there) if other.on == slot.on]
        if 2 * sum(n in kept for n in same_date) >= len(same_date):
            gone.add(m)
    return gone
