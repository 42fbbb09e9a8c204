"""Initials with dots in a key below a list, written as one word: "G.O.  Grace Omoregie" as "GO"."""

from __future__ import annotations

import re

_KEY = re.compile(
    r"(?m)^\W{0,4}(?P<initials>(?:[a-z]{0,2}[A-ZÀ-Þ][a-z]?\.){2,4}|[A-ZÀ-Þ]\.[A-ZÀ-Þ])(?:\s{2,}|\s?[=:–]\s?|\t|\s-\s)(?=(?:[a-z]{2,5}\.\s)?[A-ZÀ-Þ][\w'’-]+\s)"
)
_LEAST = 2


def without_dots(text: str) -> str:
    """The text with the initials of its key in capitals without dots; every line stays as long as it is."""
    keys = {match["initials"] for match in _KEY.finditer(text) if "." in match["initials"]}
    if len(keys) < _LEAST:
        return text
    for key in sorted(keys, key=len, reverse=True):
        short = key.replace(".", "").upper()
        pattern = re.escape(key.rstrip(".")) + r"\.?"
        found = re.compile(rf"(?<![\w.]){pattern}(?!\w)")
        for match in reversed(list(found.finditer(text))):
            gap = " " * max(0, len(match[0]) - len(short))
            text = text[: match.start()] + short + gap + text[match.end() :]
    return text
