"""Which of the messages of a text has the agenda, and its blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interviews.agenda import (
    grids,
    listing,
    prose,
    records,
    stacks,
    tables,
    timetables,
)
from interviews.agenda.blocks import Block
from interviews.agenda.corrections import is_correction
from interviews.agenda.entries import Entry
from interviews.agenda.knowing import Knowing
from interviews.agenda.messages import Line, Message
from interviews.agenda.parts import sentences
from interviews.agenda.plain import folded


@dataclass
class Text:
    """What was made of a text on the way to its agenda."""

    messages: list[Message]
    entries: list[list[Entry]]
    chosen: int = 0
    is_chat: bool = False


def chosen_blocks(parts: Text, knowing: Knowing) -> list[Block]:
    """The blocks of the newest message that has an agenda: a list before an account in sentences."""
    found = [blocks_of(entries, knowing) for entries in parts.entries]
    listed = [
        number for number, (blocks, is_listed) in enumerate(found) if is_listed and len(blocks) >= 2
    ]
    listed = _without_changes(parts, found, listed)
    newest = [number for number in listed if not parts.messages[number].is_older] or listed
    if not newest:
        told = [
            number
            for number, (blocks, _) in enumerate(found)
            if blocks and not parts.messages[number].is_older
        ]
        newest = sorted(told, key=lambda number: (len(found[number][0]) < 2, number))
    if not newest:
        return next((blocks for blocks, _ in found if blocks), [])
    strong = [number for number in newest if len(found[number][0]) >= 3]
    parts.chosen = strong[0] if strong else newest[0]
    chosen = found[parts.chosen][0]
    if parts.is_chat:
        chosen = [block for block in chosen if not is_correction(block.text)] or chosen
        chosen = _begun_before(parts, found, chosen) + chosen
    return chosen


def _without_changes(
    parts: Text, found: Sequence[tuple[list[Block], bool]], listed: Sequence[int]
) -> list[int]:
    """The messages whose times are of a list, without those that only tell what changes in an older one."""
    kept = []
    for number in listed:
        lines = {line for block in found[number][0] for line in block.lines}
        own = [entry for entry in parts.entries[number] if entry.line.number in lines]
        older = any(len(found[other][0]) >= 3 and other > number for other in listed)
        told = sum(not entry.leads for entry in own if entry.spans)
        changes = prose.is_about_changes("\n".join(entry.text for entry in parts.entries[number]))
        if not (
            older and changes and told >= 0.7 * max(1, sum(bool(entry.spans) for entry in own))
        ):
            kept.append(number)
    return kept or list(listed)


def _begun_before(
    parts: Text, found: Sequence[tuple[list[Block], bool]], chosen: Sequence[Block]
) -> list[Block]:
    """What the same person wrote of the hours before, ahead of an interjection."""
    sender = parts.messages[parts.chosen].head.get("from")
    first = min(of_day(block) for block in chosen)
    made: list[Block] = []
    for number in range(parts.chosen + 1, len(parts.messages)):
        blocks, is_listed = found[number]
        if parts.messages[number].head.get("from") != sender or not is_listed:
            continue
        if blocks and max(of_day(block) for block in blocks) < first:
            made = blocks + made
            first = min(of_day(block) for block in blocks)
    return made


def _of_grids(lines: Sequence[Line], knowing: Knowing) -> tuple[list[Block], set[int]]:
    """The candidate's blocks of grids, with the times in the cells or above them, and the grids' lines."""
    candidates = knowing.known.candidates
    made, used, others = timetables.blocks(lines, candidates, knowing.ids)
    knowing.others += others
    for grid in grids.grids([line for line in lines if line.number not in used]):
        own = grids.blocks(grid, candidates)
        made += own
        if own:
            used |= grid.lines
            knowing.others += grids.others(grid, candidates)
    return made, used


def blocks_of(entries: Sequence[Entry], knowing: Knowing) -> tuple[list[Block], bool]:
    """The blocks of the lines, of tables, labelled records, a list, or prose; whether not of prose."""
    candidates = knowing.known.candidates
    lines = [entry.line for entry in entries]
    made, used = _of_grids(lines, knowing)
    free = [line for line in lines if line.number not in used]
    found_tables = stacks.stacks(free) or tables.tables(free)
    made += [
        block for table in found_tables for block in tables.blocks(table, candidates, knowing.ids)
    ]
    used |= {number for table in found_tables for number in table.lines}
    used |= {number for block in made for number in block.lines}
    rest = [entry for entry in entries if entry.line.number not in used]
    recorded, taken = records.blocks(rest)
    made += recorded
    rest = [entry for entry in rest if entry.line.number not in taken]
    listed = [block for block in listing.blocks(rest) if not knowing.is_for_others(block.text)]
    if not made and listed and _is_account(rest):
        return prose.blocks(rest) or listed, False
    if len(listed) >= 2 or (listed and not _is_told(rest)):
        made += listed
    elif not made:
        told = prose.blocks(rest)
        return (told or listed, False)
    texts = {entry.line.number: entry for entry in entries}
    made = [
        block
        for block in made
        if not block.lines or not _is_remark(texts.get(block.lines[0]), block)
    ]
    if used or taken:
        made.sort(key=lambda block: block.lines[0] if block.lines else 0)
    return made, True


_REVISED = re.compile(
    r"\W*(?:anderungen vorbehalten|stand:?\s\d|version\b|document edite|edite le|printed|last updated|erstellt am|gedruckt|aktualisiert|mis a jour|mise a jour|impreso|actualizado|stampato|aggiornato|bijgewerkt|atualizado|utskriv|opdateret|oppdatert|"
    r"(?:horario|horaires?|office hours|hours|orari|orario|sprechzeiten|burozeiten|openingstijden|horas)\s?:\s?(?:de |du )?(?:l-|lu|mo|ma|se|man|pon|daily|taglich|dagelijks))"
)


_REMARK = re.compile(
    r"\b(?:must be|should be|have to be|cafeteria opens|mussen|sollten|doivent|sont pries|priees?|dienen|moeten|deben|devono|devem|skal|ska vara)\b"
)


def _is_remark(entry: Entry | None, block: Block) -> bool:
    """Whether the line only says when the text was made, when somebody can be reached, or what is asked."""
    if entry is None:
        return False
    plain = folded(entry.text)
    if _REVISED.match(plain):
        return True
    return (
        entry.is_prose
        and not entry.leads
        and block.span.end is None
        and bool(_REMARK.search(plain))
    )


def _is_account(entries: Sequence[Entry]) -> bool:
    """Whether most of the times stand in paragraphs of several sentences, whatever begins them."""
    told = sum(
        len(entry.spans)
        for entry in entries
        if len(entry.text) > 160 and (entry.is_prose or _has_sentences(entry.text))
    )
    return told >= 3 and told > 0.6 * sum(len(entry.spans) for entry in entries)


def _has_sentences(text: str) -> bool:
    """Whether a long line holds several sentences: German ones have many capitals."""
    if "\t" in text or "|" in text:
        return False
    return len(sentences(text)) >= 3


def _is_told(entries: Sequence[Entry]) -> bool:
    return any(entry.is_prose and entry.spans for entry in entries)


def of_day(block: Block) -> int:
    start = block.span.start
    is_bare = start.meridiem is None and start.hour < 7
    return start.minutes + (720 if is_bare else 0)
