"""Who is who in a text: keys, lists and signatures into a directory; the sender and the candidate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from interviews.agenda import bodies, times
from interviews.agenda.blocks import Block, Piece
from interviews.agenda.directory import Directory, name_words
from interviews.agenda.entries import Entry, is_greeting, is_sign_off
from interviews.agenda.judging import Reading
from interviews.agenda.messages import Message
from interviews.agenda.names import find
from interviews.agenda.parts import sentences
from interviews.agenda.people import Reader
from interviews.agenda.phrases import is_activity, is_department, is_job, is_place
from interviews.agenda.plain import folded, same_length_folded
from interviews.agenda.plain import words as plain_words_of
from interviews.agenda.signing import greeted, last_name, turned_sender
from interviews.agenda.vocabulary.labels import LABELS
from interviews.agenda.wording import AWAY

_KEY = re.compile(
    r"^\W*(?P<initials>[A-ZÀ-Þ]{2,5})\s*(?:=|:|–|-|→|\t|\s{2,}|\||\.{2,})\s*(?P<rest>[A-ZÀ-Þ].{3,}|me|myself|ich|moi|ik|yo|io|eu|jag|jeg)$"
)
_KEY_AFTER = re.compile(
    r"^(?P<rest>[^()\n]{4,80}?)\s*[(\[](?P<initials>[A-ZÀ-Þ]{2,5})[)\]](?P<more>.*)$"
)
_KEYS_IN_LINE = re.compile(
    r"(?:^|[;,(]\s*|\s{2,})(?P<initials>[A-ZÀ-Þ]{2,5})\s*(?:=|:)\s*(?P<rest>[^;=]{3,100}?)(?=\s*(?:;|$|[,)]\s*[A-ZÀ-Þ]{2,5}\s*[=:]))"
)
_ALIAS = re.compile(
    r"\b(?P<alias>[A-ZÀ-Þ][a-zà-ÿ'-]{1,12})(?:\s(?:btw|übrigens|overigens|au fait))?\s*=\s*(?P<rest>[A-ZÀ-Þ][^=;\n]{4,60})"
)
_ID = re.compile(
    r"(?:[^\W\d_]{2,}\s?(?:=|→|:)\s?(?P<id>[A-Z]{1,2}\d{0,2}|\d{1,2})(?=\s|$|[.,;)]))"
    r"|(?:you are|you're|sie sind|vous etes|vous êtes|je bent|u bent|usted es|eres|lei e|lei è|voce e|você é|du ar|du är|your (?:row|column|line)\W{1,3}|ihre (?:zeile|spalte)\W{1,3}|votre (?:ligne|colonne)\W{1,3}|(?:uw|jouw) (?:rij|kolom)\W{1,3}|(?:su|tu) (?:fila|columna)\W{1,3})\s?(?:our\s)?(?P<named>(?:candidate|kandidat(?:in)?|bewerber(?:in)?|candidat|candidato|kandidaat|teilnehmer(?:in)?)\s(?:nr\.?\s|no\.?\s|n[°º]\s|#)?\w{1,3}|[A-Z]{1,2}\d{0,2})\b",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(
    rf"^\W*(?:.{{0,40}}?\b)?(?P<label>{'|'.join(re.escape(phrase) for phrase in LABELS['candidate'] if len(phrase) > 4)})(?:\s?\([^)]*\))?\s*[:–|\t-]?\s+(?P<name>.{{3,80}})$"
)
_CONSISTS = re.compile(
    r"\b(?:consists? of|is made up of|are|members?(?: are)?|comprises|made up of|includes|besteht aus|bestehend aus|gehoren|mitglieder|sind|setzt sich|compose de|composee? de|se compose|est constitue|membres|sont|bestaat uit|zitten|leden|bestaande uit|zijn|"
    r"formad[oa] por|integrad[oa] por|compuest[oa] por|se compone|miembros|lo forman|compost[oa] da|e formata da|membri|formad[oa] por|compost[oa] por|constituid[oa] por|bestar av|bestar af|medlemmar|medlemmer|sklada sie z)\b|[:=]"
)


_YOURS = re.compile(
    r"\b(?:Ms|Mr|Mrs|Miss|Mx|Dr|Prof|Frau|Herr|Mme|Madame|M|Monsieur|Mevr|mevrouw|meneer|Sra|Sr|Dra|Sig|Sig\.ra|Pani|Pan)\.?\s(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2}),?\s(?:yours is|your (?:column|row|line|part) is|you are (?:in )?the|Ihre (?:Spalte|Zeile) ist|la vôtre est|votre colonne est|de uwe is|uw kolom is|la suya es|su columna es|la sua è|a sua é|din är|din er)\b"
)
# "For you, Ms Castellanos, also:" says whom the text is for.
_ADDRESSED = re.compile(
    r"\b(?P<word>(?:fur sie|for you|pour vous|voor u|para usted|para vd|per lei|para si|for dig|for deg|dla pani|dla pana),?)\s"
)
# Ends a line with the members of a group below it.
_WILL_BE = re.compile(
    r"(?:will be|is|are|comprises?(?: of)?|consists? of|includes?|as follows|made up of|besteht aus|gehoren an|sind|setzt sich (?:wie folgt )?zusammen(?: aus)?|est composee? (?:de|comme suit)|se compose (?:de|comme suit)|comprend|bestaat uit|is als volgt samengesteld|zijn|"
    r"estara (?:formad[oa]|compuest[oa]|integrad[oa]) por|esta (?:formad[oa]|compuest[oa]|integrad[oa]) por|la forman|lo forman|(?:e|sara) compost[oa] da|e formata da|(?:e|sera) (?:compost[oa]|constituid[oa]|formad[oa]) por|bestar av|bestar af|utgors av|por si te sirve|fyi|for reference|zur info|a titre d'info|ter info)\W*$"
)


class Knowing:
    """Fills a directory from the lines of a text."""

    def __init__(self) -> None:
        self.known = Directory()
        self.ids: list[str] = []  # what the candidate is called in a grid: "K3", "Candidate B"
        self.others: list[list[str]] = []  # other candidates

    def is_for_others(self, text: str) -> bool:
        """Whether the text names other candidates and not the addressed one."""
        said = set(plain_words_of(text))
        named = [
            other
            for other in self.others
            if other and (set(other) <= said or other[-1] in said or other[0] in said)
        ]
        own = any(set(candidate) & said for candidate in self.known.candidates)
        return bool(named) and not own

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
            addressed = _ADDRESSED.search(same_length_folded(text[:300]))
            if addressed:
                named = find(text[addressed.end("word") : 300])
                if named and named[0].has_honorific and named[0].begin < 3:
                    self.known.add_candidate(named[0].name)
            yours = _YOURS.search(text[:600])
            if yours:
                self.known.add_candidate(yours["name"])
            for match in _ID.finditer(text[:300]):
                self.ids.append((match["id"] or match["named"]).strip())

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

    def speakers(self, speakers: Sequence[str], chosen: int) -> None:
        """Note who speaks in a chat: whoever gives the agenda is "me", of two the other is the candidate."""
        shown = [re.split(r"\s[-–|·(]\s?", speaker)[0] for speaker in speakers]
        names = [next((name.name for name in find(text) if name.sureness), text) for text in shown]
        different = list(dict.fromkeys(name for name in names if name))
        author = names[chosen] if chosen < len(names) else ""
        if len(different) == 2 and author:
            self.known.add_candidate(next(name for name in different if name != author))
        for name in different:
            self.known.add(name, is_listed=True)
        if author:
            self.known.sender = author

    def sender(self, message: Message, entries: Sequence[Entry]) -> list[int]:
        """Note who signs; the lines of the signature."""
        named = [
            name.name
            for name in find(turned_sender(message.head.get("from", "")))
            if name.sureness >= 1
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
            signed = last_name(entries)
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
            if title is None and named and len(numbers) <= 4:
                title = next((piece for piece in cut if is_department(piece)), None)
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
            if entry.is_prose and entry.line.number in taken:
                self._groups_in_sentences(text)
            if entry.line.number in taken or is_greeting(text):
                group = None
                continue
            if self._keys(text) > 1:
                continue  # nothing but keys
            if entry.is_prose or (text.endswith(".") and len(text) > 40):
                self._groups_in_sentences(text)
            heading = self._group_heading(text)
            if heading:
                group = heading
                self.known.groups.setdefault(group, [])
            group = self._without_one(group, heading, text)
            people = [] if entry.spans and entry.leads else self._people_of(entry)
            if group and (heading or not entry.is_prose):
                self._join_group(group, people, text)
            if not heading and not people and not entry.line.text.startswith((" ", "\t")):
                group = None

    def _without_one(self, group: str | None, heading: str | None, text: str) -> str | None:
        """The group, unless the line only tells more of somebody: "Jan Bakker: bridges"."""
        ends = group and not heading and self.known.groups[group] and bodies.OF_ONE.match(text)
        return None if ends else group

    def _join_group(self, group: str, people: Sequence[str], text: str) -> None:
        members = self.known.groups[group]
        members += [name for name in people if name not in members]
        sender = self.known.sender
        if (
            sender
            and sender not in members
            and re.search(
                r"(?:\band|&|,|\bund|\bet|\by|\ben|\be|\boch|\bog)\s(?:me|myself|i|ich|moi|yo|ik|io|eu|jag|jeg)\b(?!\s)",
                folded(text),
            )
        ):
            members.append(sender)

    def _groups_in_sentences(self, text: str) -> None:
        """ "De selectiecommissie bestaat uit …": a group told in a sentence."""
        for sentence in sentences(text):
            plain = folded(sentence)
            match = _CONSISTS.search(plain)
            group = bodies.NAMED.search(plain)
            if match is None or group is None:
                continue
            people = [
                seen.name
                for seen in Reader(self.known).read_text(sentence).people
                if not seen.is_away
            ]
            names = [entry.name if (entry := self.known.find(name)) else name for name in people]
            called = bodies.called(sentence, group)
            known = self.known.groups.setdefault(called, [])
            self._join_group(called, names, sentence)
            for seen in Reader(self.known).read_text(sentence).people:
                self.known.add(seen.name, seen.title, is_listed=True)
            if not known:
                del self.known.groups[called]

    def _group_heading(self, text: str) -> str | None:
        text = sentences(text)[-1].strip() if text.endswith(":") else text
        head = re.split(r"[:(=–]", text)[0]
        plain = folded(head).strip(" *#_")
        if (
            _WILL_BE.search(plain)
            and len(head.split()) <= 14
            and head.strip(" :") == text.strip(" :")
        ):
            match = bodies.NAMED.search(plain)
            if match and not times.spans(text):
                return match[0]
        members = re.match(
            r"(?:the\s)?(?:members|composition|mitglieder|zusammensetzung|membres|leden|samenstelling|miembros|composicion|membri|composizione|membros|composicao|medlemmar|medlemmer|sklad)\b",
            plain,
        )
        if len(head.split()) > 8 or (head == text and len(head.split()) > 4 and not members):
            return None
        match = bodies.last(plain)
        if match is None or times.spans(text):
            return None
        return bodies.called(head.strip(" *#_"), match)

    def _keys(self, text: str) -> int:
        """Note whose initials the line explains; how many it does one after another."""
        for pattern in (_KEY, _KEY_AFTER):
            match = pattern.match(text)
            if match:
                rest = match["rest"] + (match["more"] if pattern is _KEY_AFTER else "")
                self._key(match["initials"], rest)
        keys = list(_KEYS_IN_LINE.finditer(text[:2000]))
        for match in keys:
            self._key(match["initials"], match["rest"])
        for match in _ALIAS.finditer(text[:2000]):
            reading = read_list(match["rest"], self.known)
            if reading.people and len(name_words(reading.people[0].name)) >= 2:
                self.known.add(reading.people[0].name, reading.people[0].title)
                entry = self.known.find(reading.people[0].name)
                if entry is not None:
                    self.known.words.setdefault(folded(match["alias"]), []).append(entry)
        return len(keys)

    def _key(self, initials: str, rest: str) -> None:
        if folded(rest).strip(" .") in (
            "me",
            "myself",
            "ich",
            "moi",
            "ik",
            "yo",
            "io",
            "eu",
            "jag",
            "jeg",
            "ja",
        ):
            entry = self.known.find(self.known.sender or "")
            if entry is not None:
                self.known.initials[initials] = entry
            return
        reading = read_list(rest, self.known)
        if reading.people:
            person = reading.people[0]
            self.known.add(person.name, person.title, initials=initials, is_listed=True)

    def _reading_of(self, entry: Entry, text: str, *, is_list: bool) -> Reading:
        if entry.label == "people" and entry.value:
            reader = Reader(self.known)
            reader.piece(Piece(entry.value, "people"))
            return reader.made
        return read_list(text, self.known) if is_list else Reader(self.known).read_text(text)

    def _people_of(self, entry: Entry) -> list[str]:
        text = entry.text.strip()
        if len(text) > 2000:
            return []
        is_list = not entry.is_prose
        head, colon, rest = text.partition(":")
        away = bool(colon) and len(head) < 70 and bool(AWAY.search(folded(head)))
        if away:
            for name in find(rest):
                self.known.gone.add(tuple(sorted(name_words(name.name))))
            return []
        reading = self._reading_of(entry, text, is_list=is_list)
        if colon and len(reading.people) == 1:
            reading.people[0].title = reading.people[0].title or _post(head)
        names = []
        for person in reading.people:
            if person.is_away:
                self.known.gone.add(tuple(sorted(name_words(person.name))))
                continue
            if (is_list and (person.sureness >= 2 or person.title)) or person.sureness == 3:
                self.known.add(person.name, person.title, is_listed=is_list and bool(person.title))
            entry_of_person = self.known.find(person.name)
            if entry_of_person and person.title and entry_of_person.title is None:
                entry_of_person.title = person.title
            if entry_of_person or person.sureness >= 2:
                names.append(entry_of_person.name if entry_of_person else person.name)
        return names

    def from_blocks(self, blocks: Sequence[Block]) -> None:
        """Note everybody whom the blocks themselves name in full."""
        for block in blocks:
            for person in Reader(self.known).read(block).people:
                if person.sureness >= 2:
                    self.known.add(person.name, person.title)


def _post(label: str) -> str | None:
    """The label if it is a post: "Presidente: Ivo Zambelli"."""
    is_post = is_job(label) and len(label.split()) <= 5 and not is_activity(label)
    return label.strip(" *-•") if is_post else None


def read_list(text: str, known: Directory) -> Reading:
    """The people of a line of a list: one of them, with title, as a rule."""
    reader = Reader(known, is_list=True)
    reader.piece(Piece(re.sub(r"^\W*(?:\d{1,2}[.)])?\s*", "", text)))
    return reader.made


__all__ = ["Knowing", "is_activity", "read_list"]
