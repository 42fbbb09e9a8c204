"""Two lists printed side by side on a page, taken apart: the left one, then the right one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from interviews.agenda.messages import Line

_LEAST = 3  # times in each of the two
_TIMED = re.compile(
    r"(?<=\s\s\s)(?=\d{1,2}[:.h]\d{2}\s?(?:[ap]\.?m\.?|uhr|uur|h)?\s?(?:-|–|—|to|bis|à|$))",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\s{0,8}\d{1,2}[:.h]\d{2}\b")


def apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, with two columns that each have times of their own one below the other."""
    begins: Counter[int] = Counter()
    for line in lines:
        match = _TIMED.search(line.text, 20)
        if match:
            begins[match.start()] += 1
    if not begins or begins.most_common(1)[0][1] < _LEAST:
        return list(lines)
    gutter = begins.most_common(1)[0][0]
    if sum(bool(_FIRST.match(line.text)) for line in lines) < _LEAST:
        return list(lines)
    within = [place for place, line in enumerate(lines) if _has_right(line.text, gutter)]
    within = within[
        next((n for n, place in enumerate(within) if _is_timed(lines[place].text)), 0) :
    ]
    first, last = within[0], within[-1]
    while (
        last + 1 < len(lines)
        and lines[last + 1].text.strip()
        and len(lines[last + 1].text) < gutter
    ):
        last += 1
    region = lines[first : last + 1]
    if any(line.text[gutter - 2 : gutter].strip() for line in region):
        return list(lines)
    left = _joined([replace(line, text=line.text[:gutter].rstrip(), more=[]) for line in region])
    right = _joined([replace(line, text=line.text[gutter:], more=[]) for line in region])
    blank = Line(lines[last].number, "")
    return [*lines[:first], *left, blank, *right, *lines[last + 1 :]]


def _is_timed(text: str) -> bool:
    return bool(_FIRST.match(text) or _TIMED.search(text, 20))


_GOES_ON = re.compile(
    r"(?:[,:&(/-]|\b(?:and|of|the|to|with|for|und|mit|der|et|de|avec|en|met|van|y|con|e|com|och|med|Mr|Mrs|Ms|Dr|Prof|Herr|Frau|Mme|M)\.?)$"
)
_REST_OF_A_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:,|\s(?:and|und|et|y|en|e|og|och|&)\s|$)")


def _joined(lines: Sequence[Line]) -> list[Line]:
    """The lines of a column, with what only had no room put behind the line above."""
    wide = max((len(line.text) for line in lines), default=0)
    made: list[Line] = []
    for line in lines:
        text = line.text.strip()
        above = made[-1] if made else None
        if (
            above is not None
            and text
            and above.text.strip()
            and not _FIRST.match(line.text)
            and not _FIRST.match(above.text)
        ):
            before = above.text.rstrip()
            full = len(before.rsplit("\n", 1)[-1]) + 1 + len(text.split()[0]) > wide
            if (
                before.endswith(":")
                or _GOES_ON.search(before)
                or text[0].islower()
                or (full and _REST_OF_A_NAME.match(text))
            ):
                above.text = f"{before} {text}"
                above.more.append(line.number)
                continue
        made.append(line)
    return made


def _has_right(text: str, gutter: int) -> bool:
    return (
        bool(text[gutter:].strip())
        and not text[gutter - 2 : gutter].strip()
        and not text[gutter].isspace()
    )
