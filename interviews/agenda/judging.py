"""Whether a part of a block names somebody, or says what somebody is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from interviews.agenda.blocks import PEOPLE, PLACE
from interviews.agenda.directory import Directory
from interviews.agenda.kinds import is_hr
from interviews.agenda.lengths import minutes_long
from interviews.agenda.names import find
from interviews.agenda.parts import (
    BREAK_IN_CELL,
    CLOSE,
    COMMA,
    DASH,
    LINE,
    OPEN,
    SLASH,
    STOP,
    Part,
)
from interviews.agenda.phrases import (
    SMALL,
    is_activity,
    is_department,
    is_job,
    is_note,
    is_place,
)
from interviews.agenda.plain import folded, squeezed
from interviews.agenda.surnames import NAMED, is_shaped_as_name
from interviews.agenda.tokens import bare, is_vocabulary
from interviews.agenda.turning import Found
from interviews.agenda.vocabulary import people as words
from interviews.agenda.vocabulary.names import FAMILY, GIVEN
from interviews.agenda.wording import (
    ESCORT,
    GERMAN_ARTICLE,
    JOINED,
    LEFT_JOIN,
    MARKED_AFTER,
    MARKER,
    OF_A_GROUP,
    TAKES_PART,
    WITH_END,
    either,
    ends_in_role,
    singular,
)

_NO_TITLE = re.compile(r"(?:and|und|et|y|e|en|og|och|plus|sowie)\s")
_OF_A_TEAM = re.compile(
    r"\b(?:team|afdeling|abteilung|department|equipe|équipe|equipo|equipa|squad|gruppe)\s(?:[A-ZÀ-Þ][\w-]*\s(?:&|and|und|en|et|y|e)\s)?$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?:innen|arzten|beratern|leitern|kollegen|studierenden|doktoranden|mitarbeitern|medewerkers)$"
)
_OF_A_HOUSE = re.compile(r"(?:^|[\s(])The\s$")  # "The Tilted Oar"


@dataclass
class Seen:
    """Somebody seen in the block."""

    name: str
    title: str | None = None
    is_away: bool = False
    sureness: int = 3
    is_loosely_titled: bool = False  # by a role before the comma in front of the name


@dataclass
class Reading:
    """What was made of a block."""

    topics: list[str] = field(default_factory=list)
    people: list[Seen] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    labelled_places: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def topic(self) -> str:
        return squeezed(" ".join(self.topics))


class Judge:
    """What is known while a block is read, and what that makes of its next part."""

    def __init__(self, known: Directory, *, is_list: bool = False) -> None:
        self.known = known
        self.is_list = is_list
        self.made = Reading()
        self.group: list[Seen] = []  # the people named together last, who may yet get a title
        self.titled_by = ""  # the mark before the last title, if it may go on
        self.place_open = False
        self.depth = 0
        self.role = ""
        self.following: Part | None = None
        self.is_label_open = False

    def _is_title_of_names(self, part: Part, names: Sequence[Found]) -> bool:
        """Whether what looks like a name is a piece of a title: "Director of Home Dialysis"."""
        waits = (
            bool(self.group) and self.group[-1].title is None and part.mark in (COMMA, OPEN, DASH)
        )
        doubtful = all(
            name.sureness <= 2 and not name.has_honorific and not self.known.is_known(name.name)
            for name in names
        )
        specialty = part.mark != DASH and is_vocabulary(bare(names[0].name.split()[-1]))
        return (
            waits
            and doubtful
            and (specialty or (is_job(part.text) and is_job(part.text[: names[0].begin])))
        )

    def _is_name(
        self, name: Found, before: str, after: str, part: Part, found: list[Found]
    ) -> bool:
        plain = folded(before)
        if name.sureness <= 2 and not name.has_honorific and _OF_A_TEAM.search(before):
            return False
        if name.sureness <= 2 and _OF_A_HOUSE.search(before) and not name.has_honorific:
            return False
        if name.sureness == 0 or self.role == PLACE or self.known.is_candidate(name.name):
            return False
        if (
            MARKED_AFTER.match(folded(after))
            or ESCORT.search(plain[-40:])
            or MARKER.search(plain[-90:])
            or OF_A_GROUP.match(after)
        ):
            return False
        lead = before[found[-1].finish :] if found else before
        at = self._is_after_at(lead)
        if name.sureness == 3:
            return name.has_honorific or not at or self.known.is_known(name.name)
        is_led = bool(WITH_END.search(lead) or (found and JOINED.match(lead)) or ends_in_role(lead))
        if at or (is_place(part.text) and not is_led):
            return False
        if name.sureness == 2:
            return self._is_likely(name, before, after, part, is_first=not found, is_led=is_led)
        return self._is_single(name, before, after, part, is_first=not found, is_led=is_led)

    def _named_by_structure(self, part: Part) -> Found | None:
        """A name that no list knows, by what stands around it: "Hyejin Park (Director, Product)"."""
        following = self.following
        titled = following is not None and following.mark == OPEN and is_job(following.text)
        if self.role == PLACE or not (titled or self.role == PEOPLE):
            return None
        if not titled and (is_job(part.text) or is_place(part.text) or is_activity(part.text)):
            return None
        match = NAMED.search(part.text) if titled else NAMED.fullmatch(part.text)
        if match is None or not is_shaped_as_name(match["name"]):
            return None
        if self.known.is_candidate(match["name"]) or (
            find(match["name"])[:1] and find(match["name"])[0].sureness >= 2
        ):
            return None
        begin, finish = match.span("name")
        return Found(match["name"], begin, finish, 3)

    def _waits(self) -> bool:
        """Whether somebody was named who may yet get a title."""
        return bool(self.group) and self.group[-1].title is None

    def _is_likely(
        self, name: Found, before: str, after: str, part: Part, *, is_first: bool, is_led: bool
    ) -> bool:
        """Whether two words that look like a name are one."""
        if is_first and self._waits() and part.mark in (COMMA, OPEN) and is_job(before):
            return False
        following = self.following
        if part.mark == OPEN and not is_led and not self.is_list and not (after or before):
            titled = following is not None and following.mark in (COMMA, OPEN, DASH)
            if not (following and titled and is_job(following.text)) and self.role != PEOPLE:
                return is_first and not self.made.people and not self.made.topics
        if is_led or self.role == PEOPLE or self.is_list:
            return True
        titled = following is not None and following.mark in (COMMA, OPEN, DASH)
        if following is not None and titled and not after.strip() and is_job(following.text):
            return True
        if self.known.is_german and is_first and not self.made.people:
            words_of_name = [bare(word) for word in name.name.split()]
            return (
                words_of_name[-1] in FAMILY
                and len(words_of_name) <= 3
                and not before.strip()
                and self._stands_alone("", after)
            )
        return self._stands_alone(before if is_first else "", after)

    def _is_single(
        self, name: Found, before: str, after: str, part: Part, *, is_first: bool, is_led: bool
    ) -> bool:
        """Whether a single word is somebody's name."""
        if self.role == PEOPLE:
            return self._is_single_of_a_list(name, before, after, part, is_first=is_first) or is_led
        if is_vocabulary(bare(name.name)) or (
            self.known.is_german and GERMAN_ARTICLE.search(before)
        ):
            return False
        if _PLURAL.search(folded(name.name)):
            return False  # "mit Assistenzärztinnen"
        if is_led and is_first and before.strip():
            return True
        following = self.following
        if following is not None and following.mark == OPEN and part.text.strip() == name.name:
            return is_job(following.text) or is_department(following.text)
        if is_first and TAKES_PART.match(after) and len(before.split()) <= 6:
            return True
        beside = bool(self.group) and part.mark in (COMMA, SLASH) and bool(JOINED.match(before))
        if beside and self._waits() and not after.strip() and bare(name.name) in GIVEN:
            return True
        if is_first and not (beside and (WITH_END.search(before) or LEFT_JOIN.search(before))):
            return False
        return self._stands_alone("", after) and (is_led or beside)

    def _is_single_of_a_list(
        self, name: Found, before: str, after: str, part: Part, *, is_first: bool
    ) -> bool:
        if is_job(name.name) or not is_first:
            return not is_first and not is_job(name.name) and self._stands_alone("", after)
        titled = self.titled_by != "" and bool(self.group) and self.group[-1].title is not None
        if titled and part.mark in (COMMA, OPEN):
            return False
        if self._waits() and len(self.group[-1].name.split()) > 1 and part.mark in (COMMA, OPEN):
            return False
        return self._stands_alone(before, after)

    def _is_after_at(self, lead: str) -> bool:
        return bool(
            re.search(
                r"(?:^|\s)(?:at|in|at the|in the|@|im|in der|chez|presso|hos|bij)\s*$",
                lead,
                re.IGNORECASE,
            )
        ) and not re.search(r"check\s?-?in$", lead)

    def _stands_alone(self, lead: str, after: str) -> bool:
        lead, after = lead.strip(), after.strip()
        if lead and not (
            WITH_END.search(lead) or LEFT_JOIN.search(lead) or is_job(lead) or JOINED.match(lead)
        ):
            return False
        return (
            not after
            or bool(
                re.match(
                    rf"(?:{either(words.AND)}|[,;(/&+]|{either(words.WITH)})(?!\w)",
                    after,
                    re.IGNORECASE,
                )
            )
            or after[0].islower()
            or is_job(after)
        )

    def _is_title(self, part: Part) -> bool:
        """Whether the part is the title of whoever was named before it, or goes on with it."""
        if not self.group or self.role == PLACE:
            return False
        text, last = part.text, self.group[-1]
        if _NO_TITLE.match(text) and is_job(text) and part.mark == COMMA:
            return False  # "…, and the CEO, Dr Wu"
        if last.is_loosely_titled and part.mark in (COMMA, OPEN) and is_job(text):
            return True
        if last.title is not None:
            goes_on = (
                self.titled_by != ""
                and (part.mark == COMMA or (part.mark == DASH and part.depth > 0))
                and (part.depth > 0 or self.titled_by != OPEN)
            ) or (
                part.mark == OPEN
                and self.titled_by == COMMA
                and (is_department(text) or is_job(text) or self.role == PEOPLE)
            )
            return (
                goes_on
                and self._may_be_title(part)
                and not (is_activity(text) and not is_job(text))
            )
        if is_job(text) or is_department(text):
            return part.mark != STOP
        if part.mark in (COMMA, OPEN, DASH) or (part.mark == LINE and self.role == PEOPLE):
            return self._may_be_title(part) and (
                (text[:1].isupper() and len(text.split()) <= 7)
                or self._is_small_title(part)
                or (part.mark == OPEN and is_hr(text) and len(text.split()) <= 4)
            )
        return False

    def _is_small_title(self, part: Part) -> bool:
        """Whether what stands in small letters beside a name is a title though no list has it: "Lotte Jansen (analist)"."""
        words_of_part = part.text.split()
        if len(words_of_part) > 4 or re.search(r"\d", part.text) or part.mark == DASH:
            return False
        first = bare(words_of_part[0])
        if is_vocabulary(first) or first in SMALL or len(first) < 4:
            return False
        ends = self.following is None or self.following.mark in (LINE, STOP, CLOSE, DASH)
        return part.mark == OPEN or self.role == PEOPLE or (ends and len(words_of_part) <= 2)

    def _may_be_title(self, part: Part) -> bool:
        text = part.text
        if (
            is_note(text)
            or re.search(r"\d{3}", text)
            or _NO_TITLE.match(text)
            or minutes_long(text)
        ):
            return False
        if is_job(text) and (
            part.depth or text[:1].isupper() or self.role == PEOPLE or len(text.split()) <= 6
        ):
            return True
        if (part.mark == OPEN or part.depth) and is_hr(text) and not re.search(r"\d", text):
            return True
        if is_place(text) or is_activity(text):
            return False
        return (
            text[:1].isupper()
            or part.depth > 0
            or (
                len(text.split()) <= 3
                and not re.match(
                    r"(?:and|und|who|which|then|plus|et|the|to|in|at|for|from|will|we|you|durch|von|bis|um|auf|mit|bei|uber|über|nach|about|through|on|over|about|par|pour|sur|dans|door|over|naar|por|para|sobre|en|per|su|om|på|genom|gennem|who'll|ca|etwa|approx|anschliessend|anschließend|danach|then|afterwards)\b",
                    text,
                )
            )
        )

    def _titles(self, text: str) -> None:
        """Titles of a column of their own, for the people of the column before."""
        people = [person for person in self.made.people if person.title is None]
        rows = [row.strip() for row in text.split(BREAK_IN_CELL)]
        if len(rows) == len(people) and len(rows) > 1:
            for person, title in zip(people, rows, strict=True):
                person.title = title or None
            return
        for mark in (
            r"\s*[\n;|¦]\s*",
            r"\s*/\s*",
            r"\s+(?:&|and|und|et|en|y|e|og|och)\s+",
            r",\s*",
        ):
            titles = [title for title in re.split(mark, text.strip()) if title]
            if len(titles) == len(people) and len(titles) > 1:
                for person, title in zip(people, titles, strict=True):
                    person.title = title
                return
        for person in people:
            person.title = singular(text.strip(), len(people)) or None
