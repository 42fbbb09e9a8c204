"""Who is who in a text: keys, lists and signatures into a directory; the sender and the candidate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from interviews.agenda.blocks import Block, Piece
from interviews.agenda.directory import Directory, name_words
from interviews.agenda.listing import Entry, is_greeting, is_sign_off
from interviews.agenda.messages import Message
from interviews.agenda.names import find
from interviews.agenda.people import Reader, Reading
from interviews.agenda.phrases import is_activity, is_job, is_place
from interviews.agenda.plain import folded
from interviews.agenda.vocabulary import kinds, mail
from interviews.agenda.vocabulary.labels import LABELS

_KEY = re.compile(
    r"^\W*(?P<initials>[A-ZÀ-Þ]{2,5})\s*(?:=|:|–|-|→|\t|\s{2,}|\||\.{2,})\s*(?P<rest>[A-ZÀ-Þ].{3,})$"
)
_KEY_AFTER = re.compile(
    r"^(?P<rest>[^()\n]{4,80}?)\s*[(\[](?P<initials>[A-ZÀ-Þ]{2,5})[)\]](?P<more>.*)$"
)
_KEYS_IN_LINE = re.compile(
    r"(?:^|[;,(]\s*)(?P<initials>[A-ZÀ-Þ]{2,5})\s*(?:=|:)\s*(?P<rest>[^;=]{3,100}?)(?=\s*(?:;|$|[,)]\s*[A-ZÀ-Þ]{2,5}\s*[=:]))"
)
_GREETING = re.compile(
    rf"^\W*(?:{'|'.join(sorted(mail.GREETINGS, key=len, reverse=True))})\s+(?P<name>.{{2,60}}?)\s*[,!:.–—-]?\s*$",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(
    rf"^\W*(?:.{{0,40}}?\b)?(?P<label>{'|'.join(re.escape(phrase) for phrase in LABELS['candidate'] if len(phrase) > 4)})(?:\s?\([^)]*\))?\s*[:–|\t-]?\s+(?P<name>.{{3,80}})$"
)
_GROUP = re.compile(
    rf"\b(?:{'|'.join(re.escape(phrase.rstrip('*')) for phrase in kinds.PANEL)})\w*"
)


class Knowing:
    """Fills a directory from the lines of a text."""

    def __init__(self) -> None:
        self.known = Directory()

    def candidate(self, messages: Sequence[Message], entries: Iterable[Entry]) -> None:
        """Note whom the agenda is for."""
        for message in messages[:1]:
            for name in find(message.head.get("to", "")):
                if name.sureness >= 1:
                    self.known.add_candidate(name.name)
        for entry in entries:
            text = entry.text.strip()
            for person in greeted(text) or self._labelled(entry):
                self.known.add_candidate(person)

    def _labelled(self, entry: Entry) -> list[str]:
        plain_match = _CANDIDATE.match(folded(entry.text)) if len(entry.text) < 160 else None
        if entry.label == "candidate" and entry.value:
            text = entry.value
        elif plain_match and not entry.spans and len(folded(entry.text)) == len(entry.text):
            text = entry.text[plain_match.start("name") :]
        else:
            return []
        found = [
            name
            for name in find(re.split(r"\s{3,}|\t|\||[(–]|\s-\s", text)[0])
            if name.sureness >= 2
        ]
        return [found[0].name] if found else []

    def sender(self, message: Message, entries: Sequence[Entry]) -> list[int]:
        """Note who signs; the lines of the signature."""
        named = [
            name.name for name in find(_turned(message.head.get("from", ""))) if name.sureness >= 1
        ]
        signed = next(
            (
                place
                for place in range(len(entries) - 1, -1, -1)
                if is_sign_off(entries[place].text)
            ),
            None,
        )
        if signed is None:
            signed = next(
                (
                    place
                    for place, entry in enumerate(entries)
                    if re.match(r"^\s*--\s*$", entry.text)
                ),
                None,
            )
        if signed is None:
            self._set_sender(named, None)
            return []
        return self._signature(entries, signed, named)

    def _signature(self, entries: Sequence[Entry], signed: int, named: list[str]) -> list[int]:
        numbers = [entries[signed].line.number]
        title = None
        for entry in entries[signed + 1 : signed + 14]:
            text = entry.text.strip()
            if entry.leads and entry.spans[0].is_sure:
                break
            numbers.append(entry.line.number)
            cut = re.split(
                r"\s*[|·•]\s*|\s[–—-]\s|,\s",
                re.sub(r"\((?:she|he|they)[^)]*\)|^i\.\s?[AV]\.|gez\.", "", text),
            )
            names = [name for name in find(cut[0]) if name.sureness >= 1]
            if (
                names
                and len(cut[0].split()) <= 6
                and not is_job(cut[0])
                and not is_place(cut[0])
                and len(named) < 6
            ):
                named.append(names[0].name)
                cut = cut[1:]
            if title is None:
                title = next(
                    (piece for piece in cut if is_job(piece) and len(piece.split()) <= 9), None
                )
        self._set_sender(named, title)
        return numbers

    def _set_sender(self, named: list[str], title: str | None) -> None:
        if not named:
            return
        fullest = max(named, key=lambda name: len(name_words(name)))
        first = next((name for name in named if len(name_words(name)) >= 2), fullest)
        sender = fullest if set(name_words(first)) <= set(name_words(fullest)) else first
        self.known.sender = sender
        self.known.add(sender, title, is_listed=True)

    def lists(self, entries: Sequence[Entry], taken: set[int]) -> None:
        """Note everybody named in lines that belong to no block."""
        group: str | None = None
        for entry in entries:
            text = entry.text.strip()
            if entry.line.is_blank:
                continue
            if entry.line.number in taken or is_greeting(text):
                group = None
                continue
            self._keys(text)
            heading = self._group_heading(text)
            people = (
                []
                if entry.spans and entry.leads
                else self._people_of(text, is_list=not entry.is_prose)
            )
            if heading:
                group = heading
            if group and people and (heading or not entry.is_prose):
                self.known.groups.setdefault(group, []).extend(people)
            elif not heading and not people:
                group = None

    def _group_heading(self, text: str) -> str | None:
        head = re.split(r"[:(–]", text)[0]
        if len(head.split()) > 6:
            return None
        match = _GROUP.search(folded(head))
        return match[0] if match else None

    def _keys(self, text: str) -> None:
        for pattern in (_KEY, _KEY_AFTER):
            match = pattern.match(text)
            if match:
                rest = match["rest"] + (match["more"] if pattern is _KEY_AFTER else "")
                self._key(match["initials"], rest)
        for match in _KEYS_IN_LINE.finditer(text[:2000]):
            self._key(match["initials"], match["rest"])

    def _key(self, initials: str, rest: str) -> None:
        reading = read_list(rest, self.known)
        if reading.people:
            person = reading.people[0]
            self.known.add(person.name, person.title, initials=initials, is_listed=True)

    def _people_of(self, text: str, *, is_list: bool) -> list[str]:
        if len(text) > 2000:
            return []
        reading = read_list(text, self.known) if is_list else Reader(self.known).read_text(text)
        names = []
        for person in reading.people:
            if person.is_away:
                self.known.gone.add(tuple(sorted(name_words(person.name))))
                continue
            if (is_list and (person.sureness >= 2 or person.title)) or person.sureness == 3:
                self.known.add(person.name, person.title, is_listed=is_list and bool(person.title))
                names.append(person.name)
        return names

    def from_blocks(self, blocks: Sequence[Block]) -> None:
        """Note everybody whom the blocks themselves name in full."""
        for block in blocks:
            for person in Reader(self.known).read(block).people:
                if person.sureness >= 2:
                    self.known.add(person.name, person.title)


def read_list(text: str, known: Directory) -> Reading:
    """The people of a line of a list: one of them, with title, as a rule."""
    reader = Reader(known, is_list=True)
    reader.piece(Piece(re.sub(r"^\W*(?:\d{1,2}[.)])?\s*", "", text)))
    return reader.made


def greeted(text: str) -> list[str]:
    if len(text) > 90:
        text = text[:90].split(",", maxsplit=1)[0] + ","
    match = _GREETING.match(folded(text))
    if not match:
        return []
    start = match.start("name")
    rest = (
        text[start : match.end("name")]
        if len(folded(text)) == len(text)
        else text.split(maxsplit=1)[-1]
    )
    found = [name for name in find(rest) if name.sureness >= 1]
    if found:
        return [found[0].name]
    word = re.match(r"^([A-ZÀ-Þ][\w'’-]+)\W*$", rest)
    return (
        [word[1]]
        if word
        and folded(word[1])
        not in ("team", "all", "candidate", "colleague", "applicant", "sir", "madam", "everyone")
        else []
    )


def _turned(head: str) -> str:
    """The name of a From line, turned round if it is "Surname, First"."""
    head = re.sub(r"<[^>]*>|\[mailto:[^\]]*\]|\"", "", head).strip()
    match = re.fullmatch(r"([^,]+),\s*([^,(]+)(?:\(.*\))?", head)
    return f"{match[2]} {match[1]}" if match else head


__all__ = ["Knowing", "is_activity", "read_list"]
