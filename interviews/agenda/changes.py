"""Clauses of a sentence that changes a list, and the new times in them."""

from __future__ import annotations

import re
from dataclasses import replace

from interviews.agenda import dates, times
from interviews.agenda.blocks import Block
from interviews.agenda.parts import is_short
from interviews.agenda.times import Clock, Span

_CLAUSE = re.compile(
    r"(?<=[\w)’'\"”][\w)’'\"”])[.!?]+\s+|;\s+|\n|,\s+(?=(?:and|und|et|en|y|e|och|og)\s+(?:the|der|die|das|la|le|el|il|de|o|a)\s)"
)


def clauses(text: str) -> list[str]:
    made = []
    place = 0
    for match in _CLAUSE.finditer(text):
        if match[0].startswith(".") and is_short(text[max(0, match.start() - 10) : match.start()]):
            continue
        made.append(text[place : match.end()])
        place = match.end()
    return [*made, text[place:]]


_USED = re.compile(
    r"\b(?:use|nehmen|prendre|gebruiken|usar|usamos|use room|move to|in)\s(?P<place>(?:room |raum |salle |sala )?[A-Z]{0,2}\d{1,4}(?:[.-]\d+)?)\b",
    re.IGNORECASE,
)


def used_room(sentence: str) -> tuple[str, int, int] | None:
    match = _USED.search(sentence)
    return (match["place"], match.start("place"), match.end("place")) if match else None


def is_same(one: Clock, other: Clock) -> bool:
    return one.minute == other.minute and one.hour % 12 == other.hour % 12


def spans_in(sentence: str) -> list[Span]:
    taken = [(mention.begin, mention.finish) for mention in dates.mentions(sentence)]
    found = times.spans(sentence, taken)
    for match in re.finditer(
        r"(?i)\b(?:the|at|das|die|der|les?|las?|het|de|gesprek van)\s(\d{1,2})(?:\s?o'?clock)?(?=\s(?:one|slot|interview|meeting|chat|session|with|is|was|has|moves|call|talk)|[,.]|$)",
        sentence,
    ):
        if not any(span.begin <= match.start(1) < span.finish for span in found):
            clock = Clock(int(match[1]), 0, None, 3, False, match.start(1), match.end(1))
            found.append(Span(clock, None, match.start(1), match.end(1)))
    return sorted(found, key=lambda span: span.begin)


def set_time(block: Block, new: Span) -> None:
    """The block at its new time; how long it takes is kept."""
    start, end = block.span.start, block.span.end
    block.end = None
    if new.end is None and end is not None:
        length = (end.minutes - start.minutes) % (12 * 60)
        total = new.start.minutes + length
        finish = replace(
            new.start,
            hour=total // 60 % 24,
            minute=total % 60,
            meridiem=None,
            is_24=new.start.is_24,
        )
        new = replace(new, end=finish)
    block.span = new
