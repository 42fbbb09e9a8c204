"""Chats exported or copied: who wrote what when; stamps taken away, so that their lines can be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from interviews.agenda import dates, times

_LEAST = 3  # so many stamps make a chat
# As WhatsApp exports it: day, time and speaker before what was said.
_STAMPED = re.compile(
    r"^[\u200e\s]*\[?(?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{2,4})[,\s]+(?:um\s|at\s|à\s|kl\.?\s)?(?P<time>\d{1,2}[:.]\d{2})(?:[:.]\d{2})?\s?(?P<half>[AaPp]\.?[Mm]\.?)?\]?\s*(?:[-–]\s)?(?P<rest>.*)$"
)
# As Teams copies it: the time alone in brackets.
_BRACKETED = re.compile(
    r"^\s*\[(?P<time>\d{1,2}[:.]\d{2})\s?(?P<half>[AaPp]\.?[Mm]\.?)?\]\s*(?P<rest>\S.*)$"
)
# As Slack copies it: speaker and time on a line of their own.
_HEADED = re.compile(
    r"^\s*(?P<name>[^\W\d_][^\d\[\]:;]{1,48}?)(?:\s{2,}|,\s|\s(?=\[))\[?(?P<time>\d{1,2}[:.]\d{2})\s?(?P<half>[AaPp]\.?[Mm]\.?)?\]?\s*$"
)
# As Teams exports it: day and time in brackets, then the speaker, alone in the line.
_BRACKETED_DAY = re.compile(r"^\s*\[\s*\d{1,4}[./-]")
_BARE = re.compile(r"^\s*\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?\s*$")
_SPEAKER = re.compile(r"^(?P<name>[^:\n]{1,60}?):\s+(?P<text>.*)$")
_DAY = re.compile(r"^[\s—–_=*-]*(?P<text>[^—–_=*\d][^—–_=*]{2,60}?)[\s—–_=*-]*$")
_NOISE = re.compile(
    r"end-to-end|ende-zu-ende|chiffr[ée]s? de bout|versleuteld|cifrad[oa]s? de extremo|crittografat|<media omitted>|<medien ausgeschlossen>|message was deleted|nachricht wurde gelöscht|joined the channel|reaction|^\(edited\)$|\bother\b.*\bonline",
    re.IGNORECASE,
)


@dataclass
class Said:
    """What one person said at one time: its lines with their numbers in the text."""

    speaker: str | None
    stamp: str
    lines: list[tuple[int, str]] = field(default_factory=list)


def chat(text: str) -> list[Said] | None:
    """The turns of a chat, or None if the text is none."""
    lines = text.split("\n")
    if _count(lines) < _LEAST:
        return None
    made: list[Said] = []
    stamp = ""
    for number, line in enumerate(lines):
        headed = _turn(line)
        if headed is not None:
            date, speaker, rest = headed
            stamp = date or stamp
            made.append(Said(speaker, stamp))
            if rest and not _NOISE.search(rest):
                made[-1].lines.append((number, rest))
            continue
        named = _day_of(line)
        if named:
            stamp = named
            made.append(Said(None, stamp))
            continue
        is_noise = _BARE.match(line) or _NOISE.search(line) or not line.strip().strip("`")
        if not made:
            made.append(Said(None, ""))
        made[-1].lines.append((number, "" if is_noise else line))
    return made


def _count(lines: Sequence[str]) -> int:
    stamped = sum(
        bool(
            (match := _STAMPED.match(line))
            and (_SPEAKER.match(match["rest"]) or _heads_turn(line, match["rest"]))
        )
        for line in lines
    )
    bracketed = sum(
        bool(
            (match := _BRACKETED.match(line))
            and (_SPEAKER.match(match["rest"]) or _is_name(match["rest"]))
        )
        for line in lines
    )
    headed = sum(bool((match := _HEADED.match(line)) and _is_name(match["name"])) for line in lines)
    return max(stamped, bracketed, headed)


def _is_name(text: str) -> bool:
    words = text.strip().split()
    return 1 <= len(words) <= 5 and all(
        word[:1].isupper() or word in ("de", "van", "von", "der", "|", "-", "la") for word in words
    )


def _heads_turn(line: str, rest: str) -> bool:
    return bool(_BRACKETED_DAY.match(line)) and ":" not in rest and _is_name(rest)


def _turn(line: str) -> tuple[str, str | None, str] | None:
    """Date, speaker and text of a line that begins a turn."""
    match = _STAMPED.match(line)
    if match and _heads_turn(line, match["rest"]):
        return match["date"], match["rest"].strip(), ""
    if match:
        said = _SPEAKER.match(match["rest"])
        return (
            match["date"],
            said["name"].strip() if said else None,
            said["text"] if said else ("" if _NOISE.search(match["rest"]) else match["rest"]),
        )
    match = _BRACKETED.match(line)
    if match and _is_name(match["rest"]) and ":" not in match["rest"]:
        return "", match["rest"].strip(), ""
    if match:
        said = _SPEAKER.match(match["rest"])
        return ("", said["name"].strip(), said["text"]) if said else None
    match = _HEADED.match(line)
    if match and _is_name(match["name"]):
        return "", match["name"].strip(), ""
    return None


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
