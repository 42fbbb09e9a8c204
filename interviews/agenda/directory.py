"""Everybody whom an agenda names anywhere, to find who "Bao", "VDM", "Dr. Kessel" and "me" are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from interviews.agenda.plain import remembered
from interviews.agenda.tokens import bare, tokens
from interviews.agenda.vocabulary.jobs import DEGREES, HONORIFICS, PARTICLES, SUFFIXES


@dataclass
class Entry:
    name: str
    title: str | None = None
    initials: set[str] = field(default_factory=set)
    is_listed: bool = False  # in a key, a list or a signature rather than in a line of the agenda


@remembered
def name_words(name: str) -> list[str]:
    """The words of a name that tell people apart."""
    words = [word for token in tokens(name) for word in _of_initials(token.text)]
    return [
        word
        for word in words
        if word
        and word not in DEGREES
        and (word not in HONORIFICS or len(word) == 1)
        and word not in SUFFIXES
    ]


def _of_initials(text: str) -> list[str]:
    """The word as it is compared; "P.-L." are two initials."""
    initials = re.fullmatch(r"([^\W\d_])\.-([^\W\d_])\.", text)
    return [bare(letter) for letter in initials.groups()] if initials else [bare(text)]


def _short(word: str) -> str:
    """The first letter of "P.-L.", which may be Phuong-Linh."""
    return word[0] if re.fullmatch(r"[^\W\d_]\.?-[^\W\d_]", word) else word


def short_forms(given: str) -> set[str]:
    """What somebody of the given name may be called."""
    return {short for short, full in _SHORT.items() if given in full}


_SHORT = {
    "alex": {"alexander", "alexandra", "alejandro", "alexandre", "aleksandra", "alejandra"}, "andy": {"andrew", "andreas"}, "ben": {"benjamin", "benedict"}, "beth": {"elizabeth", "bethany"},
    "bill": {"william"}, "will": {"william"}, "bob": {"robert"}, "rob": {"robert"}, "cathy": {"catherine"}, "charlie": {"charles", "charlotte"}, "chris": {"christopher", "christian", "christina", "christine"},
    "dan": {"daniel"}, "dave": {"david"}, "deb": {"deborah"}, "dick": {"richard"}, "ed": {"edward"}, "fred": {"frederick"}, "greg": {"gregory"}, "jen": {"jennifer"}, "jenny": {"jennifer"}, "jim": {"james"}, "joe": {"joseph"},
    "jon": {"jonathan"}, "josh": {"joshua"}, "kate": {"katherine", "catherine", "katharine"}, "kathy": {"kathleen", "katherine"}, "katie": {"katherine"}, "ken": {"kenneth"}, "liz": {"elizabeth"}, "maggie": {"margaret"}, "peggy": {"margaret"},
    "matt": {"matthew"}, "max": {"maximilian"}, "mike": {"michael"}, "nick": {"nicholas", "nicolas"}, "pat": {"patrick", "patricia"}, "pete": {"peter"}, "phil": {"philip", "philippa"}, "ron": {"ronald"}, "sam": {"samuel", "samantha"},
    "steve": {"steven", "stephen"}, "sue": {"susan"}, "ted": {"edward", "theodore"}, "tim": {"timothy"}, "tom": {"thomas"}, "tony": {"anthony"}, "vicky": {"victoria"}, "zach": {"zachary"}, "georgie": {"georgina"}, "nadia": {"nadezhda"},
    "pepe": {"jose"}, "paco": {"francisco"}, "steffi": {"stefanie"}, "uli": {"ulrich", "ulrike"}, "kathi": {"katharina"}, "basti": {"sebastian"}, "manu": {"manuel", "manuela"},
}  # fmt: skip


class Directory:
    """The people of one agenda."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, ...], Entry] = {}
        self.words: dict[str, list[Entry]] = {}
        self.initials: dict[str, Entry] = {}
        self.groups: dict[str, list[str]] = {}
        self.sender: str | None = None
        self.candidates: list[list[str]] = []
        self.gone: set[tuple[str, ...]] = set()
        self.is_german = False  # where every noun has a capital

    def add(
        self,
        name: str,
        title: str | None = None,
        *,
        initials: str | None = None,
        is_listed: bool = False,
    ) -> None:
        """Note somebody; a single word is nobody yet."""
        words = name_words(name)
        if len(
            [word for word in words if len(word) == 1 or word not in PARTICLES]
        ) < 2 or self.is_candidate(name):
            return
        key = tuple(sorted(words))
        entry = self.entries.get(key)
        if entry is None:
            entry = self.entries[key] = Entry(name)
            for word in {*words, *(part for own in words for part in own.split("-"))}:
                self.words.setdefault(word, []).append(entry)
            for short in short_forms(words[0]):
                self.words.setdefault(short, []).append(entry)
        if title and (entry.title is None or (is_listed and not entry.is_listed)):
            entry.title = title
        entry.is_listed = entry.is_listed or is_listed
        if initials:
            entry.initials.add(initials)
            self.initials[initials] = entry

    def find(self, name: str) -> Entry | None:
        """Whoever is meant by the name, if that is plain."""
        words = name_words(name)
        if not words:
            return None
        exact = self.entries.get(tuple(sorted(words)))
        if exact is not None and len(words) > 1:
            return self._longer(exact, words) or self._fuller(exact, words)
        if len(words) == 1 and words[0] not in self.words and 3 <= len(words[0]) <= 6:
            return self._pet_name(words[0])
        lists = [
            self.words.get(word, []) for word in words if not (len(word) == 1 or word in PARTICLES)
        ]
        if not lists:
            return None
        meant = [entry for entry in lists[0] if all(entry in others for others in lists[1:])]
        meant = [entry for entry in meant if _initials_fit(words, name_words(entry.name))]
        return self._one(meant, words)

    def of_initials(self, initials: str) -> Entry | None:
        """Whoever is listed and has the initials, if only one has."""
        found = [
            entry
            for entry in self.entries.values()
            if entry.is_listed
            and "".join(word[0] for word in name_words(entry.name)) == initials.lower()
        ]
        return found[0] if len(found) == 1 else None

    def _pet_name(self, word: str) -> Entry | None:
        """ "Noe" is Noelia, "Tomi" Tomás, if nobody else is."""
        stem = word if len(word) == 3 else word[:-1]
        found = {
            id(entry): entry
            for entry in self.entries.values()
            if name_words(entry.name)[0].startswith(stem[:4])
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _longer(self, exact: Entry, words: list[str]) -> Entry | None:
        """ "Paola Andrea" is "Paola Andrea Quintero" if nobody else is."""
        found = [
            entry
            for entry in self.words.get(max(words, key=len), [])
            if entry is not exact and name_words(entry.name)[: len(words)] == words
        ]
        return found[0] if len(found) == 1 else None

    def _fuller(self, exact: Entry, words: list[str]) -> Entry:
        """ "J. Park" is "Ji-ho Park" if nobody else fits."""
        if not any(len(word) == 1 for word in words):
            return exact
        others = [
            entry
            for entry in self.words.get(max(words, key=len), [])
            if entry is not exact
            and _initials_fit(words, name_words(entry.name))
            and _letters(entry.name) > _letters(exact.name)
        ]
        return (
            others[0]
            if len(others) == 1
            and not any(len(word) == 1 for word in name_words(others[0].name)[:1])
            else exact
        )

    def _one(self, meant: list[Entry], words: list[str]) -> Entry | None:
        meant = [
            entry
            for entry in meant
            if not any(
                _is_short_for(entry.name, other.name) for other in meant if other is not entry
            )
        ]
        if len(meant) > 1 and len(words) == 1:
            given = [entry for entry in meant if name_words(entry.name)[0] == words[0]]
            surname = [entry for entry in meant if name_words(entry.name)[-1] == words[0]]
            meant = (
                given if len(given) == 1 else surname if len(surname) == 1 and not given else meant
            )
        if len(meant) > 1:
            listed = [entry for entry in meant if entry.is_listed]
            longest = max(meant, key=lambda entry: len(name_words(entry.name)))
            if all(set(name_words(entry.name)) <= set(name_words(longest.name)) for entry in meant):
                return longest
            meant = listed if len(listed) == 1 else []
        return meant[0] if meant else None

    def is_known(self, name: str) -> bool:
        return self.find(name) is not None

    def is_candidate(self, name: str) -> bool:
        """Whether this is whom the agenda is for."""
        words = set(name_words(name))
        if not words:
            return False
        for candidate in self.candidates:
            own = set(candidate)
            if words == own or (len(words) > 1 and len(own) > 1 and (words <= own or own <= words)):
                return True
            if (
                len(words) == 1
                and words <= own
                and not any(words <= set(key) for key in self.entries)
            ):
                return True
        return False

    def add_candidate(self, name: str) -> None:
        words = name_words(name)
        if words and words not in self.candidates:
            self.candidates.append(words)


def _is_short_for(name: str, other: str) -> bool:
    """Whether "U. Stammberger" is "Ulrike Stammberger"."""
    words, own = name_words(name), name_words(other)
    if not any(len(word) == 1 for word in words) or words[-1] != own[-1]:
        return False
    return all(any(full.startswith(word) for full in own) for word in words) and _letters(
        other
    ) > _letters(name)


def _letters(name: str) -> int:
    return sum(len(word) for word in name_words(name))


def _initials_fit(words: list[str], own: list[str]) -> bool:
    """Whether "j park" may be "ji-ho park"."""
    parts = [part for other in own for part in other.split("-")]
    for word in words:
        if len(word) == 1 and not any(part.startswith(word) for part in parts):
            return False
    return True
