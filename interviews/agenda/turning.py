"""Names printed with the family name first, turned round: “SANDOVAL, Maria L.”, “Schmoll, Willi (Betriebsrat)”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interviews.agenda.phrases import is_job
from interviews.agenda.plain import remembered
from interviews.agenda.tokens import (
    HONORIFIC,
    INITIAL,
    MAYBE,
    NAME,
    WORD_NAME,
    Token,
    bare,
    is_vocabulary,
    tokens,
)
from interviews.agenda.vocabulary.jobs import (
    DEGREES,
)
from interviews.agenda.vocabulary.names import GIVEN, SURNAMES


@dataclass(frozen=True)
class Found:
    """A name in a text. 3 is surely one, 2 looks like one, 1 is a single word that may be one."""

    name: str
    begin: int
    finish: int
    sureness: int
    has_honorific: bool = False
    degrees_until: int = 0  # where the degrees after it end


def _are_initials(word: Token, following: Token) -> bool:
    """Whether a word in capitals is initials and no family name: also “AW, R. 1102”."""
    if not re.search(r"(?i)[aeiouyà-ÿ]|^ng$", word.text):
        return True
    return len(word.text) <= 3 and following.kind == INITIAL


def turned(words: list[Token], index: int) -> tuple[Found | None, int]:
    """“SANDOVAL, Maria L.” and the like, turned round."""
    place = index
    while place < len(words) and words[place].kind == HONORIFIC:
        place += 1
    first = place
    while (
        place < len(words)
        and (place == first or words[place].gap == " ")
        and is_capitals(words[place].text)
    ):
        place += 1
    if place == first or place >= len(words) or not re.fullmatch(r",\s?", words[place].gap):
        return None, 0
    if place - first == 1 and _are_initials(words[first], words[place]):
        return None, 0
    if all(is_vocabulary(word.plain) and word.plain not in SURNAMES for word in words[first:place]):
        return None, 0
    given = place
    while place < len(words) and (place == given or words[place].gap in (" ", "")):
        word = words[place]
        if word.kind not in (NAME, INITIAL, WORD_NAME, MAYBE) or (
            is_capitals(word.text) and word.kind != INITIAL
        ):
            break
        place += 1
    if place == given or (
        words[given].kind == INITIAL and place - given == 1 and len(words[given].text) > 2
    ):
        return None, 0
    if bare(words[given].text) in DEGREES:
        return None, 0
    name = " ".join(
        [
            *(word.text for word in words[given:place]),
            *(eased(word.text) for word in words[first:given]),
        ]
    )
    return Found(
        name, words[index].begin, words[place - 1].finish, 3, False, degrees_after(words, place)
    ), place - index


@remembered
def put_in_order(text: str) -> str:
    """The text with “SANDOVAL, Maria L.” turned to “Maria L. Sandoval”, and (Mrs.), (Ret.) left out."""
    text = _MAITRE.sub("Maître ", text)
    text = _ELIDED.sub("", _BRACKETED.sub("", _CLASS_YEAR.sub("", _ON_BEHALF.sub("", text))))
    if not _CAPITALS_AND_COMMA.search(text):
        return text
    words = tokens(text)
    made, place, index = [], 0, 0
    while index < len(words):
        found, used = turned(words, index)
        if found is not None:
            made += [text[place : words[index].begin], found.name]
            place = found.finish
        index += max(used, 1)
    return "".join([*made, text[place:]])


# "Me Hanna Wojtowicz", a French lawyer, is nobody who speaks of herself.
_MAITRE = re.compile(r"(?<!\w)Me?[ᵉe]\s(?=[A-ZÀ-Þ][\w'’-]+)")
_BRACKETED = re.compile(r"\s?\((?:Mrs|Ms|Mr|Miss|Smt|Mme|Frau|Retd?|USN|USA|USAF|a\.\s?D)\.?\)")


_SURNAME_FIRST = re.compile(
    r"^(?P<family>(?:(?:van|von|de|der|den|del|di|da|zu|la|le)\s){0,3}[^\W\d_a-zß-ÿ][\w'’-]+),\s(?P<titles>(?:(?:Dr|Prof|Dipl|Mag|Ing|PD|Mr|Mrs|Ms)\.?(?:-Ing\.|-\w+\.)?\s)*)(?P<given>[^\W\d_a-zß-ÿ][\w'’-]+(?:\s[^\W\d_a-zß-ÿ]\.)?)(?=\s*(?:$|[(\[;–—|]|\s-\s))"
)


def family_last(text: str) -> str:
    """A line of a list with “Schmoll, Willi (Betriebsrat)” turned round."""
    return _SURNAME_FIRST.sub(_given_first, text, count=1) if "," in text[:60] else text


def _given_first(match: re.Match[str]) -> str:
    """“Schmoll, Willi (Betriebsrat)” turned round, if it is a family name before a given one."""
    family, given = bare(match["family"].split()[-1]), bare(match["given"].split()[0])
    is_turned = (given in GIVEN or given.split("-")[0] in GIVEN) and family not in GIVEN
    told = re.match(r"\s*\((?P<title>[^()]{3,60})\)\s*$", match.string[match.end() :])
    is_turned = is_turned or (
        told is not None
        and is_job(told["title"])
        and family not in GIVEN
        and not is_vocabulary(given)
    )
    if not is_turned or is_vocabulary(family):
        return match[0]
    return f"{match['titles']}{match['given']} {match['family']}"


_ON_BEHALF = re.compile(
    r"^\W{0,3}(?:i\.\s?[AV]\.|gez\.|ppa\.?|p\.\s?p\.|p\.\s?o\.|p/o|o\.b\.o\.)\s+"
)


_CLASS_YEAR = re.compile(r"(?<=\w)\s['’]\d\d(?![\w'’]|\s?\))")


_ELIDED = re.compile(
    r"(?<!\w)(?:l|d|dell|all|dall|nell)['’](?=(?:avv|ing|arch|on|ill|ispett)\.)", re.IGNORECASE
)


_CAPITALS_AND_COMMA = re.compile(r"[^\W\d_a-zà-ÿ]{2,},\s?[^\W\d_]")


@remembered
def is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def eased(text: str) -> str:
    """A word in capitals in normal case."""
    if not is_capitals(text) or re.fullmatch(r"I{2,3}|IV", text):
        return text
    if text.startswith(("MC", "MAC")) and len(text) > 4 and text.startswith("MC"):
        return "Mc" + text[2:].capitalize()
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), text)


def degrees_after(words: list[Token], place: int) -> int:
    """Where the degrees that follow end, 0 if there are none."""
    until = 0
    while place < len(words) and re.fullmatch(r",?\s?|\s?\(", words[place].gap):
        word = words[place]
        if (
            word.plain not in DEGREES
            or not word.text[0].isupper()
            or not any(c.isupper() for c in word.text[1:])
        ):
            break
        until = word.finish
        place += 1
    return until
