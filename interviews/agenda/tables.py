"""Tables with a head: cells by tabs, bars or columns, each with what its head says that it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from interviews.agenda import addressed, dates, times
from interviews.agenda.blocks import DATE, END, LENGTH, TIME, Block, Piece
from interviews.agenda.entries import is_prose
from interviews.agenda.messages import Line
from interviews.agenda.parts import BREAK_IN_CELL
from interviews.agenda.phrases import is_place
from interviews.agenda.plain import folded
from interviews.agenda.vocabulary.clock import ZONES
from interviews.agenda.vocabulary.people import KIND_OF_LABEL

_RULE = re.compile(r"^[\s|:+=_\-–—]*$")
_HONORIFIC = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Herr|Hr|Frau|Fr|M|Mme|Mlle|Dhr|Mw|Sra?|Dña|D|Dra|Sig|Dott|Shri|Smt|Ing)\b\.?\s"
)
_GAP = re.compile(r"\s{2,}|\t+")


@dataclass(frozen=True)
class Cell:
    text: str
    column: int
    begin: int = 0


@dataclass
class Table:
    """A head and the rows below it."""

    head: Line
    labels: list[str]  # as printed
    kinds: list[str]  # what each column is, "" where unknown
    mark: str  # what separates its cells: "\t", "|" or " "
    starts: list[int] = field(default_factory=list)
    rows: list[tuple[list[Line], dict[int, str]]] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    marked: set[int] = field(default_factory=set)  # columns of people with a cross where they come
    is_ruled: bool = False  # lines are drawn between its rows
    is_fresh: bool = False  # a rule was the last line


def kind_of_head(text: str) -> str:
    """What a column with this head holds."""
    plain = folded(text).strip(" *_.:#|").strip()
    plain = re.sub(r"\s*\((?!s\))[^)]*\)$", "", plain).strip()
    if plain in KIND_OF_LABEL:
        return KIND_OF_LABEL[plain]
    for piece in re.split(r"\s*(?:/|&|\bund\b|\band\b|\bet\b|,)\s*", plain):
        if piece in KIND_OF_LABEL:
            return KIND_OF_LABEL[piece]
    first = plain.split()[0] if plain.split() else ""
    return "time" if KIND_OF_LABEL.get(first) == "time" and len(plain) < 24 else ""


def cells(text: str, mark: str) -> list[str]:
    if mark == "|":
        return [cell.strip(" *\t") for cell in text.strip().strip("|").split("|")]
    if mark == "\t":
        return [cell.strip(" *") for cell in text.split("\t")]
    return [cell for cell in _GAP.split(text.strip()) if cell]


def mark_of(text: str) -> str:
    if text.count("|") >= 2 or re.search(r"\S\s+\|\s+\S", text):
        return "|"
    if "\t" in text.strip():
        return "\t"
    return " " if len(_GAP.findall(text.strip())) >= 1 else ""


def tables(lines: Sequence[Line]) -> list[Table]:
    """The tables with a head among the lines."""
    made: list[Table] = []
    index = 0
    while index < len(lines):
        table = _head(lines[index])
        if table is None:
            index += 1
            continue
        table.is_ruled = _is_ruled(lines[index + 1 : index + 80])
        index = _rows(table, lines, index + 1)
        if table.rows:
            table.marked = _marked(table)
            made.append(table)
    return made


_MARKED = re.compile(r"[xX×✓✔●•☑✅]|(?i:ja|yes|y|oui|sí|si|sì|sim|tak|da)")


def _marked(table: Table) -> set[int]:
    """The columns that are headed by somebody and only hold crosses."""
    found = set()
    for column, label in enumerate(table.labels):
        cells_of = [row[column].strip() for _, row in table.rows if row.get(column, "").strip()]
        crosses = sum(bool(_MARKED.fullmatch(cell)) for cell in cells_of)
        if (
            not table.kinds[column]
            and label
            and crosses
            and crosses == sum(cell not in ("-", "–", "—") for cell in cells_of)
        ):
            found.add(column)
    return found


def _is_ruled(lines: Sequence[Line]) -> bool:
    """Whether a line is drawn between most of the rows."""
    rules = rows = 0
    for line in lines:
        if line.is_blank and not line.text.strip():
            break
        is_rule = bool(_RULE.match(line.text)) and "--" in line.text
        rules += is_rule
        rows += not is_rule and bool(times.spans(line.text))
    return rules >= 3 and rules >= 0.7 * rows


def _head(line: Line) -> Table | None:
    mark = mark_of(line.text)
    if not mark:
        return None
    labels = cells(line.text, mark)
    if not 2 <= len(labels) <= 30 or any(len(label) > 60 for label in labels):
        return None
    kinds = [kind_of_head(label) for label in labels]
    _other_times(labels, kinds)
    known = sum(bool(kind) for kind in kinds)
    if known < 2 and not (known == 1 and kinds[0] in ("time", "start") and len(labels) >= 2):
        return None
    if any(times.spans(label) for label in labels) or not any(
        kind in ("time", "start", "date") for kind in kinds
    ):
        return None
    starts = []
    place = 0
    for label in labels:
        place = line.text.find(label, place)
        starts.append(place)
        place += len(label)
    return Table(line, labels, kinds, mark, starts, [], {line.number})


def _other_times(labels: Sequence[str], kinds: list[str]) -> None:
    """Of several columns of times in different zones the first counts: “IST | EDT”."""
    zones = [
        column
        for column, label in enumerate(labels)
        if re.sub(r"[^A-Z]", "", re.sub(r"(?i)time|zeit|heure|hora", "", label)) in ZONES
        and (not kinds[column] or kinds[column] in ("time", "start"))
    ]
    if zones:
        for column in zones:
            kinds[column] = "other time"
        if "time" not in kinds and "start" not in kinds:
            kinds[zones[0]] = "time"
    if kinds.count("time") > 1:
        first = kinds.index("time")
        for column in range(first + 1, len(kinds)):
            if kinds[column] == "time":
                kinds[column] = "other time"


def _rows(table: Table, lines: Sequence[Line], index: int) -> int:
    blanks = 0
    while index < len(lines):
        line = lines[index]
        if line.is_blank or _RULE.match(line.text):
            blanks += not _RULE.match(line.text) or not line.text.strip()
            table.is_fresh = table.is_fresh or bool(line.text.strip())
            if blanks > 2:
                break
            index += 1
            continue
        if _is_head_again(table, line):
            table.lines.add(line.number)
            index += 1
            continue
        found = _row(table, line)
        if found is None or (blanks and not _is_row_after_blank(table, found)):
            break
        _take(table, line, found)
        blanks = 0
        index += 1
    return index


def _is_head_again(table: Table, line: Line) -> bool:
    return folded(line.text).split() == folded(table.head.text).split()


def _is_row_after_blank(table: Table, found: dict[int, str]) -> bool:
    begins = any(span.leads or span.begin < 16 for _, span in _time_cells(table, found))
    return begins or (len(found) == 1 and bool(dates.mentions(next(iter(found.values())))))


def _row(table: Table, line: Line) -> dict[int, str] | None:
    if table.mark == " ":
        return _columns(table, line)
    if table.mark not in line.text:
        text = line.text.strip()
        alone = dates.mentions(text) or dates.weekdays(text)
        return {0: text} if alone and len(text) < 60 else None
    found = {column: cell for column, cell in enumerate(cells(line.text, table.mark)) if cell}
    return found if max(found, default=0) < len(table.labels) + 2 else None


def _columns(table: Table, line: Line) -> dict[int, str] | None:
    """The cells of a line by where they stand."""
    found: dict[int, str] = {}
    text = line.text
    if is_prose(text) and not _GAP.search(text.strip()):
        return None
    for start in table.starts[1:]:
        if text[start - 1 : start] == " " and text[start : start + 1].strip():
            text = f"{text[: start - 1]}\t{text[start:]}"  # only a space between full cells
    for match in re.finditer(r"[^\s](?:[ ]?[^\s])*", text):
        column = max(
            (number for number, start in enumerate(table.starts) if start <= match.start() + 3),
            default=0,
        )
        found[column] = f"{found[column]}  {match[0]}" if column in found else match[0]
    is_alone = len(found) == 1 and 0 in found and table.kinds[0] in ("time", "start", "date")
    if is_alone and not times.spans(found[0]) and not dates.mentions(found[0]):
        return None
    return found


def _time_cells(table: Table, found: Mapping[int, str]) -> list[tuple[int, times.Span]]:
    """The first time of each cell that may hold one."""
    made = []
    for column, kind in enumerate(table.kinds):
        if kind in ("time", "start", "end", "date") and column in found:
            taken = [(mention.begin, mention.finish) for mention in dates.mentions(found[column])]
            made += [(column, span) for span in times.spans(found[column], taken)[:1]]
    return made


def _take(table: Table, line: Line, found: dict[int, str]) -> None:
    table.lines.add(line.number)
    is_date = len(found) == 1 and 0 in found and not _time_cells(table, found)
    begins = table.is_fresh if table.is_ruled else bool(_time_cells(table, found))
    begins = begins and not _ends_the_range_above(table, found)
    table.is_fresh = False
    if begins or is_date or not table.rows:
        table.rows.append(([line], dict(found)))
        return
    row_lines, row = table.rows[-1]
    row_lines.append(line)
    width = _widths(table)
    for column, kind in enumerate(table.kinds):
        text = found.get(column, "")
        if (
            table.mark != " "
            and not table.is_ruled
            and kind in ("people", "title")
            and column in row
        ):
            row[column] = (
                f"{row[column]} {BREAK_IN_CELL} {text}"  # so that titles stay beside their people
            )
        elif text:
            row[column] = joined(row[column], text, width.get(column)) if column in row else text


def _ends_the_range_above(table: Table, found: Mapping[int, str]) -> bool:
    """Whether the time is the end of a range that begins in the line above: "9.40am -"."""
    for column, kind in enumerate(table.kinds):
        above = table.rows[-1][1].get(column, "") if table.rows else ""
        if kind == "time" and above.rstrip().endswith(("-", "–", "—", " to", " bis", " à", " a")):
            return bool(found.get(column)) and len(times.spans(above)) == 1
    return False


def _widths(table: Table) -> dict[int, int]:
    """How wide each column of a table in columns is, the last one's unknown."""
    if table.mark != " " and (table.mark != "|" or not table.is_ruled):
        return {}
    return {column: finish - begin for column, (begin, finish) in enumerate(pairwise(table.starts))}


