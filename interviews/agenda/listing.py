"""Lists cut into blocks: a time, what stands beside it, and the lines below that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda import dates
from interviews.agenda.blocks import Block, Piece
from interviews.agenda.entries import BULLET, CHATTER, Entry, is_greeting, is_sign_off
from interviews.agenda.items import ends_in_time, holds_time, inline, piece_of, trailing
from interviews.agenda.names import find
from interviews.agenda.phrases import is_activity, is_job, is_place
from interviews.agenda.plain import folded
from interviews.agenda.times import Span
from interviews.agenda.vocabulary.people import label_of


def blocks(entries: Sequence[Entry]) -> list[Block]:
    """The blocks of a list; an empty list where the lines are no list."""
    timed = [number for number, entry in enumerate(entries) if entry.leads and _is_timed(entry)]
    timed = _without_rooms(entries, timed)
    sure = [number for number in timed if entries[number].spans[0].is_sure]
    if len(sure) < 3:
        at_end = [number for number, entry in enumerate(entries) if ends_in_time(entry)]
        within = [number for number, entry in enumerate(entries) if holds_time(entry)]
        if len(within) > max(2, len(sure), len(at_end)):
            return inline(entries, within)
        if len(at_end) > max(len(sure), 2):
            return trailing(entries, at_end)
    if not sure:
        return []
    if len(sure) < len(timed):
        timed = [
            number
            for number in timed
            if entries[number].spans[0].is_sure or _fits_between(entries, number, sure)
        ]
    alone = sum(_rest(entries[number]) == "" for number in timed) > 0.5 * len(timed)
    headed = _headings(entries, timed)
    made: list[Block] = []
    for place, number in enumerate(timed):
        until = timed[place + 1] if place + 1 < len(timed) else len(entries)
        if place + 1 < len(timed):
            until = headed.get(until, until)
        until = next(
            (other for other in range(number + 1, until) if _is_off_item(entries[other])), until
        )
        first = headed.get(number, number)
        if any(entry.line.is_off for entry in entries[first:number]):
            continue
        made += _block(entries, number, until, alone=alone, first=first)
    return _without_the_days_link(made)


def _without_rooms(entries: Sequence[Entry], timed: Sequence[int]) -> list[int]:
    """The lines without those that are only "1.04", where times are printed in another way."""
    plain = [number for number in timed if entries[number].spans[0].start.sureness == 3]
    if len(plain) < max(3, 0.4 * len(timed)):
        return list(timed)
    return [
        number
        for number in timed
        if not re.fullmatch(r"\s*\d{1,2}\.\d{2}\s*", entries[number].text)
    ]


def _without_the_days_link(made: list[Block]) -> list[Block]:
    """A "Zoom: …" below the whole list is not the last item's."""
    labelled = [block for block in made if any(piece.role == "place" for piece in block.pieces)]
    if len(made) >= 3 and labelled == made[-1:]:
        made[-1].pieces = [piece for piece in made[-1].pieces if piece.role != "place"]
    return made


def _is_off_item(entry: Entry) -> bool:
    """Whether an item that does not take place begins here."""
    return entry.line.is_off and (
        bool(entry.spans) or bool(re.search(r"\d{1,2}[:.h]\d{2}|\d{4}-\d{4}", entry.text))
    )


def _headings(entries: Sequence[Entry], timed: Sequence[int]) -> dict[int, int]:
    """Where each block begins if its paragraph has its title above the time."""
    found: dict[int, int] = {}
    for number in timed:
        first = number
        while first > 0 and not entries[first - 1].line.is_blank and first - 1 not in timed:
            first -= 1
        after = number + 1
        while after < len(entries) and not entries[after].line.is_blank and after not in timed:
            after += 1
        alone = after >= len(entries) or after not in timed or entries[after - 1].line.is_blank
        if first < number and alone and number - first <= 4:
            found[number] = first
    return found if len(found) >= max(2, 0.6 * len(timed)) else {}


_NUMBERED_HEAD = re.compile(
    r"\W*(?:termin|interview|event|meeting|session|slot|gesprach|rendez-vous|entretien|afspraak|gesprek|cita|evento|reunion|appuntamento|reuniao|mote|samtal|spotkanie|item|part|block)?\s?#?\d{1,2}\b(?:\s(?:of|von|de|van|di|av)\s\d+)?(?:\W.{0,60})?$"
)


def _is_timed(entry: Entry) -> bool:
    if entry.line.is_off or entry.label == "note":
        return False
    return not (entry.is_prose and CHATTER.search(folded(entry.text)) and not entry.spans[0].end)


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
    before = BULLET.sub("", before, count=1).strip(" \t:,;.-–—|*_()[]")
    if not before or label_of(before) == "time" or dates.weekdays(before) or span.leads:
        return ""
    return before


