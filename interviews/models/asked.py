"""What the candidate was asked, what they answered, and how that landed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import connection, models
from django.db.models.functions import RowNumber
from django.urls import reverse

from interviews.models.meeting import Attendance, Meeting
from interviews.models.owned import Owned, OwnedQuerySet, owner_key, uuid7
from interviews.models.question import LONGEST_ANSWER
from interviews.models.text import LongTextField

if TYPE_CHECKING:
    import uuid

    from django.contrib.auth.models import AnonymousUser

    from interviews.models.day import InterviewDay
    from interviews.models.user import User

LONGEST_ASKED = 500  # characters


@dataclass(frozen=True, slots=True)
class Like:
    """A question like another one; `alike` from 0 to 1, `near` says of which visit or company."""

    asked: AskedQuestion
    alike: float
    near: int

    ANYWHERE: ClassVar[int] = 0
    COMPANY: ClassVar[int] = 1
    VISIT: ClassVar[int] = 2


SAME = 0.6  # as alike as that, two texts are taken for the same question
# A function of the database, for under row-level security PostgreSQL uses no index of trigrams.
LIKE = "SELECT id, alike, near FROM public.second_look_like_asked(%s, %s, %s, %s)"


class AskedQuestionQuerySet(OwnedQuerySet["AskedQuestion"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The user's own, without those of a meeting in the trash."""
        return super().visible_to(user).filter(meeting__deleted_at=None)

    def of_visit(self, day: InterviewDay) -> Self:
        """All of a visit in the order of its day, each with who heard the answer: two queries."""
        rows = self.filter(meeting__day=day).select_related("meeting").with_people()
        return rows.order_by("meeting__starts_at", "created_at", "id")

    def with_people(self) -> Self:
        """Each with who was in its meeting: one query more."""
        people = Attendance.objects.with_person().live().exclude(status=Attendance.Status.ABSENT)
        return self.prefetch_related(models.Prefetch("meeting__attendances", people))

    def like(
        self,
        text: str,
        day: InterviewDay | None = None,
        without: AskedQuestion | None = None,
        most: int = 5,
    ) -> list[Like]:
        """Questions like this text, each with its place and people: those of that visit first.

        It looks through what the user of the request was asked, whom the second lock knows; without
        one it finds nothing. Three queries.
        """
        found = self.like_ids(text, day, without, most)
        rows = self.with_place().with_people().in_bulk([pk for pk, _, _ in found]) if found else {}
        return [Like(rows[pk], alike, near) for pk, alike, near in found if pk in rows]

    def like_ids(
        self,
        text: str,
        day: InterviewDay | None = None,
        without: AskedQuestion | None = None,
        most: int = 5,
    ) -> list[tuple[uuid.UUID, float, int]]:
        """The same as (id, how alike, how near): one query."""
        values = [text, day.pk if day else None, without.pk if without else None, most]
        with connection.cursor() as cursor:
            cursor.execute(LIKE, values)
            found: list[tuple[uuid.UUID, float, int]] = cursor.fetchall()
        return found

    def same_as(self, text: str, without: AskedQuestion | None = None) -> AskedQuestion | None:
        """The question that this text most likely is again, in other words; two queries."""
        found = [
            (alike, pk)
            for pk, alike, _ in self.like_ids(text, without=without, most=20)
            if alike >= SAME
        ]
        return self.get(pk=max(found)[1]) if found else None

    def most_asked(self, most: int = 20, best: int = 3) -> list[tuple[int, list[AskedQuestion]]]:
        """The most asked questions: how often, and the answers that landed best; three queries."""
        counts = self.order_by().values_list("group").annotate(n=models.Count("pk"))
        top = list(counts.order_by("-n", "group")[:most])
        landed_best = (models.F("landed").desc(nulls_last=True), models.F("created_at").desc())
        rank = models.Window(RowNumber(), partition_by=models.F("group"), order_by=landed_best)
        rows = self.filter(group__in=[group for group, _ in top]).annotate(rank=rank)
        kept: dict[uuid.UUID, list[AskedQuestion]] = defaultdict(list)
        for row in rows.filter(rank__lte=best).with_place().with_people().order_by("rank"):
            kept[row.group].append(row)
        return [(n, kept[group]) for group, n in top if kept[group]]

    def with_place(self) -> Self:
        """Each with its meeting, visit, application and company: one query."""
        return self.select_related("meeting__day__application__company")


class AskedQuestion(Owned):
    """A question that the candidate was asked in a meeting.

    Rows of one `group` are the same question in other words, wherever they were asked.
    """

    class Tag(models.TextChoices):
        PAY = "pay", "pay"
        NOTICE = "notice", "notice period"
        START = "start", "earliest start"

    class Landed(models.IntegerChoices):
        BADLY = -2, "badly"
        NOT_QUITE = -1, "not quite"
        SO_SO = 0, "so so"
        WELL = 1, "well"
        VERY_WELL = 2, "very well"

        @property
        def sign(self) -> str:
            """The number as people read it: −2, 0, +1."""
            return f"{self.value:+d}".replace("-", "−") if self.value else "0"

    owner = owner_key(db_index=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="asked_questions")
    text = models.CharField("what they asked", max_length=LONGEST_ASKED)
    answer = LongTextField("what I answered", max_length=LONGEST_ANSWER, blank=True)
    landed = models.SmallIntegerField("how it landed", choices=Landed, null=True, blank=True)
    tag = models.CharField("it was about", max_length=8, choices=Tag, blank=True)
    told = models.CharField("what I told them", max_length=100, blank=True)
    group = models.UUIDField(default=uuid7, editable=False)

    objects = AskedQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["group"], name="asked_group")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="asked_text_not_blank"),
            models.CheckConstraint(
                condition=models.Q(landed=None) | models.Q(landed__gte=-2, landed__lte=2),
                name="asked_landed_range",
            ),
            models.CheckConstraint(
                condition=models.Q(tag__in=["", "pay", "notice", "start"]), name="asked_tag_known"
            ),
            models.CheckConstraint(
                condition=models.Q(told="") | ~models.Q(tag=""), name="asked_told_has_tag"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("asked-edit", args=[self.pk])

    @property
    def sign(self) -> str:
        """How it landed as people read it: −2, 0, +1; nothing where it is not said."""
        return "" if self.landed is None else self.Landed(self.landed).sign

    def join(self, other: AskedQuestion) -> None:
        """Say that both are the same question; all that are one with this one come along."""
        rows = AskedQuestion.objects.filter(owner_id=self.owner_id, group=self.group)
        rows.update(group=other.group)
        self.group = other.group

    def part(self) -> None:
        """Say that it is not the same question as the others of its group."""
        self.group = uuid7()
        self.save(update_fields=["group", "updated_at"])
