"""Heads of what is said in a chat: who and when, in the ways in which programs write it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interviews.agenda.plain import folded
from interviews.agenda.times import either
from interviews.agenda.tokens import bare, is_vocabulary
from interviews.agenda.vocabulary.days import MONTHS, SHORT_WEEKDAYS, TODAY, WEEKDAYS
from interviews.agenda.vocabulary.jobs import PARTICLES
from interviews.agenda.vocabulary.mail import HEAD_NAMES
from interviews.agenda.vocabulary.names import GIVEN

_FIGURES = r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4}|\.)?"
_WORDS = rf"(?:{either([name for name in WEEKDAYS if name not in SHORT_WEEKDAYS])})"
_NEAR = rf"(?:{either([*TODAY, 'yesterday', 'gestern', 'hier', 'gisteren', 'ayer', 'ieri', 'ontem', 'igar', 'i gar', 'i gaar', 'wczoraj'])})"
_WRITTEN = rf"(?:(?:{either(list(WEEKDAYS))})\.?,?\s)?(?:\d{{1,2}}\.?\s(?:de\s)?(?:{either(list(MONTHS))})\.?|(?:{either(list(MONTHS))})\.?\s\d{{1,2}})(?:,?\s(?:de\s)?\d{{4}})?"
_DAY = rf"(?:{_FIGURES}|{_WRITTEN}|{_WORDS}|{_NEAR})"
_AT = r"(?:,?\s(?:at|um|a|kl\.?|om|alle|a las|as|o)\s|,?\s{1,3}|\s[-–|·]\s)"
_TIME = r"(?P<hour>\d{1,2})[:.h](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\.?)?(?:\s(?:uhr|uur))?"
_STAMP = rf"(?:(?P<day>{_DAY}){_AT})?{_TIME}(?:(?:,\s|\s)(?P<after>{_FIGURES}))?"
_OPEN, _CLOSE = r"[\[(]\s?", r"\s?[\])]"

_SHORT = rf"(?:(?:{either(sorted(SHORT_WEEKDAYS))})\.?,?\s)?"
_BEFORE = re.compile(
    rf"\s*(?:{_OPEN}{_SHORT}{_STAMP}{_CLOSE}:?|{_STAMP.replace('?P<', '?P<bare_')})\s{{0,3}}(?:[-–]\s)?(?=\S)"
)
_BEHIND = re.compile(
    rf"(?:(?:\s{{2,}}|,\s|\s[-–—|·•]\s|\s(?={_OPEN})){_OPEN[:-3]}?\s?{_STAMP}{_CLOSE[3:]}?|\s{_STAMP.replace('?P<', '?P<bare_')}):?\s*$"
)
_ALONE = re.compile(rf"\s*{_STAMP}\s*$")
_SENT = re.compile(
    r"\s(?:sent the following messages?|a envoye les? messages? suivants?|hat (?:die folgende nachricht|die folgenden nachrichten) gesendet|envio (?:el siguiente mensaje|los siguientes mensajes)|heeft (?:het volgende bericht|de volgende berichten) (?:verzonden|gestuurd)|ha inviato (?:il seguente messaggio|i seguenti messaggi))"
)
_SAYS = re.compile(r"(?P<name>[^:\n]{1,60}?):\s+(?P<text>.*)$")
_ROLE = re.compile(r"\s*[\[({][^\[\](){}]*[\])}]")
_SMALL = frozenset(["vd", "v.d.", "|", "-", "–", "&"])


@dataclass(frozen=True)
class Head:
    """Who speaks and the day as printed; what is said in the same line; how sure it is a head.

    3 with a day and a name, 2 for marks that only chats have, 1 for a mere time beside a name.
    """

    day: str
    minute: int
    speaker: str | None
    text: str
    sureness: int
    lines: int = 1


def head(lines: Sequence[str], number: int) -> Head | None:
    """The head that the line is, maybe together with the next ones."""
    line = lines[number].replace("\u200e", "")
    if len(line) < 2 or not any(letter.isdigit() for letter in line[:160]):
        return _in_two_lines(lines, number)
    plain = _plain(line)
    return _stamp_first(line, plain) or _name_first(line, plain) or _in_two_lines(lines, number)


def _plain(line: str) -> str:
    """The line folded, letter by letter."""
    return "".join((folded(letter) or " ")[0] for letter in line[:400])


def _stamp_first(line: str, plain: str) -> Head | None:
    match = _BEFORE.match(plain)
    if match is None:
        return None
    in_brackets = match["hour"] is not None
    day = _printed(line, match, "day") or _printed(line, match, "after")
    day = day or _printed(line, match, "bare_day") or _printed(line, match, "bare_after")
    minute = int(match["minute"] or match["bare_minute"])
    rest = line[match.end() :]
    said = _SAYS.match(rest)
    if said is not None:
        named = is_name(said["name"])
        if not (day or in_brackets or named):
            return None
        sureness = (
            3 if day and (in_brackets or named) else 2 if day or (in_brackets and named) else 1
        )
        return Head(day, minute, shown(said["name"]), said["text"], sureness)
    if in_brackets and is_name(rest):
        return Head(day, minute, shown(rest), "", 3 if day else 2)
    if day and in_brackets:
        return Head(day, minute, None, rest, 2)
    return None


def _name_first(line: str, plain: str) -> Head | None:
    """ "Lena Brandt  16.06.2026 16:11", "Lena — Today at 4:11 PM", "Lena Brandt [16:11]:"."""
    match = _BEHIND.search(plain[:160]) if len(plain) < 160 else None
    if match is None:
        return None
    name = line[: match.start()].strip()
    sent = _SENT.search(plain[: match.start()])
    name = line[: sent.start()].strip() if sent else name
    if not is_name(name) or name.endswith(":") or folded(name) in HEAD_NAMES:
        return None
    bare_one = match["bare_hour"] is not None
    day = _printed(line, match, "day") or _printed(line, match, "after")
    day = day or _printed(line, match, "bare_day") or _printed(line, match, "bare_after")
    minute = int(match["minute"] or match["bare_minute"])
    return Head(day, minute, shown(name), "", 3 if day or sent else 1 if bare_one else 2)


def _in_two_lines(lines: Sequence[str], number: int) -> Head | None:
    """A name, and in the line below the time, as Slack copies it."""
    line = lines[number]
    if number + 1 >= len(lines) or len(line) > 80 or not is_name(line):
        return None
    match = _ALONE.match(_plain(lines[number + 1]))
    if match is None:
        return None
    below = lines[number + 1]
    day = _printed(below, match, "day") or _printed(below, match, "after")
    is_apart = number == 0 or not lines[number - 1].strip()
    return Head(day, int(match["minute"]), shown(line), "", 3 if day else 2 if is_apart else 1, 2)


def _printed(line: str, match: re.Match[str], group: str) -> str:
    begin, finish = match.span(group)
    text = line[begin:finish] if begin >= 0 else ""
    return text if re.search(r"\d{1,4}[./-]\d|\d{4}|[^\W\d_]\.?\s\d|\d\.?\s[^\W\d_]", text) else ""


def shown(name: str) -> str:
    """The name without what a program puts beside it: "[guest]", "(Acme)"."""
    return _ROLE.sub("", name).strip(" *@:~")


def is_name(text: str) -> bool:
    """Whether the words may be what somebody is called in a chat."""
    words = shown(text).split()
    if not 1 <= len(words) <= 6 or any(letter.isdigit() for letter in text):
        return False
    if text.rstrip().endswith((".", "!", "?", ",", ";")) and len(words[-1]) > 2:
        return False
    named = [word for word in words if word[:1].isupper()]
    if not named or any(
        not (word[:1].isupper() or word.lower() in PARTICLES or word in _SMALL) for word in words
    ):
        return False
    return len(words) > 1 or bare(words[0]) in GIVEN or not is_vocabulary(bare(words[0]))
