"""Companies, and the applications that one makes there."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse

from .owned import Trashable, TrashableQuerySet


class CompanyQuerySet(TrashableQuerySet):
    def named(self, name: str) -> Self:
        """Those of that name, in whatever letters."""
        return self.filter(name__iexact=name)


class Company(Trashable):
    """An employer."""

    name = models.CharField(max_length=200)
    website = models.URLField(max_length=500, blank=True)
    industry = models.CharField(max_length=100, blank=True)
    location = models.CharField(max_length=200, blank=True)
    about = models.TextField(max_length=20_000, blank=True)
    culture = models.TextField(
        "what it says of its culture", max_length=20_000, blank=True
    )
    is_sample = models.BooleanField(default=False, editable=False)

    objects: ClassVar[CompanyQuerySet] = CompanyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "companies"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "owner",
                Lower("name"),
                condition=models.Q(deleted_at=None),
                name="company_name_unique",
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="company_name_not_blank"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("company-detail", args=[self.pk])

    def parts(self) -> list[models.QuerySet]:
        from .day import InterviewDay
        from .interviewer import Interviewer
        from .meeting import Meeting

        return [
            Meeting.objects.filter(day__application__company=self),
            InterviewDay.objects.filter(application__company=self),
            Application.objects.filter(company=self),
            Interviewer.objects.filter(company=self),
        ]


class ApplicationQuerySet(TrashableQuerySet):
    def with_company(self) -> Self:
        return self.select_related("company")


class Application(Trashable):
    """One position at one company; made silently with the first visit."""

    class Outcome(models.TextChoices):
        WAITING = "waiting", "waiting"
        OFFER = "offer", "offer"
        REJECTED = "rejected", "rejected"
        WITHDRAWN = "withdrawn", "withdrawn"
        NO_REPLY = "no_reply", "no reply"

    company = models.ForeignKey(Company, models.CASCADE, related_name="applications")
    position = models.CharField(max_length=200)
    job_description = models.TextField(max_length=50_000, blank=True)
    outcome = models.CharField(max_length=16, choices=Outcome, default=Outcome.WAITING)
    heard_on = models.DateField(null=True, blank=True)

    objects: ClassVar[ApplicationQuerySet] = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(position=""), name="application_position_not_blank"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome__in=["waiting", "offer", "rejected", "withdrawn", "no_reply"]),
                name="application_outcome_known",
            ),
            models.CheckConstraint(
                condition=models.Q(heard_on=None)
                | models.Q(heard_on__range=("2000-01-01", "2100-12-31")),
                name="application_heard_on_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}, {self.company}"

    def get_absolute_url(self) -> str:
        return reverse("application-detail", args=[self.pk])

    def parts(self) -> list[models.QuerySet]:
        from .day import InterviewDay
        from .meeting import Meeting

        return [
            Meeting.objects.filter(day__application=self),
            InterviewDay.objects.filter(application=self),
        ]
