"""What sentences change in a list: "the tour moves to 2:15", "Ms X takes his slot", "strike the 11:05"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviews.agenda import prose
from interviews.agenda.blocks import Block, Piece
from interviews.agenda.changes import clauses, set_time, spans_in, used_room
from interviews.agenda.directory import Directory
from interviews.agenda.kinds import hits
from interviews.agenda.people import Reader
from interviews.agenda.placing import place_within
from interviews.agenda.plain import folded, squeezed
from interviews.agenda.referring import INSTEAD_OF, Referring
from interviews.agenda.times import Span
from interviews.agenda.vocabulary import corrections as words

_CANCEL = re.compile(rf"(?<![\w-])(?:{'|'.join(words.CANCEL)})(?![\w-])")
_MOVE = re.compile(rf"(?<![\w-])(?:{'|'.join(words.MOVE)})(?![\w-])")
_TAKE_OVER = re.compile(rf"(?<![\w-])(?:{'|'.join(words.TAKE_OVER)})(?![\w-])")


_MYSELF = re.compile(
    r"\b(?:i'd like to|i will|i'll|i would like to|i want to)\s(?:join|come|attend|sit in)|\bich (?:komme|bin) (?:auch |gern )?(?:dazu|dabei)|\bik (?:sluit|schuif) aan"
)


_JOIN = re.compile(rf"(?<![\w-])(?:{'|'.join(words.JOIN)})(?![\w-])")
_ANY = re.compile(
    rf"(?<![\w-])(?:{'|'.join((*words.CANCEL, *words.MOVE, *words.TAKE_OVER, *words.INSTEAD_OF, *words.AWAY, *words.JOIN, *words.PLACE))})"
)
_SKIP = re.compile(
    r"\b(?:skip|drop|leave (?:this|it) out|cancel this|streichen|weglassen|supprimer|overslaan|laten vervallen|quitar|saltare|hoppa over|spring over)\b"
)
_PLAIN = re.compile(
    rf"(?<![\w-])(?:{'|'.join((*words.CANCEL, *words.TAKE_OVER, *words.AWAY))})(?![\w-])"
)


def is_correction(text: str) -> bool:
    """Whether the text changes what was said before rather than adding to it."""
    plain = folded(text)
    return bool(_PLAIN.search(plain) or _SHIFT.search(plain))


class Corrections(Referring):
    """Applies sentences to the blocks of one agenda."""

    def __init__(self, blocks: Sequence[Block], known: Directory) -> None:
        super().__init__(blocks, known)
        self.last: list[Block] = []
        self.gone: list[str] = []  # said to be away in the sentence before
        self.before: list[str] = []  # named in the sentence before
        self.used = False
        self.added: list[Block] = []

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

    def read(self, text: str, *, is_newer: bool = False) -> bool:
        """Apply what the text says; whether it says anything.

        In a message newer than the list, a time that the list does not have is a new one.
        """
        self.used = False
        for sentence in clauses(text[:4000]):
            if sentence and (_ANY.search(folded(sentence)) or _ADDS.search(folded(sentence))):
                self._sentence(sentence)
            elif self.used and len(sentence.split()) <= 8 and self._follows(sentence):
                continue
            elif is_newer and sentence:
                if not self._at_their_times(sentence, self._names(sentence)):
                    self._shift(sentence)
            else:
                self.gone = []
            named = [name for name, _, _ in self._names(sentence)]
            self.before = [name for name in named if self._with([name])]
        return self.used

    def _sentence(self, sentence: str) -> None:
        plain = folded(sentence)
        names = self._names(sentence)
        away = [name for name, begin, finish in names if self._is_away(plain, begin, finish)]
        others = [name for name, _, _ in names if name not in away]
        spans = spans_in(sentence)
        done = (
            self._at_their_times(sentence, names)
            or self._swap(plain, others, spans)
            or (not away and self._adds(sentence, plain, others, spans))
        )
        if done:
            return
        if away and not others and spans and _SHIFT.search(plain):
            self._move(sentence, plain, spans, away)
        elif gone := away or self._gone_before(plain, others) or self._gone_here(plain, others):
            self._replace(sentence, gone, [name for name in others if name not in gone], spans)
        elif _MOVE.search(plain) and spans:
            self._moves(sentence, plain, spans, names, others)
        elif _CANCEL.search(plain):
            self._cancel(sentence, spans, others)
        elif _JOIN.search(plain) and len(names) >= 1:
            self._join(plain, names)
        elif _TAKE_OVER.search(plain) and others and (spans or self._by_topic(sentence)):
            self._take(sentence, others, spans)
        elif any(self._is_old(plain, span) for span in spans):
            self._shift(sentence)
        else:
            self._place(sentence, spans, others)

    @staticmethod
    def _is_old(plain: str, span: Span) -> bool:
        """Whether the time is told to hold no longer: "not 12:15"."""
        return bool(_OLD.search(plain[max(0, span.begin - 24) : span.begin]))

    def _replace(
        self, sentence: str, away: Sequence[str], others: Sequence[str], spans: Sequence[Span]
    ) -> None:
        affected = self._with(away)
        at = [block for block in self._at(spans) if block in affected]
        if not at and not others:
            at = [block for block in self._by_topic(sentence) if block in affected]
        takes = bool(others) and (
            bool(_TAKE_OVER.search(folded(sentence)))
            or bool(INSTEAD_OF.search(folded(sentence)))
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

    def _gone_before(self, plain: str, others: Sequence[str]) -> list[str]:
        """Whom the sentence before said to be away, or named, if this one says who comes instead."""
        if self.gone and _TAKE_OVER.search(plain):
            return self.gone
        comes = others and _IN_PLACE.search(plain) and not set(others) & set(self.before)
        return self.before if comes else []

    def _gone_here(self, plain: str, others: Sequence[str]) -> list[str]:
        """Of several whom the sentence names those of the list, if somebody new comes instead."""
        new = next((place for place, name in enumerate(others) if not self._with([name])), None)
        return list(others[:new]) if new and _REPLACES.search(plain) else []

    def _moves(
        self,
        sentence: str,
        plain: str,
        spans: Sequence[Span],
        names: Sequence[tuple[str, int, int]],
        others: Sequence[str],
    ) -> None:
        """Apply a new time, and maybe who joins at it."""
        self._move(sentence, plain, spans, others)
        if not self.used:
            self._shift(sentence)
        if _JOIN.search(plain):
            self._join(plain, names)

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
        if len(spans) != 1 or not _ADDS.search(plain) or self._at(spans):
            return False
        happens = [name for _, name, _ in hits(sentence) if name not in ("other", "welcome")]
        if not others and self._by_topic(sentence):
            return False
        if not (others or happens) or self._with(others) or not spans[0].is_sure:
            return False
        text = _ADDS_BEFORE.sub("", sentence[: spans[0].begin]) + " " + sentence[spans[0].finish :]
        self.added.append(Block(spans[0], [Piece(squeezed(text).strip(" ,"))], told=sentence))
        self._note_titles(sentence)
        return True

    def _at_their_times(self, sentence: str, names: Sequence[tuple[str, int, int]]) -> bool:
        """Apply "Marta 10.30-11.15, Jun 11.30-12.30": each block of theirs at the time behind the name."""
        spans = spans_in(sentence)
        pairs = [
            (block, span)
            for name, _, finish in names
            for span in spans
            if re.fullmatch(r"[\s,:=(–-]{0,3}", sentence[finish : span.begin])
            for block in self._with([name])[:1]
        ]
        if len(pairs) < 2 or len({id(block) for block, _ in pairs}) < 2:
            return False
        for block, span in pairs:
            set_time(block, span)
        self.used = True
        return True

    def _swap(self, plain: str, names: Sequence[str], spans: Sequence[Span]) -> bool:
        """Apply "Ana and Bo swap": each at the other's time."""
        if spans or len(names) != 2 or not _SWAP.search(plain):
            return False
        one, other = (self._with([name])[:1] for name in names)
        if not one or not other or one[0] is other[0]:
            return False
        one[0].span, other[0].span = other[0].span, one[0].span
        one[0].end, other[0].end = other[0].end, one[0].end
        self.used = True
        return True

    def _shift(self, sentence: str) -> None:
        """Apply "lunch is consequently from 12:15 to 12:45": what is told has another time in the list."""
        plain = folded(sentence)
        spans = spans_in(sentence)
        new = [span for span in spans if not self._is_old(plain, span)]
        old = [span for span in spans if span not in new]
        if _SEEN.search(plain):
            return
        named = [name for name, _, _ in self._names(sentence) if name != self.known.sender]
        blocks = self._at(old) or self._with(named)[:1] or self._by_topic(sentence)
        if len(new) != 1 or not blocks or self._at(new) or prose.is_no_meeting(plain):
            return
        set_time(blocks[0], new[0])
        self.used = True

    def _follows(self, sentence: str) -> bool:
        """Apply what only adds to a move: "and lunch at 1:15"."""
        spans, blocks = spans_in(sentence), self._by_topic(sentence)
        if len(spans) != 1 or not blocks:
            return False
        set_time(blocks[0], spans[0])
        return True

    def _place(self, sentence: str, spans: Sequence[Span], others: Sequence[str]) -> None:
        place = place_within(sentence)
        if place is None:
            return
        for block in self._referred(sentence[: place[1]] + sentence[place[2] :], spans, others)[:1]:
            block.place = place[0]
            self.used = True


