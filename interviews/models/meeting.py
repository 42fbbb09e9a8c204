"""Meetings, and who attends them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import IntegrityError, models, transaction
from django.urls import reverse

from interviews.models.day import InterviewDay
from interviews.models.interviewer import Interviewer
from interviews.models.owned import M, Owned, OwnedQuerySet, Trashable, TrashableQuerySet, owner_key
from interviews.models.time_zone import IsTimeZone, instant, rezoned, validate_time_zone

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from interviews.models.user import User

LONGEST = timedelta(hours=24)
LONGEST_LINE = 300  # characters of what to remember somebody by


class TsTzRange(models.Func):
    """A range of instants, its start included and its end not."""

    function = "tstzrange"
    output_field = DateTimeRangeField()


class MeetingQuerySet(TrashableQuerySet["Meeting"]):
    def in_order(self) -> Self:
        return self.order_by("starts_at", "ends_at", "created_at")

    def with_people(self) -> Self:
        """Each with its attendances and their people: one query more, however many meetings."""
        return self.prefetch_related(
            models.Prefetch("attendances", Attendance.objects.with_person().live())
        )

    def with_preparation(self) -> Self:
        """Each with what its application's job asks for, and the sources of use in it: no query.

        They are in `qualities_sought` and `sources_read`.
        """
        from interviews.models.quality import Quality
        from interviews.models.source import Source

        qualities = Quality.objects.filter(application=models.OuterRef("day__application"))
        return self.annotate(
            qualities_sought=ArraySubquery(qualities.as_json()),
            sources_read=ArraySubquery(
                Source.objects.filter(uses__meeting=models.OuterRef("pk")).as_json()
            ),
        )

    def with_day(self) -> Self:
        """Each with its visit, application and company: one query."""
        return self.select_related("day__application__company")

    def takes_place(self) -> Self:
        """Those neither cancelled nor skipped."""
        return self.exclude(status__in=Meeting.OFF)

    def for_calendars(self) -> Self:
        """Each with all that a calendar says of it: two queries."""
        return self.with_day().with_people().select_related("note").in_order()

    def without_samples(self) -> Self:
        """Those of real visits: an invented one has no place in somebody's calendar."""
        return self.filter(day__deleted_at=None, day__application__company__is_sample=False)

    def overlapping(self, starts_at: datetime, ends_at: datetime) -> Self:
        """Those that would break the rule against overlap with a meeting of these instants."""
        return (
            self.live()
            .takes_place()
            .filter(overlap_allowed=False, ends_at__isnull=False)
            .filter(starts_at__lt=ends_at, ends_at__gt=starts_at)
        )


