"""Names of people in a text: where they stand, and how surely they are names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from interviews.agenda.plain import remembered
from interviews.agenda.surnames import (
    ends_as_surname,
    heads_a_name,
    is_given_too,
    is_senior,
    is_surname,
    may_be,
)
from interviews.agenda.tokens import (
    ACRONYM,
    HONORIFIC,
    INITIAL,
    MAYBE,
    NAME,
    NICKNAME,
    OF_DEGREES,
    OTHER,
    PARTICLE,
    SUFFIX,
    TAKE_A_NAME,
    VOCABULARY,
    WORD_NAME,
    Token,
    bare,
    is_vocabulary,
    tokens,
)
from interviews.agenda.vocabulary.jobs import (
    DEGREES,
    JOBS,
)
from interviews.agenda.vocabulary.names import GIVEN, SURNAMES
from interviews.agenda.vocabulary.places import PLACES
from interviews.agenda.vocabulary.topics import TOPICS


@dataclass(frozen=True)
class Found:
    """A name in a text. 3 is surely one, 2 looks like one, 1 is a single word that may be one."""

    name: str
    begin: int
    finish: int
    sureness: int
    has_honorific: bool = False
    degrees_until: int = 0  # where the degrees after it end


def find(text: str, is_known: Callable[[str], bool] | None = None) -> list[Found]:
    """The names in the text from left to right."""
    words = tokens(text)
    found: list[Found] = []
    index = 0
    while index < len(words):
        made, used = _turned(words, index)
        if made is None:
            made, used = _run(words, index, is_known)
        if made is not None:
            found.append(made)
        index += max(used, 1)
    return found


def _turned(words: list[Token], index: int) -> tuple[Found | None, int]:
    """“SANDOVAL, Maria L.” and the like, turned round."""
    place = index
    while place < len(words) and words[place].kind == HONORIFIC:
        place += 1
    first = place
    while (
        place < len(words)
        and (place == first or words[place].gap == " ")
        and _is_capitals(words[place].text)
    ):
        place += 1
    if place == first or place >= len(words) or not re.fullmatch(r",\s?", words[place].gap):
        return None, 0
    if place - first == 1 and not re.search(r"(?i)[aeiouyà-ÿ]|^ng$", words[first].text):
        return None, 0  # initials
    if all(is_vocabulary(word.plain) and word.plain not in SURNAMES for word in words[first:place]):
        return None, 0
    given = place
    while place < len(words) and (place == given or words[place].gap in (" ", "")):
        word = words[place]
        if word.kind not in (NAME, INITIAL, WORD_NAME, MAYBE) or (
            _is_capitals(word.text) and word.kind != INITIAL
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
            *(_eased(word.text) for word in words[first:given]),
        ]
    )
    return Found(
        name, words[index].begin, words[place - 1].finish, 3, False, _degrees(words, place)
    ), place - index


@remembered
def put_in_order(text: str) -> str:
    """The text with “SANDOVAL, Maria L.” turned to “Maria L. Sandoval”, and (Mrs.), (Ret.) left out."""
    text = _ELIDED.sub("", _BRACKETED.sub("", _CLASS_YEAR.sub("", text)))
    if not _CAPITALS_AND_COMMA.search(text):
        return text
    words = tokens(text)
    made, place, index = [], 0, 0
    while index < len(words):
        found, used = _turned(words, index)
        if found is not None:
            made += [text[place : words[index].begin], found.name]
            place = found.finish
        index += max(used, 1)
    return "".join([*made, text[place:]])


_BRACKETED = re.compile(r"\s?\((?:Mrs|Ms|Mr|Miss|Smt|Mme|Frau|Retd?|USN|USA|USAF|a\.\s?D)\.?\)")
_CLASS_YEAR = re.compile(r"(?<=\w)\s['’]\d\d(?![\w'’]|\s?\))")
_ELIDED = re.compile(
    r"(?<!\w)(?:l|d|dell|all|dall|nell)['’](?=(?:avv|ing|arch|on|ill|ispett)\.)", re.IGNORECASE
)
_CAPITALS_AND_COMMA = re.compile(r"[^\W\d_a-zà-ÿ]{2,},\s?[^\W\d_]")


@remembered
def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _eased(text: str) -> str:
    """A word in capitals in normal case."""
    if not _is_capitals(text) or re.fullmatch(r"I{2,3}|IV", text):
        return text
    if text.startswith(("MC", "MAC")) and len(text) > 4 and text.startswith("MC"):
        return "Mc" + text[2:].capitalize()
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), text)


def _run(
    words: list[Token], index: int, is_known: Callable[[str], bool] | None
) -> tuple[Found | None, int]:
    place = index
    while place < len(words) and (place == index or _is_near(words[place].gap)):
        if words[place].kind != HONORIFIC and not (
            place > index and words[place].plain in OF_DEGREES
        ):
            break
        place += 1
    has_honorific = place > index
    if not has_honorific and heads_a_name(words, index):
        return None, 1
    if has_honorific and is_senior(words, index):
        return None, 1
    first = place
    place = _end_of_run(words, first, has_honorific)
    while place > first and words[place - 1].kind == PARTICLE and words[place - 1].text.islower():
        place -= 1
    kinds = (NAME, WORD_NAME, MAYBE, ACRONYM, VOCABULARY)
    core = [word for word in words[first:place] if word.kind in kinds]
    if not core:
        return None, max(1, place - index if has_honorific else 1)
    if has_honorific and not _is_near(words[first].gap):
        return None, first - index
    name = _name(words[first:place])
    sureness = _sureness(words, first, place, core, has_honorific, is_known)
    until = _degrees(words, place)
    if until and sureness == 2:
        sureness = 3
    return Found(
        name, words[index].begin, words[place - 1].finish, sureness, has_honorific, until
    ), place - index


def _is_near(gap: str) -> bool:
    return gap in ("", " ", "-", "/", ". ") or gap == " & "


def _end_of_run(words: list[Token], first: int, has_honorific: bool) -> int:
    place = first
    while place < len(words) and place - first < 8:
        word = words[place]
        if (
            place > first
            and word.gap not in (" ", "")
            and not (word.kind == SUFFIX and word.gap == ", ")
        ):
            break
        if not _continues(words, first, place, has_honorific):
            break
        place += 1
    return place


def _continues(words: list[Token], first: int, place: int, has_honorific: bool) -> bool:
    word = words[place]
    before = words[place - 1] if place > first else None
    if word.kind in (NAME, INITIAL):
        return True
    if word.kind in (SUFFIX, NICKNAME, HONORIFIC):
        return before is not None and (word.kind != HONORIFIC or len(word.plain) == 1)
    if word.kind == PARTICLE:
        return _joins(words, first, place, has_honorific)
    if word.kind == WORD_NAME:
        return has_honorific or is_surname(words, place, before)
    if word.kind == ACRONYM:
        return _is_name_in_capitals(words, place, before, has_honorific)
    if word.kind == MAYBE:
        return may_be(words, place, before, has_honorific)
    return word.kind == VOCABULARY and _is_name_too(words, first, place, has_honorific)


def _is_name_too(words: list[Token], first: int, place: int, has_honorific: bool) -> bool:
    """Whether a word of a language is a piece of a name here."""
    word = words[place]
    before = words[place - 1] if place > first else None
    if before is not None and before.kind == PARTICLE:
        return has_honorific or words[first].plain in GIVEN
    if before is None and is_given_too(words, place):
        return True
    if before is not None and ends_as_surname(words, place, has_honorific):
        return True
    if before is not None and len(word.text) <= 3:
        return not word.text.isascii()
    return has_honorific and before is None and word.plain not in JOBS


def _is_name_in_capitals(
    words: list[Token], place: int, before: Token | None, has_honorific: bool
) -> bool:
    word = words[place]
    if has_honorific and word.plain not in DEGREES and len(word.text) > 1:
        return True
    after = words[place + 1] if place + 1 < len(words) else None
    if before is not None and before.kind == PARTICLE and place > 1:
        before = words[place - 2]
    beside = before if before is not None else after
    if beside is None or word.plain in DEGREES or is_vocabulary(word.plain):
        return False
    gap = word.gap if before is not None else beside.gap
    return (
        gap == " "
        and beside.kind == NAME
        and (beside.text.isupper() or beside.plain in GIVEN)
        and len(beside.text) > 2
    )


def _joins(words: list[Token], first: int, place: int, has_honorific: bool) -> bool:
    """Whether the particle goes on to a surname: "von Thun", "de la Tour", "Ortega y Gasset"."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if following is None or following.gap not in (" ", ""):
        return word.text[0].isupper() and place > first and words[place - 1].kind == NAME
    names = (NAME, WORD_NAME, MAYBE, PARTICLE, ACRONYM)
    if following.kind not in names and not (
        following.kind == VOCABULARY and (has_honorific or words[first].plain in GIVEN)
    ):
        return False
    if word.plain in ("y", "e", "i", "und", "and", "und'") and word.text.islower():
        if place > first and words[place - 1].kind == PARTICLE and following.kind == PARTICLE:
            return True
        if word.plain == "i" and has_honorific and place - first >= 2:
            return following.kind == NAME
        third = words[place + 2] if place + 2 < len(words) else None
        alone = third is None or third.gap != " " or third.kind not in (NAME, WORD_NAME, PARTICLE)
        return place - first >= 2 and alone and following.plain not in GIVEN and word.plain == "y"
    if word.plain in ("in", "am", "auf", "im", "st", "at") and word.text.islower():
        return False
    return place > first or has_honorific or word.text[0].isupper() or word.plain in ("van", "von")


