"""Timetables of several candidates with the times in the cells: of the rows only the addressed one's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from interviews.agenda import times
from interviews.agenda.blocks import Block, Piece
from interviews.agenda.directory import name_words
from interviews.agenda.grids import is_meant
from interviews.agenda.messages import Line
from interviews.agenda.plain import squeezed, words
from interviews.agenda.tables import cells, mark_of
from interviews.agenda.times import Span

_RULE = re.compile(r"^[\s|:+=_\-–—]+$")
_LEAST_ROWS = 2
_HEAD_LINES = 4


def blocks(
    lines: Sequence[Line], candidates: Sequence[Sequence[str]], ids: Sequence[str] = ()
) -> tuple[list[Block], set[int], list[list[str]]]:
    """The candidate's blocks, the lines of the tables, and the other candidates."""
    made: list[Block] = []
    used: set[int] = set()
    others: list[list[str]] = []
    place = 0
    while place < len(lines):
        last = place
        while last < len(lines) and (
            _row(lines[last]) or _is_rule(lines[last]) or _is_wrapped(lines, place, last)
        ):
            last += 1
        rows = [line for line in lines[place:last] if _row(line)]
        mine = [line for line in rows if is_meant(_head(line), candidates)]
        above = lines[place - 1] if place and len(rows) > _LEAST_ROWS and not mine else None
        column = _own_column(above, rows[0], candidates, ids) if above else None
        if above and column is not None:
            made += _of_the_column(lines[place:last], column)
            used |= {line.number for line in [above, *lines[place:last]]}
            place = last
            continue
        if len(rows) >= _LEAST_ROWS and len(mine) == 1:
            heads = _heads(lines, place)
            made += _of_the_row(mine[0], heads)
            used |= {line.number for line in [*rows, *heads]}
            others += [name_words(_head(line)) for line in rows if line is not mine[0]]
        place = max(last, place + 1)
    return made, used, others


def _is_wrapped(lines: Sequence[Line], first: int, place: int) -> bool:
    """Whether the line only goes on with the first cell of the row above it."""
    text = lines[place].text
    return (
        first < place
        and text[:1] == " "
        and bool(text.strip())
        and len(text) < 40
        and not times.spans(text)
        and mark_of(lines[place - 1].text) == " "
        and _row(lines[place - 1])
    )


def _own_column(
    above: Line, row: Line, candidates: Sequence[Sequence[str]], ids: Sequence[str]
) -> int | None:
    """Which of the columns that the line above heads is the candidate's, each with times."""
    mark = mark_of(above.text)
    spans = _spans(row.text)
    labels = [label for label in cells(above.text, mark) if label] if mark else []
    labels = labels[len(labels) - len(spans) :]
    if len(labels) != len(spans) or times.spans(above.text):
        return None
    own = [
        number
        for number, label in enumerate(labels)
        if is_meant(label, candidates) or any(_is_called(label, own_id) for own_id in ids)
    ]
    return own[0] if len(own) == 1 else None


def _is_called(label: str, own_id: str) -> bool:
    """Whether "Cand. B" is what "Candidate B" is called."""
    one, other = words(label), words(own_id)
    if not one or not other or one[-1] != other[-1]:
        return False
    return len(one) == 1 or len(other) == 1 or one[0].startswith(other[0][:3])


def _of_the_column(lines: Sequence[Line], column: int) -> list[Block]:
    """A block for each activity at the time that stands in the column."""
    made: list[Block] = []
    for line in lines:
        if not _row(line):
            if made and line.text.strip() and not _is_rule(line):
                made[-1].pieces[0] = Piece(
                    f"{made[-1].pieces[0].text} {line.text.strip()}", "", made[-1].lines[0]
                )
                made[-1].lines.append(line.number)
            continue
        spans = _spans(line.text)
        if column < len(spans):
            made.append(Block(spans[column], [Piece(_head(line), "", line.number)], [line.number]))
    return made


def _is_rule(line: Line) -> bool:
    return bool(_RULE.match(line.text)) and "-" in line.text


def _spans(text: str) -> list[Span]:
    """The times of the line; a cell that holds a "9.00" alone is one, whatever stands before it."""
    found = times.spans(text)
    alone: list[Span] = []
    for match in re.finditer(r"(?<=\s\s)\d[^\s|](?:\s?[^\s|]){1,16}(?=\s{2}|\s*$)", text):
        own = times.spans(match[0])
        if len(own) == 1 and own[0].finish >= len(match[0]) and own[0].begin == 0:
            moved = replace(
                own[0],
                begin=match.start(),
                finish=match.start() + own[0].finish,
                leads=False,
            )
            alone.append(moved)
    return alone if len(alone) > max(1, len(found)) else found


def _row(line: Line) -> bool:
    """Whether the line is somebody and then times, each in a cell of its own."""
    mark = mark_of(line.text)
    spans = _spans(line.text)
    if not mark or len(spans) < 2 or spans[0].leads:
        return False
    gaps = [line.text[one.finish : other.begin] for one, other in pairwise(spans)]
    return bool(name_words(_head(line))) and all(
        re.fullmatch(r"[\s|]+", gap) and ("|" in gap or "\t" in gap or len(gap) >= 2)
        for gap in gaps
    )


def _head(line: Line) -> str:
    spans = _spans(line.text)
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
    spans = _spans(line.text)
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