_SEEN = re.compile(
    r"\b(?:last seen|zuletzt online|online now|standup|train|zug|treno|tren|trein)\b"
)
_IN_PLACE = re.compile(
    r"\b(?:in (?:his|her|their) (?:place|stead)|instead|an (?:seiner|ihrer) stelle|stattdessen|a sa place|a leur place|in (?:zijn|haar) plaats|en su lugar|al suo posto|(?:em|no) seu lugar|no lugar (?:dele|dela)|i (?:hans|hennes|hendes) (?:stalle|sted)|i stallet|i stedet)\b"
)
_SWAP = re.compile(
    r"\b(?:swap\w*|trade|change places|tausch\w*|getauscht|echang\w+|permut\w+|wissel\w*|ruil\w*|intercambi\w+|cambian entre|scambi\w+|troc\w+|byter plats|bytter (?:plads|plass)|zamienia\w*)\b"
)
_REPLACES = re.compile(
    rf"{_IN_PLACE.pattern}|\b(?:takes? (?:his|her|their|over)|steps? in|stands? in|fills? in|cover(?:s|ing)|(?:will )?sits? in for|replac\w+|(?:does|do|doing|takes|runs) (?:his|her|their)|ubernimmt|springt ein|vertritt|ersetzt|macht (?:sein|ihr)\w*|"
    r"remplace\w*|prend (?:sa|le)|le relais|fera (?:son|sa)|neemt .{0,60}(?:over|waar)|(?:doet|voert|leidt|pakt) (?:zijn|haar)|vervangt|valt in|cubre|sustituye|reemplaza|hara su|subentra|sostituisce|fara (?:il suo|la sua)|substitui|assume|hoppar in|tar over|ersatter|tar (?:hans|hennes)|"
    r"overtager|overtar|erstatter|traeder ind|zastapi|zastepuje|przejmie)\b"
)
_ADDS = re.compile(
    r"\b(?:added|adding|add|new is|also new|additionally|in addition|zusatzlich|neu dabei|neu hinzu|kommt hinzu|hinzugekommen|ajoute|ajoutons|en plus|s'ajoute|toegevoegd|extra|erbij|anad\w+|agregad\w+|aggiunt\w+|adicion\w+|acrescent\w+|tillkommit|tillagt|tilfojet|dodalismy|doszlo|"
    r"stattdessen|dafur|instead|a la place|in plaats daarvan|en su lugar|a cambio|invece|em vez disso|i stallet|i stedet|zamiast tego)\b"
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
