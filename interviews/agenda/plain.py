"""Bytes into clean text, and text into a form to compare."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_CACHES: list[Any] = []

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ı": "i",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "`": "'",
    }
)
_SPACES = dict.fromkeys((*range(8192, 8203), 160, 8239, 8287, 12288, 11), " ")
_NOTHING = dict.fromkeys((0x00, 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xFE0F))
_CONTROLS = dict.fromkeys((code for code in range(0x20) if chr(code) not in "\t\n\r\f\v\x00"), " ")
_CLEAN: dict[int, str | None] = {
    **_SPACES,
    **_NOTHING,
    **_CONTROLS,
    0x2010: "-",
    0x2011: "-",
    0x2012: "–",
    0x2015: "—",
    0x2212: "–",
    0xFF1A: ":",
    0xFF5E: "–",
    0x301C: "–",
    0xFF08: "(",
    0xFF09: ")",
    0x0C: "\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n",
}
STRUCK = "\u0336"  # what strikes the letter before it through, in plain text


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """Remember what the function made of a text, until `forget`: a text is read several times over."""
    cached: Any = lru_cache(maxsize=16_384)(function)
    _CACHES.append(cached)
    return cached  # type: ignore[no-any-return]


def forget() -> None:
    """Forget every text that was read: it is somebody's mail."""
    for cached in _CACHES:
        cached.cache_clear()


def decoded(source: bytes) -> str:
    """The text of the bytes, in the likeliest encoding: it never fails."""
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return source.decode("utf-16", errors="replace")
    even = source[:400:2]
    if len(even) > 8 and source[1:400:2].count(0) > 0.8 * len(even):
        return source.decode("utf-16-le", errors="replace")
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        broken = source.decode("utf-8-sig", errors="replace")
    if broken.count("\ufffd") * 20 < sum(1 for letter in broken if ord(letter) > 127):
        return broken  # UTF-8 with a broken letter or two, not Latin-1
    return source.decode("cp1252", errors="replace")


def cleaned(text: str) -> str:
    """The text without marks that nobody sees, its line ends and spaces made plain."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN)
    text = text.encode("utf-8", errors="replace").decode("utf-8")
    return unicodedata.normalize("NFC", text)


def without_semicolons(text: str) -> str:
    """Lines of a spreadsheet's export, quoted and with semicolons or commas, with tabs instead."""
    lines = text.split("\n")
    for mark in (";", ","):
        rows = [number for number, line in enumerate(lines) if _is_row(line, mark)]
        if len(rows) >= 3:
            for number in rows:
                cells = next(csv.reader([lines[number]], delimiter=mark), [])
                lines[number] = "\t".join(
                    cell.replace("\t", " ").replace("\n", " ").strip() for cell in cells
                )
            return "\n".join(lines)
    for number, line in enumerate(lines[:40]):
        if (
            re.fullmatch(r"[^\W\d][^\s,][^,]{0,24}(?:,[^\W\d_][^,]{0,24}){2,9}", line)
            and ", " not in line
        ):
            return _without_commas(lines, number, line.count(",") + 1)
    return text


_SURNAME_FIRST = re.compile(r"(?:(?<=^)|(?<=;\s))([^\W\d_][\w'’-]+),\s([^\W\d_][\w'’-]+)(?=;|$)")


def _without_commas(lines: list[str], head: int, width: int) -> str:
    """Rows with commas below a head with as many, as tabs."""
    last = head
    while last + 1 < len(lines) and len(lines[last + 1]) < 4000:
        if "\t" in lines[last + 1] or len(next(csv.reader([lines[last + 1]]), [])) != width:
            break
        last += 1
    if last - head >= 3:
        for number in range(head, last + 1):
            cells = next(csv.reader([lines[number]]), [])
            lines[number] = "\t".join(_SURNAME_FIRST.sub(r"\2 \1", cell) for cell in cells)
    return "\n".join(lines)


def _is_row(line: str, mark: str) -> bool:
    if len(line) > 4000 or "\t" in line:
        return False
    if line.startswith('"'):
        return line.count(f'"{mark}') >= 2 or line.count(f'{mark}"') >= 2
    if mark == ";" and line.count(" ; ") >= 3:
        return True
    return mark == ";" and len(re.findall(r";(?!\s)", line)) >= 3


@remembered
def folded(text: str) -> str:
    """Lower case without diacritics, to compare words."""
    if text.isascii():
        return text.lower().replace("`", "'")
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in text if not unicodedata.combining(letter)).lower()


@remembered
def same_length_folded(text: str) -> str:
    """Lower case without diacritics, letter by letter: places in it are places in `text`."""
    if text.isascii():
        return text.lower()
    return "".join(_folded_letter(letter) for letter in text)


def _folded_letter(letter: str) -> str:
    if letter in "¼½¾":
        return letter
    if letter < "\x80":
        return letter.lower()
    plain = folded(letter)
    return plain[0] if plain else " "


def words(text: str) -> list[str]:
    """The words of the text, folded."""
    return re.findall(r"[^\W_]+", folded(text))


def squeezed(text: str) -> str:
    """The text with single spaces and nothing at its edges."""
    return " ".join(text.split())
