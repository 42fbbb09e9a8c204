"""Lines, and the messages that they are of: the newest, the ones quoted below it, chats."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from interviews.agenda.plain import STRUCK, folded
from interviews.agenda.vocabulary import mail as words


@dataclass
class Line:
    """A line of the text. `text` is without its quotation marks; `is_off` if it no longer holds."""

    number: int
    text: str
    is_off: bool = False
    speaker: str | None = None

    @property
    def indent(self) -> int:
        expanded = self.text.expandtabs(4)
        return len(expanded) - len(expanded.lstrip())

    @property
    def is_blank(self) -> bool:
        return not self.text.strip(" \t*_-=–—|+.•")


@dataclass
class Message:
    """One message: its head (From, Sent, Subject) and its lines."""

    lines: list[Line] = field(default_factory=list)
    head: dict[str, str] = field(default_factory=dict)
    stamps: list[str] = field(default_factory=list)
    head_lines: list[Line] = field(default_factory=list)
    is_older: bool = False


_QUOTED = re.compile(r"^\s{0,3}(?:>\s?)+|^\s{0,3}\|\s(?=[^|]*$)(?!.*\|)")
_HEAD = re.compile(
    rf"^\s*\**(?P<name>{'|'.join(re.escape(name) for name in words.HEAD_NAMES)})\**\s?:\**\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    rf"^\W*(?:{'|'.join(words.WROTE_BEGINS)})\b.{{4,160}}?(?:{'|'.join(words.WROTE)})\s*(?P<name>[^:]{{0,60}}):?\s*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(rf"^[\s>]*[-_=*—–]{{2,}}\s*(?:{'|'.join(words.FORWARDED)})", re.IGNORECASE)
_FORWARD = re.compile(
    rf"^[\s>]*(?:[-_=*—–]*\s*)?(?:{'|'.join(words.FORWARDED)})\s*:?\s*[-_=*—–]*\s*$", re.IGNORECASE
)
_OLD_VERSION = re.compile(rf"^[\s>*#_=–—-]*(?:{'|'.join(words.OLD_VERSION)})", re.IGNORECASE)
_NEW_VERSION = re.compile(rf"^[\s>*#_=–—-]*(?:{'|'.join(words.NEW_VERSION)})", re.IGNORECASE)
_STRUCK = re.compile(r"~~[^~\n]{1,400}~~|(?:[^\n\u0336]\u0336){2,400}[^\n\u0336]?")
_OFF = re.compile(rf"(?:^|[\s\[(*>•–—|-])(?:{'|'.join(words.CANCELLED)})(?![\w-])", re.IGNORECASE)
_STILL_ON = re.compile(rf"(?:{'|'.join(words.NOT_CANCELLED)})", re.IGNORECASE)


def messages(text: str) -> list[Message]:
    """The messages of the text from the newest to the oldest, each with its own lines."""
    made = [Message()]
    depth = 0
    lines = text.split("\n")
    for number, raw in enumerate(lines):
        stripped, level = _unquoted(raw)
        line = Line(number, stripped)
        if _begins_another(stripped, level, depth, made[-1], lines, number):
            made.append(Message(is_older=bool(_OLD_VERSION.match(stripped))))
        depth = level
        _take(made[-1], line)
    return [message for message in made if message.lines or message.head_lines]


def _unquoted(raw: str) -> tuple[str, int]:
    match = _QUOTED.match(raw)
    if not match:
        return raw.rstrip(), 0
    return raw[match.end() :].rstrip(), match[0].count(">") or 1


def _begins_another(
    text: str, level: int, depth: int, message: Message, lines: list[str], number: int
) -> bool:
    has_lines = any(not line.is_blank for line in message.lines)
    if level > depth and has_lines:
        return True
    if not has_lines:
        return False
    if (
        _WROTE.match(text)
        or _SEPARATOR.match(text)
        or _FORWARD.match(text)
        or (_OLD_VERSION.match(text) and len(text) < 90)
    ):
        return True
    head = _HEAD.match(text)
    if head is None or words.HEAD_NAMES[head["name"].lower()] != "from":
        return False
    following = [_unquoted(line)[0] for line in lines[number + 1 : number + 6]]
    others = [found for line in following if (found := _HEAD.match(line))]
    return (
        sum(
            words.HEAD_NAMES[other["name"].lower()] in ("date", "to", "subject") for other in others
        )
        >= 1
    )


def _take(message: Message, line: Line) -> None:
    wrote = _WROTE.match(line.text)
    if wrote and not any(not other.is_blank for other in message.lines):
        message.stamps.append(line.text)
        message.head_lines.append(line)
        name = re.search(
            r"(?:\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?|\d{4})[\s,]+(?P<name>[^\d<,:(]{3,60}?)\s*(?:<|wrote|a écrit|$)",
            line.text,
            re.IGNORECASE,
        )
        message.head.setdefault("from", (name["name"] if name else wrote["name"]).strip())
        return
    head = _HEAD.match(line.text)
    only_head = not any(not other.is_blank for other in message.lines)
    if head and only_head:
        key = words.HEAD_NAMES[head["name"].lower()]
        if (
            key == "date"
            and not message.head
            and head["name"].lower() in ("date", "datum", "data", "fecha", "dato")
        ):
            message.lines.append(line)  # "Date:" at the top of a page is the day of the interview
            return
        message.head.setdefault(key, head["value"].strip())
        message.head_lines.append(line)
        if key == "date":
            message.stamps.append(line.text)
        return
    line.text = without_struck(line)
    message.lines.append(line)


def without_struck(line: Line) -> str:
    """The text of the line without what is struck out; a line said to be cancelled is off."""
    text = line.text
    if "~~" in text or STRUCK in text:
        text = _STRUCK.sub(" ", text)
        if not re.search(r"\w{3}", text) and re.search(r"\w{3}", line.text):
            line.is_off = True
        text = text.replace(STRUCK, "")
    if is_off(text):
        line.is_off = True
    return text


def is_off(text: str) -> bool:
    """Whether the line says of itself that it is cancelled."""
    plain = folded(text)
    match = _OFF.search(plain)
    if not match or _STILL_ON.search(plain):
        return False
    return not re.search(r"(?:policy|if you|falls sie|frist|fee)", plain)