def joined(before: str, text: str, width: int | None = None) -> str:
    """A wrapped cell's next line: a new line of it, or the same one going on."""
    last = before.rsplit(BREAK_IN_CELL, 1)[-1].strip()
    wrapped = width is not None and len(last) + 1 + len(text.split(maxsplit=1)[0]) > width - 4
    if (re.match(r"\d{1,4}\b|[A-Z]\b", text) and len(text) < 6) or (
        wrapped and not is_place(text) and not _HONORIFIC.match(text)
    ):
        return f"{before} {text}"
    goes_on = (
        last.count("(") > last.count(")")
        or text[:1].islower()
        or last.rstrip().endswith(
            (
                ",",
                "&",
                "-",
                "/",
                "–",
                " and",
                " of",
                " und",
                " de",
                " et",
                " the",
                " la",
                " del",
                " van",
                " von",
                " di",
                " y",
                " e",
                " i",
                " El",
                " La",
                " Le",
                " da",
                " do",
                " for",
                " in",
                " im",
                " der",
            )
        )
    )
    if last.endswith("-") and text[:1].islower():
        return before[:-1] + text
    return f"{before} {text}" if goes_on else f"{before} {BREAK_IN_CELL} {text}"


def blocks(
    table: Table, candidates: Sequence[Sequence[str]] = (), ids: Sequence[str] = ()
) -> list[Block]:
    """A block for each row with a time, of those for several candidates only the addressed one's."""
    made = []
    own = addressed.own_column(table.labels, table.kinds, candidates, ids)
    read = addressed.rows(
        table.labels, table.kinds, [row for _, row in table.rows], candidates, own
    )
    for (row_lines, _), mine in zip(table.rows, read, strict=True):
        if mine is None or any(line.is_off for line in row_lines[: 2 if table.is_ruled else 1]):
            continue
        row, heading = mine
        found = _time_cells(table, row)
        if not found and own is not None and row.get(own):
            found = [(own, span) for span in times.spans(row[own])[:1]]
        if not found:
            continue
        block = Block(found[0][1], lines=[line.number for line in row_lines])
        for column, span in found[1:]:
            if table.kinds[column] == "end":
                block.end = span
        made.append(block)
        block.pieces = _pieces(table, row, found, row_lines[0].number)
        if heading is not None:
            block.pieces.append(Piece(*heading, row_lines[0].number))
    return made


