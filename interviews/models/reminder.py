"""Reminders by mail: which ones a user chose, and which have been sent."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction

from interviews.models.owned import Owned, OwnedQuerySet

if TYPE_CHECKING:
    from interviews.models.user import User

# A run that began to send and never said how it ended has died; the next one tries again.
DIED_AFTER = timedelta(hours=1)


class ReminderQuerySet(OwnedQuerySet["Reminder"]):
    @transaction.atomic
    def choose(self, user: User, kinds: set[str]) -> None:
        """Make these the user's reminders, and no others."""
        self.visible_to(user).exclude(kind__in=kinds).delete()
        rows = [Reminder(owner=user, kind=kind) for kind in sorted(kinds)]
        self.bulk_create(rows, ignore_conflicts=True)


class SentReminderQuerySet(OwnedQuerySet["SentReminder"]):
    @transaction.atomic
    def claim(self, owner_id: int, about: uuid.UUID, key: str, at: datetime) -> SentReminder | None:
        """The row for a mail that is to go now; None where it has gone, or another run sends it."""
        made = SentReminder(owner_id=owner_id, about=about, key=key, claimed_at=at)
        self.bulk_create([made], ignore_conflicts=True)
        row = self.locked().get(owner_id=owner_id, about=about, key=key)
        died = row.sent_at is None and row.claimed_at <= at - DIED_AFTER
        if row.pk != made.pk and not died:
            return None
        row.claimed_at = at
        row.save(update_fields=["claimed_at", "updated_at"])
        return row


class Reminder(Owned):
    """One kind of reminder that a user wants; nobody gets any by default."""

    class Kind(models.TextChoices):
        EVENING_BEFORE = "evening_before", "the evening before a visit"
        UNKNOWN_LATE = "unknown_late", "when what I asked before a visit is not answered"
        LETTERS_DUE = "letters_due", "when thank-you letters are due, and when they are overdue"
        INQUIRY_DUE = "inquiry_due", "when it is time to inquire"
        ANSWER_DUE = "answer_due", "the day before an offer must be answered"

    kind = models.CharField(max_length=16, choices=Kind)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "kind"], name="reminder_once"),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=[
                        "evening_before", "unknown_late", "letters_due", "inquiry_due",
                        "answer_due",
                    ]
                ),
                name="reminder_kind_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_kind_display()


class SentReminder(Owned):
    """That one reminder was sent, so that no later run sends it again.

    `about` is the id of the visit or application, `key` what it says of it (“overdue, 2026-11-24”).
    It is claimed before the mail goes, and said to be sent after.
    """

    about = models.UUIDField()
    key = models.CharField(max_length=64)
    claimed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = SentReminderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "about", "key"], name="sent_reminder_once"),
        ]

    def __str__(self) -> str:
        return self.key

    def mark_sent(self, at: datetime) -> None:
        self.sent_at = at
        self.save(update_fields=["sent_at", "updated_at"])
