"""What a body that takes part is called: "the Credit Committee"."""

from __future__ import annotations

import re

from interviews.agenda.plain import folded
from interviews.agenda.vocabulary import kinds

NAMED = re.compile(
    rf"\b(?:\w+(?:kommission|gremium|komitee|commissie|kommitten?|udvalg|utvalg|namnd|ausschuss)|{'|'.join(re.escape(phrase.rstrip('*')) for phrase in kinds.PANEL)})\w*"
)
# Tells more of one of its members.
OF_ONE = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]+\s){1,3}[A-ZÀ-Þ][\w'’-]+:\s|[A-ZÀ-Þ][\w'’-]+\s=\s")
_CALLED = re.compile(r"(?:[A-ZÀ-Þ][\w&'’-]+\s){1,4}$")


def called(text: str, match: re.Match[str]) -> str:
    """The group with the words before it that are its name: "credit committee"."""
    before = _CALLED.search(text[: match.start()]) if len(text) == len(folded(text)) else None
    words = (
        before[0].split() if before and text[match.start() : match.start() + 1].isupper() else []
    )
    kept = [word for word in words if word not in ("The", "Your", "Our", "This")]
    return folded(" ".join([*kept, match[0]]))


def last(plain: str) -> re.Match[str] | None:
    """The last body named: of "Board Resources Committee" the committee."""
    return next(reversed(list(NAMED.finditer(plain[:300]))), None)
