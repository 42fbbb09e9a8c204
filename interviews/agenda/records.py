"""Blocks of labelled lines: "When: …", "Where: …", "Interviewers: …", one after another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda.blocks import Block, Piece
from interviews.agenda.entries import Entry, is_greeting, is_sign_off
from interviews.agenda.items import piece_of

_STATUS = re.compile(r"\s*(?:status|statut|estado|stato|stan|tila)\b", re.IGNORECASE)


def is_record_time(entry: Entry) -> bool:
    return entry.label == "time" and bool(entry.spans) and not entry.line.is_off


def blocks(entries: Sequence[Entry]) -> tuple[list[Block], set[int]]:
    """The blocks, and the numbers of the lines that went into them."""
    whens = [place for place, entry in enumerate(entries) if is_record_time(entry)]
    if len(whens) < 1 or not _has_other_labels(entries):
        return [], set()
    made: list[Block] = []
    used: set[int] = set()
    begins_with_time = len(whens) > 1 and _start(entries, whens[0], -1) == whens[0]
    starts = [
        _start(entries, when, whens[number - 1] if number else -1, alone=begins_with_time)
        for number, when in enumerate(whens)
    ]
    for number, when in enumerate(whens):
        until = starts[number + 1] if number + 1 < len(whens) else _finish(entries, when)
        block = _block(entries[starts[number] : until], entries[when])
        used.update(block.lines)
        own = entries[starts[number] : until]
        off = [entry for entry in own[: when + 1 - starts[number]] if entry.line.is_off]
        if not off and not any(entry.line.is_off and _STATUS.match(entry.text) for entry in own):
            made.append(block)
    return made, used


def _has_other_labels(entries: Sequence[Entry]) -> bool:
    return any(entry.label in ("people", "place", "topic") for entry in entries)


def _start(entries: Sequence[Entry], when: int, previous: int, *, alone: bool = False) -> int:
    """Where the record with this "When" begins: at its heading, or its first label.

    `alone` where the records have the time as their first line.
    """
    place = when
    if alone and not entries[when - 1].line.is_blank:
        return when
    seen: set[str] = {"time"}
    while place - 1 > previous:
        entry = entries[place - 1]
        if entry.line.is_blank:
            before = place - 2
            while before > previous and entries[before].line.is_blank:
                before -= 1
            if before <= previous or (place < when and entries[place].label is None):
                break
            if entries[before].label is not None or not _is_title(entries[before]):
                break
            return before
        if entry.label in seen and entry.label != "note":
            break
        if entry.label is None:
            return place - 1 if _is_title(entry) else place
        seen.add(entry.label)
        place -= 1
    return place


def _is_title(entry: Entry) -> bool:
    text = entry.text.strip()
    return (
        not (entry.mentions and not entry.spans)
        and len(text.split()) <= 14
        and not is_greeting(text)
        and not is_sign_off(text)
        and not text.endswith((".", ","))
    )


def _finish(entries: Sequence[Entry], when: int) -> int:
    """Where the last record ends: at the first blank line that no label follows."""
    place = when + 1
    while place < len(entries):
        entry = entries[place]
        if entry.line.is_blank:
            following = next((other for other in entries[place:] if not other.line.is_blank), None)
            if following is None or following.label not in (
                "people",
                "place",
                "topic",
                "title",
                "note",
            ):
                return place
        place += 1
    return place


def _block(entries: Sequence[Entry], when: Entry) -> Block:
    block = Block(
        when.spans[0], lines=[entry.line.number for entry in entries if not entry.line.is_blank]
    )
    for entry in entries:
        if entry.line.is_blank or entry.line.is_off:
            continue
        if entry is when:
            span = entry.spans[0]
            if (
                len(entry.spans) > 1
                and span.end is None
                and entry.text[span.finish : entry.spans[1].begin].strip()
                in ("-", "–", "—", "to", "bis")
            ):
                block.end = entry.spans[1]
            rest = entry.text[span.finish :].strip(" ()-–,.")
            if rest:
                block.pieces.append(Piece(rest, "note", entry.line.number))
            continue
        if entry.label == "time" and entry.spans:
            block.end = entry.spans[0]
        elif entry.label not in ("date", "time"):
            block.pieces.append(piece_of(entry))
    return block
