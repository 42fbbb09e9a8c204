"""People as vCards (version 3.0, RFC 2426), which every phone's address book reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

LONGEST_LINE = 75  # bytes, without its end


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody, by what an address book keeps."""

    uid: str
    changed_at: datetime
    name: str
    title: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""


def cards(people: Iterable[Card]) -> bytes:
    """All of them in one file."""
    return "".join(folded(line) for person in people for line in lines(person)).encode()


def lines(person: Card) -> list[str]:
    """One card, a property each, not folded yet."""
    first, _, last = person.name.rpartition(" ")
    written = {
        "FN": escaped(person.name),
        "N": f"{escaped(last)};{escaped(first)};;;",
        "ORG": escaped(person.company),
        "TITLE": escaped(person.title),
        "EMAIL;TYPE=INTERNET,WORK": escaped(person.email),
        "TEL;TYPE=WORK": escaped(person.phone),
        "URL": escaped(person.link),
        "UID": f"urn:uuid:{person.uid}",
        "REV": f"{person.changed_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
    }
    body = [f"{key}:{value}" for key, value in written.items() if value]
    return ["BEGIN:VCARD", "VERSION:3.0", *body, "END:VCARD"]


def escaped(text: str) -> str:
    """Text that ends no value and no line."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(text.splitlines())


def folded(line: str) -> str:
    """The line with its end, broken where it is too long, and never within a character."""
    pieces, size = [""], 0
    for character in line:
        length = len(character.encode())
        if size + length > LONGEST_LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += length
    return "\r\n".join(pieces) + "\r\n"
