"""The words of a text, by what each may be in a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interviews.agenda.plain import folded, remembered
from interviews.agenda.vocabulary.days import MONTHS, WEEKDAYS
from interviews.agenda.vocabulary.jobs import (
    DEPARTMENTS,
    HONORIFICS,
    JOB_ENDINGS,
    JOBS,
    LEVELS,
    PARTICLES,
    SUFFIXES,
)
from interviews.agenda.vocabulary.names import GIVEN, SURNAMES
from interviews.agenda.vocabulary.places import PLACE_ENDINGS, PLACES
from interviews.agenda.vocabulary.topics import TOPICS

# Kinds of a token.
HONORIFIC, INITIAL, PARTICLE, SUFFIX, NAME, WORD_NAME, MAYBE, VOCABULARY, ACRONYM, NICKNAME, OTHER = (
    "honorific", "initial", "particle", "suffix", "name", "word name", "maybe", "vocabulary", "acronym", "nickname", "other",
)  # fmt: skip


_SMALL_HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "frau",
        "herr",
        "herrn",
        "hr",
        "dhr",
        "prof.ssa",
        "dott.ssa",
        "sig.ra",
        "sig.na",
        "avv",
        "ing",
        "dottor",
        "mevrouw",
        "heer",
        "dokter",
        "mrs.dr",
        "mevr",
        "mw",
        "sr",
        "sra",
        "srta",
        "ir",
        "drs",
        "dott",
        "pan",
        "pani",
        "panem",
        "mme",
        "mlle",
        "sig",
        "dra",
        "drs.",
        "shri",
        "smt",
    ]
)


# Honorifics that are words too: only with a name after them, and a capital.
_TOKEN = re.compile(
    r"(?:Komm|Ök|Med|Obermed|Reg|Techn|Schul)\.-Rat\b|(?<=[\w.]\s)[\"“„«‘'(](?P<nickname>[A-ZÀ-Þ][\w.-]{1,14})[\"”“»’')](?=\s(?:[A-ZÀ-Þ'’]|van\b|von\b|de\b|der\b))"
    r"|(?<=\s)['’][ts](?=[\s-][A-ZÀ-Þ])|[A-ZÀ-Þ]\.(?:-[A-ZÀ-Þ]\.)+|[^\W\d_](?:[\w'’\-]|\.(?=[^\W\d_])|(?<![^\W\d_]{2})\.(?=-[^\W\d_]\.))*\.?|\d[\w.:/-]*"
)


_ENDINGS = re.compile(
    r"(?:ung|ungen|keit|heit|schaft|tion|tionen|tagung|gesprach|gesprache|fuhrung|aufgabe|ubung|essen|technik|wesen|raum|pause|runde|rundgang|termin|kommission|abteilung|"
    r"gruppe|besichtigung|vortrag|interview|test|prufung|probe|tag|zeit|konzept|vorstellung|prasentation|analyse|ment|ments|ing|ings|ology|ship|ness|ity|ism|ics|ance|ence|"
    r"eering|opdracht|gesprek|ronde|commissie|afdeling|leiding|samtal|samtale|motet|ovelse|uppgift|studie|gang|visning|cion|ciones|zione|zioni|cao|coes|age|tique|iques|rozmowa)$"
)


# Places that are called after people: what follows is no person.
TAKE_A_NAME = PLACES - frozenset(
    ["call", "zoom", "phone", "reception", "office", "bar", "link", "video", "telefon", "group"]
)


# Written in capitals; of others, like HR and MS, capitals are another word.
_CAPITAL_HONORIFICS = frozenset(
    [
        "di",
        "oa",
        "dre",
        "lis",
        "mr",
        "mrs",
        "dr",
        "prof",
        "m",
        "mme",
        "ltc",
        "lt",
        "maj",
        "cpt",
        "bg",
        "capt",
        "col",
        "gen",
        "sgt",
        "msg",
        "sfc",
        "ssg",
        "csm",
        "cdr",
        "cw2",
        "cw3",
        "cw4",
        "cw5",
        "po1",
        "po2",
    ]
)


# "Dr. rer. nat. h. c."
OF_DEGREES = frozenset(
    [
        "rer",
        "nat",
        "habil",
        "h",
        "c",
        "med",
        "phil",
        "jur",
        "pol",
        "oec",
        "e",
        "dent",
        "vet",
        "ing",
        "mult",
        "agr",
        "theol",
        "sc",
        "hum",
        "univ",
        "techn",
        "soc",
        "psych",
    ]
)


@dataclass(frozen=True)
class Token:
    text: str
    begin: int
    finish: int
    kind: str
    gap: str  # what stands between it and the one before

    @property
    def plain(self) -> str:
        return bare(self.text)


@remembered
def bare(word: str) -> str:
    return folded(word).strip(".'")


@remembered
def is_vocabulary(plain: str) -> bool:
    """Whether the folded word is one of a language rather than somebody's."""
    if (
        plain in TOPICS
        or plain in JOBS
        or plain in PLACES
        or plain in DEPARTMENTS
        or plain in LEVELS
    ):
        return True
    if len(plain) > 3 and (plain in WEEKDAYS or plain in MONTHS):
        return True
    if plain.endswith(("'s", "s'")) and is_vocabulary(plain[:-2]):
        return True
    if plain.endswith("s") and len(plain) > 4 and is_listed(plain[:-1]):
        return True
    if len(plain) > 5 and plain.endswith((*JOB_ENDINGS, *PLACE_ENDINGS)) and plain not in SURNAMES:
        return plain not in GIVEN
    if "-" in plain:
        parts = [part for part in plain.split("-") if part]
        return bool(parts) and all(is_listed(part) or len(part) == 1 for part in parts)
    return len(plain) > 6 and bool(_ENDINGS.search(plain)) and plain not in GIVEN


