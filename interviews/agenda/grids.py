"""Grids for several candidates: times across the top, and of the rows only the addressed one's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from interviews.agenda import times
from interviews.agenda.blocks import Block, Piece
from interviews.agenda.directory import name_words
from interviews.agenda.messages import Line
from interviews.agenda.plain import words
from interviews.agenda.tables import cells, mark_of
from interviews.agenda.times import Span

_RULE = re.compile(r"^[\s|:+=_\-–—]+$")
_HEADLESS = re.compile(r"\t|\s*\|\s*\|")  # nothing heads the first column


@dataclass
class Grid:
    """Times across the top; for each row its head and its cells by column."""

    spans: list[Span]
    lines: set[int] = field(default_factory=set)
    rows: list[tuple[str, dict[int, str], list[int]]] = field(default_factory=list)


def grids(lines: Sequence[Line]) -> list[Grid]:
    """The grids among the lines."""
    made = []
    index = 0
    while index < len(lines):
        grid, index = _grid(lines, index)
        if grid is not None and len(grid.rows) >= 2:
            made.append(grid)
    return made


def _grid(lines: Sequence[Line], index: int) -> tuple[Grid | None, int]:
    line = lines[index]
    spans = times.spans(line.text)
    mark = mark_of(line.text)
    if (
        len(spans) < 2
        or mark == ""
        or (spans[0].leads and not _HEADLESS.match(line.text))
        or not _are_apart(line.text, spans)
    ):
        return None, index + 1
    grid = Grid(spans, {line.number})
    starts = [span.begin for span in spans]
    index += 1
    while index < len(lines):
        following = lines[index]
        if (_RULE.match(following.text) and not following.is_blank) or (
            _RULE.match(following.text) and "-" in following.text
        ):
            grid.lines.add(following.number)
            index += 1
            continue
        if following.is_blank or not _row(grid, following, mark, starts):
            break
        index += 1
    return grid, index


def _are_apart(text: str, spans: Sequence[Span]) -> bool:
    """Whether nothing but space and bars stands between the times, so that they head columns."""
    gaps = [text[one.finish : other.begin] for one, other in pairwise(spans)]
    return all(
        re.fullmatch(r"[\s|]+", gap) and ("|" in gap or "\t" in gap or len(gap) >= 2)
        for gap in gaps
    )


def _row(grid: Grid, line: Line, mark: str, starts: Sequence[int]) -> bool:
    if times.spans(line.text) and times.spans(line.text)[0].leads:
        return False
    if mark in ("|", "\t"):
        found = cells(line.text, mark)
        if len(found) < 2:
            return False
        head, rest = found[0], {number: cell for number, cell in enumerate(found[1:]) if cell}
    else:
        head, rest = _sliced(line.text, starts)
        if not rest and head:
            return False
    grid.lines.add(line.number)
    if head or not grid.rows:
        grid.rows.append((head, rest, [line.number]))
    else:
        _, before, numbers = grid.rows[-1]
        numbers.append(line.number)
        for column, text in rest.items():
            before[column] = f"{before[column]} {text}" if column in before else text
    return True


def _sliced(text: str, starts: Sequence[int]) -> tuple[str, dict[int, str]]:
    head = ""
    rest: dict[int, str] = {}
    for match in re.finditer(r"\S(?:\s?\S)*", text):
        if match.start() < starts[0] - 3:
            head = f"{head} {match[0]}".strip()
            continue
        column = max(number for number, start in enumerate(starts) if start <= match.start() + 3)
        rest[column] = f"{rest[column]} {match[0]}" if column in rest else match[0]
    return head, rest


def is_meant(text: str, candidates: Sequence[Sequence[str]]) -> bool:
    """Whether the text names the candidate."""
    said = set(words(text))
    return any(
        set(candidate) <= said or (len(candidate) > 1 and candidate[-1] in said)
        for candidate in candidates
        if candidate
    )


def blocks(grid: Grid, candidates: Sequence[Sequence[str]]) -> list[Block]:
    """The blocks of the candidate's row; or of the cells that name the candidate."""
    mine = [
        row
        for row in grid.rows
        if is_meant(row[0], candidates)
        or re.search(r"\b(?:you|sie|vous|jij|u|tú|lei|você|dig)\b", row[0].lower())
    ]
    made = []
    if mine:
        _, found, numbers = mine[0]
        for column, text in sorted(found.items()):
            if column < len(grid.spans) and re.search(r"\w", text):
                made.append(Block(grid.spans[column], [Piece(text, "", numbers[0])], list(numbers)))
        return made
    for head, found, numbers in grid.rows:
        for column, text in sorted(found.items()):
            if column < len(grid.spans) and is_meant(text, candidates):
                made.append(
                    Block(grid.spans[column], [Piece(head, "people", numbers[0])], list(numbers))
                )
    return sorted(made, key=lambda block: block.span.begin)


def others(grid: Grid, candidates: Sequence[Sequence[str]]) -> list[list[str]]:
    """The other candidates, by the heads of their rows."""
    if not any(is_meant(head, candidates) for head, _, _ in grid.rows):
        return []
    return [name_words(head) for head, _, _ in grid.rows if head and not is_meant(head, candidates)]
