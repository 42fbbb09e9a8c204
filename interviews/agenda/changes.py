"""Clauses of a sentence that changes a list, and the new times in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from interviews.agenda import dates, times
from interviews.agenda.blocks import Block
from interviews.agenda.parts import is_short
from interviews.agenda.plain import same_length_folded
from interviews.agenda.times import Clock, Span

_CLAUSE = re.compile(
    r"(?<=[\w)’'\"”][\w)’'\"”])[.!?]+\s+|;\s+|\n|,\s+(?=(?:and|und|et|en|y|e|och|og)\s+(?:the|der|die|das|la|le|el|il|de|o|a)\s)"
)


_VERB = re.compile(
    r"\b(?:mov(?:es|ed|ing)|cancell?ed|off|sick|swap\w*|shift\w*|push\w*|takes?|replac\w+|joins?|cover\w*|leave|now|steps?|stands?|dropp?ed|added|adding|out|ill|unavailable|jetzt|neu|maintenant|desormais|nu|ahora|ora|agora|entfallt|verschiebt|verlegt|krank|ubernimmt|ersetzt|annulee?|deplacee?|decalee?|avancee?|reportee?|remplac\w+|prend|"
    r"vervalt|verplaatst|verschuift|verzet|ziek|neemt|vervangt|cancela\w*|pasa|mueve|adelanta|retrasa|sustituye|anulad[oa]|annullat[oa]|spostat[oa]|slitta|sostituisce|passa|substitui|flyttas|flyttes|installd|aflyst|avlyst)\b"
)
_CLOCK = re.compile(r"\d{1,2}[.:h]\d{2}")
_TELLS = re.compile(r"(?:[^\W\d_][\w'’-]*[\s.]+){2,}")  # words before the time
_AND = re.compile(r",?\s(?:and|und|et|en|y|e|och|og|i|while|wahrend|tandis que)\s")


def _halves(text: str) -> list[str]:
    """A clause in two where an "and" stands between two that each tell a change."""
    plain = same_length_folded(text)
    for match in _AND.finditer(plain):
        one, other = plain[: match.start()], plain[match.end() :]
        if _VERB.search(one) and _VERB.search(other):
            return [text[: match.start()], *_halves(text[match.end() :])]
        if _CLOCK.search(one) and _CLOCK.search(other) and _TELLS.match(other):
            return [text[: match.start()], *_halves(text[match.end() :])]
    return [text]


def clauses(text: str) -> list[str]:
    """The clauses that each may tell a change."""
    return [half for clause in _sentences(text) for half in _halves(clause)]


def _sentences(text: str) -> list[str]:
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


_FROM = re.compile(
    r"(?:\b(?:mov\w+|brought forward|pushed|passe\w*|decal\w+|deplac\w+|verschob\w+|verlegt|verplaatst|verschoven|verzet|pasa\w*|traslad\w+|adelant\w+|retras\w+|spostat\w+|slitta|anticipat\w+|shift\w+|chang\w+|flytt\w+|mud\w+|przenies\w+)\b[^.;]{0,24})$"
)


def _apart(span: Span, sentence: str) -> list[Span]:
    """ "Moves from 14:30 to 11:15" is the old time and the new one, and no range."""
    if span.end is None:
        return [span]
    plain = same_length_folded(sentence)
    is_backward = span.end.minutes < span.start.minutes and span.start.hour < 24
    told = re.match(r"\s*(?:from|von|de|van|da|dalle|fra|fran|das|od|des)\b", plain[span.begin :])
    if not (_FROM.search(plain[: span.begin]) and (told or is_backward)):
        return [span]
    first = replace(span, end=None, finish=span.start.finish)
    return [first, replace(span, start=span.end, end=None, begin=span.end.begin)]


_DOTTED = re.compile(
    r"(?<![\d.,:/-])(2[0-3]|[01]?\d)\.([0-5]\d)(?![\d%€$£]|[.,:/]\d|\s?(?:%|eur|usd|km))"
)
_ROOM = re.compile(r"(?:room|rm|raum|zi|zimmer|salle|sala|zaal|kamer|lokal|rum|rom|r|no|nr)\.?\s?$")


def _dotted(sentence: str, found: Sequence[Span], taken: Sequence[tuple[int, int]]) -> list[Span]:
    """Times like 12.30, which in a list could be rooms; a sentence on changes names no others."""
    plain = same_length_folded(sentence)
    made = []
    for match in _DOTTED.finditer(plain):
        begin, finish = match.span()
        is_taken = any(one < finish and begin < other for one, other in taken)
        if is_taken or any(span.begin < finish and begin < span.finish for span in found):
            continue
        if not _ROOM.search(plain[max(0, begin - 10) : begin]):
            is_24 = match[1].startswith("0") or int(match[1]) > 12
            clock = Clock(int(match[1]), int(match[2]), None, 3, is_24, begin, finish)
            made.append(Span(clock, None, begin, finish))
    return made


def spans_in(sentence: str) -> list[Span]:
    taken = [(mention.begin, mention.finish) for mention in dates.mentions(sentence)]
    found = [one for span in times.spans(sentence, taken) for one in _apart(span, sentence)]
    for match in re.finditer(
        r"(?i)\b(?:the|at|das|die|der|les?|las?|het|de|gesprek van)\s(\d{1,2})(?:\s?o'?clock)?(?=\s(?:one|slot|interview|meeting|chat|session|with|is|was|has|moves|call|talk)|[,.]|$)",
        sentence,
    ):
        if not any(span.begin <= match.start(1) < span.finish for span in found):
            clock = Clock(int(match[1]), 0, None, 3, False, match.start(1), match.end(1))
            found.append(Span(clock, None, match.start(1), match.end(1)))
    found += _dotted(sentence, found, taken)
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
