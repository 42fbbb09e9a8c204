"""A plain text read into an agenda, stage by stage."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from interviews.agenda import (
    chats,
    columns,
    legends,
    prose,
)
from interviews.agenda.asides import Aside, asides
from interviews.agenda.blocks import Block
from interviews.agenda.choosing import Text, chosen_blocks, of_day
from interviews.agenda.corrections import Corrections, is_correction
from interviews.agenda.dating import Dating
from interviews.agenda.directory import Directory
from interviews.agenda.drafting import drafts
from interviews.agenda.drafts import Agenda, MeetingDraft
from interviews.agenda.entries import Entry, entry_of, is_sign_off
from interviews.agenda.initials import without_dots
from interviews.agenda.kinds import hits
from interviews.agenda.knowing import Knowing
from interviews.agenda.messages import messages, messages_of_chat, unwrapped
from interviews.agenda.names import find
from interviews.agenda.particulars import particulars
from interviews.agenda.plain import folded, without_semicolons
from interviews.agenda.settling import settle
from interviews.agenda.times import AM, LONGEST_LINE

MOST_MEETINGS = 500
MOST_CHARACTERS = 32_000
MOST_LINES = 1_500
_LONG_GAP = re.compile(r" {100,}|\t{40,}")


def _bounded(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as far as it is read: an agenda takes a page or two."""
    text = _LONG_GAP.sub(lambda match: match[0][:100], text)
    text = "\n".join(line[:LONGEST_LINE] for line in text.split("\n", MOST_LINES)[:MOST_LINES])
    if len(text) <= MOST_CHARACTERS:
        return text, ()
    cut = text.rfind("\n", 0, MOST_CHARACTERS)
    kept = text[: cut if cut > 0 else MOST_CHARACTERS]
    return kept, (f"It is very long: only its first {kept.count(chr(10)) + 1:,} lines were read.",)


_GERMAN = re.compile(
    r"\b(?:Uhr|und|mit|Herrn?|Frau|Hr\.|Fr\.|der|die|dem|im|Raum|Gespräch|Pause|Mittagessen)(?!\w)"
)


