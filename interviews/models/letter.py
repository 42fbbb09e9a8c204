"""Thank-you letters: one to each person met at a visit."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.urls import reverse

from interviews.models.day import InterviewDay
from interviews.models.interviewer import Interviewer, Role
from interviews.models.letter_template import LONGEST_LETTER
from interviews.models.meeting import Attendance, AttendanceQuerySet, Meeting
from interviews.models.owned import Owned, OwnedQuerySet, owner_key
from interviews.models.text import LongTextField
from interviews.working_days import over_after

if TYPE_CHECKING:
    from interviews.models.user import User

DUE_AFTER = timedelta(hours=24)
OVERDUE_AFTER = 2  # working days
# The three that matter most, in this order.
FIRST_ROLES = (Role.Kind.HEAD_OF_HR, Role.Kind.POTENTIAL_SUPERVISOR, Role.Kind.COMMITTEE_HEAD)


class LetterQuerySet(OwnedQuerySet["Letter"]):
    def visible_to(self, user: User) -> Self:  # type: ignore[override]
        """The user's own, without those of a visit or to a person in the trash."""
        return super().visible_to(user).filter(day__deleted_at=None, person__deleted_at=None)

    def with_place(self) -> Self:
        """Each with its person, visit, application and company: one query."""
        return self.select_related("person", "day__application__company")


class Letter(Owned):
    """A thank-you letter to one person for one visit."""

    class Status(models.TextChoices):
        TO_WRITE = "to_write", "to write"
        DRAFTED = "drafted", "drafted"
        SENT = "sent", "sent"
        NOT_NEEDED = "not_needed", "not needed"

    class Channel(models.TextChoices):
        EMAIL = "email", "e-mail"
        POST = "post", "post"
        OTHER = "other", "another way"

    DONE = (Status.SENT, Status.NOT_NEEDED)

    owner = owner_key(db_index=False)
    day = models.ForeignKey(InterviewDay, models.CASCADE, related_name="letters")
    person = models.ForeignKey(Interviewer, models.CASCADE, related_name="letters")
    subject = models.CharField(max_length=200, blank=True)
    body = LongTextField(max_length=LONGEST_LETTER, blank=True)
    # The template and signature as filled in: what letters may share.
    frame = LongTextField(max_length=2 * LONGEST_LETTER, blank=True, editable=False)
    channel = models.CharField(max_length=16, choices=Channel, default=Channel.EMAIL)
    status = models.CharField(max_length=16, choices=Status, default=Status.TO_WRITE)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(fields=["day", "person"], name="letter_once"),
            models.CheckConstraint(
                condition=models.Q(status__in=["to_write", "drafted", "sent", "not_needed"]),
                name="letter_status_known",
            ),
            models.CheckConstraint(
                condition=models.Q(channel__in=["email", "post", "other"]),
                name="letter_channel_known",
            ),
            models.CheckConstraint(
                condition=models.Q(status="sent", sent_at__isnull=False)
                | (~models.Q(status="sent") & models.Q(sent_at=None)),
                name="letter_sent_has_time",
            ),
        ]

    def __str__(self) -> str:
        return f"Letter to {self.person}"

    def get_absolute_url(self) -> str:
        return reverse("letter-send", args=[self.pk])

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do for it."""
        return self.status in self.DONE

    def mark_sent(self, at: datetime, channel: str) -> None:
        """Note that it has gone; what was noted before stays when it was sent already."""
        if self.status != self.Status.SENT:
            self.status, self.sent_at, self.channel = self.Status.SENT, at, channel
            self.save(update_fields=["status", "sent_at", "channel", "updated_at"])

    def reopen(self) -> None:
        """Take back that it was sent, or that none is needed."""
        self.status = self.Status.DRAFTED if self.body else self.Status.TO_WRITE
        self.sent_at = None
        self.save(update_fields=["status", "sent_at", "updated_at"])

    def absorb(self, other: Letter) -> str:
        """Take over the text and state of another letter for the same visit, which goes.

        Returns what finds no room here, so that it can be kept elsewhere.
        """
        left = ""
        if not self.body:
            self.subject, self.body, self.frame = other.subject, other.body, other.frame
            self.channel, self.status, self.sent_at = other.channel, other.status, other.sent_at
            self.save()
        elif other.body != self.body:
            left = other.body
        other.delete()
        return left

    @classmethod
    @transaction.atomic
    def skip(cls, day: InterviewDay, people: list[Interviewer]) -> None:
        """Say that these people need no letter; what has been sent stays sent."""
        Letter.objects.bulk_create(
            [Letter(owner_id=day.owner_id, day=day, person=person) for person in people],
            ignore_conflicts=True,
        )
        rows = cls.objects.filter(day=day, person__in=people)
        rows.exclude(status=cls.Status.SENT).update(status=cls.Status.NOT_NEEDED)


def met_at(days: models.QuerySet[InterviewDay]) -> AttendanceQuerySet:
    """Who was met at these visits, meeting by meeting: the people that letters go to."""
    return (
        Attendance.objects.live()
        .filter(meeting__day__in=days)
        .exclude(status=Attendance.Status.ABSENT)
        .exclude(meeting__status__in=Meeting.OFF)
    )


def letters_left(user: User, since: date) -> dict[uuid.UUID, int]:
    """How many letters each visit that ended on that date or later has to send, by its id."""
    done = Letter.objects.filter(
        day=models.OuterRef("meeting__day"),
        person=models.OuterRef("person"),
        status__in=Letter.DONE,
    )
    held = InterviewDay.objects.visible_to(user).held_since(since)
    rows = met_at(held).exclude(models.Exists(done)).order_by().values_list("meeting__day")
    return dict(rows.annotate(models.Count("person", distinct=True)))


def end_of(day: InterviewDay) -> datetime | None:
    """When the last meeting of the visit that takes place ends; None where it has none."""
    meetings = Meeting.objects.live().takes_place().filter(day=day).order_by()
    end: datetime | None = meetings.aggregate(end=models.Max(Coalesce("ends_at", "starts_at")))[
        "end"
    ]
    return end


def due_of(end: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """When letters are due after a visit's end, and from when on they are overdue."""
    return end + DUE_AFTER, over_after(end, OVERDUE_AFTER, zone)
