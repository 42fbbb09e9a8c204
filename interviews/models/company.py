"""Companies, and the applications that one makes there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.db.models.functions import Coalesce, Lower
from django.db.models.lookups import Exact
from django.urls import reverse

from interviews.models.owned import Trashable, TrashableQuerySet, owner_key
from interviews.models.text import LongTextField

if TYPE_CHECKING:
    from interviews.models.day import InterviewDay


class CompanyQuerySet(TrashableQuerySet["Company"]):
    def named(self, name: str) -> Self:
        """Those of that name, in whatever letters; as `company_name_unique` compares them."""
        return self.filter(Exact(Lower("name"), Lower(models.Value(name))))

    def with_people(self) -> Self:
        """Those of which one knows people, by name."""
        from interviews.models.interviewer import Interviewer

        known = Interviewer.objects.live().filter(company=models.OuterRef("pk"))
        return self.filter(models.Exists(known)).order_by(Lower("name"))

    def with_counts(self) -> Self:
        """Each with `application_count` and `person_count`: no query more."""
        from interviews.models.interviewer import Interviewer

        return self.annotate(
            application_count=count_of(Application.objects.live()),
            person_count=count_of(Interviewer.objects.live()),
        )


def count_of(rows: models.QuerySet) -> Coalesce:
    """How many of these rows belong to the company of the outer query."""
    counted = rows.filter(company=models.OuterRef("pk")).order_by().values("company")
    return Coalesce(models.Subquery(counted.annotate(n=models.Count("pk")).values("n")), 0)


class Company(Trashable):
    """An employer."""

    owner = owner_key(db_index=False)
    name = models.CharField(max_length=200)
    website = models.URLField(max_length=500, blank=True)
    industry = models.CharField(max_length=100, blank=True)
    location = models.CharField(max_length=200, blank=True)
    about = LongTextField(max_length=20_000, blank=True)
    culture = LongTextField("what it says of its culture", max_length=20_000, blank=True)
    is_sample = models.BooleanField(default=False, editable=False)

    objects = CompanyQuerySet.as_manager()

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
        from interviews.models.day import InterviewDay
        from interviews.models.interviewer import Interviewer
        from interviews.models.meeting import Meeting

        return [
            Meeting.objects.filter(day__application__company=self),
            InterviewDay.objects.filter(application__company=self),
            Application.objects.filter(company=self),
            Interviewer.objects.filter(company=self),
        ]

    @transaction.atomic
    def absorb(self, other: Company) -> None:
        """Take over the applications, the people and all that is written of `other`, which goes.

        Empty fields are filled; what is written in both is joined, so that nothing is lost.
        """
        other.applications.update(company=self)
        other.people.update(company=self)
        other.sources.update(company=self)
        for field in ("about", "culture", "website", "industry", "location"):
            mine, theirs = getattr(self, field), getattr(other, field)
            if not mine:
                setattr(self, field, theirs)
            elif theirs not in ("", mine):
                longer = "culture" if field == "culture" else "about"
                setattr(self, longer, f"{getattr(self, longer)}\n\n{theirs}".strip())
        self.save()
        other.delete()


class ApplicationQuerySet(TrashableQuerySet["Application"]):
    def with_company(self) -> Self:
        return self.select_related("company")

    def with_visits(self) -> Self:
        """Each with its live visits as `visits`, the latest first: one query more."""
        from interviews.models.day import InterviewDay

        days = InterviewDay.objects.live().order_by("-date", "-created_at")
        return self.prefetch_related(models.Prefetch("days", days, to_attr="visits"))

    def worth_comparing(self) -> Self:
        """Those with a visit; first the offers, then what is open, each the latest first."""
        from interviews.models.day import InterviewDay

        visits = InterviewDay.objects.live().filter(application=models.OuterRef("pk"))
        open_first = models.Case(
            models.When(outcome="offer", then=0), models.When(outcome="waiting", then=1), default=2
        )
        return self.filter(models.Exists(visits)).order_by(open_first, "-created_at", "pk")

    def undecided(self) -> Self:
        """Those with an offer that wants an answer by some date."""
        offers = self.filter(outcome=Application.Outcome.OFFER, answer_by__isnull=False)
        return offers.filter(decision__in=["", Application.Decision.DECIDING])

    def waiting_first(self) -> Self:
        """Those without an answer, then the others, by company."""
        waiting = models.Case(models.When(outcome="waiting", then=0), default=1)
        return self.order_by(waiting, Lower("company__name"), "-created_at")


class Application(Trashable):
    """One position at one company; made silently with the first visit."""

    class Outcome(models.TextChoices):
        WAITING = "waiting", "waiting"
        OFFER = "offer", "offer"
        REJECTED = "rejected", "rejected"
        WITHDRAWN = "withdrawn", "withdrawn"
        NO_REPLY = "no_reply", "no reply"

    class Decision(models.TextChoices):
        DECIDING = "deciding", "deciding"
        ACCEPTED = "accepted", "accepted"
        DECLINED = "declined", "declined"

    class DeclineReason(models.TextChoices):
        JOB_FIT = "job_fit", "the job does not fit"
        CULTURE = "culture", "the culture"
        PEOPLE = "people", "the people"
        PAY = "pay", "the pay"
        LOCATION = "location", "the location"
        BETTER_OFFER = "better_offer", "a better offer"
        OTHER = "other", "something else"

    owner = owner_key(db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="applications")
    position = models.CharField(max_length=200)
    job_description = LongTextField(max_length=50_000, blank=True)
    outcome = models.CharField(max_length=16, choices=Outcome, default=Outcome.WAITING)
    heard_on = models.DateField(null=True, blank=True)
    # The wait: by when an answer was promised, and by whom.
    promised_on = models.DateField(null=True, blank=True)
    promised_by = models.CharField(max_length=200, blank=True)
    # The offer.
    pay = models.CharField(max_length=200, blank=True)
    benefits = LongTextField(max_length=5_000, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    answer_by = models.DateField(null=True, blank=True)
    # What one made of it.
    decision = models.CharField(max_length=16, choices=Decision, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decline_reason = models.CharField(max_length=16, choices=DeclineReason, blank=True)
    reason = LongTextField(max_length=5_000, blank=True)
    lesson = LongTextField("what I would do differently", max_length=5_000, blank=True)
    # The first interview: when, with whom, what they said and promised to send.
    first_on = models.DateField(null=True, blank=True)
    first_with = models.CharField(max_length=300, blank=True)
    first_said = LongTextField(max_length=20_000, blank=True)
    first_promised = LongTextField(max_length=5_000, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(position=""), name="application_position_not_blank"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    outcome__in=["waiting", "offer", "rejected", "withdrawn", "no_reply"]
                ),
                name="application_outcome_known",
            ),
            models.CheckConstraint(
                condition=models.Q(heard_on=None)
                | models.Q(heard_on__range=("2000-01-01", "2100-12-31")),
                name="application_heard_on_range",
            ),
            *(
                models.CheckConstraint(
                    condition=models.Q(**{field: None})
                    | models.Q(**{f"{field}__range": ("2000-01-01", "2100-12-31")}),
                    name=f"application_{field}_range",
                )
                for field in ("promised_on", "starts_on", "answer_by", "decided_on", "first_on")
            ),
            models.CheckConstraint(
                condition=models.Q(decision__in=["", "deciding", "accepted", "declined"]),
                name="application_decision_known",
            ),
            models.CheckConstraint(
                condition=models.Q(decision="") | models.Q(outcome="offer"),
                name="application_decision_needs_offer",
            ),
            models.CheckConstraint(
                condition=models.Q(decline_reason="")
                | models.Q(
                    decision="declined",
                    decline_reason__in=[
                        "job_fit",
                        "culture",
                        "people",
                        "pay",
                        "location",
                        "better_offer",
                        "other",
                    ],
                ),
                name="application_decline_reason_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}, {self.company}"

    visits: list[InterviewDay]  # filled by `with_visits`

    def get_absolute_url(self) -> str:
        return reverse("application-detail", args=[self.pk])

    @property
    def wants_answer(self) -> bool:
        """Whether there is an offer that one has not decided about."""
        undecided = self.decision in ("", self.Decision.DECIDING)
        return self.outcome == self.Outcome.OFFER and undecided

    def hear(
        self, outcome: Outcome, on: date, pay: str = "", answer_by: date | None = None
    ) -> None:
        """Take an answer down; what is known of an offer already stays as it is."""
        self.outcome, self.heard_on = outcome, self.heard_on or on
        if outcome == self.Outcome.OFFER:
            self.pay, self.answer_by = self.pay or pay, self.answer_by or answer_by
        fields = ["outcome", "heard_on", "pay", "answer_by", "updated_at"]
        self.save(update_fields=fields)

    def parts(self) -> list[models.QuerySet]:
        from interviews.models.day import InterviewDay
        from interviews.models.meeting import Meeting

        return [
            Meeting.objects.filter(day__application=self),
            InterviewDay.objects.filter(application=self),
        ]
