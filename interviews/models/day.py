"""InterviewDay: one visit for an application, usually one date, sometimes up to a week."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

from django.db import IntegrityError, models, transaction
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from interviews.models.company import Application
from interviews.models.owned import Trashable, TrashableQuerySet
from interviews.models.text import BoundedJSONField, LongTextField
from interviews.models.time_zone import IsTimeZone, validate_time_zone
from interviews.working_days import working_days_after

if TYPE_CHECKING:
    from interviews.models.meeting import Meeting

MOST_DAYS = 7
ANSWER_WITHIN = 2  # working days


class CannotMoveBackError(Exception):
    """A meeting has no place in the schedule as it was; the message says why, for a person."""


class InterviewDayQuerySet(TrashableQuerySet["InterviewDay"]):
    def with_company(self) -> Self:
        """Each with its application and company: one query."""
        return self.select_related("application__company")

    def with_names(self) -> Self:
        """The same with nothing of both but what a visit's head names: long texts stay behind."""
        days = [field.attname for field in InterviewDay._meta.concrete_fields]
        return self.with_company().only(
            *days,
            "application__company_id",
            "application__position",
            "application__company__name",
            "application__company__is_sample",
        )

    def with_end(self) -> Self:
        """Each with `ends_on`, its last date, and `today`, the date now in its own zone."""
        return self.annotate(
            ends_on=Coalesce("last_date", "date"),
            today=models.Func(
                models.F("time_zone"),
                models.Value(timezone.now(), models.DateTimeField()),
                function="timezone",
                template="(%(function)s(%(expressions)s))::date",
                output_field=models.DateField(),
            ),
        )

    def upcoming(self) -> Self:
        """Those not over yet, the next one first."""
        return (
            self.with_end()
            .filter(ends_on__gte=models.F("today"))
            .exclude(status__in=InterviewDay.OVER)
            .order_by("date", "created_at")
        )

    def past(self) -> Self:
        """Those that are over, completed or cancelled, the latest first."""
        return (
            self.with_end()
            .filter(
                models.Q(ends_on__lt=models.F("today")) | models.Q(status__in=InterviewDay.OVER)
            )
            .order_by("-date", "-created_at")
        )

    def not_over_before(self, since: dt.date) -> Self:
        """Those that end on that date or later and take place, in the order of their dates."""
        days = self.with_end().filter(ends_on__gte=since)
        return days.exclude(status=InterviewDay.Status.CANCELLED).order_by("date", "created_at")

    def waiting(self) -> Self:
        """Those of applications that nobody has answered yet, but for cancelled ones."""
        return self.filter(application__outcome=Application.Outcome.WAITING).exclude(
            status=InterviewDay.Status.CANCELLED
        )

    def held_since(self, since: dt.date) -> Self:
        """Those that took place and ended on that date or later."""
        return self.past().filter(ends_on__gte=since).exclude(status=InterviewDay.Status.CANCELLED)


