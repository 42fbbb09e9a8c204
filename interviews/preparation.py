"""Before a visit: who is known, what is open, what to ask for. Facts of its rows, put in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse

from interviews.dayline import QUIET
from interviews.letters import names_in_words
from interviews.links import address_of
from interviews.models import InterviewDay, Meeting, Role, User
from interviews.models.line import LineMeeting, LineRole, Overview

ROLES = dict(Role.Kind.choices)
# Whom one can ask for information, in this order.
ASKED = (Role.Kind.FIRST_CONTACT, Role.Kind.COORDINATOR)


@dataclass(slots=True)
class Person:
    """Somebody of the visit, with what they are for the application."""

    url: str
    name: str
    title: str
    roles: list[str] = field(default_factory=list)


def people_of(meetings: list[LineMeeting], roles: list[LineRole]) -> list[Person]:
    """Everyone in the meetings or with a role, once, in the order of the day."""
    people: dict[str, Person] = {}

    def met(key: str, name: str, title: str) -> Person:
        if key not in people:
            people[key] = Person(address_of("person-detail", key), name, title)
        people[key].title = people[key].title or title
        return people[key]

    for meeting in meetings:
        for person in meeting.people:
            met(person.id, person.name, person.title)
    for role in roles:
        met(role.person_id, role.name, role.title).roles.append(ROLES[role.role])
    return list(people.values())


def talks(meetings: list[LineMeeting]) -> list[LineMeeting]:
    """The meetings that one talks to somebody in: no pauses, no travel, nothing called off."""
    return [m for m in meetings if not m.is_off and m.format not in QUIET]


# What is open


@dataclass(frozen=True, slots=True)
class Fraction:
    """How much of something is done, and where to raise it."""

    what: str
    done: int
    of: int
    url: str


def what_is_open(
    day: InterviewDay, meetings: list[LineMeeting], people: list[Person], overview: Overview
) -> list[Fraction]:
    """How far the preparation is. Somebody without a name is somebody to know, too."""
    nameless = [meeting for meeting in talks(meetings) if not meeting.people]
    known = sum(bool(person.title) for person in people)
    to_ask = talks(meetings)
    asking = sum(str(meeting.pk) in overview.asking for meeting in to_ask)
    rows = [
        ("People known by name and title", (known, len(people) + len(nameless)), "prepare-unknown"),
        ("Meetings with a question planned", (asking, len(to_ask)), "visit-questions"),
        ("Sources read", overview.sources, "prepare-sources"),
        ("Qualities with an example", overview.qualities, "prepare-qualities"),
        ("Tasks done", overview.tasks, "visit-prepare"),
    ]
    return [Fraction(what, *count, reverse(name, args=[day.pk])) for what, count, name in rows]


def still_open(
    day: InterviewDay,
    meetings: list[LineMeeting],
    people: list[Person],
    overview: Overview,
    now: datetime,
) -> list[Fraction]:
    """What a visit's overview lists: the preparation, and of what was held, what to write down.

    Once it is over, only that of which there is something.
    """
    held = [meeting for meeting in talks(meetings) if meeting.is_held(now)]
    noted = sum(meeting.has_note for meeting in held)
    seen = reverse("visit-impressions", args=[day.pk])
    prepared = what_is_open(day, meetings, people, overview)
    rows = [
        *([row for row in prepared if row.of] if day.is_over(now) else prepared),
        Fraction("Meetings with a note", noted, len(held), "#agenda"),
        Fraction("Impressions with an observation", *overview.impressions, seen),
    ]
    return [row for row in rows if row.of or row in prepared]


# What is unknown, and the message that asks for it


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a visit's agenda does not say yet."""

    no_agenda: bool
    names: list[LineMeeting]  # meetings of which nobody is known
    titles: list[Person]
    formats: list[LineMeeting]

    @property
    def is_nothing(self) -> bool:
        return not (self.no_agenda or self.names or self.titles or self.formats)

    @property
    def count(self) -> int:
        return self.no_agenda + len(self.names) + len(self.titles) + len(self.formats)


def unknown_of(meetings: list[LineMeeting], people: list[Person]) -> Unknown:
    to_come = talks(meetings)
    return Unknown(
        no_agenda=not meetings,
        names=[meeting for meeting in to_come if not meeting.people],
        titles=[person for person in people if not person.title],
        formats=[meeting for meeting in to_come if meeting.format == Meeting.Format.OTHER],
    )


def whom_to_ask(roles: list[LineRole]) -> LineRole | None:
    """The first contact, else the coordinator; one with an address before one without."""
    found = [role for kind in ASKED for role in roles if role.role == kind]
    return next((role for role in found if role.email), found[0] if found else None)


@dataclass(frozen=True, slots=True)
class Message:
    """What one could write to somebody; the program itself mails nobody."""

    subject: str
    body: str


def question_to(to: LineRole | None, day: InterviewDay, unknown: Unknown, user: User) -> Message:
    """The message that asks for all that is unknown, and for information on job and company."""
    company, position = day.application.company.name, day.application.position
    date = f"{day.date:%A}, {day.date.day} {day.date:%B}"
    more = (
        f"whatever tells me more about the position of {position} and about {company}: "
        "a fuller job description, a report, a brochure"
    )
    asked = [
        *(["the agenda of the day, with names and titles"] if unknown.no_agenda else []),
        *(f"whom I shall meet for {called(meeting, day)}" for meeting in unknown.names),
        *titles_asked(unknown.titles),
        *(
            f"whether {called(meeting, day)} is a talk with one person or a panel"
            for meeting in unknown.formats
        ),
        more,
    ]
    lines = "\n".join(f"- {line}" for line in asked)
    greeting = f"Dear {to.name}," if to else "Good day,"
    return Message(
        subject=f"Before my visit on {date}",
        body=f"{greeting}\n\n"
        f"I look forward to my visit to {company} on {date}. "
        "So that I come well prepared, may I ask you for the following?\n\n"
        f"{lines}\n\nMany thanks for your help.\n\n{user.signature}",
    )


def called(meeting: LineMeeting, day: InterviewDay) -> str:
    return f"“{meeting.title}” at {meeting.starts_at.astimezone(day.zone):%H:%M}"


def titles_asked(people: list[Person]) -> list[str]:
    """One line for all of them."""
    if not people:
        return []
    many = "titles" if len(people) > 1 else "title"
    return [f"the {many} of {names_in_words(person.name for person in people)}"]
