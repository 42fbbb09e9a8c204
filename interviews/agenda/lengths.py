"""Lengths of time: how long something takes."""

from __future__ import annotations

import re

from interviews.agenda.plain import same_length_folded
from interviews.agenda.times import LONGEST_LINE, either
from interviews.agenda.vocabulary import clock as words

_NUMBER = rf"\d{{1,3}}(?:[.,]\d)?|{either(list(words.NUMBERS))}"


_LENGTH = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<quarter>{either(list(words.QUARTERS))})|(?P<half>{either(words.HALF_HOUR)})|(?P<more>{either(words.AND_A_HALF)})"
    rf"|(?P<h>\d)\s?(?:h|std\.?|hrs?|hours?)\s?(?P<hm>[0-5]\d)\s?(?:min\w*|m)?"
    rf"|(?P<hours>{_NUMBER})[\s-]?(?:{either(words.HOURS)})(?:\s?(?:and|und|et|,)?\s?(?P<rest>\d\d?)\s?(?:{either(words.MINUTES)}))?"
    rf"|(?P<m>\d\d)m"
    rf"|(?P<minutes>{_NUMBER})[\s-]?(?:{either(words.MINUTES)}))(?!\w)"
)


_MORE = re.compile(
    rf"[^.;\n]{{0,40}}?(?:plus|\+|zuzuglich|zzgl\.?|und|and|et|sowie|suivies? de|puis|gevolgd door|mas|piu|mais|followed by|danach|then|plus de)\s(?:another\s|weitere\s|further\s)?(?P<more>\d{{1,3}})"
    rf"(?:[\s-]?(?:{either(words.MINUTES)})(?!\w)|(?:[^.;\n]{{0,4}}(?:for|fur|pour|voor|para|per|q|fragen|questions|of\b|discussion|de|till|za|di)))"
)


_NO_LENGTH_AFTER = re.compile(
    r"\s?(?:early|before|prior|in advance|ahead|late|walk|drive|away|fruher|vorher|vor\b|zu fuss|fussweg|fahrt|avant|a pied|"
    r"de marche|van tevoren|eerder|lopen|antes|a pie|andando|prima|a piedi|tidigare|fore|later|notice|from\b|wczesniej|przed|ago)"
)


def minutes_long(text: str) -> int | None:
    """How long something takes, if the text says so."""
    plain = same_length_folded(text[:LONGEST_LINE])
    for match in _LENGTH.finditer(plain):
        after = plain[match.end() : match.end() + 60]
        if _NO_LENGTH_AFTER.match(after):
            continue
        if re.search(
            r"(?:first|last|ten|within|every)\s$", plain[max(0, match.start() - 8) : match.start()]
        ):
            continue
        total = _minutes(match)
        more = _MORE.match(after)
        if more:
            total += int(more["more"])
        if 5 <= total <= 12 * 60:
            return total
    return None


def length_places(text: str) -> list[tuple[int, int]]:
    """Where lengths of time stand in the text."""
    return [match.span() for match in _LENGTH.finditer(same_length_folded(text[:LONGEST_LINE]))]


def _number(text: str) -> float:
    return float(words.NUMBERS[text]) if text in words.NUMBERS else float(text.replace(",", "."))


def _minutes(match: re.Match[str]) -> int:
    if match["quarter"]:
        return words.QUARTERS[match["quarter"]]
    if match["half"]:
        return 30
    if match["more"]:
        return 90
    if match["m"]:
        return int(match["m"])
    if match["h"]:
        return int(match["h"]) * 60 + int(match["hm"])
    if match["hours"]:
        return round(_number(match["hours"]) * 60) + int(match["rest"] or 0)
    return round(_number(match["minutes"]))
