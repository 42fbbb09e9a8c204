"""People: those met, or to be met, and what they are for an application."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.db.models.functions import Lower
from django.urls import reverse

from interviews.models.company import Application, Company
from interviews.models.owned import Owned, OwnedQuerySet, Trashable, TrashableQuerySet, owner_key
from interviews.models.text import LongTextField

if TYPE_CHECKING:
    from interviews.models.day import InterviewDay

# Letters that are no base letter with a mark, and so are not folded by Unicode itself.
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "’": "'"}
    | dict.fromkeys(".,;·", " ")
)
HONORIFICS = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|mx|sir|dame|dr|prof|professor|doctor|herr|hr|frau|fr|h c|mag|dipl-ing"
    r"|monsieur|madame|mme|mlle|senor|senora|sr|sra|srta|signor|signora|sig|dott ?ssa|dott)\s+)+"
)
DEGREES = re.compile(r"(?:\s+(?:ph ?d|mba|esq))+$")


def name_key(name: str) -> str:
    """What two spellings of one name have in common: no case, accents, honorifics, dots or commas.

    Empty only where the name is blank.
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = " ".join(plain.translate(LETTERS).replace("dipl -", "dipl-").split())
    return DEGREES.sub("", HONORIFICS.sub("", words)) or " ".join(plain.split())


class InterviewerQuerySet(TrashableQuerySet["Interviewer"]):
    def with_company(self) -> Self:
        return self.select_related("company")

    def by_company(self) -> Self:
        """Each with their company, ordered by it and then by name; those without come last."""
        return self.select_related("company").order_by(
            Lower("company__name").asc(nulls_last=True), "company", Lower("name")
        )

    def met_for(self, application: Application) -> Self:
        """The people of its company, and others who attend its meetings or have a role for it."""
        meetings = models.Q(
            attendances__meeting__day__application=application,
            attendances__meeting__deleted_at=None,
        )
        there = Interviewer.objects.filter(meetings | models.Q(roles__application=application))
        people = self.filter(
            models.Q(company=application.company_id) | models.Q(pk__in=there.values("pk"))
        )
        return people.order_by(Lower("name"))

    def of_visit(self, day: InterviewDay) -> Self:
        """Those in the visit's meetings, or with a role for its application, by name."""
        attending = models.Q(attendances__meeting__day=day, attendances__meeting__deleted_at=None)
        there = Interviewer.objects.filter(
            attending | models.Q(roles__application=day.application_id)
        )
        return self.filter(pk__in=there.values("pk")).order_by(Lower("name"))

    def like(self, person: Interviewer) -> list[Interviewer]:
        """The others of the same company whose names are spelt almost the same."""
        others = self.filter(company=person.company_id).exclude(pk=person.pk)
        return [other for other in others if name_key(other.name) == name_key(person.name)]

    def of_company(self, company: Company) -> Self:
        """The company's people, by name."""
        return self.filter(company=company).order_by("name")


class Interviewer(Trashable):
    """A person met, or to be met; usually of the company, but an agency's recruiter is not."""

    owner = owner_key(db_index=False)
    company = models.ForeignKey(
        Company, models.CASCADE, null=True, blank=True, related_name="people"
    )
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    email = models.EmailField("e-mail", max_length=254, blank=True)
    phone = models.CharField(max_length=50, blank=True)
    link = models.URLField(max_length=500, blank=True)
    remarks = LongTextField(max_length=20_000, blank=True)

    objects = InterviewerQuerySet.as_manager()

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="interviewer_name_not_blank"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person-detail", args=[self.pk])

    @transaction.atomic
    def merge(self, other: Interviewer, at: datetime) -> None:
        """Take over what `other` has, and put `other` into the trash.

        Meetings, roles and letters move here; where both have one, this person's stays and the
        line to remember is joined. What finds no room goes into the remarks: nothing written is
        lost. The caller holds the lock on both.
        """
        self.take_words(other)
        for theirs in other.attendances.all():
            mine = self.attendances.filter(meeting_id=theirs.meeting_id).first()
            if mine is None:
                theirs.person = self
                theirs.save(update_fields=["person", "updated_at"])
            else:
                self.remark(mine.absorb(theirs))
        kept = self.roles.values_list("application_id", "role")
        for role in other.roles.all():
            if (role.application_id, role.role) not in kept:
                role.person = self
                role.save(update_fields=["person", "updated_at"])
        for letter in other.letters.all():
            mine_to = self.letters.filter(day_id=letter.day_id).first()
            if mine_to is None:
                letter.person = self
                letter.save(update_fields=["person", "updated_at"])
            else:
                self.remark(mine_to.absorb(letter))
        other.asked.update(asked_person=self)
        self.save()
        other.trash(at)

    def take_words(self, other: Interviewer) -> None:
        """Fill empty fields from `other`, and join the remarks; does not save."""
        differs = []
        for field in ("name", "title", "company", "email", "phone", "link"):
            mine, theirs = getattr(self, field), getattr(other, field)
            if not mine:
                setattr(self, field, theirs)
            elif theirs and theirs != mine:
                differs.append(str(theirs))
        self.remark(other.remarks)
        self.remark(f"Also: {', '.join(differs)}" if differs else "")

    def remark(self, words: str) -> None:
        """Add to the remarks what they do not say yet; does not save."""
        if words and words not in self.remarks:
            self.remarks = f"{self.remarks}\n\n{words}".strip()


class RoleQuerySet(OwnedQuerySet["Role"]):
    """Roles, each owned by who gave it."""


class Role(Owned):
    """What a person is for an application; several are possible."""

    class Kind(models.TextChoices):
        HEAD_OF_HR = "head_of_hr", "head of HR"
        POTENTIAL_SUPERVISOR = "potential_supervisor", "potential supervisor"
        COMMITTEE_HEAD = "committee_head", "head of the committee"
        SENIOR_MANAGER = "senior_manager", "senior manager"
        PEER = "peer", "peer"
        RECRUITER = "recruiter", "recruiter"
        COORDINATOR = "coordinator", "coordinator"
        FIRST_CONTACT = "first_contact", "first contact"
        OTHER = "other", "other"

    application = models.ForeignKey(Application, models.CASCADE, related_name="roles")
    person = models.ForeignKey(Interviewer, models.CASCADE, related_name="roles")
    role = models.CharField(max_length=32, choices=Kind)

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "person", "role"], name="role_once"),
        ]

    def __str__(self) -> str:
        return self.get_role_display()