def is_listed(plain: str) -> bool:
    return (
        plain in TOPICS
        or plain in JOBS
        or plain in PLACES
        or plain in DEPARTMENTS
        or plain in LEVELS
    )


@remembered
def _kind(text: str) -> str:
    plain = bare(text)
    if text[0] in "'’" and plain in ("t", "s"):
        return PARTICLE
    if not text[0].isalpha():
        return OTHER
    if _is_honorific(text, plain):
        return HONORIFIC
    if text[0].isupper() and _INITIALS.fullmatch(text) and ("." in text or len(text) == 1):
        return INITIAL
    if plain in SUFFIXES and (text[0].isupper() or plain in ("jr", "sr")):
        return SUFFIX
    if plain in PARTICLES and not (text[0].isupper() and plain in GIVEN):
        return PARTICLE
    return _capital_kind(text, plain) if text[0].isupper() else _lower_kind(text)


_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,3}")


# Their letters without marks are words of other languages.
_MARKED_GIVEN = frozenset(
    ["Pär", "Åse", "Åsa", "Dès", "Aïda", "Noé", "Inès", "Élan", "Sól", "Mês", "Päl", "Pål"]
)


def _capital_kind(text: str, plain: str) -> str:
    if text.isupper() and len(text) <= 4 and plain not in GIVEN:
        return ACRONYM
    if (plain in GIVEN and plain not in MONTHS) or text in _MARKED_GIVEN:
        return NAME
    if plain in SURNAMES:
        return WORD_NAME
    if not is_vocabulary(plain):
        return NAME
    return (
        VOCABULARY
        if is_listed(plain)
        or plain in WEEKDAYS
        or plain in MONTHS
        or not text.replace("-", "").isalpha()
        else MAYBE
    )


def _lower_kind(text: str) -> str:
    if re.match(r"(?:d|al|el|o|l|ad|bin|ibn|mc|ter)['’-][A-ZÀ-Þ]", text):
        return NAME
    return OTHER


def _is_honorific(text: str, plain: str) -> bool:
    if plain not in HONORIFICS:
        return False
    if (
        plain
        in (
            "m",
            "er",
            "d",
            "da",
            "me",
            "pr",
            "ra",
            "ir",
            "don",
            "ing",
            "fr",
            "arch",
            "tan",
            "lic",
            "ks",
            "sn",
            "ibu",
            "bu",
            "pak",
            "doc",
            "min",
            "bay",
            "arc",
            "barr",
            "geom",
            "rag",
            "biol",
            "pharm",
            "elder",
            "chief",
        )
        and text != "Me"
        and not text.endswith(".")
    ):
        return plain in ("don", "geom", "rag", "elder") and text[0].isupper()
    if text == "Me":
        return True  # maître; alone it is nobody
    if plain in ("di", "lis"):
        return text.isupper()
    if (
        text.isupper()
        and len(text) <= 4
        and not text.endswith(".")
        and plain not in _CAPITAL_HONORIFICS
    ):
        return False
    return text[0].isupper() or plain in _SMALL_HONORIFICS or text.endswith(".")


@remembered
def tokens(text: str) -> list[Token]:
    """The words and numbers of the text."""
    made: list[Token] = []
    place = 0
    for match in _TOKEN.finditer(text):
        word, finish = match[0], match.end()
        if match["nickname"] and made and made[-1].kind == NAME:
            made.append(
                Token(
                    match["nickname"], match.start(), finish, NICKNAME, text[place : match.start()]
                )
            )
            place = finish
            continue
        if match["nickname"]:
            word, finish = match["nickname"], match.end() - 1
        if word.endswith(".") and not _keeps_dot(word):
            word, finish = word[:-1], finish - 1
        if word.endswith(("'s", "’s")) and word[:1].isupper():
            word, finish = word[:-2], finish - 2
        if not word:
            continue
        begin = match.start("nickname") if match["nickname"] else match.start()
        gap = text[place:begin]
        made.append(Token(word, begin, finish, _kind(word), gap))
        place = finish
    return made


def _keeps_dot(word: str) -> bool:
    plain = bare(word)
    return (
        plain in HONORIFICS
        or plain in SUFFIXES
        or len(word) == 2
        or "." in word[:-1]
        or plain
        in (
            "st",
            "ph",
            "mc",
            "wm",
            "chr",
            "th",
            "jos",
            "fdez",
            "glez",
            "mtnez",
            "rguez",
            "gcia",
            "hdez",
            "fco",
        )
    )
