"""Places named in the midst of a text: "at the Copper Ladle", "im Hörsaal 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda.names import find
from interviews.agenda.phrases import (
    SMALL,
    URL,
    is_activity,
    is_activity_word,
    is_department,
    is_job,
    is_place,
    is_place_word,
    plain_words,
)
from interviews.agenda.plain import folded, remembered
from interviews.agenda.tokens import bare, is_vocabulary
from interviews.agenda.vocabulary.places import PREPOSITIONS

_AT = re.compile(
    rf"(?:^|(?<=[\s,;–—-]))(?:{'|'.join(re.escape(phrase) for phrase in PREPOSITIONS if phrase != '@')})(?=\s)\s+|@\s*",
    re.IGNORECASE,
)


@remembered
def place_within(text: str) -> tuple[str, int, int] | None:
    """A place named in the midst of the text after "at", "im" or the like, and where it stands."""
    url = URL.search(text)
    if url:
        return url[0].rstrip(".,;)>]"), url.start(), url.end()
    for match in _AT.finditer(text):
        rest = text[match.end() :]
        place = _until_the_end_of_the_place(rest)
        if place and _is_place_after_at(place, folded(match[0]).strip()):
            return place, match.start(), match.end() + rest.index(place) + len(place)
    return None


_ENDS_PLACE = re.compile(
    r"\s(?:with|w/|mit|avec|met|con|com|med|z|and|und|et|for|to|from|where|before|by|until|für|pour|para|per|om|um|at|à|uur|who|which|hosted|led|followed|then|dann|puis|luego|poi)\s|[;!?|\t\n]|\.\s|\s[–—-]\s|,\s(?=and\b|then\b|where\b|who\b|which\b)"
)


_ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "our",
        "my",
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "unser",
        "unsere",
        "unserem",
        "unseren",
        "unserer",
        "la",
        "le",
        "les",
        "l'",
        "notre",
        "nos",
        "het",
        "de",
        "onze",
        "el",
        "los",
        "las",
        "nuestra",
        "nuestro",
        "il",
        "lo",
        "gli",
        "i",
        "o",
        "os",
        "as",
        "nossa",
        "nosso",
        "det",
        "den",
        "vart",
        "var",
        "vores",
    ]
)


_GOES_WITH_A_PLACE = frozenset(
    [
        "downstairs",
        "upstairs",
        "oben",
        "unten",
        "nebenan",
        "s/n",
        "nord",
        "sud",
        "ost",
        "west",
        "left",
        "right",
        "rechts",
        "links",
        "opposite",
    ]
)


def _until_the_end_of_the_place(rest: str) -> str:
    """As far as the words go on naming the place: "Hörsaal 3 des Lise-Baum-Gebäudes" of a sentence."""
    match = _ENDS_PLACE.search(rest)
    rest = rest[: match.start()] if match else rest
    pieces = list(re.finditer(r"\S+", rest[:160]))
    begin = 0
    while begin < len(pieces) - 1 and folded(pieces[begin][0]) in _ARTICLES and begin < 2:
        begin += 1
    last = begin - 1
    for place in range(begin, len(pieces)):
        if not _names_a_place(pieces, place, has_head=last >= begin):
            break
        if folded(pieces[place][0]).strip(",.") not in SMALL:
            last = place
    if last < begin:
        return ""
    return rest[pieces[begin].start() : pieces[last].end()].strip(" .,")


def _names_a_place(pieces: Sequence[re.Match[str]], place: int, *, has_head: bool) -> bool:
    word = pieces[place][0].strip("(\"'“„«’,.)")
    plain = bare(word)
    if not word or word[0].isupper() or word[0].isdigit() or is_place_word(plain):
        return True
    if plain in _GOES_WITH_A_PLACE or word[:2].lower() in ("d'", "l'", "d’", "l’"):
        return True
    near = [
        bare(piece[0].strip("(),.")) for piece in pieces[place + 1 : place + (2 if has_head else 3)]
    ]
    if plain in SMALL:
        following = pieces[place + 1][0] if place + 1 < len(pieces) else ""
        return (
            following[:1].isupper()
            or following[:1].isdigit()
            or any(is_place_word(other) for other in near)
            or (has_head and folded(following) in SMALL)
        )
    return not has_head and any(is_place_word(other) for other in near)


def _is_place_after_at(place: str, preposition: str) -> bool:
    words = plain_words(place)
    if not words or len(words) > 9:
        return False
    if place[0] in '"“„«' and place[-1:] in '"”“»' and not is_activity(place):
        return preposition in (
            "at",
            "at the",
            "in",
            "in the",
            "im",
            "in der",
            "@",
            "au",
            "à",
            "a",
            "en",
            "en el",
            "bij",
            "in het",
            "no",
            "na",
            "på",
            "pa",
            "chez",
            "presso",
            "da",
        )
    if not (
        place[0].isupper() or place[0].isdigit() or any(is_place_word(word) for word in words[:2])
    ):
        return False
    names = find(place)
    if any(name.has_honorific for name in names) and not any(is_place_word(word) for word in words):
        return False
    if is_place(place) or (
        any(is_place_word(word) for word in words) and not is_activity_word(words[0])
    ):
        return not is_job(place) or is_place_word(words[-1])
    first = place.split(maxsplit=1)[0]
    if preposition == "på":
        preposition = "pa"
    if not first[:1].isupper() or is_activity(place) or is_job(place) or is_department(place):
        return False
    if any(name.sureness == 3 for name in names) or is_vocabulary(words[0]):
        return False
    return preposition in (
        "at",
        "at the",
        "@",
        "im",
        "chez",
        "presso",
        "in the",
        "bij",
        "hos",
        "no",
        "na",
        "in",
        "bei",
        "a",
        "en",
        "in der",
        "in het",
        "pa",
        "op",
        "i",
        "en el",
        "en la",
        "au",
    )
