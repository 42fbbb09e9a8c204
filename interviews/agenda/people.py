"""One block read: what it is about, who takes part, and where."""

from __future__ import annotations

import re
from collections import deque

from interviews.agenda.blocks import NOTE, PEOPLE, PLACE, TITLE, Block, Piece
from interviews.agenda.calling import Calling
from interviews.agenda.judging import Reading, Seen
from interviews.agenda.kinds import begins_with_activity
from interviews.agenda.names import find
from interviews.agenda.parts import (
    CLOSE,
    COLON,
    COMMA,
    LINE,
    OPEN,
    SLASH,
    STOP,
    Part,
    split,
)
from interviews.agenda.phrases import (
    has_url,
    is_activity,
    is_degree,
    is_job,
    is_note,
    is_place,
)
from interviews.agenda.placing import place_within
from interviews.agenda.plain import folded, squeezed
from interviews.agenda.roles import OF_WHOM, role_between, trailing_role
from interviews.agenda.turning import Found, family_last, put_in_order
from interviews.agenda.vocabulary import people as words
from interviews.agenda.wording import (
    ARTICLE,
    AWAY,
    I_ALONE,
    I_DO,
    LEFT_JOIN,
    ME,
    WITH,
    WITH_ME,
    either,
    is_role_after,
    nominative,
    singular,
)

_PLANNED = re.compile(
    r"\s(?:vorgesehen|geplant|statt|prévue?s?|gepland|plaats|previst[oa]s?|planerat|planlagt|zaplanowan[aey])$"
)


_FOR = re.compile(
    r"^(?:zum|zur|for|to|au|à la|pour le|al|a la|para el|para o|per il|voor|til|till|na)\s+",
    re.IGNORECASE,
)


