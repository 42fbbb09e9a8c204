"""What an application has to fulfil, written down before an offer makes one forgetful."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models
from django.urls import reverse

from interviews.models.company import Application
from interviews.models.dimension import Dimension
from interviews.models.impression import Impression
from interviews.models.owned import Owned, OwnedQuerySet, owner_key

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from interviews.models.user import User


class MustHaveQuerySet(OwnedQuerySet["MustHave"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The user's own, without those of an application in the trash."""
        return super().visible_to(user).filter(application__deleted_at=None)

    def standing(self) -> Self:
        """Those that were not dropped."""
        return self.filter(dropped_on=None)


class MustHave(Owned):
    """Something without which the answer is no.

    With a dimension and a limit, what was seen of it decides; else the user says so. What happens
    to it once there is an offer stays visible, with its date: it is allowed, and one should know.
    """

    owner = owner_key(db_index=False)

    class Met(models.TextChoices):
        UNKNOWN = "unknown", "not known yet"
        MET = "met", "met"
        UNMET = "unmet", "not met"

    application = models.ForeignKey(Application, models.CASCADE, related_name="must_haves")
    text = models.CharField(max_length=300)
    dimension = models.ForeignKey(
        Dimension, models.RESTRICT, null=True, blank=True, related_name="must_haves"
    )
    # The least that the mean of its dimension may be.
    limit = models.SmallIntegerField(choices=Impression.Rating, null=True, blank=True)
    met = models.CharField(max_length=16, choices=Met, default=Met.UNKNOWN)
    written_on = models.DateField()
    # What happened to it while there was an offer.
    after_offer = models.BooleanField(default=False, editable=False)
    changed_on = models.DateField(null=True, blank=True, editable=False)
    was = models.CharField(max_length=500, blank=True, editable=False)
    dropped_on = models.DateField(null=True, blank=True, editable=False)
    # What was said of it when the offer came, once that was said anew.
    met_was = models.CharField(max_length=16, choices=Met, blank=True, editable=False)

    objects = MustHaveQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="must_have_not_blank"),
            models.CheckConstraint(
                condition=models.Q(limit=None)
                | models.Q(limit__gte=-2, limit__lte=2, dimension__isnull=False),
                name="must_have_limit_of_dimension",
            ),
            models.CheckConstraint(
                condition=models.Q(met__in=["unknown", "met", "unmet"]),
                name="must_have_met_known",
            ),
            models.CheckConstraint(
                condition=models.Q(met_was__in=["", "unknown", "met", "unmet"]),
                name="must_have_met_was_known",
            ),
            *(
                models.CheckConstraint(
                    condition=models.Q(**{field: None})
                    | models.Q(**{f"{field}__range": ("2000-01-01", "2100-12-31")}),
                    name=f"must_have_{field}_range",
                )
                for field in ("written_on", "changed_on", "dropped_on")
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("must-have-edit", args=[self.pk])

    @property
    def limit_in_words(self) -> str:
        """“below +1 it is a no”; nothing where there is no limit."""
        return (
            "" if self.limit is None else f"below {Impression.Rating(self.limit).sign} it is a no"
        )

    @property
    def in_words(self) -> str:
        """All that it demands, for saying what it was before it was changed."""
        if self.limit is None:
            return self.text
        return f"{self.text} ({self.dimension}: {self.limit_in_words})"

    @property
    def said_before(self) -> str:
        """What was said of it when the offer came, in words; nothing where that stands."""
        if self.limit is not None or self.met_was in ("", self.Met.UNKNOWN, self.met):
            return ""
        return str(self.Met(self.met_was).label)

    @property
    def late(self) -> str:
        """What happened to it once there was an offer, in words; nothing where nothing did."""
        if self.dropped_on:
            return "given up after the offer"
        if self.changed_on:
            return "changed after the offer"
        if self.after_offer:
            return "written after the offer"
        return f"“{self.said_before}” before the offer" if self.said_before else ""

    def say(self, met: str) -> None:
        """Say whether it is met; what was said when the offer came stays to be seen."""
        if self.application.outcome == Application.Outcome.OFFER and not self.after_offer:
            self.met_was = self.met_was or self.met
        self.met = met

    def note_change(self, was: str, on: dt.date) -> None:
        """Remember what it demanded when the offer came; a later change keeps the first wording."""
        if self.application.outcome != Application.Outcome.OFFER or was == self.in_words:
            return
        self.changed_on = on
        self.was = self.was or ("" if self.after_offer else was)

    def drop(self, on: dt.date) -> bool:
        """Give it up; False where it stays to be seen as dropped, for there is an offer."""
        if self.application.outcome != Application.Outcome.OFFER or self.after_offer:
            self.delete()
            return True
        self.dropped_on = on
        self.save(update_fields=["dropped_on", "updated_at"])
        return False
