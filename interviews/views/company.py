"""Companies: the list, one with its applications and people, adding, changing, deleting."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.db.models.functions import Lower
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from interviews.forms.company import CompanyForm
from interviews.models import Application, Company, Interviewer, Source
from interviews.views.pages import Request, form_page, posted
from interviews.views.trash import put_into_trash


@require_safe
def company_list(request: Request) -> HttpResponse:
    companies = Company.objects.visible_to(request.user).with_counts().order_by(Lower("name"))
    return render(request, "companies/list.html", {"companies": list(companies)})


def company_create(request: Request) -> HttpResponse:
    form = CompanyForm(posted(request), user=request.user)
    if request.method == "POST" and form.is_valid() and (company := form.save_or_explain()):
        messages.success(request, f"{company} is among your companies.")
        return redirect(company)
    return form_page(request, "companies/new.html", form)


@require_safe
def company_detail(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The company with its applications, their visits, and its people."""
    company = get_object_or_404(Company.objects.visible_to(request.user), pk=pk)
    applications = Application.objects.visible_to(request.user).filter(company=company)
    with_visits = list(applications.with_visits())
    context = {
        "company": company,
        "applications": with_visits,
        "visit": next((visit for row in with_visits for visit in row.visits), None),
        "sources": list(Source.objects.visible_to(request.user).of(company.pk).with_uses()),
        "people": list(Interviewer.objects.visible_to(request.user).of_company(company)),
    }
    return render(request, "companies/detail.html", context)


@transaction.atomic
def company_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    company = get_object_or_404(Company.objects.visible_to(request.user).locked(), pk=pk)
    name = company.name
    form = CompanyForm(posted(request), instance=company, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"{company.name} is saved.")
        return redirect(company)
    return form_page(request, "companies/edit.html", form, company=company, name=name)


def company_delete(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask once; then into the trash with all that belongs to it, with a way back."""
    if request.method == "POST":
        put_into_trash(request, "company", pk)
        return redirect("company-list")
    companies = Company.objects.visible_to(request.user).with_counts()
    return render(
        request, "companies/delete.html", {"company": get_object_or_404(companies, pk=pk)}
    )