def read_text(text: str, *, date: dt.date | None = None) -> Agenda:
    """The agenda of a text."""
    whole = text.split("\n")
    text, reports = _bounded(text)
    text = without_dots(without_semicolons(text))
    turns = chats.chat(text)
    parts = Text(messages_of_chat(turns) if turns else messages(text), [], is_chat=bool(turns))
    for read in parts.messages if not turns else []:
        read.lines = unwrapped(columns.apart(read.lines))
    parts.entries = [[entry_of(line) for line in message.lines] for message in parts.messages]
    every = [entry for entries in parts.entries for entry in entries]
    knowing = Knowing()
    knowing.candidate(parts.messages, every)
    blocks = chosen_blocks(parts, knowing)
    if parts.entries and not any(block.is_prose for block in blocks):
        legends.apply(blocks, parts.entries[parts.chosen])
    if parts.is_chat:
        blocks = blocks + _said_later(parts)
    beside = _beside(parts, blocks)
    own = [aside.block for aside in beside]
    known, signature = _known(parts, [*own, *blocks], every, knowing)
    blocks = _with_added(blocks, _correct(parts, blocks, known))
    blocks = [block for block in [*own, *blocks] if not block.is_off]
    dating = Dating(
        parts.messages, every, given=date, english=True, has_meridiem=_has_meridiem(every)
    )
    chosen = parts.entries[parts.chosen] if parts.entries else []
    subject = parts.messages[parts.chosen].head.get("subject", "") if parts.messages else ""
    if parts.messages:
        dating.stamped(parts.messages[parts.chosen])
    newer = [(parts.messages[n], parts.entries[n]) for n in range(parts.chosen - 1, -1, -1)]
    if parts.is_chat:
        newer = [
            (parts.messages[n], parts.entries[n])
            for n in range(parts.chosen + 1, len(parts.messages))
        ] + newer
    dating.assign(blocks, chosen, subject, newer)
    _date(beside, blocks, dating)
    day_of = next((block for block in blocks if block not in own), blocks[0] if blocks else None)
    for block in blocks:
        if day_of and block.day is None and (parts.is_chat or not block.lines):
            block.day, block.date = day_of.day, day_of.date  # said later, of the same day
    more = {entry.line.number: entry.line.more for entry in every if entry.line.more}
    for block in blocks:
        block.lines += [number for line in block.lines for number in more.get(line, ())]
    meetings = _meetings(blocks, known)[:MOST_MEETINGS]
    days = sorted({meeting.date for meeting in meetings if meeting.date})
    used = {number for block in blocks for number in block.lines} | set(signature)
    message = parts.messages[parts.chosen] if parts.messages else None
    other = particulars(chosen, message, known, used - set(signature), signature)
    return Agenda(
        default_location=other.default_location,
        company=other.company,
        position=other.position,
        coordinator=other.coordinator,
        dress=other.dress,
        bring=other.bring,
        lines=tuple(whole),
        reports=reports,
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


def _beside(parts: Text, blocks: Sequence[Block]) -> list[Aside]:
    if parts.is_chat or not blocks or any(block.is_prose for block in blocks):
        return []
    return asides(parts.entries[parts.chosen], blocks)


def _date(beside: Sequence[Aside], blocks: Sequence[Block], dating: Dating) -> None:
    """Give what is told beside the list its own days."""
    own = [aside.block for aside in beside]
    first = next((block.day for block in blocks if block.day and block not in own), None)
    for aside in beside:
        block = aside.block
        if aside.mention is not None:
            block.date, block.day = aside.mention, dating.day(aside.mention)
        else:
            block.day = aside.day(first) or first


_DOUBTED = re.compile(
    r"\b(?:not|instead|if|in case|now|nicht|statt|wenn|falls|pas|plutot|si|niet|als|indien|jetzt|no|en vez|non|se|inte|ikke|hvis|om du|nie|jesli)\b"
)
_SEEN = re.compile(r"\b(?:last seen|zuletzt online|online now)\b", re.IGNORECASE)


def _said_later(parts: Text) -> list[Block]:
    """What whoever sent the list of a chat adds to it: "Then at 3 we close with Ana, our CEO"."""
    sender = parts.messages[parts.chosen].head.get("from")
    made: list[Block] = []
    for number in range(parts.chosen - 1, -1, -1):
        if parts.messages[number].head.get("from") != sender:
            continue
        for block in prose.blocks(parts.entries[number]):
            text = block.text
            if is_correction(text) or _SEEN.search(text) or not (hits(text) or find(text)):
                continue
            if "?" in block.told or _DOUBTED.search(folded(block.told)):
                continue
            happens = any(
                name in ("meal", "tour", "presentation", "test") for _, name, _ in hits(text)
            )
            if any(name.sureness >= 2 for name in find(text)) or happens:
                made.append(block)
    for block in made:
        block.is_prose = False
    return made


def _known(
    parts: Text, blocks: Sequence[Block], every: Sequence[Entry], knowing: Knowing
) -> tuple[Directory, list[int]]:
    text = "\n".join(entry.text for entry in every)
    knowing.known.is_german = len(_GERMAN.findall(text)) > max(3, len(every) // 8)
    for other in knowing.others:
        knowing.known.add_candidate(" ".join(other).title())
    signature: list[int] = []
    if parts.is_chat:
        knowing.speakers([message.head.get("from", "") for message in parts.messages], parts.chosen)
    else:
        for number in range(len(parts.messages) - 1, -1, -1):
            signature += knowing.sender(parts.messages[number], parts.entries[number])
    taken = {number for block in blocks for number in block.lines}
    for _ in range(2):
        knowing.lists(every, taken)
        knowing.from_blocks(blocks)
    return knowing.known, signature


def _with_added(blocks: list[Block], added: Sequence[Block]) -> list[Block]:
    """The blocks with those that sentences add, each where its time is in the day."""
    made = list(blocks)
    for block in added:
        later = (n for n, other in enumerate(made) if of_day(other) > of_day(block))
        made.insert(next(later, len(made)), block)
    return made


def _correct(parts: Text, blocks: Sequence[Block], known: Directory) -> list[Block]:
    """Apply what newer messages, and sentences around the list, say of it."""
    if not blocks or (blocks[0].is_prose and not parts.is_chat and not parts.chosen):
        return []
    taken = {number for block in blocks for number in block.lines}
    corrections = Corrections(blocks, known)
    if not parts.is_chat:
        _reply(parts, blocks, corrections)
    for number in (parts.chosen, *range(parts.chosen - 1, -1, -1)):
        untaken = [entry for entry in parts.entries[number] if entry.line.number not in taken]
        for paragraph in (
            [entry.text for entry in untaken] if parts.is_chat else prose.paragraphs(untaken)
        ):
            is_own = number == parts.chosen
            if is_own and (blocks[0].is_prose or not prose.is_about_changes(paragraph)):
                continue
            corrections.read(paragraph, is_newer=number < parts.chosen)
    return corrections.added


def _reply(parts: Text, blocks: Sequence[Block], corrections: Corrections) -> None:
    """Apply what is answered between the quoted lines of the list."""
    starts = sorted((block.lines[0], number) for number, block in enumerate(blocks) if block.lines)
    first, last = starts[0][0], starts[-1][0]
    for number in range(parts.chosen):
        between = [
            entry
            for entry in parts.entries[number]
            if first < entry.line.number and not entry.line.is_blank
        ]
        if not any(entry.line.number < last for entry in between):
            continue
        for entry in between:
            if entry.line.number > last + 12 or is_sign_off(entry.text):
                break
            below = [place for line, place in starts if line < entry.line.number]
            corrections.reply(entry.text, blocks[below[-1]])
            entry.line.is_off = True


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
