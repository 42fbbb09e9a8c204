"""Timetables of several candidates with the times in the cells: of the rows only the addressed one's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from interviews.agenda import times
from interviews.agenda.blocks import Block, Piece
from interviews.agenda.directory import name_words
from interviews.agenda.grids import is_meant
from interviews.agenda.messages import Line
from interviews.agenda.plain import squeezed
from interviews.agenda.tables import cells, mark_of
from interviews.agenda.times import Span

_RULE = re.compile(r"^[\s|:+=_\-–—]+$")
_LEAST_ROWS = 2
_HEAD_LINES = 4


def blocks(
    lines: Sequence[Line], candidates: Sequence[Sequence[str]]
) -> tuple[list[Block], set[int], list[list[str]]]:
    """The candidate's blocks, the lines of the tables, and the other candidates."""
    made: list[Block] = []
    used: set[int] = set()
    others: list[list[str]] = []
    place = 0
    while place < len(lines):
        last = place
        while last < len(lines) and (_row(lines[last]) or _is_rule(lines[last])):
            last += 1
        rows = [line for line in lines[place:last] if _row(line)]
        mine = [line for line in rows if is_meant(_head(line), candidates)]
        if len(rows) >= _LEAST_ROWS and len(mine) == 1:
            heads = _heads(lines, place)
            made += _of_the_row(mine[0], heads)
            used |= {line.number for line in [*rows, *heads]}
            others += [name_words(_head(line)) for line in rows if line is not mine[0]]
        place = max(last, place + 1)
    return made, used, others


def _is_rule(line: Line) -> bool:
    return bool(_RULE.match(line.text)) and "-" in line.text


def _row(line: Line) -> bool:
    """Whether the line is somebody and then times, each in a cell of its own."""
    mark = mark_of(line.text)
    spans = times.spans(line.text)
    if not mark or len(spans) < 2 or spans[0].leads:
        return False
    gaps = [line.text[one.finish : other.begin] for one, other in pairwise(spans)]
    return bool(name_words(_head(line))) and all(
        re.fullmatch(r"[\s|]+", gap) and ("|" in gap or "\t" in gap or len(gap) >= 2)
        for gap in gaps
    )


def _head(line: Line) -> str:
    spans = times.spans(line.text)
    return line.text[: spans[0].begin].strip(" |\t") if spans else ""


def _heads(lines: Sequence[Line], place: int) -> list[Line]:
    """The lines right above the rows that say what is done in each column."""
    first = place
    while first > 0 and place - first < _HEAD_LINES:
        above = lines[first - 1]
        if above.is_blank and not _is_rule(above):
            break
        is_apart = mark_of(above.text) or above.text.startswith("      ")
        if times.spans(above.text) or not is_apart:
            break
        first -= 1
    return [line for line in lines[first:place] if not _is_rule(line)]


def _of_the_row(line: Line, heads: Sequence[Line]) -> list[Block]:
    spans = times.spans(line.text)
    mark = mark_of(line.text)
    made = []
    for number, span in enumerate(spans):
        block = Block(span, lines=[line.number, *(head.number for head in heads)])
        for head in heads:
            text = _cell(head, mark, line, spans, number)
            if text:
                block.pieces.append(Piece(text.strip("()"), "", head.number))
        made.append(block)
    return made


def _cell(head: Line, mark: str, line: Line, spans: Sequence[Span], number: int) -> str:
    """What the head says above a time."""
    if mark in ("|", "\t"):
        column = len(cells(line.text[: spans[number].begin], mark)) - 1
        if mark == "|":
            column = line.text[: spans[number].begin].strip().strip("|").count("|")
        found = cells(head.text, mark)
        return squeezed(found[column]) if 0 <= column < len(found) else ""
    begin = spans[number].begin - 3 if number else 0
    until = spans[number + 1].begin - 3 if number + 1 < len(spans) else len(head.text) + 1
    pieces = [
        match[0]
        for match in re.finditer(r"\S(?:\s?\S)*", head.text)
        if max(begin, 0) <= match.start() < until and match.start() >= spans[0].begin - 6
    ]
    return squeezed(" ".join(pieces))
