"""Words around people: who joins, who is away, who only brings you somewhere."""

from __future__ import annotations

import re
from functools import cache

from interviews.agenda.phrases import (
    is_activity,
)
from interviews.agenda.plain import folded
from interviews.agenda.vocabulary import people as words
from interviews.agenda.vocabulary.jobs import JOBS
from interviews.agenda.vocabulary.names import GIVEN


@cache
def either(options: tuple[str, ...]) -> str:
    return "|".join(re.escape(option) for option in options)


WITH = re.compile(rf"(?:^|(?<=[\s,;:(–-]))(?:{either(words.WITH)})(?=\s|$)", re.IGNORECASE)


ARTICLE = re.compile(rf"(?:{either(words.ARTICLES)})", re.IGNORECASE)


WITH_END = re.compile(rf"(?:^|[\s,;:(–-])(?:{either(words.WITH)})\s*(?:the\s)?$", re.IGNORECASE)


JOINED = re.compile(
    rf"^[\s,;]*(?:{either(words.AND)})?[\s,;]*(?:{either(words.ARTICLES)})?\s*$", re.IGNORECASE
)


LEFT_JOIN = re.compile(rf"(?:^|[\s,;]){'(?:' + either(words.AND) + ')'}\s*$", re.IGNORECASE)


ME = re.compile(rf"(?<![\w'])(?!Me\s(?-i:[A-ZÀ-Þ]))(?:{either(words.ME)})(?![\w'])", re.IGNORECASE)


I_DO = re.compile(rf"(?<![\w'’])(?:{either(words.I_DO)})", re.IGNORECASE)


MARKED_AFTER = re.compile(
    r"\s(?:wordt|worden|wird|werden|will|sera|seran|sara|ser[aá])\s(?:later |dann |spater |poi |then )?(?:beoordeeld|nagekeken|bewertet|korrigiert|mark|grade|score|corrig|valuta|avalia|evalua)"
)


GERMAN_ARTICLE = re.compile(
    r"\b(?:dem|der|den|die|das|des|einem|einer|zum|zur|ihrem|unserem|unserer|studierenden)\s$",
    re.IGNORECASE,
)


WITH_ME = re.compile(
    rf"(?:(?:{either(words.WITH)}|,|&|\+)\s*(?!Me\s(?-i:[A-ZÀ-Þ]))(?:{either(words.ME)})(?![\w'])|\b(?:and|und|et|en|y|e|och|og)\s(?:me|myself|i|ich|moi|mij|ik|yo|io|eu|mig|jag|jeg)(?![\w']))",
    re.IGNORECASE,
)


MARKER = re.compile(rf"(?<![\w-])(?:{either(words.MARKERS)})\w*\b[^.;:]*$")


I_ALONE = re.compile(
    r"(?:just |solo |nur |seulement )?(?:yo|ich|ik|io|eu|jag|jeg|ja|i|me|moi)\W*", re.IGNORECASE
)


AWAY = re.compile(rf"\b(?:{either(words.NOT_HERE)})", re.IGNORECASE)


ESCORT = re.compile(
    rf"(?<![\w-])(?:{either(words.ESCORTS)})[\s:]*(?:(?:the|to|dem|der|den|die|dr\.?|mr|ms|mrs|m\.|mme|l'|la|le|il|el|de|d|drs|hr|herrn|frau)\.?\s)?$",
    re.IGNORECASE,
)


OF_A_GROUP = re.compile(
    r"\s(?:search |selection |hiring |interview |appointment )?(?:committee|panel|team|group|department|board|faculty|students|squad|office|crew|lab|kommission|gruppe|abteilung|gremium)\b"
)


TAKES_PART = re.compile(
    r"\s(?:(?:and|und|et|en|y|e|och|og|&)\s[A-ZÀ-Þ][\w'’-]+\s)?(?:will|joins?|shows?|takes?|picks?|meets?|greets?|runs?|drives?|brings?|hosts?|leads?|is taking|are taking|at the front|werden|wird|kommen|kommt|holt|holen|begleitet|zeigt|zeigen|fahrt|bringt|nimmt|empfangt|"
    r"vous|t'|te |sera|seront|accompagne|komt|komen|haalt|toont|laat|leidt|ontvangt|sluit|te recoge|le recoge|estara|estaran|acompana|ti |la |accompagna|sara|saranno|vai|estara|moter|visar|bjuder|hamtar|moder|viser|henter|mottar)(?=\s|$)",
    re.IGNORECASE,
)


