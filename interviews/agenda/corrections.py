"""What sentences change in a list: "the tour moves to 2:15", "Ms X takes his slot", "strike the 11:05"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda.blocks import Block, Piece
from interviews.agenda.changes import clauses, is_same, set_time, spans_in, used_room
from interviews.agenda.directory import Directory
from interviews.agenda.drafting import persons
from interviews.agenda.kinds import hits
from interviews.agenda.names import find
from interviews.agenda.people import Reader
from interviews.agenda.phrases import plain_words
from interviews.agenda.placing import place_within
from interviews.agenda.plain import folded
from interviews.agenda.times import Span
from interviews.agenda.vocabulary import corrections as words
from interviews.agenda.vocabulary.topics import TOPICS

_CANCEL = re.compile(rf"(?<![\w-])(?:{'|'.join(words.CANCEL)})(?![\w-])")
_MOVE = re.compile(rf"(?<![\w-])(?:{'|'.join(words.MOVE)})(?![\w-])")
_TAKE_OVER = re.compile(rf"(?<![\w-])(?:{'|'.join(words.TAKE_OVER)})(?![\w-])")
_INSTEAD_OF = re.compile(
    rf"(?<![\w-])(?:{'|'.join(words.INSTEAD_OF)})\s*(?:(?:dem|der|den|the|la|le|el|il|de|l'|our|unser\w*)\s)?$"
)
_AWAY = re.compile(rf"(?<![\w-])(?:{'|'.join(words.AWAY)})")
_JOIN = re.compile(rf"(?<![\w-])(?:{'|'.join(words.JOIN)})(?![\w-])")
_ANY = re.compile(
    rf"(?<![\w-])(?:{'|'.join((*words.CANCEL, *words.MOVE, *words.TAKE_OVER, *words.INSTEAD_OF, *words.AWAY, *words.JOIN, *words.PLACE))})"
)
_LATER = re.compile(
    r"(\d{1,3})\s?(?:min\w*)\s(?:later|spater|plus tard|later|mas tarde|piu tardi|mais tarde|senare|senere|earlier|fruher|plus tot|eerder|antes|prima|tidigare|tidligere)"
)


_OF = re.compile(r"\b(?:of|for|de|fur|für|van|del|della|di|do|da|av|af)\s$")
_SKIP = re.compile(
    r"\b(?:skip|drop|leave (?:this|it) out|cancel this|streichen|weglassen|supprimer|overslaan|laten vervallen|quitar|saltare|hoppa over|spring over)\b"
)
_MYSELF = re.compile(
    r"\b(?:i'd like to|i will|i'll|i would like to|i want to)\s(?:join|come|attend|sit in)|\bich (?:komme|bin) (?:auch |gern )?(?:dazu|dabei)|\bik (?:sluit|schuif) aan"
)


_PLAIN = re.compile(
    rf"(?<![\w-])(?:{'|'.join((*words.CANCEL, *words.TAKE_OVER, *words.AWAY))})(?![\w-])"
)


def is_correction(text: str) -> bool:
    """Whether the text changes what was said before rather than adding to it."""
    plain = folded(text)
    return bool(_PLAIN.search(plain) or _SHIFT.search(plain))


class Corrections:
    """Applies sentences to the blocks of one agenda."""

    def __init__(self, blocks: Sequence[Block], known: Directory) -> None:
        self.blocks = blocks
        self.known = known
        self.last: list[Block] = []
        self.gone: list[str] = []  # said to be away in the sentence before
        self.used = False
        self.added: list[Block] = []
        self.people: dict[int, set[str]] = {}  # who the blocks themselves name

    def reply(self, text: str, block: Block) -> None:
        """Apply an answer written below the line of a block."""
        for sentence in clauses(text[:2000]):
            plain = folded(sentence)
            names = [name for name, _, _ in self._names(sentence)]
            own = self._people_of(block)
            spans = [
                span
                for span in spans_in(sentence)
                if span.end
                or re.search(
                    r"\b(?:at|make it|instead|um|a|alle|om|kl|slot|now|to)\b",
                    plain[max(0, span.begin - 14) : span.start.begin],
                )
            ]
            place = place_within(sentence) or used_room(sentence)
            if _SKIP.search(plain) or (_CANCEL.search(plain) and not names and not spans):
                block.is_off = True
            elif spans and not re.search(
                r"until|bis|minutes|early", plain[: spans[-1].begin][-10:]
            ):
                set_time(block, spans[-1])
            elif (
                names
                and not set(names) <= own
                and (_TAKE_OVER.search(plain) or _JOIN.search(plain))
            ):
                if _TAKE_OVER.search(plain):
                    block.without.update(own)
                block.joined_by += [name for name in names if name not in own]
                self._note_titles(sentence)
            elif self.known.sender and _MYSELF.search(plain):
                block.joined_by.append(self.known.sender)
            elif place:
                block.place = place[0]

    def read(self, text: str) -> bool:
        """Apply what the text says; whether it says anything."""
        self.used = False
        for sentence in clauses(text[:4000]):
            if sentence and _ANY.search(folded(sentence)):
                self._sentence(sentence)
            elif self.used and len(sentence.split()) <= 8 and self._follows(sentence):
                continue
            else:
                self.gone = []
        return self.used

    def _sentence(self, sentence: str) -> None:
        plain = folded(sentence)
        names = self._names(sentence)
        away = [name for name, begin, finish in names if self._is_away(plain, begin, finish)]
        others = [name for name, _, _ in names if name not in away]
        spans = spans_in(sentence)
        if not away and self._adds(sentence, plain, others, spans):
            return
        if away and not others and spans and _SHIFT.search(plain):
            self._move(sentence, plain, spans, away)
        elif away or (self.gone and _TAKE_OVER.search(plain)):
            self._replace(sentence, away or self.gone, others, spans)
        elif _MOVE.search(plain) and spans:
            self._move(sentence, plain, spans, others)
            if _JOIN.search(plain):
                self._join(plain, names)
        elif _CANCEL.search(plain):
            self._cancel(sentence, spans, others)
        elif _JOIN.search(plain) and len(names) >= 1:
            self._join(plain, names)
        elif _TAKE_OVER.search(plain) and others and (spans or self._by_topic(sentence)):
            self._take(sentence, others, spans)
        else:
            self._place(sentence, spans, others)

    # Who and which ---------------------------------------------------------------------------

    def _names(self, sentence: str) -> list[tuple[str, int, int]]:
        found = []
        for name in find(sentence, self.known.is_known):
            entry = self.known.find(name.name)
            if entry is None and (name.sureness < 2 or _OF.search(sentence[: name.begin])):
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
        if _INSTEAD_OF.search(plain[max(0, begin - 30) : begin]):
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
            self.people[id(block)] = {person.name for person in people}
        return self.people[id(block)] - block.without | set(block.joined_by)

    def _with(self, names: Sequence[str]) -> list[Block]:
        return [
            block
            for block in self.blocks
            if not block.is_off and any(name in self._people_of(block) for name in names)
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
        for block in self.blocks:
            own = {word for word in plain_words(block.text) if len(word) >= 4 or word == "cto"}
            shared = said & own - _COMMON
            score = sum(1.0 if word not in TOPICS else 0.8 for word in shared)
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

    # What --------------------------------------------------------------------------------------

    def _replace(
        self, sentence: str, away: Sequence[str], others: Sequence[str], spans: Sequence[Span]
    ) -> None:
        affected = self._with(away)
        at = [block for block in self._at(spans) if block in affected]
        takes = bool(others) and (
            bool(_TAKE_OVER.search(folded(sentence)))
            or bool(_INSTEAD_OF.search(folded(sentence)))
            or re.search("|".join(words.INSTEAD_OF), folded(sentence)) is not None
        )
        if not others or not takes:
            if _CANCEL.search(folded(sentence)) and affected:
                self._off(
                    [block for block in (at or affected) if self._people_of(block) <= set(away)]
                    or at
                )
            for block in at or affected:
                block.without.update(away)
                self.used = True
            self.gone = list(away)
            self.last = list(at or affected)
            return
        for block in at or affected or self.last:
            block.without.update(away)
            block.joined_by += [name for name in others if name not in self._people_of(block)]
            self.used = True
        self._note_titles(sentence)
        self.gone = []

    def _take(self, sentence: str, others: Sequence[str], spans: Sequence[Span]) -> None:
        for block in (self._at(spans) or self._by_topic(sentence))[:1]:
            block.without.update(self._people_of(block))
            block.without.difference_update(others)
            block.joined_by += [name for name in others if name not in block.joined_by]
            self.used = True
        self._note_titles(sentence)

    def _note_titles(self, sentence: str) -> None:
        for seen in Reader(self.known).read_text(sentence).people:
            self.known.add(seen.name, seen.title)

    def _join(self, plain: str, names: Sequence[tuple[str, int, int]]) -> None:
        match = _JOIN.search(plain)
        if match is None:
            return
        before = [name for name, begin, _ in names if begin < match.start()]
        after = [name for name, begin, _ in names if begin > match.start()]
        old, new = (before, after) if after and self._with(before) else (after, before)
        for block in (self._with(old) if old else self._by_topic(plain))[:1] or self.last[:1]:
            block.joined_by += [name for name in new if name not in self._people_of(block)]
            self.used = True

    def _cancel(self, sentence: str, spans: Sequence[Span], others: Sequence[str]) -> None:
        self._off(self._referred(sentence, spans, others)[:1])

    def _off(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            block.is_off = True
            self.used = True

    def _move(
        self, sentence: str, plain: str, spans: Sequence[Span], others: Sequence[str]
    ) -> None:
        match = _MOVE.search(plain)
        assert match is not None
        after = [
            span
            for span in spans
            if span.begin >= match.start()
            and not _OLD.search(plain[max(0, span.begin - 24) : span.begin])
        ]
        new = after[0] if after else spans[-1]
        old = [span for span in spans if span is not new]
        found = self._at(old) if old else []
        if not found:
            found = (
                (self._with(others) if others else [])
                or self._by_topic(plain[: match.start()])
                or self._by_topic(sentence)
            )
            narrowed = [block for block in found if block in self._by_topic(sentence)]
            found = narrowed or found
        if not found and len(sentence.split()) < 9:
            found = self._nearest(new)
        for block in found[:1]:
            set_time(block, new)
            self.last = [block]
            self.used = True
            place = place_within(sentence[new.finish :])
            if place:
                block.place = place[0]

    def _adds(
        self, sentence: str, plain: str, others: Sequence[str], spans: Sequence[Span]
    ) -> bool:
        """Note a meeting that the list did not have: "Instead, at 11:15 you talk to Ana Sol"."""
        if len(spans) != 1 or not others or not _ADDS.search(plain) or self._at(spans):
            return False
        if self._with(others) or not spans[0].is_sure:
            return False
        text = _ADDS_BEFORE.sub("", sentence[: spans[0].begin]) + " " + sentence[spans[0].finish :]
        self.added.append(Block(spans[0], [Piece(text.strip(" ,"))]))
        self._note_titles(sentence)
        return True

    def _follows(self, sentence: str) -> bool:
        """Apply what only adds to a move: "and lunch at 1:15"."""
        spans, blocks = spans_in(sentence), self._by_topic(sentence)
        if len(spans) != 1 or not blocks:
            return False
        set_time(blocks[0], spans[0])
        return True

    def _nearest(self, new: Span) -> list[Block]:
        """The block whose time is nearest to the new one, within the hour."""
        distances = [
            (abs(block.span.start.minutes % 720 - new.start.minutes % 720), number)
            for number, block in enumerate(self.blocks)
            if not block.is_off
        ]
        best = min(distances, default=None)
        return [self.blocks[best[1]]] if best and best[0] <= 60 else []

    def _place(self, sentence: str, spans: Sequence[Span], others: Sequence[str]) -> None:
        place = place_within(sentence)
        if place is None:
            return
        for block in self._referred(sentence[: place[1]] + sentence[place[2] :], spans, others)[:1]:
            block.place = place[0]
            self.used = True


_ADDS = re.compile(
    r"\b(?:stattdessen|dafur|instead|a la place|in plaats daarvan|en su lugar|a cambio|invece|em vez disso|i stallet|i stedet|zamiast tego)\b"
)
_ADDS_BEFORE = re.compile(
    r"(?:stattdessen|dafür|instead|à la place|in plaats daarvan|en su lugar|a cambio|invece|em vez disso|i stället|i stedet|zamiast tego)[,\s]*",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    r"\b(?:pasamos|movemos|cambiamos|we(?:'ve|'ll| have| will)? moved?|moved (?:him|her|them|it)|verschieben|verlegen|decal\w+|deplac\w+|verzetten|spostiamo|passamos|flytt\w+|can only|kann nur|kann erst|ne peut que|solo puede|kan alleen|puo solo|so pode)\b"
)
_OLD = re.compile(
    r"(?:instead of|rather than|anstatt|statt|not|from|von|de|van|au lieu de|en lugar de|invece delle|in plaats van|em vez de)\s(?:las\s|um\s)?$"
)
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
