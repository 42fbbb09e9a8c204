"""What a word is beside others of a name: a surname that is a word too, a month, a job before it."""

from __future__ import annotations

import re

from interviews.agenda.tokens import (
    INITIAL,
    MAYBE,
    NAME,
    NICKNAME,
    PARTICLE,
    SUFFIX,
    VOCABULARY,
    WORD_NAME,
    Token,
    bare,
    is_vocabulary,
)
from interviews.agenda.vocabulary.jobs import DEPARTMENTS, JOBS, LEVELS
from interviews.agenda.vocabulary.names import GIVEN, SHORT_SURNAMES
from interviews.agenda.vocabulary.places import PLACES
from interviews.agenda.vocabulary.topics import TOPICS

# Two to four words with capitals at the end of a text, maybe behind "with" or "and".
NAMED = re.compile(
    r"(?:^|(?<=\s)|(?<=\())(?P<name>[^\W\d_a-zß-ÿ][\w'’.-]*(?:\s(?:[^\W\d_a-zß-ÿ][\w'’.-]*|d[aei]l?|van|von|de[nr]?|la|el|al|bin)){0,3}\s[^\W\d_a-zß-ÿ][\w'’-]+)$"
)


def is_shaped_as_name(text: str) -> bool:
    """Whether words with capitals may be somebody's name: none says what is done or what somebody is."""
    plain = [bare(word) for word in text.split()]
    if any(word in JOBS or word in DEPARTMENTS or word in LEVELS for word in plain):
        return False
    if plain[0] in PLACES or (plain[0] in TOPICS and plain[0] not in GIVEN):
        return False
    return any(not is_vocabulary(word) for word in plain) and (
        plain[-1] not in TOPICS or not text.rsplit(maxsplit=1)[-1].isascii()
    )


def heads_a_name(words: list[Token], index: int) -> bool:
    """Whether a word is what somebody is rather than a given name: "Dean Percival Obuya"."""
    following = words[index + 1 : index + 3]
    near = len(following) == 2 and all(
        word.gap == " " and word.kind in (NAME, WORD_NAME, MAYBE) for word in following
    )
    return words[index].plain in JOBS and near


_ASIAN = frozenset(
    """
    park kim lee yi choi jung jeong kang cho yoon yun jang lim im han oh seo shin kwon hwang ahn an song hong son bae
    baek nam no noh yoo yu min heo ha joo ju goo koo cha ryu nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong
    ly wang li zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he lin gao luo tan ng wong chan leung cheung lam lau
    """.split()  # noqa: SIM905
)
_SYLLABLES = re.compile(r"[^\W\d_a-zà-ÿ][a-zà-ÿ]+-[a-zà-ÿ]+")


def heads_an_asian_name(words: list[Token], place: int) -> bool:
    """Whether a word is the family name before a given name in two syllables: "Park Seo-yeon"."""
    following = words[place + 1] if place + 1 < len(words) else None
    return (
        words[place].plain in _ASIAN
        and following is not None
        and following.gap == " "
        and following.kind == NAME
        and bool(_SYLLABLES.fullmatch(following.text))
    )


def is_in_syllables(word: Token, family: Token) -> bool:
    """Whether a word is a given name in two syllables beside a family name in capitals: "SU Kuo-hua"."""
    return family.plain in _ASIAN and bool(_SYLLABLES.fullmatch(word.text))


def is_senior(words: list[Token], index: int) -> bool:
    """Whether "Sr." begins a job title here: "Sr. Technical Recruiter"."""
    following = words[index + 1 : index + 4]
    return words[index].plain in ("sr", "jr") and any(
        word.plain in JOBS and word.kind == VOCABULARY
        for place, word in enumerate(following)
        if all(other.kind == VOCABULARY for other in following[:place])
    )


def is_given_too(words: list[Token], place: int) -> bool:
    """Whether a month is somebody here: "Marco Ferrante", "June Abara"."""
    following = words[place + 1] if place + 1 < len(words) else None
    return (
        words[place].plain in GIVEN
        and following is not None
        and following.gap == " "
        and following.kind in (NAME, WORD_NAME)
    )


def ends_as_surname(words: list[Token], place: int, has_honorific: bool) -> bool:
    """Whether a small word of a language is somebody's surname: "Dr. Hanneke Vos"."""
    word, before = words[place], words[place - 1]
    after = words[place + 1] if place + 1 < len(words) else None
    return (
        before.kind == NAME
        and (has_honorific or before.plain in GIVEN or _is_double(before))
        and word.text.istitle()
        and (
            word.plain in SHORT_SURNAMES
            or not word.text.isascii()
            or (has_honorific and before.plain in GIVEN and word.plain not in JOBS)
            or (_is_double(before) and after is not None and after.gap.strip() in ("(", ","))
        )
        and (after is None or after.gap != " " or not after.text[0].isupper())
    )


def _is_double(word: Token) -> bool:
    """Whether the word is a given name like "Bart-Jan"."""
    return "-" in word.text and word.plain.split("-")[0] in GIVEN


def is_surname(words: list[Token], place: int, before: Token | None) -> bool:
    """Whether a word of a language is somebody's surname here: "Rebecca Hall"."""
    if before is None:
        return False
    if _may_precede_a_word(before):
        return True
    after = words[place + 1] if place + 1 < len(words) else None
    ends = after is None or after.gap != " " or after.kind in (WORD_NAME, SUFFIX)
    return before.kind == NAME and ends and words[place].plain not in PLACES


def may_be(words: list[Token], place: int, before: Token | None, has_honorific: bool) -> bool:
    """Whether a word that only ends like one of a language is a piece of a name: "Sterling", "Achterhof"."""
    after = words[place + 1] if place + 1 < len(words) and words[place + 1].gap == " " else None
    if before is None:
        return has_honorific or (after is not None and len(after.plain) == 1)
    return (
        has_honorific
        or (before.kind == NAME and (after is None or after.kind in (MAYBE, SUFFIX)))
        or before.plain in GIVEN
        or before.kind in (INITIAL, PARTICLE, NICKNAME)
        or before.plain.split("-")[0] in GIVEN
    )


def _may_precede_a_word(before: Token) -> bool:
    return (
        before.plain in GIVEN
        or before.kind in (INITIAL, PARTICLE, NICKNAME)
        or "-" in before.text
        or before.text.isupper()
    )