ROLE_END = re.compile(
    rf"(?:^|[\s,;:(–-])(?:{either(words.WITH)})\s+(?:(?:{either(words.ARTICLES)})\s+)?(?:[a-zà-ÿ'’/-]+\s+){{1,4}}$",
    re.IGNORECASE,
)


NO_ROLE = re.compile(
    r"\b(?:at|in|im|à|a|en|und|and|et|of|from|bei|op|bij|y|e|i|på|to|for|on|the|by|via|per|about|über|sur|over|sobre|su|om)\s*$",
    re.IGNORECASE,
)


def ends_in_role(lead: str) -> bool:
    """Whether the text ends in "with our" and what somebody is: "led by drum majors"."""
    lead = lead[-80:]
    match = ROLE_END.search(lead)
    if match is None or NO_ROLE.search(lead):
        return False
    rest = re.split(rf"(?:{either(words.WITH)})\s+", match[0], flags=re.IGNORECASE)[-1]
    return not is_activity(rest) and not re.search(
        r"\b(?:comision|comisión|comite|comité|tribunal|commission|kommission|junta|consejo|panel|jury|juri|júri|commissie|commissione|comissao|comissão|committee|board|team|group|equipe|équipe|groep|grupo|gruppo|students|studenten|department|abteilung|one|two|three|zwei|drei|deux|dos|due)\b",
        rest,
    )


def is_role_after(text: str, rest: str) -> bool:
    """Whether what stands between "with our" and a name says what somebody is: "restauratore anziano"."""
    has_article = bool(re.match(rf"\s*(?:{either(words.ARTICLES)})\s", text, re.IGNORECASE))
    count = len(rest.split())
    return (
        has_article
        and count <= 4
        and not re.search(r"[,;:()]|\d", rest)
        and not is_activity(rest)
        and not re.search(r"\b(?:and|und|et|y|e|en|och|og|team|group|of)$", rest)
    )


def singular(text: str, count: int) -> str:
    """ "Partners, Tax" of two people is "Partner, Tax" of each."""
    if count < 2:
        return text
    head, comma, rest = text.partition(",")
    made = []
    for word in head.split():
        plain = folded(word)
        is_plural = (
            plain.endswith("s") and plain[:-1] in JOBS and plain not in ("sales", "operations")
        )
        made.append(word[:-1] if is_plural else word)
    return " ".join(made) + comma + rest


def _undeclined(name: str) -> str:
    """ "Zbigniewem Pawlakiem" is Zbigniew Pawlak, "Petrem Novákem" Petr Novák."""
    first, _, last = name.partition(" ")
    if not last or " " in last or folded(first) in GIVEN:
        return name
    given = next(
        (
            first[: -len(ending)] + put
            for ending, put in (("kiem", "ek"), ("iem", ""), ("em", ""), ("ą", "a"), ("ou", "a"))
            if first.endswith(ending) and folded(first[: -len(ending)] + put) in GIVEN
        ),
        None,
    )
    if given is None:
        return name
    for ending, put in (
        ("skim", "ski"),
        ("ckim", "cki"),
        ("kiem", "k"),
        ("giem", "g"),
        ("iem", ""),
        ("em", ""),
        ("ovou", "ová"),
        ("skou", "ská"),
        ("ską", "ska"),
        ("cką", "cka"),
        ("ą", "a"),
        ("ým", "ý"),
        ("ym", "y"),
    ):
        if last.endswith(ending) and len(last) > len(ending) + 1:
            return f"{given} {last[: -len(ending)]}{put}"
    return f"{given} {last}"


_BY_POLISH = re.compile(
    r"(?P<first>\w{3,})em (?P<last>[\w-]+(?:sk|ck|dzk)i)m|(?P<her>\w{3,})ą (?P<hers>[\w-]+(?:sk|ck|dzk))ą"
)


def nominative(name: str) -> str:
    """ "Marcinem Lewandowskim" is Marcin Lewandowski."""
    match = _BY_POLISH.fullmatch(name)
    if match is None:
        return _undeclined(name)
    if match["her"]:
        return f"{match['her']}a {match['hers']}a"
    return f"{match['first']} {match['last']}"
