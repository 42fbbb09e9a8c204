"""What a meeting that is told in a sentence is called: "folgt ein Gespräch mit dem Betriebsrat" is a "Gespräch"."""

from __future__ import annotations

import re

from interviews.agenda.phrases import SMALL, is_activity_word, plain_words
from interviews.agenda.plain import folded
from interviews.agenda.tokens import bare
from interviews.agenda.vocabulary.jobs import DEPARTMENTS
from interviews.agenda.wording import WITH

MOST_WORDS = 6
_ENDS = re.compile(
    r"[,;:()!?¿¡|–—]|\.(?:\s|$)|\s(?:at|in|im|on|am|um|vor|bei|beim|with|who|which|where|that|before|after|until|dans|au|chez|en|op|aan|bij|no|na|på|hos|ved|and then|und dann|with|vorgesehen|geplant|statt|plaats|prévue?|will|is|are|was|ist|wird|sera|est)(?=\s|$)",
    re.IGNORECASE,
)


def told_title(topic: str) -> str:
    """The words of the sentence that say what is done, or nothing if none do."""
    words = topic.split()
    for place, word in enumerate(words):
        plain = bare(word.strip("(),.;:!?\"'“”„«»¿¡"))
        if not is_activity_word(plain):
            continue
        first = place
        while first > 0 and place - first < 2 and _goes_before(words[first - 1]):
            first -= 1
        rest = " ".join(words[first:]).lstrip("(\"'“„«¿¡")
        match = _ENDS.search(rest, len(words[first]) - 1)
        rest = rest[: match.start()] if match else rest
        with_somebody = WITH.search(rest, 1)
        rest = rest[: with_somebody.start()] if with_somebody else rest
        kept = rest.split()[:MOST_WORDS]
        while len(kept) > 1 and folded(kept[-1]) in SMALL:
            kept.pop()
        return " ".join(kept)
    return ""


def _goes_before(word: str) -> bool:
    """Whether a word before the activity says which: "Lab tour", "system design interview"."""
    plain = "".join(plain_words(word)[:1])
    if not plain or word.endswith((",", ".", ":", ";")) or plain in SMALL:
        return False
    return plain in DEPARTMENTS or is_activity_word(plain) or ("-" in word and word[0].isupper())
