"""Lists cut into blocks: a time, what stands beside it, and the lines below that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from interviews.agenda import dates, times
from interviews.agenda.blocks import Block, Piece
from interviews.agenda.messages import Line
from interviews.agenda.names import find
from interviews.agenda.phrases import is_activity, is_job, is_place
from interviews.agenda.plain import folded
from interviews.agenda.times import Span
from interviews.agenda.vocabulary import mail
from interviews.agenda.vocabulary.people import KIND_OF_LABEL, label_of

_LABELLED = re.compile(
    r"^\s*(?:[-•*▪·–]\s*)?[*_]{0,2}(?P<label>[^\W\d_][\w ./()&'’:*-]{0,40}?)[*_]{0,2}\s?(?::|\t|：)[*_]{0,2}\s*(?P<value>.*)$"
)
_BULLET = re.compile(
    r"^\s*(?:[-•*▪·–►❖●○◦‣+→✓☐□]|[^\w\s\"'(\[]{1,2}(?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-h]\)(?=\s))\s*"
)
_SENTENCE = re.compile(r"[a-zà-ÿ,;]\s+\S+.*[.!?…]\s*$")
_SIGN_OFF = re.compile(
    rf"^(?:{'|'.join(re.escape(phrase) for phrase in sorted(mail.SIGN_OFFS, key=len, reverse=True))})\b[^.]{{0,40}}$"
)
_GREETING = re.compile(
    rf"^(?:{'|'.join(sorted(mail.GREETINGS, key=len, reverse=True))})\b.{{0,60}}$"
)
_CHATTER = re.compile(
    r"\b(?:please|bitte|kindly|let me know|feel free|call me|text me|if you|falls sie|wenn sie|veuillez|merci de|n'hesitez|gelieve|indien|por favor|rogamos|si necesita|per favore|se hai|por favor|open(?:s|ing hours)?|oeffnungszeiten|"
    r"offnungszeiten|geoffnet|ouvert|geopend|abierto|aperto|aberto|oppet|abent|office hours|reachable|erreichbar|joignable|bereikbaar|questions|ruckfragen|i work|arbeite|parking|parken|trains?|zuge|trenes|treni|comboio|tag)\b"
)


@dataclass
class Entry:
    """A line with what was found in it."""

    line: Line
    spans: list[Span] = field(default_factory=list)
    mentions: list[dates.DateMention] = field(default_factory=list)
    label: str | None = None
    value: str = ""

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def leads(self) -> bool:
        return bool(self.spans) and self.spans[0].leads

    @property
    def is_prose(self) -> bool:
        return is_prose(self.text)


def is_prose(text: str) -> bool:
    """Whether the line is written in sentences."""
    text = text.strip()
    if len(text) < 40 or len(text.split()) < 7:
        return False
    lower = sum(word[:1].islower() for word in text.split())
    return lower >= 0.5 * len(text.split()) and (bool(_SENTENCE.search(text)) or len(text) > 110)


def is_sign_off(text: str) -> bool:
    return bool(_SIGN_OFF.match(folded(text).strip(" ,.!*"))) and len(text.split()) <= 7


def is_greeting(text: str) -> bool:
    return bool(_GREETING.match(folded(text).strip())) and not times.spans(text)


def entry_of(line: Line) -> Entry:
    """The line with its times and dates."""
    mentions = dates.mentions(line.text)
    taken = [(mention.begin, mention.finish) for mention in mentions]
    entry = Entry(line, times.spans(line.text, taken), mentions)
    match = _LABELLED.match(line.text)
    if match:
        label = label_of(match["label"])
        if label and (match["value"] or label in ("people", "place", "topic")):
            entry.label, entry.value = label, match["value"]
    if entry.spans and not entry.spans[0].leads:
        entry.spans[0] = _leading(entry)
    return entry


def _leading(entry: Entry) -> Span:
    """The first time leads too if only a bullet, a date or a time's label stands before it."""
    span = entry.spans[0]
    before = entry.text[: span.begin]
    for mention in entry.mentions:
        if mention.finish <= span.begin:
            before = (
                before[: mention.begin]
                + " " * (mention.finish - mention.begin)
                + before[mention.finish :]
            )
    before = _BULLET.sub("", before, count=1)
    plain = folded(before).strip(" \t:,;.-–—|*_()[]#>@")
    plain = re.sub(
        r"^(?:um|at|kl|klokken|alle|a las|om|as|a|der|den|le|on|am|from|ca|gegen)$", "", plain
    )
    words = plain.split()
    named = dates.weekdays(before)
    is_label = (
        label_of(plain) == "time"
        or plain in ("day", "tag")
        or bool(
            re.fullmatch(
                r"(?:slot|day|tag|session|round|jour|dag|dia|part|item|block|runde)?\s?#?\d{0,2}",
                plain,
            )
        )
    )
    if not words or is_label or (named and len(words) <= 2):
        return Span(span.start, span.end, span.begin, span.finish, span.zone, True, span.after_at)
    return span


