"""Chats exported or copied: who wrote what when; stamps taken away, so that their lines can be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from interviews.agenda import dates, times
from interviews.agenda.heads import Head, head

_LEAST = {3: 2, 2: 3, 1: 3}  # so many heads make a chat, by how sure they are
_BARE = re.compile(r"^\s*\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?\s*$")
_NOISE = re.compile(
    r"end-to-end|ende-zu-ende|chiffr[ée]s? de bout|versleuteld|cifrad[oa]s? de extremo|crittografat|<media omitted>|<medien ausgeschlossen>|message was deleted|nachricht wurde gelöscht|joined the channel|reaction|^\(edited\)$|\bother\b.*\bonline|^view .{1,60} profile$",
    re.IGNORECASE,
)
_EMOJI = re.compile(r"(?<!\w):[a-z][a-z0-9_+-]{1,30}:(?=\s|:|$|\d)")
_MENTION = re.compile(r"(?P<before>\b[^\W\d_a-zß-ÿ][\w'’-]*)?(?P<gap>^|\s|[(+&,/])@(?=[^\W\d_])")
_REACTIONS = re.compile(r"^\s*(?:(?::[a-z0-9_+-]{2,30}:|[^\w\s]{1,4})\s?\d{1,3}\s*)+$")


@dataclass
class Said:
    """What one person said at one time: its lines with their numbers in the text."""

    speaker: str | None
    stamp: str
    lines: list[tuple[int, str]] = field(default_factory=list)


def chat(text: str) -> list[Said] | None:
    """The turns of a chat, or None if the text is none."""
    lines = text.split("\n")
    heads = _heads(lines)
    if not heads:
        return None
    made: list[Said] = []
    stamp = ""
    after = 0
    for number, line in enumerate(lines):
        if number < after:
            continue
        found = heads.get(number)
        if found is not None:
            stamp = found.day or stamp
            made.append(Said(found.speaker, stamp))
            after = number + found.lines
            if found.text and not _NOISE.search(found.text):
                made[-1].lines.append((number, _readable(found.text)))
            continue
        named = _day_of(line)
        if named:
            stamp = named
            made.append(Said(None, stamp))
            continue
        if not made:
            made.append(Said(None, ""))
        made[-1].lines.append((number, _readable(line)))
    return made


def _readable(line: str) -> str:
    """The line without what is no word of it: emoji by name, reactions, the marks before names."""
    is_noise = _BARE.match(line) or _NOISE.search(line) or _REACTIONS.match(line)
    if is_noise or not line.strip().strip("`"):
        return ""
    return _MENTION.sub(_apart, _EMOJI.sub("", line)).strip() if re.search("[:@]", line) else line


def _apart(match: re.Match[str]) -> str:
    """ "Thanks @Ana @Bo" is no name of four words."""
    before = match["before"] or ""
    return f"{before}, " if before and match["gap"].isspace() else f"{before}{match['gap']}"


def _heads(lines: Sequence[str]) -> dict[int, Head]:
    """The heads of a chat by their lines; none where there are too few, or they are no heads of one."""
    found = {number: made for number in range(len(lines)) if (made := head(lines, number))}
    speakers = Counter(made.speaker for made in found.values() if made.speaker)
    kept: dict[int, Head] = {}
    for sureness, least in _LEAST.items():
        own = {number: made for number, made in found.items() if made.sureness >= sureness}
        spoken = sum(made.speaker is not None for made in own.values())
        if sureness < 2 and not (_is_uneven(own) and _is_repeated(own, speakers)):
            continue
        if spoken >= least or kept or _is_export(own, lines):
            kept |= own
    return dict(sorted(kept.items()))


def _is_export(found: dict[int, Head], lines: Sequence[str]) -> bool:
    """Whether a single message stands there as a program exports it: "[16/06/2026, 16:11] Lena: …"."""
    return any(
        made.sureness == 3 and made.text and lines[number].lstrip(" \u200e").startswith("[")
        for number, made in found.items()
    )


def _is_uneven(found: dict[int, Head]) -> bool:
    """Whether the times are those of a clock and not those of an agenda."""
    uneven = sum(made.minute % 5 != 0 for made in found.values())
    return uneven >= max(1, 0.4 * len(found))


def _is_repeated(found: dict[int, Head], speakers: Counter[str]) -> bool:
    return any(speakers[made.speaker or ""] >= 2 for made in found.values())


def _day_of(line: str) -> str | None:
    """A line that only says which day the following was said."""
    mentions = dates.mentions(line)
    if (
        len(mentions) != 1
        or mentions[0].year is None
        or times.spans(line, [(mentions[0].begin, mentions[0].finish)])
    ):
        return None
    others = line[: mentions[0].begin] + line[mentions[0].finish :]
    return line.strip(" —–_=*-") if not any(letter.isalpha() for letter in others) else None
