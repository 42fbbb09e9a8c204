"""Lists whose times stand at the ends of their lines, or within."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda.blocks import Block, Piece
from interviews.agenda.entries import BULLET, CHATTER, Entry, is_sign_off
from interviews.agenda.lengths import minutes_long
from interviews.agenda.phrases import is_place
from interviews.agenda.plain import folded

_LEADERS = re.compile(r"[.·…_]{3,}\s*$|(?:\s\.){3,}\s*$")


def ends_in_time(entry: Entry) -> bool:
    """Whether the line is what is done, and then when."""
    if not entry.spans or entry.line.is_off or entry.label == "note":
        return False
    span = entry.spans[-1]
    before, after = entry.text[: span.begin], entry.text[span.finish :].strip(" .,)]")
    if not re.search(r"[^\W\d_]{3}", before) or len(entry.text) > 200:
        return False
    if _LEADERS.search(before):
        return True
    if CHATTER.search(folded(entry.text)) or entry.is_prose:
        return False
    if after.startswith("(") and len(after) < 60 and not re.search(r"\d:\d\d", after):
        return bool(re.search(r"[,;:|–—(\t-]\s*$|\s{2,}$", before))
    return (not after or (bool(minutes_long(after)) and len(after) < 16)) and bool(
        re.search(r"[,;:|–—(\t-]\s*$|\s{2,}$", before)
    )


_ITEM = re.compile(
    r"^\s*(?:\(?\d{1,2}[.)]\s|\(?[a-h][.)]\s|[ivx]{1,4}[.)]\s|[•▪►❖●○◦‣✓*-]\s|[^\W\d_]{4,12}\.[-–]\s)"
)


_BEGINS = re.compile(
    r"[\s,;.–—-]*\b(?:starts?|starting|begins?|takes|lasting|at|from|kl|beginn|ab|um|dauer|debut|a partir de|duree|inicio|duracion|inizio|durata|a las|horas|start|aanvang|om|duur|varar|with a duration of)?\.?:?\s*$",
    re.IGNORECASE,
)


def holds_time(entry: Entry) -> bool:
    """Whether the line is an item of a list with its time somewhere within."""
    if not entry.spans or entry.line.is_off or entry.label == "note":
        return False
    span = entry.spans[0]
    if not (span.is_sure or span.after_at):
        return False
    if _ITEM.match(entry.text):
        return True
    if (
        entry.is_prose
        or len(entry.text) > 120
        or CHATTER.search(folded(entry.text))
        or re.search(r"\d{3}[\s-]?\d{2}", entry.text)
    ):
        return False
    return not entry.text.rstrip().endswith((".", "!", "?")) and entry.line.indent < 12


def inline(entries: Sequence[Entry], within: Sequence[int]) -> list[Block]:
    """Blocks of items with their times within."""
    items = [number for number in within if _ITEM.match(entries[number].text)]
    if len(items) >= 3:
        within = items
    made = []
    for place, number in enumerate(within):
        entry = entries[number]
        span = entry.spans[0]
        block = Block(span, lines=[entry.line.number])
        before = _ITEM.sub("", entry.text[: span.begin], count=1)
        before = _BEGINS.sub("", before).strip(" ,;:–—-(")
        after = entry.text[span.finish :].strip(" ,;:–—-.)")
        for text in (before, after):
            if text:
                block.pieces.append(Piece(text, "", entry.line.number))
        until = within[place + 1] if place + 1 < len(within) else len(entries)
        for follower in entries[number + 1 : until]:
            if (
                follower.line.is_blank
                or (follower.line.indent <= entry.line.indent and not follower.label)
                or is_sign_off(follower.text)
            ):
                break
            block.lines.append(follower.line.number)
            block.pieces.append(piece_of(follower))
        made.append(block)
    return made


def trailing(entries: Sequence[Entry], at_end: Sequence[int]) -> list[Block]:
    """Blocks of a list with the times at the ends of its lines."""
    made = []
    base = min(entries[number].line.indent for number in at_end)
    for place, number in enumerate(at_end):
        entry = entries[number]
        span = entry.spans[-1]
        first = number
        above = at_end[place - 1] + 1 if place else 0
        while (
            first > above
            and entries[first].line.indent > base
            and not entries[first - 1].line.is_blank
        ):
            first -= 1
        block = Block(span, lines=[other.line.number for other in entries[first : number + 1]])
        text = " ".join(other.text.strip() for other in entries[first:number])
        own = _LEADERS.sub("", entry.text[: span.begin]).strip(" .(–—-:|,\t")
        after = entry.text[span.finish :].strip(" .,)")
        block.pieces.append(Piece(BULLET.sub("", f"{text} {own}".strip()), "", entry.line.number))
        if after:
            block.pieces.append(Piece(after.strip("()"), _role_of(after), entry.line.number))
        made.append(block)
    return made


def _role_of(after: str) -> str:
    """What stands behind the time at the end of a line."""
    if minutes_long(after):
        return "length"
    return "place" if after.startswith("(") and is_place(after.strip("()")) else "note"


def piece_of(entry: Entry) -> Piece:
    """The line as a piece of a block."""
    if entry.label and entry.label not in ("candidate", "time", "date"):
        return Piece(
            entry.value or "",
            entry.label if entry.label != "length" else "length",
            entry.line.number,
        )
    return Piece(BULLET.sub("", entry.text.strip(), count=1), "", entry.line.number)
