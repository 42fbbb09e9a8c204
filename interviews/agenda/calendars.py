"""Calendar files read into an agenda."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil.rrule import rrulestr
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from interviews.agenda import employer, events, organizing
from interviews.agenda.attendees import (
    attendees,
    candidates,
    home_domain,
    named,
    organizer,
    without_candidates,
)
from interviews.agenda.directory import name_words
from interviews.agenda.drafting import is_virtual, persons, title_of
from interviews.agenda.drafts import Agenda, MeetingDraft, PersonDraft
from interviews.agenda.entries import entry_of
from interviews.agenda.events import Component, Moment
from interviews.agenda.judging import Seen
from interviews.agenda.kinds import kind_of
from interviews.agenda.knowing import Knowing
from interviews.agenda.markup import is_html, lines
from interviews.agenda.messages import Line
from interviews.agenda.particulars import bring_of, dress_of
from interviews.agenda.people import Reader
from interviews.agenda.phrases import has_url
from interviews.agenda.plain import folded, squeezed
from interviews.agenda.texts import read_text
from interviews.agenda.times import spans

MOST_EVENTS = 500
MOST_REPEATS = 60
MOST_DESCRIBED = 32_000  # characters of descriptions that are read
_TIMED = 2  # so many timed lines make a description an agenda
_JUNK = re.compile(r"^(?:_{5,}|-{5,}|\*{5,}|~{5,}|-::~.*)$")
_TEMPLATE = re.compile(
    r"microsoft teams|join on your computer|teams meeting|zoom meeting|meeting id|passcode|join zoom|one tap mobile|dial by|find your local|join by|google meet|join with|learn more|meeting options|dial-in|press to join|use your laptop|conference id|invited you|view your event|phone conference",
    re.IGNORECASE,
)


def is_calendar(text: str) -> bool:
    return bool(
        re.search(r"^\s*BEGIN:(?:VCALENDAR|VEVENT)", text[:4000], re.IGNORECASE | re.MULTILINE)
    ) or (
        bool(re.search(r"^DTSTART[;:]", text[:200_000], re.MULTILINE))
        and bool(re.search(r"^SUMMARY[;:]", text[:200_000], re.MULTILINE))
    )


def zone_name(name: str | None) -> str | None:
    """The IANA name of a zone, also where Windows or a program names it in its own way."""
    if not name:
        return None
    name = name.strip().strip('"')
    if name in WINDOWS_TO_OLSON:
        return str(WINDOWS_TO_OLSON[name])
    for candidate in (name, "/".join(name.split("/")[-2:]), "/".join(name.split("/")[-3:])):
        try:
            ZoneInfo(candidate)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
        return candidate
    return None


def read_calendar(text: str, *, time_zone: str | None = None) -> Agenda:
    """The agenda of a calendar file."""
    root = events.components(text)
    reports: list[str] = []
    found = _latest(events.events(root), reports)
    if events.value_of(root, "METHOD").strip().upper() == "CANCEL":
        found = []
        reports.append("The file cancels its events.")
    file_zone = zone_name(events.value_of(root, "X-WR-TIMEZONE"))
    made = _Made(file_zone, time_zone, home_domain(found))
    described = [made.described(event) for event in found]
    for event, description in zip(found, described, strict=True):
        made.take(event, description)
    meetings = sorted(
        made.meetings, key=lambda meeting: (meeting.date or dt.date.max, meeting.start)
    )
    days = sorted({meeting.date for meeting in meetings if meeting.date})
    source = organizing.source(root, found, described)
    return Agenda(
        company=employer.company(source),
        position=employer.position(source),
        coordinator=organizing.coordinator(found),
        dress=dress_of(made.lines),
        bring=bring_of(made.lines),
        lines=tuple(made.lines),
        meetings=tuple(meetings[:MOST_EVENTS]),
        date=days[0] if len(days) == 1 else None,
        days=tuple(days) if len(days) > 1 else (),
        time_zone=made.zone or file_zone,
        default_location=made.default_location,
        left_over=tuple(sorted(set(range(len(made.lines))) - made.used)),
        reports=tuple(reports + made.reports),
    )


def _latest(found: Iterable[Component], reports: list[str]) -> list[Component]:
    """The newest version of each event; those cancelled are left out."""
    kept: dict[tuple[str, str], Component] = {}
    for number, event in enumerate(found):
        if number >= MOST_EVENTS:
            reports.append(f"Only the first {MOST_EVENTS} events are read.")
            break
        again = event.first("RECURRENCE-ID")
        key = (event.text("UID").strip() or f"without {number}", again.value if again else "")
        if key not in kept or _sequence(event) >= _sequence(kept[key]):
            kept[key] = event
    return [
        event
        for event in kept.values()
        if event.text("STATUS").strip().upper() != "CANCELLED"
        and not re.match(
            r"(?:cancell?ed|abgesagt|annul|geannuleerd|cancelad|annullat|inställd|aflyst|avlyst)\w*\s?:",
            folded(event.text("SUMMARY")),
        )
    ]


def _sequence(event: Component) -> int:
    digits = re.match(r"\s*(\d{1,9})", event.text("SEQUENCE"))
    return int(digits[1]) if digits else 0


class _Made:
    """The meetings made so far, and the readable lines that they come from."""

    def __init__(self, file_zone: str | None, reader_zone: str | None, domain: str | None) -> None:
        self.file_zone, self.reader_zone = file_zone, reader_zone
        self.domain = domain
        self.zone: str | None = None
        self.meetings: list[MeetingDraft] = []
        self.lines: list[str] = []
        self.used: set[int] = set()
        self.reports: list[str] = []
        self.default_location: str | None = None
        self.left = MOST_DESCRIBED
        self.knowing = Knowing()
        self.seen: set[str] = set()  # lines of descriptions that are known

    def described(self, event: Component) -> str:
        """The description of the event, and everybody whom it names noted."""
        description = _description(event) if self.left > 0 else ""
        self.left -= len(description)
        new = [text for text in _own_words(description) if text not in self.seen]
        self.seen.update(new)
        entries = [entry_of(Line(number, text)) for number, text in enumerate(new)]
        seen = attendees(event)
        for name in candidates(event, event.text("SUMMARY"), seen, entries, self.domain):
            self.knowing.known.add_candidate(name)
        self.knowing.lists(entries, set())
        for one in seen:
            self.knowing.known.add(one.name)
        return description

    def take(self, event: Component, description: str) -> None:
        start = events.moment(event.first("DTSTART"))
        summary = squeezed(event.text("SUMMARY"))
        if start is None:
            self.reports.append(f"“{summary[:80] or 'An event'}” has no readable start.")
            return
        own_zone = zone_name(start.zone)
        if start.time is None:
            return  # all day: no meeting
        start = self._local(start)
        zone = own_zone or (self.file_zone if start.is_utc or not start.zone else None)
        self.zone = self.zone or zone or ("UTC" if start.is_utc else None)
        first = len(self.lines)
        self.lines += [summary, *description.split("\n")]
        self.used.add(first)
        timed = _agenda_of(description, start.day)
        if timed is not None:
            self._from_description(event, timed, first + 1, start, zone)
            return
        meeting = self._meeting(event, summary, description, start, (first,))
        meeting = replace(meeting, time_zone=zone if zone != self.zone else None)
        self.used.update(range(first, len(self.lines)))
        self.meetings.extend(_repeated(event, meeting))

    def _meeting(
        self,
        event: Component,
        summary: str,
        description: str,
        start: Moment,
        numbers: tuple[int, ...],
    ) -> MeetingDraft:
        known = self.knowing.known
        topic_text = without_candidates(summary, known)
        reading = Reader(known).read_text(topic_text)
        listed = [seen for text in _own_words(description) for seen in named(text, self.knowing)]
        topic = reading.topic() or topic_text
        people = self._people(event, [*reading.people, *listed])
        location = _location(event, description)
        kind = kind_of(topic, [person.title for person in people])
        return MeetingDraft(
            date=start.day,
            start=start.time or dt.time(0),
            end=self._end(event, start),
            title=title_of(topic, kind),
            kind=kind,
            location=location,
            people=tuple(people),
            medium="video" if location and is_virtual(location) else "in_person",
            lines=numbers,
            uid=event.text("UID").strip() or None,
            sequence=_sequence(event),
        )

    def _people(self, event: Component, in_text: Sequence[Seen]) -> list[PersonDraft]:
        """Who is named, and who attends; whoever organises only if named."""
        host = set(name_words(organizer(event) or ""))
        said = [set(name_words(one.name)) for one in in_text]
        people = persons([*in_text, *attendees(event)], self.knowing.known)
        return [
            person
            for person in people
            if not host or set(name_words(person.name)) != host or host in said
        ]

    def _local(self, moment: Moment) -> Moment:
        """UTC times on the clock of the file's zone."""
        zone = self.file_zone or self.reader_zone
        if not moment.is_utc or zone is None or moment.time is None:
            return moment
        try:
            there = dt.datetime.combine(moment.day, moment.time, dt.UTC).astimezone(ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError, OverflowError):
            return moment
        return Moment(there.date(), there.time().replace(tzinfo=None), moment.is_utc, moment.zone)

    def _end(self, event: Component, start: Moment) -> dt.time | None:
        end = events.moment(event.first("DTEND"))
        if end is not None and end.time is not None:
            local = self._local(end)
            return local.time if (local.day, local.time) != (start.day, start.time) else None
        length = events.minutes(event.first("DURATION"))
        if not length or start.time is None:
            return None
        return (
            dt.datetime.combine(dt.date(2000, 1, 1), start.time) + dt.timedelta(minutes=length)
        ).time()

    def _from_description(
        self, event: Component, timed: Agenda, shift: int, start: Moment, zone: str | None
    ) -> None:
        place = squeezed(event.text("LOCATION")).strip() or None
        self.default_location = self.default_location or place
        uid = event.text("UID").strip() or None
        people = attendees(event)
        for meeting in timed.meetings:
            numbers = tuple(number + shift for number in meeting.lines)
            self.used.update(numbers)
            self.meetings.append(
                replace(
                    meeting,
                    date=meeting.date or start.day,
                    lines=numbers,
                    uid=uid,
                    sequence=_sequence(event),
                    people=_fuller(meeting.people, people),
                    time_zone=zone if zone != self.zone else None,
                    doubts=tuple(doubt for doubt in meeting.doubts if doubt != "date"),
                )
            )


