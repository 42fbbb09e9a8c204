"""Names of people in a text: where they stand, and how surely they are names."""

from __future__ import annotations

import re
from collections.abc import Callable

from interviews.agenda.surnames import (
    ends_as_surname,
    heads_a_name,
    heads_an_asian_name,
    is_given_too,
    is_in_syllables,
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
    is_vocabulary,
    tokens,
)
from interviews.agenda.turning import Found, degrees_after, eased, is_capitals, turned
from interviews.agenda.vocabulary.days import MONTHS
from interviews.agenda.vocabulary.employers import OF_FIRMS
from interviews.agenda.vocabulary.jobs import (
    DEGREES,
    JOBS,
)
from interviews.agenda.vocabulary.names import GIVEN
from interviews.agenda.vocabulary.places import PLACES
from interviews.agenda.vocabulary.topics import TOPICS


def find(text: str, is_known: Callable[[str], bool] | None = None) -> list[Found]:
    """The names in the text from left to right."""
    words = tokens(text)
    found: list[Found] = []
    index = 0
    while index < len(words):
        made, used = turned(words, index)
        if made is None and is_known is not None and _is_month_too(words, index, is_known):
            word = words[index]
            made, used = Found(word.text, word.begin, word.finish, 3), 1
        if made is None:
            made, used = _run(words, index, is_known)
        if made is not None:
            found.append(made)
        index += max(used, 1)
    return found


def _is_month_too(words: list[Token], place: int, is_known: Callable[[str], bool]) -> bool:
    """Whether a month is somebody who is known: "whiteboard with Jun", and not "5 Jun"."""
    word = words[place]
    if word.kind != VOCABULARY or word.plain not in MONTHS or not word.text.istitle():
        return False
    beside = [other.text[:1] for other in words[max(0, place - 1) : place + 2] if other is not word]
    return not any(first.isdigit() for first in beside) and is_known(word.text)


def _after_honorifics(words: list[Token], index: int) -> int:
    """Where the name behind "Prof. Dr. rer. nat." begins."""
    place = index
    while place < len(words) and (place == index or _is_near(words[place].gap)):
        if words[place].kind != HONORIFIC and not _is_of_a_degree(words, index, place):
            break
        place += 1
    return place


def _run(
    words: list[Token], index: int, is_known: Callable[[str], bool] | None
) -> tuple[Found | None, int]:
    place = _after_honorifics(words, index)
    has_honorific = place > index
    if not has_honorific and heads_a_name(words, index):
        return None, 1
    if has_honorific and is_senior(words, index):
        return None, 1
    first = place
    if _is_dotted_degree(words, first):
        first += 1
        has_honorific = True
    place = _end_of_run(words, first, has_honorific)
    while place > first + 1 and words[place - 1].text == "DO":
        place -= 1
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
    until = degrees_after(words, place)
    if until and sureness == 2:
        sureness = 3
    return Found(
        name, words[index].begin, words[place - 1].finish, sureness, has_honorific, until
    ), place - index


def _is_dotted_degree(words: list[Token], place: int) -> bool:
    """Whether letters with dots stand before a whole name, as degrees do: "C.P. Norberto Salinas"."""
    following = words[place + 1 : place + 3]
    return (
        place < len(words)
        and words[place].kind == INITIAL
        and len(re.findall(r"[^\W\d_]\.", words[place].text)) >= 2
        and len(following) == 2
        and all(word.gap == " " and word.kind in (NAME, WORD_NAME) for word in following)
        and following[0].plain in GIVEN
    )


def _is_of_a_degree(words: list[Token], index: int, place: int) -> bool:
    """Whether the word goes with the "Dr." before it: "rer. nat.", "h. c.", but no initial like "H."."""
    word = words[place]
    if place == index or word.plain not in OF_DEGREES:
        return False
    return len(word.plain) > 1 or word.text[0].islower()


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
    if word.kind == INITIAL and before is not None and before.kind == NAME:
        return not (len(word.plain) > 2 and word.plain in DEGREES)
    if word.kind in (NAME, INITIAL):
        return True
    if word.kind in (SUFFIX, NICKNAME, HONORIFIC):
        return before is not None and (word.kind != HONORIFIC or len(word.plain) == 1)
    if word.kind == PARTICLE:
        return _joins(words, first, place, has_honorific)
    if word.kind == WORD_NAME:
        return (
            has_honorific
            or is_surname(words, place, before)
            or (before is None and heads_an_asian_name(words, place))
        )
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
    if before is None and (is_given_too(words, place) or heads_an_asian_name(words, place)):
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
        and (beside.text.isupper() or beside.plain in GIVEN or is_in_syllables(beside, word))
        and len(beside.text) > 2
    )