class InterviewDay(Trashable):
    """A visit; people see that word."""

    class Status(models.TextChoices):
        INVITED = "invited", "invited"
        SCHEDULED = "scheduled", "scheduled"
        RESCHEDULING = "rescheduling", "rescheduling"
        COMPLETED = "completed", "completed"
        CANCELLED = "cancelled", "cancelled"

    class Structure(models.TextChoices):
        STRUCTURED = "structured", "structured: each one has an area"
        UNSTRUCTURED = "unstructured", "unstructured: everyone asks general things"
        MIXED = "mixed", "mixed"
        UNKNOWN = "unknown", "not known yet"

    class Overall(models.TextChoices):
        STRONG_YES = "strong_yes", "strong yes"
        YES = "yes", "yes"
        NO = "no", "no"
        STRONG_NO = "strong_no", "strong no"

    OVER = (Status.COMPLETED, Status.CANCELLED)

    application = models.ForeignKey(Application, models.CASCADE, related_name="days")
    date = models.DateField()
    last_date = models.DateField(null=True, blank=True)
    time_zone = models.CharField(max_length=64, validators=[validate_time_zone])
    address = models.CharField(max_length=500, blank=True)
    structure = models.CharField(max_length=16, choices=Structure, default=Structure.UNKNOWN)
    status = models.CharField(max_length=16, choices=Status, default=Status.SCHEDULED)
    arrival = models.CharField(max_length=300, blank=True)
    travel = LongTextField(max_length=5_000, blank=True)
    dress = models.CharField(max_length=300, blank=True)
    bring = LongTextField(max_length=5_000, blank=True)
    accommodation = LongTextField(max_length=5_000, blank=True)
    overall_impression = models.CharField(max_length=16, choices=Overall, blank=True)
    # When its list of tasks was begun; what was asked before the visit, and of whom.
    tasks_begun_at = models.DateTimeField(null=True, blank=True, editable=False)
    asked_on = models.DateField(null=True, blank=True)
    asked_person = models.ForeignKey(
        "interviews.Interviewer", models.SET_NULL, null=True, blank=True, related_name="asked"
    )
    answered_on = models.DateField(null=True, blank=True)
    moved_from = BoundedJSONField(null=True, blank=True, editable=False)

    objects = InterviewDayQuerySet.as_manager()

    class Meta:
        verbose_name = "visit"
        ordering = ["date", "created_at"]
        indexes = [models.Index(fields=["owner", "date"], name="day_owner_date")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(date__range=("2000-01-01", "2100-12-31")), name="day_date_range"
            ),
            models.CheckConstraint(
                condition=models.Q(last_date=None)
                | models.Q(
                    last_date__gte=models.F("date"),
                    last_date__lte=models.F("date") + timedelta(days=MOST_DAYS - 1),
                ),
                name="day_last_date_range",
            ),
            models.CheckConstraint(condition=IsTimeZone("time_zone"), name="day_zone_known"),
            models.CheckConstraint(
                condition=models.Q(
                    status__in=["invited", "scheduled", "rescheduling", "completed", "cancelled"]
                ),
                name="day_status_known",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    structure__in=["structured", "unstructured", "mixed", "unknown"]
                ),
                name="day_structure_known",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    overall_impression__in=["", "strong_yes", "yes", "no", "strong_no"]
                ),
                name="day_overall_impression_known",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_on=None) | models.Q(asked_on__isnull=False),
                name="day_answered_was_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application.company}, {self.date:%a %-d %b %Y}"

    def get_absolute_url(self) -> str:
        return reverse("visit-detail", args=[self.pk])

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def dates(self) -> list[dt.date]:
        """Its dates in order, the first to the last."""
        length = ((self.last_date or self.date) - self.date).days + 1
        return [self.date + timedelta(days=n) for n in range(length)]

    def is_over(self, now: datetime) -> bool:
        """Whether its last date has passed in its own zone, or it was completed or cancelled."""
        ended = (self.last_date or self.date) < now.astimezone(self.zone).date()
        return ended or self.status in self.OVER

    @property
    def answer_late_from(self) -> dt.date | None:
        """The date from which what was asked before it has waited for more than two working days.

        None where nothing was asked, or it is answered.
        """
        if self.asked_on is None or self.answered_on is not None:
            return None
        return working_days_after(self.asked_on, ANSWER_WITHIN) + timedelta(days=1)

    def is_answer_late(self, today: dt.date) -> bool:
        """Whether what was asked before it has waited for too long."""
        late = self.answer_late_from
        return late is not None and late <= today

    def ask_or_hear(self, did: str, today: dt.date, whom: str | None) -> str:
        """Note that one `asked` or was `answered` today, or neither; says what is noted."""
        if did == "asked":
            self.asked_on, self.answered_on = today, None
            self.asked_person_id = uuid.UUID(whom) if whom else None
            said = "Asked today. Without an answer after two working days, home reminds you."
        elif did == "answered":
            self.asked_on, self.answered_on = self.asked_on or today, today
            said = "Answered today."
        else:
            self.asked_on = self.answered_on = self.asked_person_id = None
            said = "Noted as not asked."
        fields = ["asked_on", "answered_on", "asked_person", "updated_at"]
        self.save(update_fields=fields)
        return said

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come; after a cancelled visit none is."""
        waits = self.application.outcome == Application.Outcome.WAITING
        return waits and self.status != self.Status.CANCELLED

    def parts(self) -> list[models.QuerySet]:
        from interviews.models.meeting import Meeting

        return [Meeting.objects.filter(day=self)]

    def move(
        self, to: dt.date, last: dt.date | None, time_zone: str, *, fold: int | None = None
    ) -> None:
        """Give the visit other dates or another zone; its meetings keep their clock times.

        A meeting with a zone of its own keeps the clock time there. The schedule as it was is kept
        in `moved_from`, for `move_back`. The caller holds the lock on the visit, has seen to
        it that every meeting falls on one of the new dates, and saves the visit's other fields.
        `fold` chooses the first (0) or second (1) of clock times that come twice there.
        """
        before: dict[str, Any] = {
            "date": self.date.isoformat(),
            "last_date": self.last_date.isoformat() if self.last_date else None,
            "time_zone": self.time_zone,
            "meetings": {},
        }
        old, new, days = self.zone, ZoneInfo(time_zone), (to - self.date).days
        meetings = list(self.meetings.all())
        for meeting in meetings:
            before["meetings"][str(meeting.pk)] = meeting.instants()
            meeting.shift(old, new, days, fold=fold)
            before["meetings"][str(meeting.pk)] += meeting.instants()
        self._reschedule(to, last, time_zone, meetings, before)

    def move_back(self) -> None:
        """Undo the last move. Meetings changed since keep their clock time and go back with it.

        Raises CannotMoveBackError where one of those has no place there; then nothing has moved.
        """
        assert self.moved_from is not None
        before: dict[str, Any] = self.moved_from
        to, time_zone = dt.date.fromisoformat(before["date"]), before["time_zone"]
        last = dt.date.fromisoformat(before["last_date"]) if before["last_date"] else None
        old, new, days = self.zone, ZoneInfo(time_zone), (to - self.date).days
        meetings = list(self.meetings.all())
        for meeting in meetings:
            was = before["meetings"].get(str(meeting.pk))
            if was and was[2:] == meeting.instants():
                meeting.set_instants(was[:2])
            else:
                meeting.shift(old, new, days)
            on = meeting.starts_at.astimezone(new).date()
            if meeting.deleted_at is None and not to <= on <= (last or to):
                raise CannotMoveBackError(f"“{meeting.title}” would fall outside of its dates.")
        try:
            self._reschedule(to, last, time_zone, meetings, None)
        except IntegrityError as error:
            if "meeting_no_overlap" not in str(error):
                raise
            raise CannotMoveBackError("Two of its meetings would overlap there.") from error

    def _reschedule(
        self,
        to: dt.date,
        last: dt.date | None,
        time_zone: str,
        meetings: list[Meeting],
        moved_from: dict[str, Any] | None,
    ) -> None:
        from interviews.models.meeting import Meeting

        with transaction.atomic():
            self.date, self.last_date, self.time_zone = to, last, time_zone
            self.moved_from = moved_from
            self.save(update_fields=["date", "last_date", "time_zone", "moved_from", "updated_at"])
            Meeting.objects.bulk_update(meetings, ["starts_at", "ends_at"])


def unanswered(over: Iterable[InterviewDay], ahead: Iterable[InterviewDay]) -> list[InterviewDay]:
    """Of the visits that are over those that nobody has answered, the longest wait first.

    An application waits since its last visit, and not while another one is ahead.
    """
    going_on = {day.application_id for day in ahead}
    last = {day.application_id: day for day in sorted(over, key=ends_on) if day.is_waiting}
    waiting = [day for day in last.values() if day.application_id not in going_on]
    return sorted(waiting, key=ends_on)


def ends_on(day: InterviewDay) -> dt.date:
    """Its last date."""
    return day.last_date or day.date
