"""What kind of meeting a line speaks of: a key of the formats of a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda.plain import folded, remembered
from interviews.agenda.vocabulary import kinds as words
from interviews.agenda.vocabulary.jobs import HR_WORDS

_ABOUT = re.compile("über", re.IGNORECASE)  # not the car
# Tours told with verbs.
_SHOWS_ROUND = re.compile(
    r"\b(?:(?:fuhrt|fuhren|zeigt|zeigen|begleitet)\s(?:sie|dich|euch|ihnen|dir)\b(?=.{0,80}\b(?:durch|rundgang|fertigung|labor\w*|werk|haus)\b)|fuhrt sie (?:herr|frau|unser\w*)\b|"
    r"(?:shows?|showing|take|takes|walks?) you (?:round|around|through)|(?:leidt|leiden) (?:u|je|jou) (?:rond|door)|vous (?:fait|fera|feront) (?:visiter|decouvrir)|te hace de guia|le hara de guia|la accompagna in visita|visar dig runt|viser dig rundt|viser deg rundt)"
)


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
_HR = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(phrase) for phrase in HR_WORDS)})(?!\w)")
_INTERVIEW = re.compile(
    r"\b(?:interviews?|conversation|chat|discussion|gesprach\w*|vorstellungsgesprach\w*|entretien\w*|gesprek\w*|sollicitatiegesprek|entrevista\w*|colloqui\w*|conversa|"
    r"intervju\w*|samtal\w*|rozmowa\w*|meeting|meet|q&a|reunion|rencontre|treffen|spotkanie|incontro)\b"
)
_ENDS_IN_CAR = re.compile(
    r"\b(?:taxi\w*|cab|car|shuttle\w*|navette|taksowka|uber|shuttlebus|navetta)\b"
)


# German, Dutch and Nordic nouns put together.
_COMPOUNDS = (
    (
        "tour",
        re.compile(
            r"(?<![\w-])\w{3,}(?:rundgang|(?<!ein)(?<!durch)(?<!geschafts)(?<!unternehmens)(?<!amts)(?<!prozess)fuhrung|besichtigung|rondleiding|rundvisning)\b"
        ),
    ),
    (
        "presentation",
        re.compile(r"(?<![\w-])\w{3,}(?:vortrag|prasentation|presentatie|foredrag)\b"),
    ),
    (
        "test",
        re.compile(
            r"(?<![\w-])\w{3,}(?:aufgabe|ubung|prufung|toets|opdracht|uppgift|opgave|oppgave)\b"
        ),
    ),
    ("break", re.compile(r"(?<![\w-])\w{3,}(?:pause|pauze|paus)\b")),
)


@remembered
def hits(topic: str) -> tuple[tuple[int, str, str], ...]:
    """The kinds that the topic speaks of: where each first does, which, and in which words."""
    plain = folded(_ABOUT.sub("ueber", topic))[:400]
    found = []
    told = _SHOWS_ROUND.search(plain)
    if told:
        found.append((told.start(), -len(told[0]), _ORDER["tour"], "tour", told[0]))
    for name, pattern in TABLES:
        match = pattern.search(plain)
        if match:
            found.append((match.start(), -len(match[0]), _ORDER[name], name, match[0]))
    for name, pattern in _COMPOUNDS:
        match = pattern.search(plain)
        if match and name not in [own[3] for own in found]:
            found.append((match.start(), -len(match[0]), _ORDER[name], name, match[0]))
    return tuple((begin, name, text) for begin, _, _, name, text in sorted(found))


def is_hr(title: str | None) -> bool:
    """Whether somebody with this title is from HR or recruiting."""
    return bool(title) and bool(_HR.search(folded(title or "")))


def begins_with_activity(text: str) -> bool:
    """Whether the text begins with what is done: "Lab tour", "Taxi to the station", "Lunch"."""
    found = hits(text)
    return bool(found) and found[0][0] == 0 and found[0][1] not in ("panel", "hr", "technical")


def kind_of(
    topic: str, titles: Sequence[str | None], *, is_last: bool = False, text: str = ""
) -> str:
    """The kind of a meeting with this topic and people of these titles; `text` is all that is said."""
    found = hits(topic) or _first_words(text)
    if is_last and _ENDS_IN_CAR.search(folded(text or topic)):
        return "travel"
    all_hr = bool(titles) and all(is_hr(title) for title in titles)
    first = _first_activity(found, topic, len(titles))
    name = first[1] if first else None
    if first and name == "test" and _is_talked_over(found, first, bool(titles)):
        return "technical"
    if name == "employer" or (first and name == "group" and _TOGETHER.search(first[2])):
        return "group"
    if name == "other" and _ARRIVES_BY.search(folded(text or topic)) and found[0][2] in _ARRIVALS:
        return "travel"
    if name in ("other", "welcome"):
        return _formality(found, first, name, len(titles), all_hr=all_hr)
    if name is not None and name != "group":
        return name
    names = {kind for _, kind, _ in found}
    if "technical" in names and name != "group":
        return "technical"
    return _by_people(names, name, len(titles), all_hr=all_hr)


def _first_words(text: str) -> tuple[tuple[int, str, str], ...]:
    """What the beginning of the text says is done, where no topic does."""
    return tuple(
        hit for hit in hits(text) if hit[0] < 25 and hit[1] not in ("hr", "technical", "panel")
    )


_TOGETHER = re.compile(
    r"exercise|discussion|task|ubung|diskussion|aufgabe|opdracht|exercice|ejercicio|dinamica|prova di gruppo|ovning|ovelse|exercicio"
)
_CASES = re.compile(
    r"case|casus|etude de cas|fallstudie|caso|fall|estudo de caso|studium przypadku"
)
_ALONE = re.compile(
    r"written|schriftlich|ecrit|escrit|scritt|skriftlig|prepar|vorbereit|individual|allein|alone|solo|own|zelfstandig|uitwerken|selbst"
)
_ARRIVES_BY = re.compile(
    r"\b(?:airport|flight|hotel|inn|flughafen|bahnhof|aeroport|gare|aeropuerto|aeroporto|stazione|vliegveld|flygplats|lufthavn|lotnisko)\b"
)
_ARRIVALS = (
    "arrival",
    "arrive",
    "arrives",
    "check-in",
    "check in",
    "checkin",
    "ankunft",
    "arrivee",
    "aankomst",
    "llegada",
    "arrivo",
    "chegada",
    "ankomst",
    "przyjazd",
)


def _is_talked_over(
    found: Sequence[tuple[int, str, str]], test: tuple[int, str, str], with_people: bool
) -> bool:
    """Whether a task is an interview: a case with somebody, a coding exercise in a pair."""
    earlier = [begin for begin, name, _ in found if name == "technical" and begin < test[0]]
    whole = " ".join(text for _, _, text in found)
    return bool(earlier) or (
        with_people and bool(_CASES.match(test[2])) and not _ALONE.search(whole)
    )


def _formality(
    found: Sequence[tuple[int, str, str]],
    first: tuple[int, str, str] | None,
    name: str,
    count: int,
    *,
    all_hr: bool,
) -> str:
    """A welcome, a wrap-up, an arrival or a close."""
    begin = first[0] if first else 0
    if all_hr or any(kind == "hr" and place < begin for place, kind, _ in found):
        return "hr"
    if name == "other":
        return "other"
    names = {kind for _, kind, _ in found}
    if "hr" in names:
        return "hr"
    if "panel" in names or count >= 2:
        return "panel"
    return "one_on_one" if count else "other"


def _by_people(names: set[str], first: str | None, count: int, *, all_hr: bool) -> str:
    if all_hr or "hr" in names:
        return "hr"
    if "panel" in names or count >= 2:
        return "panel"
    if first == "group":
        return "one_on_one" if count == 1 else "group"
    return "one_on_one"


def _first_activity(
    found: Sequence[tuple[int, str, str]], topic: str, people: int
) -> tuple[int, str, str] | None:
    interview = _INTERVIEW.search(folded(topic))
    begins = interview.start() if interview else 10_000
    for begin, name, text in found:
        if name in ("technical", "hr", "panel"):
            continue
        if begin > begins and name in ("other", "welcome", "break"):
            continue
        if name == "break" and people and _WITH_SOMEBODY.match(text):
            return begin, "meal", text
        return begin, name, text
    return None


_WITH_SOMEBODY = re.compile(
    r"(?:coffee|tea|kaffee|cafe|koffie|caffe|kaffe|fika|kawa|refreshments)\b"
)
