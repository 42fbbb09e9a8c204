"""Whom a part of a block means by less than a name: initials, "me", a given name that is a word too."""

from __future__ import annotations

import re

from interviews.agenda.judging import Judge, Seen
from interviews.agenda.tokens import bare, is_vocabulary
from interviews.agenda.turning import Found
from interviews.agenda.wording import (
    WITH_END,
)

_INITIALS_ALONE = re.compile(
    r"(?:[A-ZÀ-Þ]\.?){2,3}(?:\s?(?:[,/&+]|and|und|et|y|e|en|og|och)\s?(?:[A-ZÀ-Þ]\.?){2,3}){0,4}"
)


class Calling(Judge):
    """Finds people of the directory by what they are called."""

    def _called(self, text: str) -> list[Found]:
        """Whoever is called by a given name that is a word too, after "with": "w/ Jun"."""
        for match in re.finditer(r"(?<![\w-])[^\W\d_a-zß-ÿ][\w’'-]+(?![\w-])", text[:300]):
            entries = self.known.words.get(bare(match[0]), [])
            listed = {id(entry): entry for entry in entries}
            if len(listed) != 1 or not is_vocabulary(bare(match[0])):
                continue
            entry = next(iter(listed.values()))
            is_given = bare(entry.name.split()[0]) == bare(match[0])
            if is_given and WITH_END.search(text[: match.start()]):
                return [Found(entry.name, match.start(), match.end(), 3)]
        return []

    def _initials(self, text: str) -> list[str]:
        found = re.findall(r"(?<![\w-])[A-ZÀ-Þ]{2,5}(?![\w-])", text)
        keyed = [self.known.initials[short].name for short in found if short in self.known.initials]
        if not keyed and _INITIALS_ALONE.fullmatch(text.strip()):
            worked_out = [
                self.known.of_initials(short)
                for short in re.findall(r"[^\W\d_]+", text.replace(".", ""))
            ]
            keyed = [entry.name for entry in worked_out if entry is not None]
            keyed = keyed if len(keyed) == len(worked_out) else []
        return keyed

    def _me(self) -> None:
        sender = self.known.sender
        entry = self.known.find(sender) if sender else None
        sender = entry.name if entry else sender
        if sender and not any(person.name == sender for person in self.made.people):
            self.made.people.append(Seen(sender))
