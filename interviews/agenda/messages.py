"""Lines, and the messages that they are of: the newest, the ones quoted below it, chats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from interviews.agenda import wraps
from interviews.agenda.chats import Said
from interviews.agenda.plain import STRUCK, folded
from interviews.agenda.vocabulary import mail as words


@dataclass
class Line:
    """A line of the text. `text` is without its quotation marks; `is_off` if it no longer holds."""

    number: int
    text: str
    is_off: bool = False
    more: list[int] = field(default_factory=list)  # the numbers of lines that were put to it

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


_BOX = re.compile(r"^\s*(?:[┌├└╭╰┏┗╔╚][─━═┄]*|[│┃║┆╎])\s?|\s*[│┃║]\s*$")
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
_EMPHASIS = re.compile(r"(\*{1,3})(?=[^\s*])([^*\n]{1,200})(?<=[^\s*])\1")
_OFF = re.compile(rf"(?:^|[\s\[(*>•–—|-])(?:{'|'.join(words.CANCELLED)})(?![\w-])", re.IGNORECASE)
_MOVED_AWAY = re.compile(
    rf"^[^.]{{0,90}}\b(?:{'|'.join(words.MOVED_AWAY[:-2])})\s(?:kl\.?\s|las\s)?\d{{1,2}}[:.h]?\d{{0,2}}\W*(?:uhr|uur|h|[ap]m)?\W*$"
)
_STILL_ON = re.compile(rf"(?:{'|'.join(words.NOT_CANCELLED)})", re.IGNORECASE)


def messages(text: str) -> list[Message]:
    """The messages of the text from the newest to the oldest, each with its own lines."""
    made = [Message()]
    at_level = {0: made[0]}
    level = 0
    lines = text.split("\n")
    for number, raw in enumerate(lines):
        stripped, depth = _unquoted(raw)
        line = Line(number, stripped)
        if not stripped.strip() and depth == 0 and level > 0:
            depth = level  # a blank line in a quotation
        if depth > level and depth not in at_level and _is_aside(lines, number, depth):
            depth = level
        current = at_level.get(depth) or at_level[max(at_level)]
        if _begins_another(
            stripped, depth, current, lines, number, is_deeper=depth not in at_level
        ):
            current = Message(is_older=bool(_OLD_VERSION.match(stripped)))
            made.append(current)
            if _WROTE.match(stripped) and _is_quoted_below(lines, number, depth):
                at_level[depth + 1] = current
                _take(current, line)
                continue
        at_level[depth] = current
        level = depth
        _take(current, line)
    return [message for message in made if message.lines or message.head_lines]


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines as they were before a mail program broke them."""
    wide = wraps.width([line.text for line in lines])
    made: list[Line] = []
    last = ""
    for line in lines:
        above = made[-1] if made else None
        if (
            above is not None
            and not line.is_off
            and not above.is_off
            and len(above.text) < 3000
            and wraps.goes_on(above.text, last, line.text, wide)
        ):
            above.text = f"{above.text.rstrip()} {line.text.strip()}"
            above.more.append(line.number)
        else:
            made.append(line)
        last = line.text
    return made


def messages_of_chat(turns: Sequence[Said]) -> list[Message]:
    """The turns of a chat as messages, the last first."""
    made = []
    for said in reversed(_together(turns)):
        head = {"from": said.speaker} if said.speaker else {}
        message = Message([], head, [said.stamp] if said.stamp else [])
        for number, text in said.lines:
            line = Line(number, text)
            line.text = without_struck(line)
            message.lines.append(line)
        made.append(message)
    return made


_TIMED = re.compile(
    r"\W*(?:(?:(?:and )?then|dann|puis|luego|daarna|poi|depois|sedan)\s)?(?:(?:a las|um|at|à|kl\.?|om|alle|ore|às|as)\s)?\d{1,2}(?:[:.h]\d{2}|\s?(?:h|u|uhr|uur|[ap]m)\b|\s[a-z]{3})",
    re.IGNORECASE,
)


def _is_item(said: Said) -> bool:
    """Whether what is said last begins with a time, as lines of a list do."""
    return bool(said.lines) and bool(_TIMED.match(said.lines[-1][1]))