def blocks(entries: Sequence[Entry]) -> list[Block]:
    """The blocks of a list; an empty list where the lines are no list."""
    timed = [number for number, entry in enumerate(entries) if entry.leads and _is_timed(entry)]
    sure = [number for number in timed if entries[number].spans[0].is_sure]
    if not sure:
        return []
    if len(sure) < len(timed):
        timed = [
            number
            for number in timed
            if entries[number].spans[0].is_sure or _fits_between(entries, number, sure)
        ]
    alone = sum(_rest(entries[number]) == "" for number in timed) > 0.5 * len(timed)
    made: list[Block] = []
    for place, number in enumerate(timed):
        until = timed[place + 1] if place + 1 < len(timed) else len(entries)
        made += _block(entries, number, until, alone=alone)
    return made


def _is_timed(entry: Entry) -> bool:
    if entry.line.is_off or entry.label == "note":
        return False
    return not (entry.is_prose and _CHATTER.search(folded(entry.text)) and not entry.spans[0].end)


def _fits_between(entries: Sequence[Entry], number: int, sure: Sequence[int]) -> bool:
    """Whether a bare "10" begins a line of the list: it is later than the one before."""
    if len(sure) < 2:
        return False
    hour = entries[number].spans[0].start.hour
    before = [entries[other].spans[0].start for other in sure if other < number]
    after = [entries[other].spans[0].start for other in sure if other > number]
    if not before and not after:
        return False
    low = before[-1].hour if before else 0
    high = after[0].hour if after else 24
    if re.match(r"\s*[.)]", entries[number].text[entries[number].spans[0].finish :]):
        return False
    return low % 12 <= hour % 12 <= (high % 12 or 12) or low <= hour <= high


def _rest(entry: Entry) -> str:
    span = entry.spans[0]
    return re.sub(
        r"^[\s:.,;|)\]–—*-]+|[\s(\[]+$",
        "",
        (_before(entry, span) + " " + entry.text[span.finish :]).strip(),
    )


def _before(entry: Entry, span: Span) -> str:
    """What stands before the time, without bullets, dates and labels."""
    before = entry.text[: span.begin]
    for mention in reversed(entry.mentions):
        if mention.finish <= span.begin:
            before = before[: mention.begin] + " " + before[mention.finish :]
    before = _BULLET.sub("", before, count=1).strip(" \t:,;.-–—|*_()[]")
    if not before or label_of(before) == "time" or dates.weekdays(before) or span.leads:
        return ""
    return before


def _block(entries: Sequence[Entry], number: int, until: int, *, alone: bool) -> list[Block]:
    entry = entries[number]
    made = split_line(entry)
    last = made[-1]
    blank_before = False
    deep = entry.line.indent
    for follower in entries[number + 1 : until]:
        if follower.line.is_blank:
            blank_before = True
            continue
        if not _belongs(follower, deep, blank_before=blank_before, alone=alone, last=last):
            break
        blank_before = False
        last.lines.append(follower.line.number)
        if follower.line.is_off:
            continue
        last.pieces.append(piece_of(follower))
    return made


def piece_of(entry: Entry) -> Piece:
    """The line as a piece of a block."""
    if entry.label and entry.label not in ("candidate", "time", "date"):
        return Piece(
            entry.value or "",
            entry.label if entry.label != "length" else "length",
            entry.line.number,
        )
    return Piece(_BULLET.sub("", entry.text.strip(), count=1), "", entry.line.number)


def _belongs(follower: Entry, deep: int, *, blank_before: bool, alone: bool, last: Block) -> bool:
    text = follower.text.strip()
    if is_sign_off(text) or is_greeting(text) or (_is_heading(follower) and not follower.label):
        return False
    if follower.label in ("people", "place", "title", "topic", "length"):
        return not blank_before or alone or follower.line.indent > deep
    if follower.label in ("candidate", "date") and follower.line.indent <= deep:
        return False
    if follower.line.indent > deep and not (blank_before and follower.is_prose):
        return True
    if blank_before and not (alone and not last.pieces):
        return alone and _is_short(text) and not _CHATTER.search(folded(text))
    if follower.is_prose or len(text) > 160:
        return False
    return _is_short(text)


