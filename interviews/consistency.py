"""Whether my answers agree: each question with its answers, and what I told of pay and dates."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from interviews.models import AskedQuestion

THOUSANDS = re.compile(r"(?<=\d)[.,’' \u00a0\u202f](?=\d{3}(?!\d))")
K = re.compile(r"(\d+(?:\.\d+)?)\s?k\b")


def told_key(told: str) -> str:
    """What two spellings of one value have in common: “52,000 €”, “€52k” and “52 000”."""
    plain = THOUSANDS.sub("", unicodedata.normalize("NFKC", told).casefold())
    plain = K.sub(lambda match: str(round(float(match[1]) * 1000)), plain)
    plain = "".join(c for c in plain if unicodedata.category(c) != "Sc")
    words = re.sub(r"\b(eur|gbp|usd|chf|euros?|pounds?|dollars?)\b", " ", plain)
    return " ".join(re.findall(r"\w+", words))


@dataclass(frozen=True, slots=True)
class Told:
    """What I told of one thing, by value, with whoever heard it."""

    tag: str
    name: str
    values: list[tuple[str, list[AskedQuestion]]]

    @property
    def differs(self) -> bool:
        return len(self.values) > 1


def told_in(rows: Iterable[AskedQuestion]) -> list[Told]:
    """Pay, notice and start, each with the values told; what was not asked is left out."""
    by_tag: dict[str, dict[str, list[AskedQuestion]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.tag and row.told:
            by_tag[row.tag][told_key(row.told) or row.told].append(row)
    return [
        Told(tag, name, [(same[0].told, same) for same in by_tag[tag].values()])
        for tag, name in AskedQuestion.Tag.choices
        if tag in by_tag
    ]


def groups_of(rows: Iterable[AskedQuestion]) -> list[list[AskedQuestion]]:
    """The rows by question: the most repeated first, else in their own order."""
    groups: dict[object, list[AskedQuestion]] = defaultdict(list)
    for row in rows:
        groups[row.group].append(row)
    return sorted(groups.values(), key=len, reverse=True)
