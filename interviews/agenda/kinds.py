"""What kind of meeting a line speaks of: a key of the formats of a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda.plain import folded, remembered
from interviews.agenda.vocabulary import kinds as words
from interviews.agenda.vocabulary.jobs import HR_WORDS


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    made = [
        re.escape(phrase.rstrip("*")) + (r"\w*" if phrase.endswith("*") else r"(?![\w])")
        for phrase in phrases
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(made)})")


TABLES = (
    ("travel", _pattern(words.TRAVEL)),
    ("meal", _pattern(words.MEAL)),
    ("break", _pattern(words.BREAK)),
    ("tour", _pattern(words.TOUR)),
    ("employer", _pattern(words.EMPLOYER)),
    ("presentation", _pattern(words.PRESENTATION)),
    ("test", _pattern(words.TEST)),
    ("group", _pattern(words.GROUP)),
    ("other", _pattern(words.OTHER)),
    ("welcome", _pattern(words.WELCOME)),
    ("technical", _pattern(words.TECHNICAL)),
    ("hr", _pattern(words.HR_TOPIC)),
    ("panel", _pattern(words.PANEL)),
)
# Of two that begin at one place the longer counts; of the same length the first of these.
_ORDER = {name: place for place, (name, _) in enumerate(TABLES)}
_FIRST_DECIDES = ("travel", "break", "meal", "tour", "presentation", "test", "employer")
_HR = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(phrase) for phrase in HR_WORDS)})(?![\w-])")
_INTERVIEW = re.compile(
    r"\b(?:interviews?|conversation|chat|discussion|gesprach\w*|vorstellungsgesprach\w*|entretien\w*|gesprek\w*|sollicitatiegesprek|entrevista\w*|colloqui\w*|conversa|"
    r"intervju\w*|samtal\w*|rozmowa\w*|meeting|meet|q&a|reunion|rencontre|treffen|spotkanie|incontro)\b"
)
_ENDS_IN_CAR = re.compile(
    r"\b(?:taxi\w*|cab|car|shuttle\w*|navette|taksowka|uber|shuttlebus|navetta)\b"
)


@remembered
def hits(topic: str) -> tuple[tuple[int, str, str], ...]:
    """The kinds that the topic speaks of: where each first does, which, and in which words."""
    plain = folded(topic)[:400]
    found = []
    for name, pattern in TABLES:
        match = pattern.search(plain)
        if match:
            found.append((match.start(), -len(match[0]), _ORDER[name], name, match[0]))
    return tuple((begin, name, text) for begin, _, _, name, text in sorted(found))


def is_hr(title: str | None) -> bool:
    """Whether somebody with this title is from HR or recruiting."""
    return bool(title) and bool(_HR.search(folded(title or "")))


def kind_of(topic: str, titles: Sequence[str | None], *, is_last: bool = False) -> str:
    """The kind of a meeting with this topic and people of these titles."""
    found = hits(topic)
    names = {name for _, name, _ in found}
    first = _first_activity(found, topic, len(titles))
    if is_last and _ENDS_IN_CAR.search(folded(topic)):
        return "travel"
    if first == "employer":
        return "group"
    if first is not None and first not in ("other", "welcome", "group"):
        return first
    all_hr = bool(titles) and all(is_hr(title) for title in titles)
    if first == "other":
        return "hr" if all_hr else "other"
    if "technical" in names and first != "group":
        return "technical"
    return _by_people(names, first, len(titles), all_hr)


def _by_people(names: set[str], first: str | None, count: int, all_hr: bool) -> str:
    if all_hr or "hr" in names:
        return "hr"
    if "panel" in names or count >= 2:
        return "panel"
    if first == "group":
        return "one_on_one" if count == 1 else "group"
    if first == "welcome" and count == 0:
        return "other"
    return "one_on_one"


def _first_activity(found: Sequence[tuple[int, str, str]], topic: str, people: int) -> str | None:
    interview = _INTERVIEW.search(folded(topic))
    begins = interview.start() if interview else 10_000
    for begin, name, text in found:
        if name in ("technical", "hr", "panel"):
            continue
        if begin > begins + 12 and name in ("other", "welcome", "break"):
            continue
        if (
            name == "break"
            and people
            and re.match(
                r"(?:coffee|tea|kaffee|cafe|koffie|caffe|kaffe|fika|kawa|refreshments|free)\b", text
            )
        ):
            return "meal" if not text.startswith("free") else "break"
        return name
    return None
