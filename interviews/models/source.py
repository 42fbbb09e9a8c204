"""Sources: what was read about a company, and what one learned from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models.functions import JSONObject

from interviews.models.company import Company
from interviews.models.meeting import Meeting
from interviews.models.owned import Owned, OwnedQuerySet, owner_key
from interviews.models.text import LongTextField

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from interviews.models.user import User


class SourceQuerySet(OwnedQuerySet["Source"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The user's own, without those on a company in the trash."""
        return super().visible_to(user).filter(company__deleted_at=None)

    def of(self, company_id: object) -> Self:
        """Those on that company, each with the meeting that it is of use in: one query."""
        return self.filter(company=company_id).select_related("use_in")

    def as_json(self) -> models.QuerySet[Any, Any]:
        """Title and what was learned in one value each, for a subquery of another row."""
        return self.order_by("created_at", "id").values(
            json=JSONObject(title="title", learned="learned")
        )

    def read(self) -> Self:
        return self.filter(read_on__isnull=False)


class Source(Owned):
    """Something to read about a company: read when it has a date."""

    owner = owner_key(db_index=False)

    class Kind(models.TextChoices):
        WEB_PAGE = "web_page", "web page"
        PERIODICAL = "periodical", "periodical"
        REPORT = "report", "report"
        PERSON = "person", "person"
        FIRST_INTERVIEW = "first_interview", "first interview"

    company = models.ForeignKey(Company, models.CASCADE, related_name="sources")
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.WEB_PAGE)
    title = models.CharField(max_length=200)
    address = models.URLField(max_length=500, blank=True)
    read_on = models.DateField(null=True, blank=True)
    learned = LongTextField(max_length=20_000, blank=True)
    use_in = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="sources"
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="source_title_not_blank"),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["web_page", "periodical", "report", "person", "first_interview"]
                ),
                name="source_kind_known",
            ),
            models.CheckConstraint(
                condition=models.Q(read_on=None)
                | models.Q(read_on__range=("2000-01-01", "2100-12-31")),
                name="source_read_on_range",
            ),
        ]

    def __str__(self) -> str:
        return self.title