def _block(
    entries: Sequence[Entry], number: int, until: int, *, alone: bool, first: int
) -> list[Block]:
    entry = entries[number]
    made = split_line(entry)
    last = made[-1]
    above = [
        other for other in entries[first:number] if not _NUMBERED_HEAD.match(folded(other.text))
    ]
    made[0].pieces[:0] = [piece_of(other) for other in above]
    made[0].lines[:0] = [other.line.number for other in entries[first:number]]
    blank_before = False
    deep = entry.line.indent
    before = entry
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
        if last.span.end is None and last.end is None:
            last.end = _end_below(follower)
        if last.pieces and _is_wrapped(last.pieces[-1], follower, before):
            joined = last.pieces[-1]
            last.pieces[-1] = Piece(
                f"{joined.text} {follower.text.strip()}", joined.role, joined.line
            )
        else:
            last.pieces.append(piece_of(follower))
        before = follower
    return made


_GOES_ON = re.compile(
    r"(?:[,(&/+–-]|\b(?:and|or|of|the|with|for|in|at|to|by|und|mit|der|des|im|bei|et|de|du|des|la|le|les|avec|à|en|met|van|het|een|op|y|con|el|los|del|e|di|della|il|com|da|do|os|och|med|i|z|Mr|Mrs|Ms|Dr|Prof|Herr|Herrn|Frau|Mme|M|Sra|Sr|Dra|Sig|dott|St)\.?)$"
)


def _is_wrapped(piece: Piece, follower: Entry, before: Entry) -> bool:
    """Whether the line goes on with the one above, which was only too long."""
    above, text = before.text.rstrip(), follower.text.strip()
    if follower.label or BULLET.match(text) or blank_between(before, follower):
        return False
    last = piece.text.rsplit("\n", 1)[-1]
    if last.count("(") > last.count(")") or _GOES_ON.search(above) or text[:1].islower():
        return True
    return (
        60 <= len(above) <= 88
        and len(above) + len(text.split()[0]) > 72
        and not above.endswith((".", ";", ":", ")"))
    )


def blank_between(before: Entry, follower: Entry) -> bool:
    return follower.line.number - before.line.number > 1


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
        return alone and _is_short(text) and not CHATTER.search(folded(text))
    if _lists_people(text):
        return True
    if follower.is_prose or len(text) > 160:
        return False
    return _is_short(text)


def _lists_people(text: str) -> bool:
    """Whether a line, however long, is a list with somebody in each of its parts."""
    if len(text) > 400 or text.endswith((".", "!", "?", ":")):
        return False
    parts = re.split(
        r"[,;]\s|\s(?:and|und|et|y|e|en|och|og|&)\s", re.sub(r"\([^()]{1,80}\)", "", text)
    )
    return 2 <= len(parts) <= 12 and all(find(part) for part in parts)


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
        plain.rstrip(" ?") in _HEADINGS
        or (text.endswith(":") and len(text.split()) <= 6 and label_of(text) is None)
        or bool(_MEMBERS.match(plain))
        or bool(
            re.match(
                r"^(?:meet your|key to|your interviewers|about your|who you|day \d|tag \d|jour \d|dag \d|dia \d|giorno \d)\b",
                plain,
            )
        )
    )


_MEMBERS = re.compile(
    r"(?:[\w-]+ ){0,3}\w*(?:committee|panel|board|kommission|jury|comite|commissie|comision|tribunal|commissione|comissao)\s?:\s\S"
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
        "who is who",
        "wer ist wer",
        "qui est qui",
        "wie is wie",
        "quien es quien",
        "chi e chi",
        "quem e quem",
        "vem ar vem",
        "hvem er hvem",
        "kto jest kim",
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
            re.search(
                r"[;|/•]\s*$|\.\s+$|[,\s]\s*(?:(?:and |und |et |en |y |e |og |och )?(?:then|puis|ensuite|dann|danach|anschließend|daarna|dan|luego|después|poi|quindi|depois|sedan|derefter|deretter|potem|następnie))\s*(?:at|um|à|a las|om|alle|às|kl\.?)?\s*$|,\s+$|\s[–—-]\s*$|\s(?:and|und|et|en|y|e|och|og|i)\s*$",
                between,
            )
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


_UNTIL = re.compile(
    r"(?:until|till|'til|bis|jusqu'a|tot|hasta las|hasta|fino alle|ate as|ate|til|ends at|ending|finish(?:es|ing)? (?:at|by)?|do)\s(?:ca\.?\s|kl\.?\s)?$"
)


def _end_below(follower: Entry) -> Span | None:
    """ "-> Room 3, until 10:15" in a line below the time."""
    if len(follower.spans) != 1 or follower.spans[0].end is not None:
        return None
    span = follower.spans[0]
    before = folded(follower.text[: span.start.begin])[-20:]
    return span if _UNTIL.search(before) else None


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