def _joins(words: list[Token], first: int, place: int, has_honorific: bool) -> bool:
    """Whether the particle goes on to a surname: "von Thun", "de la Tour", "Ortega y Gasset"."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if following is None or following.gap not in (" ", ""):
        return word.text[0].isupper() and place > first and words[place - 1].kind == NAME
    names = (NAME, WORD_NAME, MAYBE, PARTICLE, ACRONYM)
    if (
        following.kind == VOCABULARY
        and word.plain in _ARTICLES
        and (place == 0 or words[place - 1].kind != PARTICLE)
    ):
        return False  # "zeigt Herr Özkaya das Werk"
    if following.kind not in names and not (
        following.kind == VOCABULARY and (has_honorific or words[first].plain in GIVEN)
    ):
        return False
    if word.plain in ("y", "e", "i", "und", "and", "und'") and word.text.islower():
        if place > first and words[place - 1].kind == PARTICLE and following.kind == PARTICLE:
            return True
        if word.plain == "i" and place - first >= 2:
            listed = has_honorific or words[first].plain in GIVEN
            third = words[place + 2] if place + 2 < len(words) else None
            ends = third is None or third.gap != " " or third.kind != NAME
            return listed and ends and following.kind == NAME and following.plain not in GIVEN
        third = words[place + 2] if place + 2 < len(words) else None
        alone = third is None or third.gap != " " or third.kind not in (NAME, WORD_NAME, PARTICLE)
        return place - first >= 2 and alone and following.plain not in GIVEN and word.plain == "y"
    if word.plain in ("in", "am", "auf", "im", "st", "at") and word.text.islower():
        return False
    return place > first or has_honorific or word.text[0].isupper() or word.plain in ("van", "von")


_ARTICLES = frozenset(
    [
        "das",
        "der",
        "den",
        "die",
        "dem",
        "le",
        "la",
        "las",
        "los",
        "el",
        "al",
        "auf",
        "zu",
        "zum",
        "zur",
    ]
)


def _name(words: list[Token]) -> str:
    shown = []
    all_capitals = sum(is_capitals(word.text) for word in words) >= sum(
        word.kind in (NAME, WORD_NAME) for word in words
    )
    for word in words:
        if word.kind == NICKNAME:
            shown.append(f'"{word.text}"')
            continue
        text = word.text.rstrip(",")
        shown.append(eased(text) if all_capitals or len(text) > 3 else text)
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
        return 0 if _is_post(words, place, core) else 3
    if _is_of_a_place(words, first, place, core):
        return 0
    shouted = len(core) >= 3 and all(is_capitals(word.text) for word in core)
    if shouted and not any(word.plain in GIVEN for word in core):
        return 0
    if is_known is not None and is_known(_name(words[first:place])):
        return 3
    initials = sum(word.kind == INITIAL for word in words[first:place])
    if len(core) + initials >= 2:
        is_listed = core[0].plain in GIVEN or core[0].plain.split("-")[0] in GIVEN
        return 3 if is_listed or initials else 2
    return 1


def _is_post(words: list[Token], place: int, core: list[Token]) -> bool:
    """Whether "M. le Recteur" or "Herrn Kanzler Dr. Ole Marquardsen" says what somebody is."""
    if len(core) != 1 or core[0].plain not in JOBS:
        return False
    after = words[place] if place < len(words) and words[place].gap == " " else None
    is_followed = after is not None and after.kind == HONORIFIC
    return is_followed or (core[0].kind == VOCABULARY and words[place - 2].kind == PARTICLE)


_FIRMS = frozenset(
    """
    rechtsanwalte rechtsanwaltskanzlei steuerberater notare architekten ingenieure partners associates associes avocats notaires abogados asociados avvocati associati advogados
    advokater advokatfirma advocaten notarissen accountants solicitors consultants consulting engineers architects foundation stiftung fondation museum gmbh kg ag ltd llp plc inc sas sarl bv nv
    """.split()  # noqa: SIM905
)


def _is_of_a_place(words: list[Token], first: int, place: int, core: list[Token]) -> bool:
    """Whether the run is a piece of a place or a topic: "Salle Marie Curie", "Osage Hall", "Kettering 212"."""
    if core[-1].plain in OF_FIRMS and len(core) > 1:
        return True
    if place < len(words) and words[place].gap == " " and words[place].plain in OF_FIRMS:
        return True
    before = words[first - 1] if first and words[first].gap == " " else None
    after = words[place] if place < len(words) and words[place].gap == " " else None
    if before is not None and before.plain in TAKE_A_NAME and before.text[0].isupper():
        return True
    known_first = core[0].plain in GIVEN and len(core) > 1
    if after is not None and after.plain in _FIRMS:
        return True
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
