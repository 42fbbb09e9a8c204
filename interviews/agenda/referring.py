"""Whom and which meetings a sentence means that changes a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda.blocks import Block
from interviews.agenda.changes import is_same
from interviews.agenda.directory import Directory
from interviews.agenda.drafting import members, persons
from interviews.agenda.kinds import hits
from interviews.agenda.names import find
from interviews.agenda.people import Reader
from interviews.agenda.phrases import plain_words
from interviews.agenda.times import Span
from interviews.agenda.vocabulary import corrections as words
from interviews.agenda.vocabulary.topics import TOPICS

_OF = re.compile(r"\b(?:of|for|de|fur|für|van|del|della|di|do|da|av|af)\s$")

_COMMON = frozenset(
    [
        "with",
        "from",
        "your",
        "will",
        "have",
        "that",
        "this",
        "instead",
        "slot",
        "conversation",
        "meeting",
        "interview",
        "gesprach",
        "entretien",
        "gesprek",
        "entrevista",
        "colloquio",
        "entrevista",
        "samtal",
        "programma",
        "morgen",
        "takes",
        "over",
        "same",
        "office",
    ]
)

INSTEAD_OF = re.compile(
    rf"(?<![\w-])(?:{'|'.join(words.INSTEAD_OF)})\s*(?:(?:dem|der|den|the|la|le|el|il|de|l'|our|unser\w*)\s)?$"
)

_AWAY = re.compile(rf"(?<![\w-])(?:{'|'.join(words.AWAY)})")


def _is_like(word: str, other: str) -> bool:
    """Whether two words are one, inflected or in a compound: "avslut" and "avslutar"."""
    short, long = sorted((word, other), key=len)
    if short == long:
        return True
    return (len(short) >= 5 and long.startswith(short)) or (
        len(short) >= 6 and long.endswith(short)
    )


def _is_same(name: str, own: str) -> bool:
    """Whether two names are one, maybe declined: "Stein", "Steinem"."""
    if name == own:
        return True
    short, long = sorted((name, own), key=len)
    alone = len(short) >= 4 and " " not in long and len(long) - len(short) <= 3
    return alone and long.startswith(short)


class Referring:
    """The blocks of a list, by what a sentence says of them."""

    def __init__(self, blocks: Sequence[Block], known: Directory) -> None:
        self.blocks = blocks
        self.known = known
        self.people: dict[int, set[str]] = {}  # who the blocks themselves name

    def _names(self, sentence: str) -> list[tuple[str, int, int]]:
        found = []
        for name in find(sentence, self.known.is_known):
            entry = self.known.find(name.name)
            is_doubtful = name.sureness < 2 or bool(_OF.search(sentence[: name.begin]))
            if entry is None and is_doubtful and not self._with([name.name]):
                continue
            if self.known.is_candidate(name.name):
                continue
            found.append((entry.name if entry else name.name, name.begin, name.finish))
        found += [
            (self.known.initials[match[0]].name, match.start(), match.end())
            for match in re.finditer(r"(?<![\w-])[A-ZÀ-Þ]{2,5}(?![\w-])", sentence)
            if match[0] in self.known.initials
        ]
        return sorted(found, key=lambda one: one[1])

    def _is_away(self, plain: str, begin: int, finish: int) -> bool:
        if INSTEAD_OF.search(plain[max(0, begin - 30) : begin]):
            return True
        after = re.split(
            r"[.;]|,\s(?=[^,]{0,40}\b(?:takes|ubernimmt|cubre|neemt|so|also|c'est)\b)",
            plain[finish : finish + 90],
        )[0]
        match = _AWAY.search(after)
        return bool(match) and match is not None and match.start() < 60

    def _people_of(self, block: Block) -> set[str]:
        if id(block) not in self.people:
            people = persons(Reader(self.known).read(block).people, self.known, with_gone=True)
            people += members(block, people, self.known)
            self.people[id(block)] = {person.name for person in people}
        return self.people[id(block)] - block.without | set(block.joined_by)

    def _with(self, names: Sequence[str]) -> list[Block]:
        return [
            block
            for block in self.blocks
            if not block.is_off
            and any(_is_same(name, own) for name in names for own in self._people_of(block))
        ]

    def _at(self, spans: Sequence[Span]) -> list[Block]:
        """The blocks that begin at one of the times."""
        return [
            block
            for block in self.blocks
            if any(is_same(block.span.start, span.start) for span in spans) and not block.is_off
        ]

    def _by_topic(self, sentence: str) -> list[Block]:
        """The blocks whose topic the sentence names."""
        said = {word for word in plain_words(sentence) if len(word) >= 4 or word == "cto"}
        kinds = {name for _, name, _ in hits(sentence)} - {
            "other",
            "welcome",
            "technical",
            "panel",
            "hr",
        }
        best: list[Block] = []
        most = 0.0
        texts = [set(plain_words(block.text)) for block in self.blocks]
        for block in self.blocks:
            own = {word for word in plain_words(block.text) if len(word) >= 4 or word == "cto"}
            shared = {word for word in own - _COMMON if any(_is_like(word, one) for one in said)}
            score = sum(1.0 if word not in TOPICS else 0.8 for word in shared)
            # What only this block is called counts for a little more.
            score += (
                0.1
                * sum(sum(word in text for text in texts) == 1 for word in shared)
                * (score >= 0.8)
            )
            score += 0.9 * bool(kinds & {name for _, name, _ in hits(block.text)[:1]})
            if score > most:
                most, best = score, [block]
        return best if most >= 0.8 else []

    def _referred(self, sentence: str, spans: Sequence[Span], names: Sequence[str]) -> list[Block]:
        found = self._at(spans)
        if not found and names:
            found = self._with(names)
            narrowed = [block for block in found if block in self._by_topic(sentence)]
            found = narrowed or found
        return found or self._by_topic(sentence)

    def _nearest(self, new: Span) -> list[Block]:
        """The block whose time is nearest to the new one, within the hour."""
        distances = [
            (abs(block.span.start.minutes % 720 - new.start.minutes % 720), number)
            for number, block in enumerate(self.blocks)
            if not block.is_off
        ]
        best = min(distances, default=None)
        return [self.blocks[best[1]]] if best and best[0] <= 60 else []
