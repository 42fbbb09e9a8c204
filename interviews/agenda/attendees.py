"""Who takes part in an event of a calendar: attendees, and people named in what it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from interviews.agenda.blocks import Piece
from interviews.agenda.directory import Directory, name_words
from interviews.agenda.entries import Entry, entry_of
from interviews.agenda.events import Component
from interviews.agenda.judging import Seen
from interviews.agenda.knowing import Knowing, read_list
from interviews.agenda.messages import Line
from interviews.agenda.names import find
from interviews.agenda.people import Reader
from interviews.agenda.plain import folded, squeezed
from interviews.agenda.signing import greeted

_RESOURCE = re.compile(
    r"\b(?:room|conf|raum|salle|sala|zaal|resource|calendar|kalender|noreply|no-reply|do-not-reply|recruiting|recruitment|scheduling|talent|hr team|interviews?|careers|team|bot)\b|^conf-|@resource\.",
    re.IGNORECASE,
)

_CANDIDATE = r"(?:candidat(?:e|o|a)?|candidate|kandidat(?:in)?|bewerber(?:in)?|kandidaat|applicant|aspirante)\s?:?\s*"


def without_candidates(summary: str, known: Directory) -> str:
    """The summary of an event without whom it is about."""
    text = summary
    for name in reversed(find(summary)):
        if known.is_candidate(name.name):
            text = text[: name.begin] + text[name.finish :]
    if text == summary:
        return summary
    text = re.sub(rf"(?:[–—|:/(-]\s*)?{_CANDIDATE}(?=[\s)–—-]*$)", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(
        r"(?:\s+(?:with|for|mit|für|avec|pour|met|voor|con|para|per|com|med|til))?[\s–—|:/,-]+$|^[\s–—|:/,-]+",
        "",
        text,
    )
    text = re.sub(r"\s[–—-]\s*[–—-]\s", " – ", text)
    return squeezed(text) or summary


def named(text: str, knowing: Knowing) -> list[Seen]:
    """The people of a line of the description."""
    if re.match(
        r"\s*(?:ask for|contact|questions|call|bei fragen|ruckfragen|fragen an|demander|vragen|preguntar|chiedere)\b",
        folded(text),
    ):
        return []
    if any(name.sureness >= 2 for name in find(text)) or len(text) < 300:
        entry = entry_of(Line(0, text))
        if entry.label == "people":
            reader = Reader(knowing.known)
            reader.piece(Piece(entry.value, "people"))
            return reader.made.people
        if entry.label in ("note", "place", "candidate"):
            return []
        reading = (
            read_list(text, knowing.known)
            if not entry.is_prose
            else Reader(knowing.known).read_text(text)
        )
        return [seen for seen in reading.people if seen.sureness >= 2 or seen.title]
    return []


def home_domain(events: Sequence[Component]) -> str | None:
    """The mail domain of the employer: the organizer's, or, where a scheduling service organises,
    that of most of those who attend."""
    by_domain: dict[str, set[str]] = {}
    organizers: Counter[str] = Counter()
    for event in events:
        for attendee in event.all("ATTENDEE"):
            if domain := _domain(attendee.value):
                by_domain.setdefault(domain, set()).add(attendee.value.lower())
        organizer = event.first("ORGANIZER")
        if organizer and (domain := _domain(organizer.value)):
            organizers[domain] += 1
    common = organizers.most_common(1)
    host = common[0][0] if common else None
    if host and (any(_is_of(domain, host) for domain in by_domain) or len(by_domain) < 2):
        return host
    ranked = sorted(by_domain, key=lambda domain: -len(by_domain[domain]))
    if len(ranked) >= 2 and len(by_domain[ranked[0]]) > len(by_domain[ranked[1]]):
        return ranked[0]
    return None if ranked else host


def _is_of(domain: str, other: str) -> bool:
    """Whether the two domains are of one house."""
    return domain == other or domain.endswith(f".{other}") or other.endswith(f".{domain}")


def candidates(
    event: Component,
    summary: str,
    attendees: list[Seen],
    entries: Sequence[Entry],
    domain: str | None,
) -> list[str]:
    """Whom the event is about: outside the employer's domain, or named in the summary."""
    found = []
    for attendee in event.all("ATTENDEE"):
        other = _domain(attendee.value)
        name = _attendee_name(attendee.parameters.get("CN", ""))
        if domain and other and not _is_of(other, domain):
            found.append(name)
    for named in find(summary):
        if (
            named.sureness >= 2
            and re.search(
                r"(?:^|[-–—:|(/]|\bfor|\bcandidate|\bfur|\bpour|\bvoor|\bpara|\bper|\bmed)\s*$",
                folded(summary[: named.begin]).rstrip() + " ",
            )
            and not re.search(r"(?:with|mit|avec|met|con|com)\s*$", folded(summary[: named.begin]))
        ) and (
            not any(set(name_words(named.name)) == set(name_words(seen.name)) for seen in attendees)
            or not found
        ):
            found.append(named.name)
    for entry in entries:
        found += greeted(entry.text.strip())
    return [name for name in found if name]


def _domain(address: str) -> str | None:
    match = re.search(r"@([\w.-]+)", address)
    return match[1].lower() if match else None


def organizer(event: Component) -> str | None:
    found = event.first("ORGANIZER")
    return _attendee_name(found.parameters.get("CN", "")) if found else None


def _attendee_name(shown: str) -> str:
    """The name of an attendee: as shown, turned round if "Surname, First"; else nothing."""
    shown = re.sub(r"\s*[(\[][^)\]]*[)\]]|['\"]", "", shown).strip()
    if "@" in shown or not shown:
        return ""
    match = re.fullmatch(r"([^,]{2,40}),\s*([^,]{2,40})", shown)
    return f"{match[2]} {match[1]}" if match else shown


def attendees(event: Component) -> list[Seen]:
    made = []
    for attendee in event.all("ATTENDEE")[:100]:
        parameters = attendee.parameters
        if (
            parameters.get("CUTYPE", "").upper() in ("RESOURCE", "ROOM", "GROUP")
            or parameters.get("PARTSTAT", "").upper() == "DECLINED"
            or parameters.get("ROLE", "").upper() == "NON-PARTICIPANT"
        ):
            continue
        name = _attendee_name(parameters.get("CN", ""))
        if (
            not name
            or _RESOURCE.search(name)
            or (_RESOURCE.search(attendee.value.split("@")[0]) and len(name_words(name)) < 2)
        ):
            continue
        named = find(name)
        if named and (len(name_words(named[0].name)) >= 2 or len(named) == 1):
            made.append(Seen(named[0].name, sureness=3))
        elif len(name.split()) >= 2:
            made.append(Seen(name, sureness=2))
    return made
