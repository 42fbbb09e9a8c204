"""A text cut at its marks: dashes, commas, brackets, bars."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interviews.agenda.plain import folded, remembered
from interviews.agenda.vocabulary.jobs import HONORIFICS
from interviews.agenda.vocabulary.places import FLOORS

BREAK_IN_CELL = "¦"  # a line break within a cell

# What stands before a part: a new line or cell, a dash or colon or semicolon, a comma, a bracket, a slash.
LINE, DASH, COLON, COMMA, OPEN, CLOSE, SLASH, STOP = "\n", "-", ":", ",", "(", ")", "/", "."

_MARKS = re.compile(
    r"(?P<line>\s*[\n\t|]\s*|\s{3,}|\s*(?:•|·|▪|►|❖|¦|‖)\s*)"
    r"|(?P<dash>\s+(?:[–—-]{1,3}|→|->|=>|»|//)\s+|\s*—\s*|\s?–\s|\s–\s?|;\s*|\s=\s|(?<=\w)-\s)"
    r"|(?P<colon>:\s+|:(?=[^\W\d_])(?!in\b|innen\b))"
    r"|(?P<comma>,\s*|،\s*)"
    r"|(?P<open>\s*[(\[{])"
    r"|(?P<close>[)\]}](?:\s*[,;.:]|\s*[–—]|\s+-(?=\s))?\s*)"
    r"|(?P<slash>\s+/\s+|\s\+\s|\s?\+(?=[A-Z]))"
    r"|(?P<stop>(?<=[\w)’'\"”][\w)’'\"”])[.!?]+(?:\s+|$)|[!?]+\s*)"
)
_CODES = {
    "line": LINE,
    "dash": DASH,
    "colon": COLON,
    "comma": COMMA,
    "open": OPEN,
    "close": CLOSE,
    "slash": SLASH,
    "stop": STOP,
}
_SHORT = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|prof|st|jr|sr|no|nr|bldg|conf|rm|ste|str|dipl|ing|inc|ltd|dept|asst|assoc|exec|univ|stv|stellv|sig|dott|avv|dra|sra|mme|mlle|hr|fr|tel|ext|approx|ca|resp|dir|gen|mag|abt|geb|op|og|eg|ul|c|pl|av|avda|edif|p|tlf|nb|vs|ph|hon|rev|rer|nat|habil|jur|oec|phil|med|pol|lic|iur|ass|biol|kfm|chem|phys|e\.h|h\.c|capt|col|lt|maj|vice|bzw|evtl|ggf|inkl|gem|min|std|kl|godz|tf|mw|dhr|mevr|drs|ir|jhr|rag|lic|mgr|inz|hab|cand|kand|fil|tekn|zi|zr|lok|desp|uff|aud|konf|sem|bspr|bur|etg|stk|schriftl|mundl|mündl|prakt|pers|allg|max|h|e|i|a|r|d|m|s)|(?<![^\W\d_])[^\W\d_])$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Part:
    text: str
    mark: str  # what stands before it
    depth: int  # in how many brackets


@remembered
def split(text: str) -> list[Part]:
    """The parts of the text, each with the mark before it; quoted words stay whole."""
    made: list[Part] = []
    depth, mark, place = 0, LINE, 0
    for match in _MARKS.finditer(text):
        code = _CODES[match.lastgroup or "line"]
        if (
            code == STOP
            and match[0].startswith(".")
            and (
                is_short(text[max(0, match.start() - 10) : match.start()])
                or _is_of_a_floor(text, match)
            )
        ):
            continue
        if code == DASH and match[0] == "- " and _hangs(text, match.end()):
            continue
        _add(made, text[place : match.start()], mark, depth)
        depth = max(0, min(9, depth + (code == OPEN) - (code == CLOSE)))
        if code == LINE:
            depth = 0
        mark = _closing_mark(match[0]) if code == CLOSE else code
        place = match.end()
    _add(made, text[place:], mark, depth)
    return made


def _is_of_a_floor(text: str, match: re.Match[str]) -> bool:
    """Whether the dot is the one of "4. Stock", "2. OG", "3. sal"."""
    after = re.match(r"[^\W\d_]+", text[match.end() : match.end() + 24])
    number = re.search(r"(?<![\d.,])\d{1,2}$", text[max(0, match.start() - 4) : match.start()])
    return bool(number and after and folded(after[0]) in FLOORS)


def is_short(before: str) -> bool:
    """Whether what stands before a dot is cut short rather than the end of a sentence."""
    if _SHORT.search(before):
        return True
    last = re.search(r"([^\W\d_]+)$", before)
    return last is not None and last[1][0].isupper() and folded(last[1]) in HONORIFICS


def _closing_mark(text: str) -> str:
    for code in (COMMA, ";", COLON, ".", "–", "—", "-"):
        if code in text:
            return {";": DASH, ".": STOP, "–": DASH, "—": DASH}.get(code, code)
    return CLOSE


def _hangs(text: str, place: int) -> bool:
    """Whether the hyphen is a German one: "Ein- und Ausgang"."""
    return bool(re.match(r"(?:und|oder|bzw|en|of|og|och)\b", text[place : place + 5]))


def _add(made: list[Part], text: str, mark: str, depth: int) -> None:
    text = text.strip(" \t.") if len(text) > 400 else text.strip()
    if text:
        made.append(Part(text, mark, depth))


def sentences(text: str) -> list[str]:
    """The sentences of the text; a dot that only cuts a word short ends none."""
    made, place = [], 0
    for match in re.finditer(r"[.!?]+\s+(?=[A-ZÀ-Þ\"“„«'(\d])", text):
        if is_short(text[max(0, match.start() - 10) : match.start()]):
            continue
        made.append(text[place : match.end()])
        place = match.end()
    return [*made, text[place:]]
