"""What came back from the company after a visit: calls, and answers to inquiries."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse

from interviews.models.company import Application
from interviews.models.owned import Owned, OwnedQuerySet, owner_key
from interviews.models.text import LongTextField
from interviews.when import day_name

LONGEST_ANSWER = 10_000  # characters of what was said


class AnswerQuerySet(OwnedQuerySet):
    """Calls or inquiries, the latest first, without those of an application in the trash."""

    def visible_to(self, user) -> Self:  # type: ignore[no-untyped-def] # as its parent
        return super().visible_to(user).filter(application__deleted_at=None)

    def with_application(self) -> Self:
        """Each with its application and company: one query."""
        return self.select_related("application__company")


class Call(Owned):
    """A call from the company: what was said, what it offers, what to ask back."""

    owner = owner_key(db_index=False)
    application = models.ForeignKey(Application, models.CASCADE, related_name="calls")
    at = models.DateTimeField()
    caller = models.CharField(max_length=200, blank=True)
    said = LongTextField(max_length=LONGEST_ANSWER, blank=True)
    pay = models.CharField(max_length=200, blank=True)
    answer_by = models.DateField(null=True, blank=True)
    ask_back = LongTextField(max_length=2_000, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer_by=None)
                | models.Q(answer_by__range=("2000-01-01", "2100-12-31")),
                name="call_answer_by_range",
            ),
        ]

    def __str__(self) -> str:
        return f"call from {self.caller}" if self.caller else "call"

    def get_absolute_url(self) -> str:
        return reverse("answer-edit", args=["call", self.pk])


class Inquiry(Owned):
    """A question to the company where its answer is, and what came back."""

    owner = owner_key(db_index=False)
    application = models.ForeignKey(Application, models.CASCADE, related_name="inquiries")
    asked_on = models.DateField()
    whom = models.CharField(max_length=200, blank=True)
    answer = LongTextField(max_length=LONGEST_ANSWER, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "inquiries"
        ordering = ["-asked_on", "-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(asked_on__range=("2000-01-01", "2100-12-31")),
                name="inquiry_asked_on_range",
            ),
        ]

    def __str__(self) -> str:
        return f"inquiry of {day_name(self.asked_on)}"

    def get_absolute_url(self) -> str:
        return reverse("answer-edit", args=["inquiry", self.pk])
