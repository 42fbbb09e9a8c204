"""What a visit costs."""

from decimal import Decimal

import pytest
from django.urls import reverse

from interviews.models import Expense


def at(name, day, *ids):
    return reverse(name, args=[day.pk, *ids])


def test_expenses_add_up_by_currency(client, begun):
    address = at("prepare-expenses", begun)
    for what, amount, currency in (("Train", "42,50", "gbp"), ("Taxi", "7.5", "GBP"),
                                   ("Hotel", "80", "EUR")):  # fmt: skip
        data = {"what": what, "amount": amount, "currency": currency}
        assert client.post(address, data).status_code == 302
    train = Expense.objects.get(what="Train")
    client.post(at("expense-state", begun, train.pk), {"state": "paid"})

    sums = client.get(address).context["sums"]
    assert [(s.currency, s.spent, s.claimed, s.missing) for s in sums] == [
        ("EUR", Decimal(80), 0, Decimal(80)),
        ("GBP", Decimal(50), Decimal("42.50"), Decimal("7.50")),
    ]
    client.post(at("expense-state", begun, train.pk), {"state": "open"})
    train.refresh_from_db()
    assert (train.claimed_at, train.paid_at) == (None, None)


@pytest.mark.parametrize(
    ("amount", "currency", "field"),
    [("0", "GBP", "amount"), ("-1", "GBP", "amount"), ("NaN", "GBP", "amount"),
     ("1e400", "GBP", "amount"), ("1", "€", "currency"), ("1", "ÄÖÜ", "currency")],
)  # fmt: skip
def test_expense_that_is_no_money_is_refused(client, begun, amount, currency, field):
    data = {"what": "Train", "amount": amount, "currency": currency}
    response = client.post(at("prepare-expenses", begun), data)

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert Expense.objects.count() == 0
