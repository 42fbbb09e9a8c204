"""Expenses of a visit: what was spent, claimed and paid back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Self

from django.db import models

from interviews.models.day import InterviewDay
from interviews.models.owned import Owned, OwnedQuerySet, owner_key

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from interviews.models.user import User


class ExpenseQuerySet(OwnedQuerySet["Expense"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The user's own, without those of a visit in the trash."""
        return super().visible_to(user).filter(day__deleted_at=None)


class Expense(Owned):
    """One thing paid for a visit."""

    owner = owner_key(db_index=False)
    day = models.ForeignKey(InterviewDay, models.CASCADE, related_name="expenses")
    what = models.CharField(max_length=200)
    amount = models.DecimalField(max_digits=11, decimal_places=2)
    currency = models.CharField(max_length=3)
    claimed_at = models.DateTimeField(null=True, blank=True)
    paid_at = models.DateTimeField(null=True, blank=True)

    objects = ExpenseQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(what=""), name="expense_what_not_blank"),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="expense_amount_positive"
            ),
            models.CheckConstraint(
                condition=models.Q(currency__regex=r"^[A-Z]{3}$"), name="expense_currency_code"
            ),
            models.CheckConstraint(
                condition=models.Q(paid_at=None) | models.Q(claimed_at__isnull=False),
                name="expense_paid_was_claimed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what}, {self.amount:.2f} {self.currency}"

    @property
    def state(self) -> str:
        """“paid”, “claimed” or “open”."""
        return "paid" if self.paid_at else "claimed" if self.claimed_at else "open"

    def become(self, state: str, at: datetime) -> None:
        """Be open, claimed or paid; what is paid has been claimed."""
        self.claimed_at = None if state == "open" else self.claimed_at or at
        self.paid_at = self.paid_at or at if state == "paid" else None
        self.save(update_fields=["claimed_at", "paid_at", "updated_at"])


@dataclass(slots=True)
class Sum:
    """What was spent in one currency, and how much of it is still to claim or to come back."""

    currency: str
    spent: Decimal = Decimal("0.00")
    claimed: Decimal = Decimal("0.00")
    paid: Decimal = Decimal("0.00")

    @property
    def missing(self) -> Decimal:
        """What has not come back yet."""
        return self.spent - self.paid


def sums_of(expenses: Iterable[Expense]) -> list[Sum]:
    """A sum for each currency, in the order of its code."""
    sums: dict[str, Sum] = {}
    for expense in expenses:
        one = sums.setdefault(expense.currency, Sum(expense.currency))
        one.spent += expense.amount
        one.claimed += expense.amount if expense.claimed_at else 0
        one.paid += expense.amount if expense.paid_at else 0
    return [sums[code] for code in sorted(sums)]