class Reader(Calling):
    """Reads the pieces of one block, part by part."""

    def read(self, block: Block) -> Reading:
        for piece in block.pieces:
            self.piece(piece)
        return self.made

    def read_text(self, text: str) -> Reading:
        self.piece(Piece(text))
        return self.made

    def piece(self, piece: Piece) -> None:
        self.role = piece.role
        self.place_open, self.titled_by = False, ""
        if piece.role == PLACE:
            self.made.labelled_places.append(piece.text)
        elif piece.role == TITLE:
            self._titles(piece.text)
        elif piece.role == NOTE:
            self._note(piece.text)
        else:
            text = piece.text
            if self.is_list or piece.role == PEOPLE:
                text = family_last(text)
            parts = split(put_in_order(text))
            for index, part in enumerate(parts):
                following = parts[index + 1] if index + 1 < len(parts) else None
                self.part(part, following)

    def _note(self, text: str) -> None:
        if AWAY.search(folded(text)) and self.group:
            self.group[-1].is_away = True
        self.made.notes.append(text)

    def part(self, part: Part, following: Part | None) -> None:
        if part.depth < self.depth or part.mark == LINE:
            self.titled_by = "" if self.titled_by == OPEN or part.mark == LINE else self.titled_by
        self.depth, self.following = part.depth, following
        if part.mark == STOP and self.is_label_open:
            self.role, self.is_label_open = "", False
        if following is not None and following.mark == COLON and self._label(part):
            return
        if part.depth and is_note(part.text):
            if self.role != PLACE and (url := has_url(part.text)):
                self._place(url)
            elif AWAY.search(folded(part.text)) and self.group:
                self.group[-1].is_away = True
            return
        names = self._names(part)
        if (
            names
            and not (self.titled_by == OPEN and part.depth)
            and not self._is_title_of_names(part, names)
        ):
            self._with_names(part, names)
        else:
            self._without_names(part)

    def _label(self, part: Part) -> bool:
        label = words.label_of(part.text)
        if label in ("people", "place", "title", "note"):
            self.role = label if label != "title" else ""
            self.is_label_open = True
            return True
        return False

    # Names ---------------------------------------------------------------------------------

    def _names(self, part: Part) -> list[Found]:
        text = part.text
        found: list[Found] = []
        whole = self._named_by_structure(part)
        if whole is not None:
            return [whole]
        for name in find(text, self.known.is_known):
            before = text[: name.begin]
            if self._is_name(name, before, text[name.finish :], part, found):
                found.append(name)
        return found or self._called(text)

    def _with_names(self, part: Part, names: list[Found]) -> None:
        text = part.text
        if self.known.sender and WITH_ME.search(text) and not self.is_list:
            self._me()
        lead = text[: names[0].begin]
        role = self._lead(lead, part)
        joined = (
            part.mark in (COMMA, SLASH)
            and self.group
            and all(person.title is None for person in self.group)
        )
        group: list[Seen] = list(self.group) if joined and self.titled_by == "" else []
        place = names[0].begin
        for name in names:
            between = text[place : name.begin]
            if name is not names[0]:
                role = role_between(between)
                if role:
                    group = []
            person = self._add(name, role)
            is_first = name is names[0]
            person.is_loosely_titled = is_first and bool(role) and not lead.strip()
            group = [*group, person]
            place = max(name.finish, name.degrees_until)
        self.group, self.titled_by = group, ""
        self.place_open = False
        self._tail(text[place:])

    def _add(self, name: Found, role: str | None) -> Seen:
        person = Seen(nominative(name.name), role, sureness=name.sureness)
        self.made.people.append(person)
        return person

    def _lead(self, lead: str, part: Part) -> str | None:
        """What stands before the first name: a role, and what the line is about."""
        lead = self._title_of_the_one_before(OF_WHOM.sub("", lead).strip())
        if part.mark == COMMA and ARTICLE.fullmatch(lead):
            lead = ""
        place = place_within(lead)
        if place:
            self._place(place[0])
            lead = squeezed(lead[: place[1]] + " " + lead[place[2] :])
        topic, role = lead, None
        with_match = deque(WITH.finditer(lead), maxlen=1)
        if with_match:
            topic = lead[: with_match[0].start()]
            rest = lead[with_match[0].end() :].strip(" ,:")
            rest = re.sub(rf"^(?:{either(words.ARTICLES)})\s+", "", rest, flags=re.IGNORECASE)
            if rest and (is_job(rest) or is_role_after(lead[with_match[0].end() :], rest)):
                role = rest
            elif rest:
                topic = lead
                role = trailing_role(rest)
        elif is_job(lead):
            topic, role = (
                "",
                (lead[0].islower() and trailing_role(lead))
                or re.sub(
                    rf"^(?:{either(words.ARTICLES)}|and|und|et|y|e|en)\s+",
                    "",
                    lead,
                    flags=re.IGNORECASE,
                ),
            )
        else:
            role = trailing_role(lead)
            if role:
                topic = lead[: -len(role)].strip() if lead.endswith(role) else lead
        if not topic and part.mark == COMMA and not lead:
            role = self._role_before_comma()
        topic = LEFT_JOIN.sub("", topic)
        self._topic(topic, part)
        return role

    def _title_of_the_one_before(self, lead: str) -> str:
        """What is left of "Engineer & " before a name when Engineer is what the one before is."""
        joint = LEFT_JOIN.search(lead)
        if joint and self.group and self.group[-1].title is None and is_job(lead[: joint.start()]):
            self.group[-1].title = lead[: joint.start()].strip()
            self.group = []
            return ""
        return lead

    def _role_before_comma(self) -> str | None:
        """ "… the Headteacher, Mr Osei-Tutu": the role ends what was read before."""
        if not self.made.topics or (self.group and self.group[-1].title is None):
            return None
        before = self.made.topics[-1]
        return trailing_role(before)

    def _tail(self, tail: str) -> None:
        place = place_within(tail)
        if place:
            self._place(place[0])
            self.place_open = True
            tail = tail[: place[1]]
        tail = tail.strip(" ,.")
        if (
            tail
            and is_job(tail)
            and self.group
            and self.group[-1].title is None
            and not re.match(r"(?:will|who|is|as|and|und|et|y|e|en|og|och|plus|sowie)\b", tail)
        ):
            self.group[-1].title = tail
        elif tail and AWAY.search(folded(tail)) and self.group:
            self.group[-1].is_away = True
        elif tail and is_activity(tail):
            self._topic(tail, None)

    # Everything else -------------------------------------------------------------------------

    def _without_names(self, part: Part) -> None:
        text = part.text
        if (
            self.known.sender
            and (ME.search(text) or I_DO.search(text) or I_ALONE.fullmatch(text))
            and not self.is_list
        ):
            self._me()
        initials = self._initials(text)
        if initials:
            for entry_name in initials:
                self.made.people.append(Seen(entry_name))
            self.group, self.titled_by = self.made.people[-len(initials) :], OPEN
            rest = re.sub(r"\b[A-ZÀ-Þ]{2,5}\b", "", text)
            rest = WITH.sub("", rest)
            if re.search(r"\w{4}", rest):
                self._topic(rest.strip(" ,/&+–-"), part)
            return
        if is_degree(text) and self.group:
            return
        if AWAY.search(folded(text)) and self.group and part.mark != LINE:
            self.group[-1].is_away = True
            return
        if self._is_title(part):
            self._title(text, part)
        elif self._is_topic_first(text):
            self._topic_part(part)
        elif self.role == PLACE or self._goes_on_as_place(part) or is_place(text):
            self._place(text, part.mark if self.place_open else "")
            self.place_open = True
        else:
            self._topic_part(part)

    def _is_topic_first(self, text: str) -> bool:
        """Whether a line begins with what is done, though it names a place too: "Lab tour"."""
        made = self.made
        return (
            not (made.topics or made.people or made.places)
            and self.role != PLACE
            and begins_with_activity(_FOR.sub("", text))
        )

    def _title(self, text: str, part: Part) -> None:
        text = re.sub(
            r"^(?:our|the|unser|unsere|notre|nuestro|nuestra|onze|the new|as|als|is|acting as)\s+",
            "",
            text.strip(" ."),
            flags=re.IGNORECASE,
        )
        if self.group[-1].is_loosely_titled:
            self.group[-1].title, self.group[-1].is_loosely_titled = None, False
        if self.group[-1].title is not None:
            for person in self.group:
                if person.title:
                    person.title = f"{person.title}, {text}"
            return
        self.titled_by = part.mark
        waiting = [person for person in self.group if person.title is None]
        single = singular(text, len(waiting))
        if single != text or re.match(
            r"(?:both|beide|tous deux|ambos|entrambi)\b", text, re.IGNORECASE
        ):
            single = re.sub(
                r"^(?:both|beide|tous deux|ambos|entrambi)\s+", "", single, flags=re.IGNORECASE
            )
            for person in waiting:
                person.title = single
            self.group = waiting
        else:
            self.group[-1].title = text
            self.group = self.group[-1:]

    def _goes_on_as_place(self, part: Part) -> bool:
        if not self.place_open or part.mark != COMMA:
            return False
        return (
            bool(re.match(r"\d|[A-ZÀ-Þ]", part.text))
            and not is_activity(part.text)
            and not is_job(part.text)
        )

    def _place(self, text: str, mark: str = "") -> None:
        text = _PLANNED.sub("", text.strip(" .;,"))
        text = (
            re.sub(
                r"^(?:at the|at|in the|in|en la|en el|en|nella|nel|dans la|dans le|dans|au|à la|op de|in de|i|på|na|no|em|w|vid|location|venue|room:|im|in der|@|via|over|on)\s+(?=\S)",
                "",
                text,
                flags=re.IGNORECASE,
            )
            or text
        )
        if not text:
            return
        if mark == COMMA and self.made.places:
            self.made.places[-1] += f", {text}"
        else:
            self.made.places.append(text)

    def _topic_part(self, part: Part) -> None:
        text = part.text
        place = place_within(text)
        if place:
            self._place(place[0])
            self.place_open = True
            text = squeezed(text[: place[1]] + text[place[2] :])
        else:
            self.place_open = False
        if part.mark != COMMA and not part.depth:
            self.group, self.titled_by = [], ""
        if text:
            self._topic(text, part)

    def _topic(self, text: str, part: Part | None) -> None:
        text = re.sub(
            rf"(?:^|\s)(?:{either(words.WITH)})\s*$",
            "",
            text.strip(" ,;:–-/&+"),
            flags=re.IGNORECASE,
        ).strip(" ,;:–-/&+")
        if not text or not re.search(r"\w", text):
            return
        if part is not None and self.made.topics and part.mark in (COMMA, OPEN, CLOSE):
            mark = {OPEN: " (", COMMA: ", "}.get(part.mark, " ")
            self.made.topics[-1] += f"{mark}{text}" + (")" if part.mark == OPEN else "")
        else:
            self.made.topics.append(text)