def _name(words: list[Token]) -> str:
    shown = []
    all_capitals = sum(_is_capitals(word.text) for word in words) >= sum(
        word.kind in (NAME, WORD_NAME) for word in words
    )
    for word in words:
        if word.kind == NICKNAME:
            shown.append(f'"{word.text}"')
            continue
        text = word.text.rstrip(",")
        shown.append(_eased(text) if all_capitals or len(text) > 3 else text)
    return " ".join(shown)


def _sureness(
    words: list[Token],
    first: int,
    place: int,
    core: list[Token],
    has_honorific: bool,
    is_known: Callable[[str], bool] | None,
) -> int:
    if has_honorific:
        return 3
    if _is_of_a_place(words, first, place, core):
        return 0
    shouted = len(core) >= 3 and all(_is_capitals(word.text) for word in core)
    if shouted and not any(word.plain in GIVEN for word in core):
        return 0
    if is_known is not None and is_known(_name(words[first:place])):
        return 3
    initials = sum(word.kind == INITIAL for word in words[first:place])
    if len(core) + initials >= 2:
        return (
            3 if core[0].plain in GIVEN or core[0].plain.split("-")[0] in GIVEN or initials else 2
        )
    return 1


def _is_of_a_place(words: list[Token], first: int, place: int, core: list[Token]) -> bool:
    """Whether the run is a piece of a place or a topic: "Salle Marie Curie", "Osage Hall", "Kettering 212"."""
    before = words[first - 1] if first and words[first].gap == " " else None
    after = words[place] if place < len(words) and words[place].gap == " " else None
    if before is not None and before.plain in TAKE_A_NAME and before.text[0].isupper():
        return True
    known_first = core[0].plain in GIVEN and len(core) > 1
    if before is not None and before.plain in PLACES and len(before.plain) > 4 and not known_first:
        return True
    if after is None or known_first:
        return False
    if after.kind == OTHER and not after.text[0].isalpha():
        return True
    if after.kind in (VOCABULARY, MAYBE, WORD_NAME) and len(core) == 1:
        return True
    return (after.plain in PLACES and (len(after.plain) > 3 or after.text.isupper())) or (
        len(core) == 1
        and is_vocabulary(after.plain)
        and after.plain in TOPICS
        and len(after.plain) > 3
    )


def _degrees(words: list[Token], place: int) -> int:
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
