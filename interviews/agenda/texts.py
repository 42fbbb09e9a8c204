"""A plain text read into an agenda, stage by stage."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from interviews.agenda import listing, prose, records, tables
from interviews.agenda.blocks import Block
from interviews.agenda.dating import Dating, settle
from interviews.agenda.directory import Directory
from interviews.agenda.drafting import drafts
from interviews.agenda.drafts import Agenda, MeetingDraft
from interviews.agenda.knowing import Knowing
from interviews.agenda.listing import Entry, entry_of
from interviews.agenda.messages import Message, messages
from interviews.agenda.times import AM

MOST_MEETINGS = 500


@dataclass
class Text:
    """What was made of a text on the way to its agenda."""

    messages: list[Message]
    entries: list[list[Entry]]
    chosen: int = 0


def read_text(text: str, *, date: dt.date | None = None) -> Agenda:
    """The agenda of a text."""
    parts = Text(messages(text), [])
    parts.entries = [[entry_of(line) for line in message.lines] for message in parts.messages]
    blocks = _chosen_blocks(parts)
    every = [entry for entries in parts.entries for entry in entries]
    known, signature = _known(parts, blocks, every)
    dating = Dating(
        parts.messages, every, given=date, english=True, has_meridiem=_has_meridiem(every)
    )
    chosen = parts.entries[parts.chosen] if parts.entries else []
    subject = parts.messages[parts.chosen].head.get("subject", "") if parts.messages else ""
    dating.assign(blocks, chosen, subject)
    meetings = _meetings(blocks, known)[:MOST_MEETINGS]
    days = sorted({meeting.date for meeting in meetings if meeting.date})
    used = {number for block in blocks for number in block.lines} | set(signature)
    return Agenda(
        lines=tuple(text.split("\n")),
        meetings=tuple(meetings),
        date=days[0] if len(days) == 1 else None,
        days=tuple(days) if len(days) > 1 else (),
        time_zone=next((block.span.zone for block in blocks if block.span.zone), None),
        left_over=tuple(
            entry.line.number
            for entry in chosen
            if entry.line.number not in used and not entry.line.is_blank
        ),
    )


def _has_meridiem(entries: Sequence[Entry]) -> bool:
    return any(span.start.meridiem in (AM, "pm") for entry in entries for span in entry.spans)


def _chosen_blocks(parts: Text) -> list[Block]:
    """The blocks of the newest message that has an agenda."""
    best: list[Block] = []
    for number, entries in enumerate(parts.entries):
        if parts.messages[number].is_older and best:
            continue
        found = blocks_of(entries)
        if len(found) >= 2 or (found and not best and number == 0):
            if len(found) >= 2 and (len(best) < 2):
                parts.chosen = number
                return found
            best = best or found
        elif found and not best:
            best, parts.chosen = found, number
    return best


def blocks_of(entries: Sequence[Entry]) -> list[Block]:
    """The blocks of the lines: of tables, of labelled records, of a list, or of prose."""
    found_tables = tables.tables([entry.line for entry in entries])
    made = [block for table in found_tables for block in tables.blocks(table)]
    used = {number for table in found_tables for number in table.lines} | {
        number for block in made for number in block.lines
    }
    rest = [entry for entry in entries if entry.line.number not in used]
    recorded, taken = records.blocks(rest)
    made += recorded
    rest = [entry for entry in rest if entry.line.number not in taken]
    listed = listing.blocks(rest)
    if len(listed) >= 2 or (listed and not _is_told(rest)):
        made += listed
    elif not made:
        made = prose.blocks(rest) or listed
    return sorted(made, key=lambda block: block.lines[0] if block.lines else 0)


def _is_told(entries: Sequence[Entry]) -> bool:
    return any(entry.is_prose and entry.spans for entry in entries)


def _known(
    parts: Text, blocks: Sequence[Block], every: Sequence[Entry]
) -> tuple[Directory, list[int]]:
    knowing = Knowing()
    knowing.candidate(parts.messages, every)
    signature: list[int] = []
    for number in range(len(parts.messages) - 1, -1, -1):
        signature += knowing.sender(parts.messages[number], parts.entries[number])
    taken = {number for block in blocks for number in block.lines}
    for _ in range(2):
        knowing.lists(every, taken)
        knowing.from_blocks(blocks)
    return knowing.known, signature


def _meetings(blocks: Sequence[Block], known: Directory) -> list[MeetingDraft]:
    made: list[MeetingDraft] = []
    group: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and (
            not group or (group[-1].day, group[-1].date) == (block.day, block.date)
        ):
            group.append(block)
            continue
        made += drafts(group, settle(group), known)
        group = [block] if block is not None else []
    return (
        sorted(made, key=lambda meeting: (meeting.date or dt.date.max, meeting.start))
        if all(m.date for m in made)
        else made
    )


__all__ = ["re", "read_text"]
