"""The thank-you letters of one visit: who gets one, as what it begins, what there is to take up."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from functools import cached_property

from interviews.letters import fill, names_in_words, shared_runs, with_passage
from interviews.material import Material, material_for
from interviews.models import (
    Attendance,
    InterviewDay,
    Interviewer,
    Letter,
    LetterTemplate,
    Role,
    User,
)
from interviews.models.letter import FIRST_ROLES, due_of, end_of, met_at
from interviews.models.letter_template import LONGEST_LETTER

MANY = 7  # people; for more than these, one letter to the coordinator is offered
Kind = LetterTemplate.Kind


@dataclass(slots=True)
class Recipient:
    """Somebody to thank: what they are, where they were met, their letter if there is one."""

    person: Interviewer
    roles: list[str] = field(default_factory=list)
    met: list[Attendance] = field(default_factory=list)
    letter: Letter | None = None

    @property
    def rank(self) -> int:
        """0, 1, 2 for the three that matter most; 3 for everyone else."""
        ranks = [FIRST_ROLES.index(Role.Kind(r)) for r in self.roles if r in FIRST_ROLES]
        return min(ranks, default=len(FIRST_ROLES))

    @property
    def titles(self) -> list[str]:
        """What they are for the application, in words."""
        return [str(Role.Kind(role).label) for role in self.roles]

    @property
    def remembered(self) -> list[str]:
        return [attendance.remember for attendance in self.met if attendance.remember]

    @property
    def is_done(self) -> bool:
        return self.letter is not None and self.letter.is_done


class Correspondence:
    """The letters of a visit, which is one that `visible_to` gave."""

    def __init__(self, user: User, day: InterviewDay) -> None:
        self.user, self.day = user, day
        self.people: dict[uuid.UUID, Recipient] = {}
        for attendance in self._met():
            self._somebody(attendance.person).met.append(attendance)
        for letter in Letter.objects.visible_to(user).filter(day=day).select_related("person"):
            self._somebody(letter.person).letter = letter
        self.recipients = dict(self.people)  # before those with a role only
        roles = Role.objects.visible_to(user).filter(application=day.application_id)
        for role in roles.filter(person__deleted_at=None).select_related("person"):
            self._somebody(role.person).roles.append(role.role)
        self.recipients = dict(sorted(self.recipients.items(), key=lambda item: item[1].rank))

    def _met(self) -> list[Attendance]:
        days = InterviewDay.objects.visible_to(self.user).filter(pk=self.day.pk)
        rows = met_at(days).select_related("person", "meeting")
        return list(rows.order_by("meeting__starts_at", "created_at", "id"))

    def _somebody(self, person: Interviewer) -> Recipient:
        return self.people.setdefault(person.pk, Recipient(person))

    # Who

    @property
    def rows(self) -> list[Recipient]:
        """Everyone who gets a letter: the three that matter most, then in the order of the day."""
        return list(self.recipients.values())

    @property
    def left(self) -> list[Recipient]:
        """Those whose letter is still to send."""
        return [recipient for recipient in self.rows if not recipient.is_done]

    @property
    def next_left(self) -> Recipient | None:
        return next(iter(self.left), None)

    @property
    def sent(self) -> int:
        return sum(r.letter is not None and r.letter.status == "sent" for r in self.rows)

    @property
    def coordinator(self) -> Recipient | None:
        """Whom to write to in place of everyone, or where an address is missing."""
        return next((r for r in self.people.values() if Role.Kind.COORDINATOR in r.roles), None)

    @property
    def missing(self) -> list[str]:
        """Those of the three that matter most of whom one does not know who they are."""
        known = {role for recipient in self.people.values() for role in recipient.roles}
        return [str(kind.label) for kind in FIRST_ROLES if kind not in known]

    @property
    def is_for_many(self) -> bool:
        """Whether one letter for everyone is worth offering."""
        return len(self.left) > MANY

    @cached_property
    def times(self) -> tuple[dt.datetime, dt.datetime] | None:
        """When letters are due and from when on they are overdue; None without a meeting."""
        end = end_of(self.day)
        return due_of(end, self.day.zone) if end else None

    def address_for(self, recipient: Recipient) -> tuple[str, Interviewer | None]:
        """The address to write to, and through whom; both empty where nobody's is known."""
        if recipient.person.email:
            return recipient.person.email, None
        coordinator = self.coordinator
        if coordinator and coordinator.person.email and coordinator.person != recipient.person:
            return coordinator.person.email, coordinator.person
        return "", None

    # What

    def material_of(self, recipient: Recipient) -> list[Material]:
        """What was written about this person and their meetings, the line to remember first."""
        application = self.day.application_id
        return material_for(self.user, application, recipient.person, recipient.met)

    def draft(self, recipient: Recipient) -> Letter:
        """A letter to begin with, not saved."""
        talked = "\n\n".join(f"What stays with me: {line}" for line in recipient.remembered)
        return self._filled(recipient, self._template_for(recipient), talked)

    def draft_for_everyone(self, coordinator: Recipient, named: list[Interviewer]) -> Letter:
        """The coordinator's letter that names these people, not saved; one begun goes on."""
        template, people = self._of_kind(Kind.EVERYONE)[0], names_in_words(map(str, named))
        letter = coordinator.letter
        if letter is None or not letter.body:
            return self._filled(coordinator, template, "", people=people)
        thanks = f"Would you pass my thanks on to {people}?"
        if thanks not in letter.body:
            letter.body = with_passage(letter.body, letter.frame, thanks)[:LONGEST_LETTER]
            letter.frame = f"{letter.frame}\n\n{thanks}"[: 2 * LONGEST_LETTER]
        return letter

    def _filled(
        self, recipient: Recipient, template: LetterTemplate, talked: str, **more: str
    ) -> Letter:
        fields = {
            "name": recipient.person.name,
            "company": self.day.application.company.name,
            "position": self.day.application.position,
            "date": self._date_of(recipient),
            "people": "everyone",
            **more,
        }
        letter = recipient.letter or Letter(
            owner_id=self.day.owner_id, day=self.day, person=recipient.person
        )
        signature = self.user.signature
        letter.subject = " ".join(fill(template.subject, {**fields, "talked": ""}).split())[:200]
        letter.body = f"{fill(template.body, {**fields, 'talked': talked})}\n\n{signature}"
        letter.frame = f"{fill(template.body, {**fields, 'talked': ''})}\n\n{signature}"
        return letter

    def _date_of(self, recipient: Recipient) -> str:
        """The date on which they were met, the last where there are several: “Tuesday, 3 May”."""
        starts = [a.meeting.starts_at.astimezone(self.day.zone) for a in recipient.met]
        date = max(starts).date() if starts else (self.day.last_date or self.day.date)
        return f"{date:%A}, {date.day} {date:%B}"

    def _template_for(self, recipient: Recipient) -> LetterTemplate:
        """That of their role; the others take turns, so that no two letters begin alike."""
        if recipient.rank < len(FIRST_ROLES):
            return self._of_kind(Kind(FIRST_ROLES[recipient.rank]))[0]
        others = [row for row in self.rows if row.rank == len(FIRST_ROLES)]
        templates = self._of_kind(Kind.ANYONE)
        return templates[others.index(recipient) % len(templates)] if others else templates[0]

    def _of_kind(self, kind: Kind) -> list[LetterTemplate]:
        """The user's templates of that kind; else those for anyone, else all."""
        for wanted in (kind, Kind.ANYONE):
            if rows := [row for row in self._templates if row.kind == wanted]:
                return rows
        return self._templates

    @cached_property
    def _templates(self) -> list[LetterTemplate]:
        return LetterTemplate.objects.of(self.user)

    @cached_property
    def shared(self) -> dict[str, list[tuple[str, str]]]:
        """By the person's id: passages that another letter has too, with that letter's person."""
        letters = [r.letter for r in self.rows if r.letter and r.letter.body]
        names = {str(letter.person_id): letter.person.name for letter in letters}
        texts = {str(letter.person_id): (letter.body, letter.frame) for letter in letters}
        return {
            key: [(passage, names[other]) for passage, other in found]
            for key, found in shared_runs(texts).items()
        }
