"""Whom a message greets, and who signs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda.entries import Entry
from interviews.agenda.names import find
from interviews.agenda.plain import folded
from interviews.agenda.vocabulary import mail
from interviews.agenda.vocabulary.names import GIVEN

_GREETING = re.compile(
    rf"^\W*(?:{'|'.join(sorted(mail.GREETINGS, key=len, reverse=True))})\s+(?P<name>.{{2,60}}?)\s*[,!:.–—-]?\s*$",
    re.IGNORECASE,
)


def last_name(entries: Sequence[Entry]) -> int | None:
    """The line before the name with which a text without "Regards" ends: "– Bea"."""
    written = [place for place, entry in enumerate(entries) if not entry.line.is_blank]
    if len(written) < 4:
        return None
    for place in written[-3:]:
        text = re.sub(r"^[\s/~*–—-]+|[\s.,!*]+$", "", entries[place].text)
        names = find(text)
        is_alone = len(names) == 1 and names[0].name == text and len(text.split()) <= 4
        known = is_alone and (
            names[0].sureness == 3 or (len(text.split()) == 1 and folded(text) in GIVEN)
        )
        before = entries[place - 1]
        if known and (before.line.is_blank or before.text.rstrip().endswith(("!", ".", ","))):
            return place - 1
    return None


def greeted(text: str) -> list[str]:
    if len(text) > 90:
        text = text[:90].split(",", maxsplit=1)[0] + ","
    match = _GREETING.match(folded(text))
    if not match:
        return []
    start = match.start("name")
    rest = (
        text[start : match.end("name")]
        if len(folded(text)) == len(text)
        else text.split(maxsplit=1)[-1]
    )
    found = [name for name in find(rest) if name.sureness >= 1]
    if found:
        return [found[0].name]
    word = re.match(r"^([A-ZÀ-Þ][\w'’-]+)\W*$", rest)
    return (
        [word[1]]
        if word
        and folded(word[1])
        not in ("team", "all", "candidate", "colleague", "applicant", "sir", "madam", "everyone")
        else []
    )


def turned_sender(head: str) -> str:
    """The name of a From line, turned round if it is "Surname, First"."""
    head = re.sub(r"<[^>]*>|\[mailto:[^\]]*\]", "", head).strip()
    if head.startswith('"') and head.endswith('"') and head.count('"') == 2:
        head = head.strip('"')
    match = re.fullmatch(r"([^,]+),\s*([^,(]+)(?:\(.*\))?", head)
    return f"{match[2]} {match[1]}" if match else head
