"""AgendaImport: the recruiter's mail as it came, what was read in it, and what it made."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.urls import reverse

from interviews.models.day import InterviewDay
from interviews.models.owned import Owned, OwnedQuerySet
from interviews.models.text import BoundedJSONField, LongTextField

if TYPE_CHECKING:
    from interviews.models.user import User

LONGEST_MAIL = 200_000  # characters
WAITS = timedelta(days=7)  # how long one that was not kept with a visit can be gone back to
TOO_MUCH_MADE = "interviews_agendaimport_made_check"  # the limit of what can be undone
MOST_WAITING = 20  # of one user


class AgendaImportQuerySet(OwnedQuerySet["AgendaImport"]):
    def of(self, day: InterviewDay) -> Self:
        """Those kept with that visit; `is_read` instead of what was read in them."""
        is_read = models.Q(agenda__has_key="meetings")
        return self.filter(day=day).defer("agenda").annotate(is_read=is_read)

    def waiting(self) -> Self:
        """Those that were read, and not kept with a visit yet, the latest first."""
        return self.filter(day=None)

    def forget_old(self, user: User, now: datetime) -> None:
        """Delete what the user pasted and did not keep: what is old, and what is too much."""
        mine = self.visible_to(user).waiting()
        latest = mine.filter(created_at__gt=now - WAITS).values_list("pk", flat=True)
        mine.exclude(pk__in=list(latest[: MOST_WAITING - 1])).delete()


class AgendaImport(Owned):
    """The recruiter's mail, kept with the visit as it came.

    One that is only looked over has no visit yet; it waits for a week, and no page lists it.
    """

    day = models.ForeignKey(
        InterviewDay, models.CASCADE, null=True, blank=True, related_name="imports"
    )
    text = LongTextField(max_length=LONGEST_MAIL)
    received_on = models.DateField(null=True, blank=True)
    # What was read in it, as `interviews.importing.stored` writes it; empty where nothing was.
    agenda = BoundedJSONField(default=dict, editable=False)
    # What keeping it made and changed, for undoing all of it at once; empty where it did neither.
    made = BoundedJSONField(default=dict, editable=False)

    objects = AgendaImportQuerySet.as_manager()

    class Meta:
        verbose_name = "agenda mail"
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="agenda_import_not_blank"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def get_absolute_url(self) -> str:
        """Where it is looked over, or once it is kept, where it can be read."""
        if self.day_id is None:
            return reverse("agenda-preview", args=[self.pk])
        return reverse("visit-mail", args=[self.day_id])