def _is_short(text: str) -> bool:
    """Whether a line looks like a cell: a name, a title, a room, a topic."""
    if len(text.split()) > 14 or (text.endswith((".", "!", "?")) and len(text.split()) > 5):
        return False
    return (
        bool(find(text))
        or is_job(text)
        or is_place(text)
        or is_activity(text)
        or len(text.split()) <= 6
    )


def _is_heading(entry: Entry) -> bool:
    """Whether the line is a date, or the head of another part of the text."""
    text = entry.text.strip()
    if (
        entry.mentions
        and not entry.spans
        and len(text) - sum(m.finish - m.begin for m in entry.mentions) < 30
    ):
        return True
    plain = folded(text).strip(" :*#_=-")
    if dates.weekdays(text) and len(text.split()) <= 3:
        return True
    return (
        plain in _HEADINGS
        or (text.endswith(":") and len(text.split()) <= 6 and label_of(text) is None)
        or bool(
            re.match(
                r"^(?:meet your|key to|your interviewers|about your|who you|day \d|tag \d|jour \d|dag \d|dia \d|giorno \d)\b",
                plain,
            )
        )
    )


_HEADINGS = frozenset(
    [
        "key",
        "notes",
        "note",
        "legend",
        "legende",
        "hinweise",
        "interviewers",
        "your interviewers",
        "meet your interviewers",
        "who's who",
        "who you'll meet",
        "abbreviations",
        "abkurzungen",
        "contacts",
        "participants",
        "remarques",
        "opmerkingen",
        "observaciones",
        "notas",
        "osservazioni",
        "directions",
        "anfahrt",
        "acces",
        "dress code",
        "what to bring",
        "bitte mitbringen",
        "logistics",
        "kommission",
        "search committee",
        "committee members",
        "ansprechpartner",
        "gesprachspartner",
        "interlocuteurs",
        "gesprekspartners",
        "entrevistadores",
        "your interview team",
        "interview team",
        "the panel",
        "practical information",
        "getting here",
    ]
)


def split_line(entry: Entry) -> list[Block]:
    """The blocks of one line: more than one where several times have an activity each."""
    text = entry.text
    begins = [entry.spans[0]]
    for span in entry.spans[1:]:
        between = text[begins[-1].finish : span.begin]
        if (
            re.search(r"[;|/•]\s*$|\.\s+$|,\s+(?:then\s)?$|\s[–—-]\s*$", between)
            and re.search(r"[^\W\d_]{3}", between)
            and span.is_sure
        ):
            begins.append(span)
    made = []
    for place, span in enumerate(begins):
        until = begins[place + 1].begin if place + 1 < len(begins) else len(text)
        block = Block(span, lines=[entry.line.number])
        before = _before(entry, span) if place == 0 else ""
        after = text[span.finish : until]
        block.end = _end_in(entry, span, after) if span.end is None else None
        if block.end:
            after = (
                after[: block.end.begin - span.finish]
                + " "
                + after[block.end.finish - span.finish :]
            )
        rest = re.sub(r"^[\s:.,;|)\]–—*-]+|[\s(\[;,]+$", "", after)
        if before:
            block.pieces.append(Piece(before, "", entry.line.number))
        if rest:
            block.pieces.append(Piece(rest, "", entry.line.number))
        made.append(block)
    return made


def _end_in(entry: Entry, span: Span, after: str) -> Span | None:
    """ "until 1:15" further on in the line."""
    for other in entry.spans:
        if (
            other.begin > span.begin
            and other.end is None
            and other.begin < span.finish + len(after)
        ):
            before = folded(entry.text[max(0, other.start.begin - 18) : other.start.begin])
            if re.search(
                r"(?:until|till|'til|til|bis|jusqu'a|jusque|tot|hasta las|hasta|fino alle|ate as|ate|till|ends at|ending at|ending|finish(?:es|ing)? (?:at|by)|ende|fin|do)\s(?:ca\.?\s|about\s|around\s|etwa\s)?$",
                before,
            ):
                return other
    return None


__all__ = [
    "KIND_OF_LABEL",
    "Entry",
    "blocks",
    "entry_of",
    "is_greeting",
    "is_prose",
    "is_sign_off",
    "piece_of",
    "split_line",
]
