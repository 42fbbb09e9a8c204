"""Culture fit: what one looks for, and what one saw."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db import models, transaction

from interviews.models.day import InterviewDay
from interviews.models.meeting import AtAVisitQuerySet, Attendance, Meeting
from interviews.models.owned import Owned, OwnedQuerySet, owner_key
from interviews.models.text import LongTextField, keep_both

if TYPE_CHECKING:
    from interviews.models.user import User

# Name and prompt of each dimension that everyone starts with.
DEFAULT_DIMENSIONS = (
    (
        "Welcome and friendliness",
        "Was I expected? Who greeted me, and did people I passed say hello?",
    ),
    (
        "Mood and enthusiasm",
        "Do people light up when they speak of their work? What is the noise of the place?",
    ),
    (
        "Pace and workload",
        "How full are the desks, the calendars, the car park at six? Who spoke of evenings?",
    ),
    (
        "People across levels",
        "How do managers speak to the people at the door, and of the people who are absent?",
    ),
    (
        "The supervisor’s style",
        "Do they ask, explain, decide alone? What happened after the last mistake?",
    ),
    (
        "The way of working together",
        "Who solves a problem here: one person, a meeting, a document? Who is asked?",
    ),
    (
        "Facilities, desks, light and noise",
        "Where would I sit? Daylight, quiet, tools, safety, the way to work.",
    ),
    (
        "Values against what is said",
        "What do they claim to care for, and what did I see that shows it or does not?",
    ),
    (
        "Room to grow",
        "Who was promoted from within? What did the person before me go on to do?",
    ),
    (
        "Would I like to work here",
        "On a grey Tuesday in November, with these people: yes or no, and why?",
    ),
)


class DimensionQuerySet(OwnedQuerySet["Dimension"]):
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

    def with_uses(self) -> Self:
        """Each with `uses`: how many impressions rate it, those in the trash too."""
        return self.annotate(uses=models.Count("impressions")).order_by("position", "name")

    @transaction.atomic
    def move(self, dimension: Dimension, by: int) -> None:
        """Put the dimension so many places further down its owner's list (negative: up)."""
        rows = list(self.filter(owner_id=dimension.owner_id).locked().order_by("pk"))
        rows.sort(key=lambda row: (row.position, row.name))
        at = rows.index(dimension)
        rows.insert(max(0, at + by), rows.pop(at))
        for position, row in enumerate(rows, start=1):
            row.position = position
        self.bulk_update(rows, ["position"])


class Dimension(Owned):
    """One aspect of culture fit, with a prompt that says what to look for."""

    name = models.CharField(max_length=100)
    prompt = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = DimensionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="dimension_name_unique"),
        ]

    def __str__(self) -> str:
        return self.name


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


def quick_impressions(
    meeting: Meeting, dimensions: Iterable[Dimension]
) -> list[tuple[Dimension, Impression | None]]:
    """Each dimension with what that meeting showed of it, None where nothing yet: one query."""
    rated = {impression.dimension_id: impression for impression in meeting.impressions.all()}
    return [(dimension, rated.get(dimension.pk)) for dimension in dimensions]
