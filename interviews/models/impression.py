"""Culture fit: what one looks for, and what one saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models

from .day import InterviewDay
from .meeting import Meeting
from .owned import Owned, OwnedQuerySet

if TYPE_CHECKING:
    from .user import User

# Name and prompt of each dimension that everyone starts with.
DEFAULT_DIMENSIONS = (
    ("Welcome and friendliness", "Was I expected? Who greeted me, and did people I passed say hello?"),
    ("Mood and enthusiasm", "Do people light up when they speak of their work? What is the noise of the place?"),
    ("Pace and workload", "How full are the desks, the calendars, the car park at six? Who spoke of evenings?"),
    ("People across levels", "How do managers speak to the people at the door, and of the people who are absent?"),
    ("The supervisor’s style", "Do they ask, explain, decide alone? What happened after the last mistake?"),
    ("The way of working together", "Who solves a problem here: one person, a meeting, a document? Who is asked?"),
    ("Facilities, desks, light and noise", "Where would I sit? Daylight, quiet, tools, safety, the way to work."),
    ("Values against what is said", "What do they claim to care for, and what did I see that shows it or does not?"),
    ("Room to grow", "Who was promoted from within? What did the person before me go on to do?"),
    ("Would I like to work here", "On a grey Tuesday in November, with these people: yes or no, and why?"),
)  # fmt: skip


class DimensionQuerySet(OwnedQuerySet):
    def of(self, user: User) -> list[Dimension]:
        """The user's own list in its order; the first time, it is made from the default one."""
        rows = list(self.visible_to(user))
        if rows:
            return rows
        self.bulk_create(
            [
                Dimension(owner=user, name=name, prompt=prompt, position=position)
                for position, (name, prompt) in enumerate(DEFAULT_DIMENSIONS, start=1)
            ],
            ignore_conflicts=True,
        )
        return list(self.visible_to(user))


class Dimension(Owned):
    """One aspect of culture fit, with a prompt that says what to look for."""

    name = models.CharField(max_length=100)
    prompt = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[DimensionQuerySet] = DimensionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="dimension_name_unique"),
        ]

    def __str__(self) -> str:
        return self.name


class ImpressionQuerySet(OwnedQuerySet):
    def visible_to(self, user: User) -> Self:  # type: ignore[override]
        """The user's own, without those of a meeting or visit in the trash."""
        return (
            super()
            .visible_to(user)
            .filter(day__deleted_at=None)
            .filter(models.Q(meeting=None) | models.Q(meeting__deleted_at=None))
        )

    def unbacked(self) -> Self:
        """Those without an observation yet."""
        return self.filter(observation="")


class Impression(Owned):
    """A rating on one dimension, and the observation behind it, which may follow in the evening."""

    class Rating(models.IntegerChoices):
        BAD_SIGN = -2, "bad sign"
        DOUBT = -1, "some doubt"
        NEUTRAL = 0, "neutral"
        GOOD = 1, "good"
        GREAT = 2, "great sign"

    day = models.ForeignKey(InterviewDay, models.CASCADE, related_name="impressions")
    meeting = models.ForeignKey(
        Meeting, models.CASCADE, null=True, blank=True, related_name="impressions"
    )
    dimension = models.ForeignKey(Dimension, models.RESTRICT, related_name="impressions")
    rating = models.SmallIntegerField(choices=Rating)
    observation = models.TextField(max_length=5_000, blank=True)

    objects: ClassVar[ImpressionQuerySet] = ImpressionQuerySet.as_manager()

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


def quick_impressions(
    meeting: Meeting, dimensions: list[Dimension]
) -> list[tuple[Dimension, Impression | None]]:
    """Each dimension with this meeting's impression on it, if there is one: one query."""
    there = {row.dimension_id: row for row in meeting.impressions.all()}
    return [(dimension, there.get(dimension.pk)) for dimension in dimensions]
