"""Tables pasted with one cell per line: first what its columns are called, then row after row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda import dates, times
from interviews.agenda.entries import is_prose, is_sign_off
from interviews.agenda.messages import Line
from interviews.agenda.names import find
from interviews.agenda.parts import BREAK_IN_CELL
from interviews.agenda.phrases import is_activity, is_job, is_place
from interviews.agenda.tables import Table, kind_of_head

_LONGEST = 160  # characters of a cell
_LEAST_ROWS = 3


def stacks(lines: Sequence[Line]) -> list[Table]:
    """The tables among the lines that have one cell per line."""
    made = []
    written = [line for line in lines if not line.is_blank]
    place = 0
    while place < len(written):
        head = _head(written, place)
        if head < 3:
            place += 1
            continue
        table, place = _table(written, place, head)
        if table is not None:
            made.append(table)
    return made


def _head(lines: Sequence[Line], place: int) -> int:
    """How many lines from here on are heads of columns, the first of them that of the times."""
    if kind_of_head(lines[place].text) not in ("time", "start"):
        return 0
    last = place
    while last < len(lines) and last - place < 8 and _is_head(lines[last].text):
        last += 1
    return last - place


def _is_head(text: str) -> bool:
    text = text.strip()
    return len(text) < 40 and bool(kind_of_head(text)) and not times.spans(text)


def _table(lines: Sequence[Line], place: int, width: int) -> tuple[Table | None, int]:
    labels = [line.text.strip() for line in lines[place : place + width]]
    table = Table(lines[place], labels, [kind_of_head(label) for label in labels], "\t")
    table.lines = {line.number for line in lines[place : place + width]}
    rows: list[list[Line]] = []
    after = place + width
    while after < len(lines):
        line = lines[after]
        strict = any(_is_time(row[0].text, strict=True) for row in rows)
        if _is_time(line.text, strict=strict):
            rows.append([line])
        elif not rows or len(rows[-1]) > width + 6 or _ends_table(lines, after):
            break
        elif not _is_date(line.text):
            rows[-1].append(line)
        after += 1
    full = sum(len(row) > 1 for row in rows)
    if len(rows) < _LEAST_ROWS or full < 0.7 * len(rows):
        return None, place + 1
    for row in rows:
        table.rows.append((row, _cells(table, row)))
        table.lines.update(line.number for line in row)
    return table, after


def _is_time(text: str, *, strict: bool) -> bool:
    """Whether the line is a time and nothing else; `strict` where ranges or units tell them from rooms."""
    spans = times.spans(text)
    if not spans or not spans[0].leads or spans[0].finish <= len(text.rstrip()) - 4:
        return False
    is_bare = spans[0].end is None and re.fullmatch(r"\s*\d{1,2}\.\d{2}\s*", text) is not None
    return not (strict and is_bare)


def _ends_table(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is none of the table's cells: a sentence, or apart with no time soon below it."""
    text = lines[place].text
    if len(text) > _LONGEST or is_sign_off(text) or is_prose(text):
        return True
    apart = lines[place].number - lines[place - 1].number > 1
    near = lines[place : place + 4]
    return (
        apart
        and not any(_is_time(other.text, strict=False) for other in near)
        and len(text.split()) > 3
    )


def _is_date(text: str) -> bool:
    return bool(dates.mentions(text)) and len(text) < 60


def _cells(table: Table, row: Sequence[Line]) -> dict[int, str]:
    """The cells by column; where some are empty, each goes to the column that it looks like."""
    if len(row) == len(table.labels) and not _is_double(table, row):
        return {column: line.text.strip() for column, line in enumerate(row)}
    made = {0: row[0].text.strip()}
    last = 0
    for line in row[1:]:
        text = line.text.strip()
        wanted = _kind(text)
        if wanted == "title":
            wanted = "people" if table.kinds[last] == "people" else "topic"
        if last and wanted == table.kinds[last] == "people":
            made[last] = f"{made[last]} {BREAK_IN_CELL} {text}"
            continue
        free = list(range(last + 1, len(table.labels)))
        if not last and free:
            wanted = table.kinds[free[0]]  # the first cell is seldom an empty one
        fitting = [column for column in free if table.kinds[column] == wanted]
        column = fitting[0] if fitting else free[0] if free else last
        made[column] = f"{made[column]} {text}" if column in made else text
        last = column
    return made


def _is_double(table: Table, row: Sequence[Line]) -> bool:
    """Whether two cells of a row as long as the head are of one column: somebody and the title."""
    return any(
        _kind(line.text.strip()) in ("people", "title") and kind == "place"
        for line, kind in zip(row, table.kinds, strict=True)
    )


def _kind(text: str) -> str:
    if find(text) and not is_activity(text) and find(text)[0].sureness >= 2:
        return "people"
    if is_job(text) and not is_activity(text):
        return "title"
    return "place" if is_place(text) else "topic"