class Meeting(Trashable):
    """One timed block of a visit."""

    class Format(models.TextChoices):
        ONE_ON_ONE = "one_on_one", "one to one"
        PANEL = "panel", "panel"
        GROUP = "group", "group"
        PRESENTATION = "presentation", "presentation"
        TECHNICAL = "technical", "technical"
        TEST = "test", "test"
        TOUR = "tour", "tour"
        MEAL = "meal", "meal"
        HR = "hr", "HR"
        BREAK = "break", "break"
        TRAVEL = "travel", "travel"
        OTHER = "other", "other"

    class Medium(models.TextChoices):
        IN_PERSON = "in_person", "in person"
        VIDEO = "video", "video"
        PHONE = "phone", "phone"

    class Status(models.TextChoices):
        PLANNED = "planned", "planned"
        HELD = "held", "held"
        SKIPPED = "skipped", "skipped"
        CANCELLED = "cancelled", "cancelled"

    OFF = (Status.SKIPPED, Status.CANCELLED)

    # Filled by `with_preparation`.
    qualities_sought: Sequence[dict[str, str]] = ()
    sources_read: Sequence[dict[str, str]] = ()

    day = models.ForeignKey(InterviewDay, models.CASCADE, related_name="meetings")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    time_zone = models.CharField(max_length=64, blank=True, validators=[validate_time_zone])
    title = models.CharField(max_length=200)
    format = models.CharField(max_length=16, choices=Format, default=Format.ONE_ON_ONE)
    medium = models.CharField(max_length=16, choices=Medium, default=Medium.IN_PERSON)
    focus = models.CharField(max_length=200, blank=True)
    location = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=16, choices=Status, default=Status.PLANNED)
    overlap_allowed = models.BooleanField(default=False)
    added_on_the_day = models.BooleanField(default=False)
    # Of the invitation that it came from, to find it again when a later one changes it.
    import_uid = models.CharField(max_length=255, blank=True, editable=False)
    import_sequence = models.PositiveIntegerField(default=0, editable=False)
    # Counted by a trigger: how often what a calendar shows of it has changed.
    sequence = models.PositiveIntegerField(default=0, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "ends_at", "created_at"]
        indexes = [models.Index(fields=["day", "starts_at"], name="meeting_day_start")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="meeting_title_not_blank"),
            models.CheckConstraint(
                condition=models.Q(ends_at=None)
                | models.Q(
                    ends_at__gt=models.F("starts_at"),
                    ends_at__lte=models.F("starts_at") + LONGEST,
                ),
                name="meeting_end_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(time_zone="") | models.Q(IsTimeZone("time_zone")),
                name="meeting_zone_known",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["planned", "held", "skipped", "cancelled"]),
                name="meeting_status_known",
            ),
            ExclusionConstraint(
                name="meeting_no_overlap",
                expressions=[
                    ("day", RangeOperators.EQUAL),
                    (TsTzRange("starts_at", "ends_at"), RangeOperators.OVERLAPS),
                ],
                condition=models.Q(
                    deleted_at=None,
                    ends_at__isnull=False,
                    overlap_allowed=False,
                    status__in=["planned", "held"],
                ),
                # Checked at the end of a statement, so that one may rearrange a whole day.
                deferrable=models.Deferrable.IMMEDIATE,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meeting-detail", args=[self.pk])

    @property
    def zone(self) -> ZoneInfo:
        """The zone that its clock times are entered and shown in: its own, or the visit's."""
        return ZoneInfo(self.time_zone) if self.time_zone else self.day.zone

    @property
    def local_start(self) -> datetime:
        return self.starts_at.astimezone(self.zone)

    @property
    def local_end(self) -> datetime | None:
        return self.ends_at.astimezone(self.zone) if self.ends_at else None

    @property
    def date(self) -> dt.date:
        """The date of the visit on which it starts."""
        return self.starts_at.astimezone(self.day.zone).date()

    def take_status(self, status: str) -> bool:
        """Save another status; False where it would overlap with what took its place meanwhile."""
        try:
            with transaction.atomic():
                self.status = status
                self.save(update_fields=["status", "updated_at"])
        except IntegrityError:
            return False
        return True

    def instants(self) -> list[str | None]:
        """Start and end as they are written into a visit's `moved_from`."""
        return [self.starts_at.isoformat(), self.ends_at.isoformat() if self.ends_at else None]

    def set_instants(self, written: list[str | None]) -> None:
        """Take start and end from what `instants` wrote."""
        start, end = written
        assert start is not None
        self.starts_at = datetime.fromisoformat(start)
        self.ends_at = datetime.fromisoformat(end) if end else None

    def shift(self, old: ZoneInfo, new: ZoneInfo, days: int, *, fold: int | None = None) -> None:
        """Keep the clock times while the visit goes from zone `old` to `new` and so many days on.

        A meeting with a zone of its own keeps its clock times there. `fold` chooses the first (0)
        or second (1) of a clock time that comes twice; without it, as it was.
        """
        if self.time_zone:
            old = new = ZoneInfo(self.time_zone)
        if (old.key, days) == (new.key, 0):
            return  # its instants stay, so there is nothing to choose
        length = self.ends_at - self.starts_at if self.ends_at else None
        self.starts_at = rezoned(self.starts_at, old, new, days, fold)
        if self.ends_at is not None and length is not None:
            self.ends_at = rezoned(self.ends_at, old, new, days, fold)
            if not timedelta(0) < self.ends_at - self.starts_at <= LONGEST:
                self.ends_at = self.starts_at + length

    def restore_on(self, day: dt.date) -> None:
        """Take it out of the trash onto another date of its visit, at the same clock time."""
        local = self.starts_at.astimezone(self.day.zone)
        length = self.ends_at - self.starts_at if self.ends_at else None
        self.starts_at = instant(day, local.time(), self.day.zone)
        self.ends_at = self.starts_at + length if length else None
        self.deleted_at = None
        self.save(update_fields=["starts_at", "ends_at", "deleted_at", "updated_at"])


class AttendanceQuerySet(OwnedQuerySet["Attendance"]):
    def with_person(self) -> Self:
        return self.select_related("person").order_by("created_at", "id")

    def with_meeting(self) -> Self:
        """Each with its meeting, visit, application and company: one query."""
        return self.select_related("meeting__day__application__company")

    def live(self) -> Self:
        """Those whose person and meeting are not in the trash."""
        return self.filter(person__deleted_at=None, meeting__deleted_at=None)


class AtAVisitQuerySet(OwnedQuerySet[M]):
    """Rows that hang on a visit, and perhaps on one of its meetings."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The user's own, without those of a meeting or visit in the trash."""
        return (
            super()
            .visible_to(user)
            .filter(day__deleted_at=None)
            .filter(models.Q(meeting=None) | models.Q(meeting__deleted_at=None))
        )


class Attendance(Owned):
    """A person in a meeting, with one line to remember them by."""

    owner = owner_key(db_index=False)

    class Status(models.TextChoices):
        PLANNED = "planned", "planned"
        MET = "met", "met"
        ABSENT = "absent", "absent"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Interviewer, models.CASCADE, related_name="attendances")
    title = models.CharField("title as printed", max_length=200, blank=True)
    status = models.CharField(max_length=16, choices=Status, default=Status.PLANNED)
    remember = models.CharField(max_length=LONGEST_LINE, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="attendance_once"),
            models.CheckConstraint(
                condition=models.Q(status__in=["planned", "met", "absent"]),
                name="attendance_status_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.meeting}"

    def expect(self, title: str) -> None:
        """Count on the person again, who was marked absent; a title, if given, is the new one."""
        if self.status == self.Status.ABSENT or title not in ("", self.title):
            absent = self.status == self.Status.ABSENT
            self.status = self.Status.PLANNED if absent else self.status
            self.title = title or self.title
            self.save(update_fields=["status", "title", "updated_at"])

    def withdraw(self) -> None:
        """Take the person out of the meeting; with a line to remember them by, as absent."""
        if self.status == self.Status.ABSENT:
            return
        if not self.remember:
            self.delete()
        else:
            self.status = self.Status.ABSENT
            self.save(update_fields=["status", "updated_at"])

    def absorb(self, other: Attendance) -> str:
        """Take over what another attendance of the same meeting knows; the other row goes.

        Returns what finds no room here, a line each, so that it can be kept elsewhere.
        """
        left = []
        if other.remember and other.remember not in self.remember:
            joined = "; ".join(filter(None, (self.remember, other.remember)))
            if len(joined) <= LONGEST_LINE:
                self.remember = joined
            else:
                left.append(other.remember)
        if self.title and other.title not in ("", self.title):
            left.append(other.title)
        self.title = self.title or other.title
        if self.status == self.Status.PLANNED:
            self.status = other.status
        self.save(update_fields=["remember", "title", "status", "updated_at"])
        other.delete()
        return "\n".join(left)
