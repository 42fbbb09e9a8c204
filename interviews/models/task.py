"""Tasks: what there is to do before and after a visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models, transaction

from interviews.models.day import InterviewDay
from interviews.models.owned import Owned, OwnedQuerySet, owner_key

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from interviews.models.user import User

LONGEST_TASK = 300  # characters
MOST_DAYS_AWAY = 365
BEFORE, AFTER = "before", "after"

# What everyone's first list has: the stage, the text, and how many days before the visit's first
# date or after its last one it is due.
DEFAULT_TASKS = (
    (BEFORE, "Confirm the invitation, and note the coordinator’s name, title and phone", 10),
    (BEFORE, "Get the agenda with names and titles; ask which meetings are panels", 7),
    (BEFORE, "Ask what to wear, also for the social parts", 7),
    (BEFORE, "Settle in writing who pays for travel, and which receipts count", 7),
    (BEFORE, "Read about products, locations, management and recent news", 4),
    (BEFORE, "Reread the job description and my own application", 2),
    (BEFORE, "Prepare questions for each person", 2),
    (AFTER, "Finish the notes, while they are fresh", 0),
    (AFTER, "Write the thank-you letters", 1),
    (AFTER, "Claim the expenses, with the receipts", 3),
)  # fmt: skip
# What else is worth a thought: one tap adds it.
MORE_TASKS = (
    (BEFORE, "Ask the first contact for information on the job and the company", 9),
    (BEFORE, "Say what I need for diet or access", 7),
    (BEFORE, "Know the salary range for such a post", 3),
    (BEFORE, "Look at the map and plan the way", 2),
    (BEFORE, "Pack copies of the résumé, references, certificates and work samples", 1),
    (BEFORE, "Rest, and go to bed early", 1),
    (AFTER, "Note by when they promised to answer", 0),
    (AFTER, "Ask how things stand, if that date has passed", 14),
)


def more_tasks(texts: Iterable[str]) -> list[str]:
    """What a list of these texts does not have of all that ships."""
    have = set(texts)
    return [text for _, text, _ in (*DEFAULT_TASKS, *MORE_TASKS) if text not in have]


class TaskQuerySet(OwnedQuerySet["Task"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The user's own, without those of a visit in the trash."""
        return super().visible_to(user).filter(day__deleted_at=None)

    def of(self, day: InterviewDay) -> list[Task]:
        """The visit's tasks by the date they are due, each with the visit: one query.

        What has no date comes last; what is due on the same one stands as its user put it.
        """
        rows = list(self.filter(owner_id=day.owner_id, day=day))
        for row in rows:
            row.day = day
        return sorted(rows, key=lambda row: row.due_on or dt.date.max)

    @transaction.atomic
    def begin(self, day: InterviewDay, now: datetime) -> None:
        """Give the visit its first list, once: the user's own last one, else the default one.

        A list that its user has emptied stays empty.
        """
        day.tasks_begun_at = InterviewDay.objects.locked().get(pk=day.pk).tasks_begun_at
        if day.tasks_begun_at is not None:
            return
        self.bulk_create(
            Task(owner_id=day.owner_id, day=day, stage=stage, text=text, days=days, position=n)
            for n, (stage, text, days) in enumerate(self._last_list(day), start=1)
        )
        day.tasks_begun_at = now
        day.save(update_fields=["tasks_begun_at", "updated_at"])

    def _last_list(self, day: InterviewDay) -> list[tuple[str, str, int | None]]:
        earlier = InterviewDay.objects.live().filter(
            owner_id=day.owner_id,
            tasks_begun_at__isnull=False,
            application__company__is_sample=False,
        )
        last = earlier.exclude(pk=day.pk).order_by("-tasks_begun_at").first()
        if last is None:
            return list(DEFAULT_TASKS)
        return list(self.filter(day=last).values_list("stage", "text", "days"))

    def add(self, task: Task) -> None:
        """Save it as the last one of those that are due with it."""
        rows = self.filter(day=task.day_id)
        last = rows.aggregate(last=models.Max("position"))["last"] or 0
        task.position = min(last + 1, 32_767)
        task.save()

    def steps_for(self, task: Task) -> list[str]:
        """Which ways, of “up” and “down”, the task can go among those due on its date."""
        rows = self.of(task.day)
        at = rows.index(task)
        near = {"up": rows[at - 1 : at] if at else [], "down": rows[at + 1 : at + 2]}
        return [way for way, there in near.items() if there and there[0].is_due_with(task)]

    @transaction.atomic
    def move(self, task: Task, by: int) -> bool:
        """Put the task so many places further down (negative: up) among those due on its date.

        False where none of these is there: then the dates say what comes first.
        """
        rows = self.locked().of(task.day)
        at = rows.index(task)
        to = at + by
        if not (0 <= to < len(rows) and rows[to].is_due_with(task)):
            return False
        rows.insert(to, rows.pop(at))
        for position, row in enumerate(rows, start=1):
            row.position = position
        self.bulk_update(rows, ["position"])
        return True


class Task(Owned):
    """One thing to do before or after a visit, due so many days before or after it."""

    class Stage(models.TextChoices):
        BEFORE = BEFORE, "before the visit"
        AFTER = AFTER, "after it"

    owner = owner_key(db_index=False)
    day = models.ForeignKey(InterviewDay, models.CASCADE, related_name="tasks")
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.BEFORE)
    text = models.CharField(max_length=LONGEST_TASK)
    # Before the visit's first date, or after its last one: so it moves with the visit.
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["position", "created_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="task_text_not_blank"),
            models.CheckConstraint(
                condition=models.Q(stage__in=[BEFORE, AFTER]), name="task_stage_known"
            ),
            models.CheckConstraint(
                condition=models.Q(days=None) | models.Q(days__lte=MOST_DAYS_AWAY),
                name="task_days_range",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def due_on(self) -> dt.date | None:
        """The date on which it is due, in the visit's zone; None where it has none.

        Nothing is due before the list was begun: nobody begins with what is overdue.
        """
        day = self.day
        if self.days is None:
            return None
        if self.stage == self.Stage.AFTER:
            return (day.last_date or day.date) + timedelta(days=self.days)
        due = day.date - timedelta(days=self.days)
        if day.tasks_begun_at is None:
            return due
        begun = day.tasks_begun_at.astimezone(day.zone).date()
        return max(due, min(begun, day.date))

    def is_due_with(self, other: Task) -> bool:
        """Whether both stand under the same date of the list."""
        return (self.stage, self.due_on) == (other.stage, other.due_on)

    def is_late(self, today: dt.date) -> bool:
        """Whether it should have been done; what was for before a visit ends with it."""
        due, last = self.due_on, self.day.last_date or self.day.date
        if due is None or due >= today or self.done_at is not None:
            return False
        return self.stage == self.Stage.AFTER or today <= last

    def tick(self, at: datetime | None) -> None:
        """Note that it is done, or with None that it is not."""
        if (self.done_at is None) != (at is None):
            self.done_at = at
            self.save(update_fields=["done_at", "updated_at"])


def shipped_task(text: str) -> tuple[str, str, int] | None:
    """Stage, text and days of what ships under that text; None where nothing does."""
    return next((task for task in (*DEFAULT_TASKS, *MORE_TASKS) if task[1] == text), None)
