"""Calendar files line by line, however broken: components with their properties."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

DEEPEST = 20
LONGEST_VALUE = 100_000
MOST_PARAMETERS = 40
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")
_PARAMETER = re.compile(r';([A-Za-z0-9-]{1,60})=("[^"]*"|[^;:"]*)(?:,(?:"[^"]*"|[^;:",]*))*')
_STAMP = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?(Z)?)?")
_DURATION = re.compile(
    r"\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?$"
)


@dataclass
class Property:
    value: str
    parameters: dict[str, str]


@dataclass
class Component:
    """A VEVENT or the like: its properties by name, each maybe several times."""

    name: str
    properties: dict[str, list[Property]] = field(default_factory=dict)
    children: list[Component] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        found = self.properties.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        found = self.first(name)
        return unescaped(found.value) if found else ""

    def all(self, name: str) -> list[Property]:
        return self.properties.get(name, [])


def unescaped(value: str) -> str:
    return re.sub(r"\\([\\;,nN])", lambda match: "\n" if match[1] in "nN" else match[1], value)


def unfolded(text: str) -> Iterator[str]:
    """The content lines; a line that is none goes on with the one before, as broken folding leaves it."""
    pieces: list[str] = []
    above = ""
    for raw in text.split("\n"):
        last, above = above, raw
        if raw[:1] in (" ", "\t"):
            pieces.append(raw[1:])
        elif _is_content(raw) or not pieces:
            if pieces:
                yield "".join(pieces)
            pieces = [raw]
        elif raw[:1].islower() and (_is_full(last) or _is_broken_word(pieces[0])):
            pieces.append(raw if last[-1:].isalpha() else f" {raw}")
        elif raw.strip():
            pieces.append("\\n" + raw)
        else:
            pieces.append("\\n")
    if pieces:
        yield "".join(pieces)


_PROPERTY_LINE = re.compile(
    r"(?:BEGIN|END|DTSTART|DTEND|DURATION|SUMMARY|DESCRIPTION|LOCATION|UID|ATTENDEE|ORGANIZER|STATUS|SEQUENCE|RRULE|RDATE|EXDATE|DTSTAMP|CREATED|LAST-MODIFIED|CLASS|PRIORITY|TRANSP|METHOD|PRODID|VERSION|CALSCALE|"
    r"URL|CATEGORIES|COMMENT|CONTACT|RECURRENCE-ID|TRIGGER|ACTION|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|X-[A-Z0-9-]+|GEO|ATTACH|RESOURCES|REPEAT|CONFERENCE|REFRESH-INTERVAL|NAME|COLOR|IMAGE)(?:\s?[;:=]|\s+(?=VEVENT|VCALENDAR|VALARM))",
    re.IGNORECASE,
)
# Its colon is missing.
_WITHOUT_COLON = re.compile(
    r"(?:DTSTART|DTEND|DURATION|SUMMARY|DESCRIPTION|LOCATION|STATUS)(?:\s+(?=\S)|\s*$)"
)
# A property of one line, broken in the midst of a word.
_OF_ONE_LINE = re.compile(r"(?:SUMMARY|LOCATION)[;:]")


FOLDED_AT = 75  # bytes of a line, as the standard asks for; some programs count letters


def _is_full(raw: str) -> bool:
    """Whether the line was folded here, and the space that says so got lost."""
    lengths = (len(raw), len(raw.encode("utf-8", "replace")))
    return any(FOLDED_AT - 4 <= length <= FOLDED_AT + 1 for length in lengths)


def _is_broken_word(line: str) -> bool:
    return bool(_OF_ONE_LINE.match(line)) and len(line) > 40


def _is_content(raw: str) -> bool:
    return bool(_PROPERTY_LINE.match(raw) or _WITHOUT_COLON.match(raw))


def parsed(line: str) -> tuple[str, Property] | None:
    """Name and value of a content line, if it is one."""
    name = _NAME.match(line)
    if not name:
        return None
    place = name.end()
    parameters: dict[str, str] = {}
    while place < len(line) and line[place] == ";":
        match = _PARAMETER.match(line, place)
        if not match:
            break
        if len(parameters) < MOST_PARAMETERS:
            parameters[match[1].upper()] = match[2].strip('"')
        place = match.end()
    colon = place if line[place : place + 1] == "=" else line.find(":", place)
    if re.match(r"(?:BEGIN|END)\s+V", line, re.IGNORECASE):
        colon = place
    if _WITHOUT_COLON.match(line):
        colon = place
    if colon < 0:
        return None
    return name[0].upper(), Property(line[colon + 1 :][:LONGEST_VALUE].strip(), parameters)


def components(text: str) -> Component:
    """The tree of components; what has no END ends with what it is in, or with the file."""
    root = Component("ROOT")
    stack = [root]
    for line in unfolded(text):
        found = parsed(line)
        if found is None:
            continue
        name, value = found
        if name == "BEGIN":
            _begin(stack, value.value.strip().upper())
        elif name == "END":
            _end(stack, value.value.strip().upper())
        else:
            stack[-1].properties.setdefault(name, []).append(value)
    return root


def _begin(stack: list[Component], name: str) -> None:
    if name == "VEVENT":
        while stack[-1].name in ("VEVENT", "VALARM") and len(stack) > 1:
            stack.pop()  # its END is missing
    if len(stack) > DEEPEST:
        return
    made = Component(name)
    stack[-1].children.append(made)
    stack.append(made)


def _end(stack: list[Component], name: str) -> None:
    for place in range(len(stack) - 1, 0, -1):
        if stack[place].name == name:
            del stack[place:]
            return


def events(root: Component) -> Iterator[Component]:
    """The events, wherever they are."""
    waiting = [root]
    while waiting:
        component = waiting.pop(0)
        if component.name == "VEVENT":
            yield component
        elif component.name != "VTIMEZONE":
            waiting.extend(component.children)


def value_of(root: Component, name: str) -> str:
    """The first such property of the file itself."""
    for component in (root, *root.children):
        found = component.first(name)
        if found:
            return found.value
    return ""


@dataclass(frozen=True)
class Moment:
    """A day and maybe a time, as written; `is_utc` if in UTC, `zone` if a zone is named."""

    day: dt.date
    time: dt.time | None
    is_utc: bool = False
    zone: str | None = None


def moment(found: Property | None) -> Moment | None:
    if found is None:
        return None
    match = _STAMP.search(found.value)
    if not match:
        return None
    try:
        day = dt.date(int(match[1]), int(match[2]), int(match[3]))
        time = dt.time(int(match[4]) % 24, int(match[5])) if match[4] else None
    except ValueError:
        return None
    if found.parameters.get("VALUE", "").upper() == "DATE":
        time = None
    return Moment(day, time, bool(match[7]), found.parameters.get("TZID"))


def minutes(found: Property | None) -> int | None:
    """A DURATION in minutes."""
    match = _DURATION.match(found.value.strip().upper()) if found else None
    if not match:
        return None
    weeks, days, hours, rest = (int(part or 0) for part in match.groups())
    return (weeks * 7 + days) * 24 * 60 + hours * 60 + rest