def _fuller(people: Sequence[PersonDraft], attendees: Sequence[Seen]) -> tuple[PersonDraft, ...]:
    """People named in short, by the full names of the attendees."""
    made = []
    for person in people:
        words = set(name_words(person.name))
        fuller = [seen.name for seen in attendees if words < set(name_words(seen.name))]
        made.append(replace(person, name=fuller[0]) if len(fuller) == 1 else person)
    return tuple(made)


def _description(event: Component) -> str:
    text = event.text("DESCRIPTION")
    html = event.text("X-ALT-DESC")
    if is_html(text):
        text = lines(text)
    if html and _times_in(text) < 2:
        text = lines(html) if _times_in(lines(html)) > _times_in(text) or not text.strip() else text
    return text.strip("\n")


def _times_in(text: str) -> int:
    return sum(bool(spans(line)) for line in text.split("\n")[:400])


def _agenda_of(description: str, day: dt.date) -> Agenda | None:
    if len(description) < 20 or _times_in(description) < _TIMED:
        return None
    stamped = read_text(description, date=day)
    if len(stamped.meetings) < _TIMED:
        return None
    meetings = tuple(
        meeting
        if meeting.date and abs((meeting.date - day).days) < 15
        else replace(meeting, date=day)
        for meeting in stamped.meetings
    )
    return replace(stamped, meetings=meetings)


