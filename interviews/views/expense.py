"""Expenses of a visit: what was paid, claimed and paid back."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from interviews.forms.expense import ExpenseForm
from interviews.models import Expense, InterviewDay
from interviews.models.expense import ExpenseQuerySet, sums_of
from interviews.views.pages import Request, form_page, posted
from interviews.views.prepare import visit_or_404
from interviews.views.removal import remove_page

STATES = {"open": "is still to claim", "claimed": "is claimed", "paid": "is paid back"}


def expenses_of(request: Request, day: InterviewDay) -> ExpenseQuerySet:
    return Expense.objects.visible_to(request.user).filter(day=day)


@require_http_methods(["GET", "HEAD", "POST"])
def prepare_expenses(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Each expense with its state, the sums by currency, and a form for one more."""
    day = visit_or_404(request, pk)
    rows = list(expenses_of(request, day))
    expense = Expense(owner_id=day.owner_id, day=day)
    first = {"currency": rows[-1].currency if rows else ""}
    form = ExpenseForm(posted(request), instance=expense, user=request.user, initial=first)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"“{expense.what}” is noted.")
        return redirect("prepare-expenses", pk=pk)
    context = {"day": day, "expenses": rows, "sums": sums_of(rows)}
    return form_page(request, "prepare/expenses.html", form, **context)


@require_POST
@transaction.atomic
def expense_state(request: Request, pk: uuid.UUID, expense: uuid.UUID) -> HttpResponse:
    """It is `open`, `claimed` or `paid`."""
    day = visit_or_404(request, pk)
    row = get_object_or_404(expenses_of(request, day).locked(), pk=expense)
    if said := STATES.get(state := request.POST.get("state", "")):
        row.become(state, timezone.now())
        messages.success(request, f"“{row.what}” {said}.")
    return redirect("prepare-expenses", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def expense_edit(request: Request, pk: uuid.UUID, expense: uuid.UUID) -> HttpResponse:
    day = visit_or_404(request, pk)
    row = get_object_or_404(expenses_of(request, day), pk=expense)
    name = row.what
    form = ExpenseForm(posted(request), instance=row, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"“{row.what}” is saved.")
        return redirect("prepare-expenses", pk=pk)
    return form_page(request, "prepare/expense.html", form, day=day, expense=row, name=name)


@require_http_methods(["GET", "HEAD", "POST"])
def expense_remove(request: Request, pk: uuid.UUID, expense: uuid.UUID) -> HttpResponse:
    day = visit_or_404(request, pk)
    row = get_object_or_404(expenses_of(request, day), pk=expense)
    back = reverse("prepare-expenses", args=[pk])
    return remove_page(request, row, company=day.application.company, what="expense", back=back)
