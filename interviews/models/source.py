"""Sources: what was read about a company, and what one learned from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models, transaction
from django.db.models.functions import JSONObject

from interviews.models.company import Company
from interviews.models.meeting import Meeting
from interviews.models.owned import Owned, OwnedQuerySet, owner_key
from interviews.models.question import PlannedQuestion, Question
from interviews.models.text import LongTextField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AnonymousUser

    from interviews.models.user import User


class SourceQuerySet(OwnedQuerySet["Source"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The user's own, without those on a company in the trash."""
        return super().visible_to(user).filter(company__deleted_at=None)

    def of(self, company_id: object) -> Self:
        """Those on that company."""
        return self.filter(company=company_id)

    def with_uses(self) -> Self:
        """Each with the meetings and the questions that it is of use in: one query more."""
        live = SourceUse.objects.filter(meeting__deleted_at=None)
        uses = live.select_related("meeting", "question").order_by("meeting__starts_at", "id")
        return self.prefetch_related(models.Prefetch("uses", uses))

    def as_json(self) -> models.QuerySet[Any, Any]:
        """Title and what was learned in one value each, for a subquery of another row."""
        return self.order_by("created_at", "id").values(
            json=JSONObject(title="title", learned="learned")
        )

    def read(self) -> Self:
        return self.filter(read_on__isnull=False)


class Source(Owned):
    """Something to read about a company: read when it has a date."""

    owner = owner_key(db_index=False)

    class Kind(models.TextChoices):
        WEB_PAGE = "web_page", "web page"
        PERIODICAL = "periodical", "periodical"
        REPORT = "report", "report"
        PERSON = "person", "person"
        FIRST_INTERVIEW = "first_interview", "first interview"

    company = models.ForeignKey(Company, models.CASCADE, related_name="sources")
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.WEB_PAGE)
    title = models.CharField(max_length=200)
    address = models.URLField(max_length=500, blank=True)
    read_on = models.DateField(null=True, blank=True)
    learned = LongTextField(max_length=20_000, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="source_title_not_blank"),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["web_page", "periodical", "report", "person", "first_interview"]
                ),
                name="source_kind_known",
            ),
            models.CheckConstraint(
                condition=models.Q(read_on=None)
                | models.Q(read_on__range=("2000-01-01", "2100-12-31")),
                name="source_read_on_range",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @transaction.atomic
    def use_in(self, meetings: Iterable[Meeting], *, out_of: Iterable[Meeting]) -> None:
        """Be of use in these meetings, and in no others out of those."""
        meetings = list(meetings)
        gone = {meeting.pk for meeting in out_of} - {meeting.pk for meeting in meetings}
        self.uses.filter(meeting__in=gone).delete()
        SourceUse.objects.bulk_create(
            [SourceUse(owner_id=self.owner_id, source=self, meeting=m) for m in meetings],
            ignore_conflicts=True,
        )

    @transaction.atomic
    def use_as(self, text: str, meetings: Iterable[Meeting]) -> None:
        """Be of use as that question of the bank, or a new one, planned for these meetings."""
        question, _ = Question.objects.get_or_create(
            owner_id=self.owner_id, text=text, defaults={"topic": Question.Topic.ORGANIZATION}
        )
        SourceUse.objects.bulk_create(
            [SourceUse(owner_id=self.owner_id, source=self, question=question)],
            ignore_conflicts=True,
        )
        PlannedQuestion.plan(meetings, [question])


class SourceUseQuerySet(OwnedQuerySet["SourceUse"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The user's own, without those of a source on a company in the trash."""
        return super().visible_to(user).filter(source__company__deleted_at=None)


class SourceUse(Owned):
    """Where a source is of use: in a meeting, or as a question."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="uses")
    meeting = models.ForeignKey(
        Meeting, models.CASCADE, null=True, blank=True, related_name="source_uses"
    )
    question = models.ForeignKey(
        Question, models.CASCADE, null=True, blank=True, related_name="source_uses"
    )

    objects = SourceUseQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "meeting"], name="source_use_meeting_once"),
            models.UniqueConstraint(fields=["source", "question"], name="source_use_question_once"),
            models.CheckConstraint(
                condition=models.Q(meeting=None, question__isnull=False)
                | models.Q(meeting__isnull=False, question=None),
                name="source_use_in_one_place",
            ),
        ]

    def __str__(self) -> str:
        return str(self.meeting or self.question)