def _own_words(description: str) -> list[str]:
    """The lines of a description before what the meeting program adds."""
    kept: list[str] = []
    for text in description.split("\n")[:400]:
        if _JUNK.match(text.strip()) and kept:
            break
        if not _TEMPLATE.search(text):
            kept.append(text)
    return kept


def _location(event: Component, description: str) -> str | None:
    place = squeezed(event.text("LOCATION")).strip(" ;,")
    if place:
        return place[:300]
    for name in (
        "CONFERENCE",
        "X-GOOGLE-CONFERENCE",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL",
        "X-MICROSOFT-ONLINEMEETINGCONFLINK",
        "URL",
    ):
        found = has_url(event.text(name))
        if found:
            return found
    for match in re.finditer(r"https?://[^\s<>\")]+", description):
        if not re.search(
            r"maps|linkedin|unsubscribe|careers|privacy|\.pdf|facebook|twitter|support\.|help\.|aka\.ms|policies",
            match[0],
        ) or re.search(
            r"zoom|teams|meet|webex|whereby|chime|skype|bluejeans|video|call|jitsi|gotomeet",
            match[0],
        ):
            return match[0].rstrip(".,;)>")
    return None


def _repeated(event: Component, meeting: MeetingDraft) -> list[MeetingDraft]:
    """The meeting on each of its days, as far as they are bounded."""
    rule = event.text("RRULE").strip()
    if (
        not rule
        or meeting.date is None
        or len(rule) > 300
        or re.search(r"FREQ=(?:SECONDLY|MINUTELY|HOURLY)", rule, re.IGNORECASE)
    ):
        return [meeting]
    if not re.search(r"COUNT=\d{1,3}(?!\d)|UNTIL=", rule, re.IGNORECASE):
        return [meeting]
    start = dt.datetime.combine(meeting.date, meeting.start)
    rule = re.sub(r"(UNTIL=\d{8})(?:T\d{6})?Z?", r"\1T235959", rule, flags=re.IGNORECASE)
    without = {
        moment.day
        for found in event.all("EXDATE")
        for value in found.value.split(",")
        if (moment := events.moment(events.Property(value, {})))
    }
    made = []
    try:
        for number, day in enumerate(rrulestr(rule, dtstart=start)):
            if number >= MOST_REPEATS or (day - start).days > 366:
                break
            if day.date() not in without:
                made.append(replace(meeting, date=day.date()))
    except (ValueError, TypeError, OverflowError):
        return [meeting]
    return made or [meeting]
