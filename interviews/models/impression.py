"""Impressions: what one saw of each dimension, and the observation behind it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from django.db import models, transaction

from interviews.models.day import InterviewDay
from interviews.models.dimension import Dimension
from interviews.models.meeting import AtAVisitQuerySet, Attendance, Meeting
from interviews.models.owned import Owned, owner_key
from interviews.models.text import LongTextField, keep_both

if TYPE_CHECKING:
    from interviews.models.user import User


class ImpressionQuerySet(AtAVisitQuerySet["Impression"]):
    def unbacked(self) -> Self:
        """Those without an observation yet."""
        return self.filter(observation="")

    def with_place(self) -> Self:
        """Each with its dimension and meeting, and who was there: two queries."""
        people = Attendance.objects.with_person().live().exclude(status=Attendance.Status.ABSENT)
        return self.select_related("dimension", "meeting").prefetch_related(
            models.Prefetch("meeting__attendances", people)
        )


class Impression(Owned):
    """A rating on one dimension, and the observation behind it, which may follow in the evening."""

    owner = owner_key(db_index=False)

    class Rating(models.IntegerChoices):
        BAD_SIGN = -2, "bad sign"
        DOUBT = -1, "some doubt"
        NEUTRAL = 0, "neutral"
        GOOD = 1, "good"
        GREAT = 2, "great sign"

        @property
        def sign(self) -> str:
            """The number as people read it: −2, 0, +1."""
            return f"{self.value:+d}".replace("-", "−") if self.value else "0"

    day = models.ForeignKey(InterviewDay, models.CASCADE, related_name="impressions")
    meeting = models.ForeignKey(
        Meeting, models.CASCADE, null=True, blank=True, related_name="impressions"
    )
    dimension = models.ForeignKey(Dimension, models.RESTRICT, related_name="impressions")
    rating = models.SmallIntegerField(choices=Rating)
    observation = LongTextField(max_length=5_000, blank=True)

    objects = ImpressionQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating__gte=-2, rating__lte=2), name="impression_rating_range"
            ),
            models.UniqueConstraint(
                fields=["day", "meeting", "dimension"],
                nulls_distinct=False,
                name="impression_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dimension}: {self.get_rating_display()}"

    @property
    def sign(self) -> str:
        """Its rating as people read it: −2, 0, +1."""
        return self.Rating(self.rating).sign

    @cached_property
    def people(self) -> list[str]:
        """Who was there, by name; a page that knows them already sets it."""
        return [a.person.name for a in self.meeting.attendances.all()] if self.meeting else []

    @classmethod
    @transaction.atomic
    def record(
        cls,
        day: InterviewDay,
        meeting: Meeting | None,
        dimension: Dimension,
        rating: int,
        *,
        observation: str = "",
        was: str = "",
    ) -> Impression:
        """Rate the dimension at that place, anew or again; see `observe` for the observation.

        There is one impression per place and dimension, also when two requests race.
        """
        impression, made = cls.objects.locked().get_or_create(
            day=day,
            meeting=meeting,
            dimension=dimension,
            defaults={"owner_id": day.owner_id, "rating": rating, "observation": observation},
        )
        if not made:
            impression.rating = rating
            impression.observe(observation, was)
            impression.save(update_fields=["rating", "observation", "updated_at"])
        return impression

    def observe(self, text: str, was: str) -> None:
        """Take over an observation that was written where `was` stood; no sentence is lost."""
        self.observation = keep_both(self.observation, text, was)


def quick_impressions(user: User, meeting: Meeting) -> list[tuple[Dimension, Impression | None]]:
    """Each dimension with what that meeting showed of it, None where nothing yet: one query."""
    seen = models.FilteredRelation(
        "impressions", condition=models.Q(impressions__meeting=meeting.pk)
    )
    rows = Dimension.objects.annotate(seen=seen).select_related("seen").of(user)  # type: ignore[misc]
    return [(row, getattr(row, "seen", None)) for row in rows]