def _pieces(
    table: Table, row: Mapping[int, str], found: list[tuple[int, times.Span]], number: int
) -> list[Piece]:
    timed = dict(found)
    pieces = []
    for column in sorted(row, key=lambda column: _reading_order(table, column)):
        kind = table.kinds[column] if column < len(table.kinds) else ""
        text = row[column]
        if column in timed:
            span = timed[column]
            text = (text[: span.begin] + " " + text[span.finish :]).strip(" ,;:()-–")
            kind = DATE if kind == "date" else ""
        if kind in ("start", "end", "time"):
            kind = END
        if not kind and column in table.marked:
            if _MARKED.fullmatch(text.strip()):
                pieces.append(Piece(table.labels[column], "people", number))
            continue
        if text and kind not in (END, "candidate", "other time"):
            role = {"date": DATE, "length": LENGTH}.get(kind, kind)
            pieces.append(Piece(text.replace("\n", " "), role, number))
    return pieces


def _reading_order(table: Table, column: int) -> tuple[int, int]:
    """Titles are read after the people that they are of."""
    kind = table.kinds[column] if column < len(table.kinds) else ""
    return ({"title": 2, "place": 3, "note": 4}.get(kind, 1), column)


__all__ = ["TIME", "Table", "blocks", "cells", "kind_of_head", "mark_of", "tables"]
