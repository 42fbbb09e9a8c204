"""Blocks into drafts: the people resolved, the kind told, doubts noted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from interviews.agenda.blocks import LENGTH, PEOPLE, Block
from interviews.agenda.directory import Directory, name_words
from interviews.agenda.drafts import MeetingDraft, PersonDraft
from interviews.agenda.judging import Reading, Seen
from interviews.agenda.kinds import hits, is_hr, kind_of
from interviews.agenda.lengths import length_places, minutes_long
from interviews.agenda.people import Reader
from interviews.agenda.phrases import has_url, is_job, is_place
from interviews.agenda.plain import folded, squeezed
from interviews.agenda.telling import told_title
from interviews.agenda.vocabulary.places import PHONE, VIRTUAL

LONGEST_TITLE, LONGEST_PLACE, LONGEST_NAME = 200, 300, 150
_SAME_PLACE = re.compile(
    r"^(?:the )?(?:same|same (?:room|place|link|office|location)(?: as .*)?|as above|as before|ditto|idem|ibid\.?|see above|\"|″|''|-?\s?\"\s?-?|same as (?:above|before|previous)|ebenda|ebd\.?|s\. ?o\.?|siehe oben|gleicher (?:raum|ort)|gleiches (?:zimmer|buro)|selber raum|derselbe raum|wie oben|dort|"
    r"meme (?:salle|lieu|bureau|lien|endroit)|voir ci-dessus|zelfde (?:zaal|ruimte|kamer|locatie|lokaal|link|plek)|dezelfde (?:zaal|ruimte|kamer|locatie|link)|misma (?:sala|aula)|mismo (?:lugar|sitio|despacho|enlace)|stessa (?:sala|aula|stanza)|stesso (?:luogo|posto|ufficio|link)|mesma sala|mesmo (?:local|lugar|link)|samma (?:rum|plats|lokal|lank)|samme (?:sted|rom|lokale|rum|link)|ta sama sala)$"
)
_SAME_WITHIN = re.compile(
    r"\b(?:same (?:room|place|link|location|office|meeting link|zoom(?: link)?|teams link|zoom)|im selben raum|gleicher raum|gleicher link|selber raum|meme salle|meme lieu|meme lien|zelfde (?:zaal|ruimte|kamer|link)|dezelfde (?:zaal|ruimte|kamer)|misma sala|mismo enlace|mismo lugar|stessa sala|stesso link|stessa aula|mesma sala|mesmo link|samma rum|samma lokal|samme lokale|samme rom|samme link|samme sted|samma lank)\b"
)


_OTHER_BODY = re.compile(
    r"(?:pupil|student|stakeholder|patient|community|staff|youth|parent|children|children's|service user|peer|schuler|studierenden|eleves|etudiants|leerlingen|studenten|alumnos|estudiantes|studenti|alunos|elev|elever)s?'?\s$"
)
_AUDIENCE = re.compile(
    r"^(?:all|everyone|all candidates|group [a-z]|alle|alle bewerber|tous|todos|tutti|allen|gruppe [a-z]|\d{1,2})\s(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:\w+(?:kommission|gremium|komitee|commissie|kommitten?|udvalg|utvalg|namnd|rat|ausschuss)|panel|committee|commission|board|jury|kommission|gremium|commissies?|comision|tribunal|comite|commissione|comissao|banca|juri|kommitten?|komite|udvalg|utvalg|namnd|komisja)\b"
)
_GROUP_WITH = re.compile(
    r"\b(?:with|mit|avec|met|con|com|med|vor|devant|before|ante|davanti|perante|infor|foran)\s(?:the|der|dem|le|la|de|el|a|o|den|i)?\s?(?:\w+\s){0,2}(?:panel|committee|commission|board|jury|kommission|commissie|comision|tribunal|comite|commissione|comissao|juri)\b"
)


# Those who took part in the meeting before do so again.
_AS_ABOVE = re.compile(
    r"\b(?:(?:board|panel|committee|interviewers|people|participants|attendees|team) as (?:above|before)|same (?:board|panel|committee|interviewers|people|participants|attendees|group|persons|three|two|four)|"
    r"(?:gleiche|selbe|dieselbe|dieselben|gleichen?) (?:kommission|gremium|personen|teilnehmer\w*|gesprachspartner\w*|runde|interviewer\w*|besetzung)|(?:kommission|teilnehmer|gesprachspartner) (?:wie oben|s\. ?o\.)|wie oben|"
    r"memes? (?:jury|comite|personnes|interlocuteurs|participants|panel)|(?:dezelfde|zelfde) (?:commissie|personen|mensen|gesprekspartners|panel)|mism[oa]s? (?:tribunal|comision|panel|personas|interlocutores|comite)|"
    r"(?:stess[aeio]) (?:commissione|persone|interlocutori|panel)|mesm[oa]s? (?:juri|painel|comissao|pessoas|banca)|samma (?:panel|personer|kommitte|grupp)|samme (?:panel|personer|udvalg|komite)|ta sama komisja|ten sam sklad)\b"
)


_TO_THE_BODY = re.compile(
    r"\b(?:(?:to|before|with|in front of) (?:the|that|this)|(?:vor|mit) (?:der|dem)|an die|(?:a|devant|avec) l[ae]|au|aan de|voor de|met de|(?:a|ante|con) (?:la|el)|al|alla|davanti alla|con la|(?:perante|com) [ao]|a|for|infor|foran|med)\s"
    r"(?:same )?(?:panel\w*|committee|commission|board(?! ?room)|jury\w*|kommission\w*|gremium|commissie|comision|tribunal|comite|commissione|comissao|banca|juri|kommitten?|udvalg\w*|utvalg\w*)\b"
)


def drafts(
    blocks: Sequence[Block], times: Sequence[tuple[dt.time, dt.time | None]], known: Directory
) -> list[MeetingDraft]:
    """A draft for each block, in their order."""
    made: list[MeetingDraft] = []
    places: list[str] = []
    for number, (block, (start, end)) in enumerate(zip(blocks, times, strict=True)):
        reading = Reader(known).read(block)
        is_last = number + 1 == len(blocks) or blocks[number + 1].day != block.day
        draft = _draft(block, reading, start, end, known, places, is_last=is_last)
        if _AS_ABOVE.search(folded(block.text)):
            before = next((one.people for one in reversed(made) if len(one.people) > 1), ())
            more = [one for one in before if one.name not in [own.name for own in draft.people]]
            kind = "panel" if draft.kind == "one_on_one" and more else draft.kind
            draft = replace(draft, people=(*draft.people, *more), kind=kind)
        if not draft.people and _TO_THE_BODY.search(folded(block.text)) and not known.groups:
            together = [
                one.people
                for one, other in zip(made, blocks, strict=False)
                if len(one.people) > 1 and _BODY.search(folded(other.text))
            ]
            if len(together) == 1:
                draft = replace(draft, people=together[0])
        if draft.location:
            places.append(draft.location)
        made.append(draft)
    return made


def _draft(
    block: Block,
    reading: Reading,
    start: dt.time,
    end: dt.time | None,
    known: Directory,
    places: Sequence[str],
    *,
    is_last: bool,
) -> MeetingDraft:
    people = persons(reading.people, known)
    people = _corrected([*people, *members(block, people, known)], block, known)
    topic = _AUDIENCE.sub("", _without_lengths(reading.topic()))
    people = [*people, *_by_role(block, people, known)]
    people = _titled_by(topic, people)
    kind = kind_of(
        topic or "", [person.title for person in people], is_last=is_last, text=block.text
    )
    location = block.place or _location(reading, block.text, places)
    length = minutes_long(
        "\n".join(
            piece.text + (" min" if piece.role == LENGTH and piece.text.strip().isdigit() else "")
            for piece in block.pieces
        )
    )
    if end is None and length:
        moment = dt.datetime.combine(dt.date(2000, 1, 1), start) + dt.timedelta(minutes=length)
        end = moment.time()
    return MeetingDraft(
        date=block.day,
        start=start,
        end=end,
        title=title_of(told_title(topic) if block.told else topic, kind),
        kind=kind,
        location=location,
        people=tuple(people),
        medium=_medium(location),
        lines=tuple(sorted(set(block.lines))),
        doubts=tuple(_doubts(block, reading, topic, kind)),
    )


def persons(
    seen: Sequence[Seen], known: Directory, *, with_gone: bool = False
) -> list[PersonDraft]:
    """The people in full, each once, without the candidate and those who do not come."""
    made: dict[tuple[str, ...], PersonDraft] = {}
    for person in seen:
        entry = known.find(person.name)
        name = entry.name if entry else person.name
        words = tuple(sorted(name_words(name)))
        if person.is_away or not words or known.is_candidate(name):
            continue
        if words in known.gone and not with_gone:
            continue
        title = person.title or (entry.title if entry else None)
        title = squeezed(title).strip(" ,;.-–") if title else None
        before = made.get(words)
        if before is None or (before.title is None and title):
            made[words] = PersonDraft(name[:LONGEST_NAME], title[:LONGEST_TITLE] if title else None)
    return list(made.values())


def _corrected(people: list[PersonDraft], block: Block, known: Directory) -> list[PersonDraft]:
    """The people with those who joined and without those who do not come."""
    without = {tuple(sorted(name_words(name))) for name in block.without}
    kept = [person for person in people if tuple(sorted(name_words(person.name))) not in without]
    joined = persons([Seen(name) for name in block.joined_by], known)
    return kept + [person for person in joined if person.name not in [one.name for one in kept]]


_TOPIC_ROLE = re.compile(
    r"^(?:.{0,60}?\b(?:with|meet|mit|avec|met|con|com|med)\s+)(?:(?:the|our|your|dem|der|unserem|unserer|le|la|l'|de|het|el|il|o|a|den|our new)\s*)?(?P<role>[^\W\d_][\w .&/’'-]{1,40})$",
    re.IGNORECASE,
)


def _titled_by(topic: str, people: list[PersonDraft]) -> list[PersonDraft]:
    """ "Meet the CTO" or "Department Chair" says what the one person there is."""
    if len(people) != 1 or people[0].title is not None:
        return people
    match = _TOPIC_ROLE.match(topic.strip())
    role = match["role"] if match else topic.strip()
    return (
        [replace(people[0], title=role)]
        if role and is_job(role) and len(role.split()) <= 6
        else people
    )


_ACRONYMS = frozenset(
    ["ceo", "cfo", "coo", "cto", "cio", "chro", "cpo", "cmo", "drh", "daf", "dsi", "pdg"]
)


def _by_role(block: Block, people: Sequence[PersonDraft], known: Directory) -> list[PersonDraft]:
    """Whoever is only called by what they are, if one person of the text alone is that: "with the COO"."""
    plain = f" {folded(block.text)} "
    found = []
    for entry in known.entries.values():
        title = re.split(r"[,(;/–-]\s|\s[–-]\s", folded(entry.title or ""))[0].strip()
        if len(title) < 3 or not is_job(title) or known.is_candidate(entry.name):
            continue
        if entry.name in block.without or tuple(sorted(name_words(entry.name))) in known.gone:
            continue
        if any(set(name_words(person.name)) == set(name_words(entry.name)) for person in people):
            continue
        if (title in _ACRONYMS and re.search(rf"\b{title}\b", plain)) or re.search(
            rf"(?:\b(?:with|the|by|our|mit|dem|der|vom|unserem|unserer|avec|le|la|met|de|con|el|il|com|o|a|med|und|and|et|y|e|en)\s|[:–—-]\s|^\s){re.escape(title)}(?!\w|\s[\w-]+\s(?:interview|meeting))",
            plain,
        ):
            found.append((title, entry))
    alone = [entry for title, entry in found if sum(other == title for other, _ in found) == 1]
    titles = {folded(person.title or "") for person in people}
    return persons(
        [
            Seen(entry.name, entry.title)
            for entry in alone
            if not any(folded(entry.title or "x") == title for title in titles)
        ],
        known,
    )


def members(block: Block, people: Sequence[PersonDraft], known: Directory) -> list[PersonDraft]:
    """Who takes part beside the people that the block names, as one of a body that it names."""
    if people and not _names_a_group(block):
        return []
    named = [one.name for one in people]
    return [one for one in _of_a_group(block.text, known) if one.name not in named]


def _names_a_group(block: Block) -> bool:
    """Whether a body takes part beside those who are named."""
    if _GROUP_WITH.search(folded(block.text)):
        return True
    return any(piece.role == PEOPLE and _BODY.search(folded(piece.text)) for piece in block.pieces)


def _of_a_group(topic: str, known: Directory) -> list[PersonDraft]:
    """The members of the groups that the text names."""
    plain = folded(topic)
    named = [
        group
        for group, names in known.groups.items()
        if names and re.search(rf"(?<!\w){re.escape(group)}(?!\s?room)", plain)
    ]
    named = [
        group  # "the Credit Committee" is not the board's
        for group in named
        if not any(group != other and group in other for other in named)
    ]
    body = _BODY.search(plain)
    if (
        not named
        and body
        and not _OTHER_BODY.search(plain[max(0, body.start() - 16) : body.start()])
    ):
        named = [group for group, names in known.groups.items() if len(names) >= 2]
        named = (
            named
            if len(named) == 1
            or re.search(
                r"\b(?:both|beide|beiden|les deux|ambas|ambos|entrambe|ambedue|bada|begge)\b", plain
            )
            else []
        )
    return persons([Seen(name) for group in named for name in known.groups[group]], known)


_EMPTIED = re.compile(
    r"\((?:\s|ca\.?|etwa|about|approx\.?|around|environ|env\.?|circa|ongeveer|cerca de|N\.\s?N\.?|~|,)*\)|(?:,\s)?\b(?:ca|etwa|about|approx|environ|circa)\.?\s*$|\bN\.\s?N\.?\s*$",
    re.IGNORECASE,
)


def title_of(topic: str, kind: str) -> str:
    """The topic, short; or what a meeting of this kind is called."""
    topic = _EMPTIED.sub(" ", topic)
    topic = (
        squeezed(topic).strip(" ,;:–-.()")
        if topic.count("(") != topic.count(")")
        else squeezed(topic).strip(" ,;:–-.")
    )
    if topic:
        topic = topic[0].upper() + topic[1:]
        return (
            topic
            if len(topic) <= LONGEST_TITLE
            else topic[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
        )
    names = {
        "break": "Break",
        "meal": "Meal",
        "travel": "Travel",
        "tour": "Tour",
        "other": "Meeting",
    }
    return names.get(kind, "Interview")


def _without_lengths(topic: str) -> str:
    for begin, finish in reversed(length_places(topic)):
        before, after = topic[:begin].rstrip(), topic[finish:]
        if before.endswith("("):  # "(20 minutes plus questions)" as a whole says how long
            before, after = before[:-1], after.partition(")")[2]
        topic = f"{before} {after.lstrip()}" if after.strip() else before
    return re.sub(r"\(\s*\)", "", topic).strip(" ,;:–-")


def _location(reading: Reading, text: str, places: Sequence[str]) -> str | None:
    found = [
        place
        for place in (
            *reading.labelled_places,
            *([] if reading.labelled_places else reading.places),
        )
        if place.strip(" -–.")
    ]
    found = [
        place
        for place in found
        if not re.fullmatch(r"(?:tbd|tbc|tba|n/?a|-|–|none)\.?", folded(place).strip())
    ]
    if not found:
        if places and _SAME_WITHIN.search(folded(text)):
            return places[-1]
        return None
    made: list[str] = []
    for place in found:
        plain = folded(place).strip(" .()")
        shown = (
            places[-1]
            if places
            and (
                _SAME_PLACE.match(plain)
                or _SAME_WITHIN.fullmatch(plain)
                or plain in ("-do-", "do", "-do", "d°", "dito")
            )
            else squeezed(place).strip(" ,;")
        )
        if shown not in made:
            made.append(shown)
    if not reading.labelled_places:
        made = _one_of_each(made)
    return "; ".join(made)[:LONGEST_PLACE] or None


def _one_of_each(places: Sequence[str]) -> list[str]:
    """A physical place and a virtual one."""
    virtual = [place for place in places if is_virtual(place)]
    physical = [place for place in places if not is_virtual(place)]
    return [*physical[:1], *virtual[:1]]


_PHONE = re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in PHONE)})\b")
_VIRTUAL = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in (*VIRTUAL, *PHONE))})(?!\w)"
)


def is_virtual(place: str) -> bool:
    """Whether the place is a link or a call."""
    return bool(has_url(place)) or bool(_VIRTUAL.search(folded(place)))


def _medium(location: str | None) -> str:
    plain = folded(location or "")
    if has_url(location or "") or any(word in plain for word in VIRTUAL):
        return "video"
    return "phone" if _PHONE.search(plain) else "in_person"


def _doubts(block: Block, reading: Reading, topic: str, kind: str) -> list[str]:
    found = []
    if block.day is None:
        found.append("date")
    if not block.span.is_sure:
        found.append("start")
    if not topic:
        found.append("title")
    if (
        not hits(topic)
        and not any(is_hr(person.title) for person in reading.people)
        and kind == "one_on_one"
        and not reading.people
    ):
        found.append("kind")
    if any(person.sureness < 3 and person.title is None for person in reading.people):
        found.append("people")
    if len(reading.places) > 1 and not reading.labelled_places:
        found.append("location")
    return found


__all__ = ["drafts", "is_place", "is_virtual", "persons", "title_of"]
