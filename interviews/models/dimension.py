"""Dimensions of culture fit: what one looks for at a visit, in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models, transaction

from interviews.models.owned import Owned, OwnedQuerySet

if TYPE_CHECKING:
    from interviews.models.user import User


class Direction(models.TextChoices):
    THEIRS = "theirs", "how they fit me"
    MINE = "mine", "how I fit them"


class ShowsIn(models.TextChoices):
    """Where a dimension shows best: for saying in which coming meeting to look."""

    ANYWHERE = "anywhere", "anywhere"
    TALK = "talk", "face to face"
    TOGETHER = "together", "where several sit together"
    AROUND = "around", "around: tours, meals, the way in and out"


# Name, prompt, direction and place of each dimension that everyone starts with.
DEFAULT_DIMENSIONS = (
    (
        "Welcome and friendliness",
        "Was I expected? Who greeted me, and did people I passed say hello?",
        Direction.THEIRS,
        ShowsIn.AROUND,
    ),
    (
        "Mood and enthusiasm",
        "Do people light up when they speak of their work? What is the noise of the place?",
        Direction.THEIRS,
        ShowsIn.ANYWHERE,
    ),
    (
        "Pace and workload",
        "How full are the desks, the calendars, the car park at six? Who spoke of evenings?",
        Direction.THEIRS,
        ShowsIn.TOGETHER,
    ),
    (
        "People across levels",
        "How do managers speak to the people at the door, and of the people who are absent?",
        Direction.THEIRS,
        ShowsIn.AROUND,
    ),
    (
        "The supervisor’s style",
        "Do they ask, explain, decide alone? What happened after the last mistake?",
        Direction.THEIRS,
        ShowsIn.TALK,
    ),
    (
        "The way of working together",
        "Who solves a problem here: one person, a meeting, a document? Who is asked?",
        Direction.THEIRS,
        ShowsIn.TOGETHER,
    ),
    (
        "Facilities, desks, light and noise",
        "Where would I sit? Daylight, quiet, tools, safety, the way to work.",
        Direction.THEIRS,
        ShowsIn.AROUND,
    ),
    (
        "Values against what is said",
        "What do they claim to care for, and what did I see that shows it or does not?",
        Direction.THEIRS,
        ShowsIn.ANYWHERE,
    ),
    (
        "Room to grow",
        "Who was promoted from within? What did the person before me go on to do?",
        Direction.THEIRS,
        ShowsIn.TALK,
    ),
    (
        "Would I like to work here",
        "On a grey Tuesday in November, with these people: yes or no, and why?",
        Direction.THEIRS,
        ShowsIn.ANYWHERE,
    ),
    (
        "What I can do, and what they need",
        "Which of their questions could I answer with an example? Where had I nothing to show?",
        Direction.MINE,
        ShowsIn.TALK,
    ),
    (
        "My way of working, and theirs",
        "What did I say about how I work that made them nod, and what made them fall silent?",
        Direction.MINE,
        ShowsIn.TOGETHER,
    ),
    (
        "Myself among these people",
        "Could I be as I am? Did the talk flow at the table, and did they ask me back?",
        Direction.MINE,
        ShowsIn.AROUND,
    ),
)


class DimensionQuerySet(OwnedQuerySet["Dimension"]):
    def of(self, user: User) -> list[Dimension]:
        """The user's own list in its order; the first time, it is made from the default one."""
        rows = list(self.visible_to(user))
        if rows:
            return rows
        self.bulk_create(usual(user), ignore_conflicts=True)
        return list(self.visible_to(user))

    def missing(self, user: User) -> list[Dimension]:
        """What the default list has and the user's own has not, unsaved, to come after it."""
        rows = list(self.visible_to(user))
        known, last = {row.name for row in rows}, max((row.position for row in rows), default=0)
        found = [row for row in usual(user) if row.name not in known]
        for position, row in enumerate(found, start=last + 1):
            row.position = min(position, 32_767)
        return found

    def with_uses(self) -> Self:
        """Each with `uses`: how many impressions and must-haves need it, also out of sight."""
        return self.annotate(
            uses=models.Count("impressions", distinct=True)
            + models.Count("must_haves", distinct=True)
        ).order_by("position", "name")

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

    class Weight(models.IntegerChoices):
        NOTHING = 0, "does not count"
        ONCE = 1, "counts once"
        TWICE = 2, "counts twice"
        THRICE = 3, "counts three times"

    name = models.CharField(max_length=100)
    prompt = models.CharField(max_length=300, blank=True)
    direction = models.CharField(max_length=16, choices=Direction, default=Direction.THEIRS)
    shows_in = models.CharField(max_length=16, choices=ShowsIn, default=ShowsIn.ANYWHERE)
    weight = models.PositiveSmallIntegerField(choices=Weight, default=Weight.ONCE)
    position = models.PositiveSmallIntegerField(default=0)

    objects = DimensionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="dimension_name_unique"),
            models.CheckConstraint(
                condition=models.Q(direction__in=["theirs", "mine"]),
                name="dimension_direction_known",
            ),
            models.CheckConstraint(
                condition=models.Q(shows_in__in=["anywhere", "talk", "together", "around"]),
                name="dimension_shows_in_known",
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gte=0, weight__lte=3), name="dimension_weight_range"
            ),
        ]

    def __str__(self) -> str:
        return self.name


def usual(user: User) -> list[Dimension]:
    """The default list as rows of the user's, unsaved."""
    return [
        Dimension(
            owner=user,
            name=name,
            prompt=prompt,
            direction=direction,
            shows_in=place,
            position=position,
        )
        for position, (name, prompt, direction, place) in enumerate(DEFAULT_DIMENSIONS, start=1)
    ]