def _together(turns: Sequence[Said]) -> list[Said]:
    """What one person writes in one go, a line at a time, as one turn."""
    made: list[Said] = []
    for said in turns:
        last = made[-1] if made else None
        goes_on = last and said.speaker == last.speaker and said.stamp == last.stamp
        if last and goes_on and said.speaker and _is_item(last) and _is_item(said):
            made[-1] = Said(last.speaker, last.stamp, [*last.lines, *said.lines])
        else:
            made.append(said)
    return made


def _is_quoted_below(lines: list[str], number: int, depth: int) -> bool:
    """Whether the next line that says something is quoted more deeply than this one."""
    following = next((line for line in lines[number + 1 : number + 4] if line.strip()), "")
    return _unquoted(following)[1] > depth


def _is_aside(lines: list[str], number: int, depth: int) -> bool:
    """Whether a quoted line or two are a note in Markdown and no message."""
    before = next(
        (line for line in reversed(lines[max(0, number - 3) : number]) if line.strip()), ""
    )
    if _WROTE.match(_unquoted(before)[0]) or _SEPARATOR.match(before) or _FORWARD.match(before):
        return False
    run = number
    while run < len(lines) and run < number + 5 and _unquoted(lines[run])[1] >= depth:
        run += 1
    return run - number < 4 and any(line.strip() for line in lines[run : run + 4])


def _unquoted(raw: str) -> tuple[str, int]:
    raw = _BOX.sub("", raw)
    match = _QUOTED.match(raw)
    if not match:
        return raw.rstrip(), 0
    return raw[match.end() :].rstrip(), match[0].count(">") or 1


def _begins_another(
    text: str, depth: int, message: Message, lines: list[str], number: int, *, is_deeper: bool
) -> bool:
    has_lines = any(not line.is_blank for line in message.lines) or bool(message.head_lines)
    if is_deeper and depth and has_lines and not _has_only_attribution(message):
        return True
    if not has_lines:
        return False
    if _WROTE.match(text) or _SEPARATOR.match(text) or _FORWARD.match(text):
        return True
    if _OLD_VERSION.match(text) and len(text) < 90 and not re.search(r"\d[:.h]\d\d", text):
        return True
    head = _HEAD.match(text)
    if head is None or words.HEAD_NAMES[head["name"].lower()] != "from":
        return False
    if not any(not line.is_blank for line in message.lines):
        return False
    following = [_unquoted(line)[0] for line in lines[number + 1 : number + 6]]
    others = [found for line in following if (found := _HEAD.match(line))]
    return any(
        words.HEAD_NAMES[other["name"].lower()] in ("date", "to", "subject") for other in others
    )


def _has_only_attribution(message: Message) -> bool:
    return not any(not line.is_blank for line in message.lines)


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
    if "*" in text:
        text = _EMPHASIS.sub(r"\2", text)
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
    if _is_told(text):
        return False  # sentences that tell of changes, and of what stays
    plain = folded(text)
    if _MOVED_AWAY.search(plain):
        return True
    match = _OFF.search(plain)
    if not match or _STILL_ON.search(plain):
        return False
    if re.match(r"\s(?:de|du|from|von|van|desde|da|dalle|fra|fran|vom)\b", plain[match.end() :]):
        return False  # "moved from", it is on
    return not re.search(r"(?:policy|if you|falls sie|frist|fee)", plain)


_ITEM = re.compile(
    r"\s*(?:[^\w\s\"'(“„«¿¡]|\(?(?:(?-i:[a-h])|\d{1,2})[.)]\s|(?:um|at|à|a las|alle|ore|om|kl\.?|von|from|de|das)?\s?\d)",
    re.IGNORECASE,
)


def _is_told(text: str) -> bool:
    """Whether the line is of sentences rather than an item of a list."""
    if len(text) > 160 and len(re.findall(r"[a-zà-ÿ)]\.\s+[A-ZÀ-Þ]", text)) >= 2:
        return True
    words = text.split()
    lower = sum(word[:1].islower() for word in words)
    is_laid_out = "\t" in text.strip() or "|" in text or re.search(r"\S {3,}\S", text)
    ends = text.rstrip().endswith((".", "!", ",", ";")) or re.search(r"[^\W\d_]{2}[.!]\s", text)
    if len(words) < 6 or is_laid_out or _ITEM.match(text):
        return False
    return lower >= (0.3 if ends else 0.45) * len(words)
