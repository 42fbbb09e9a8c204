"""Applications: adding one to a company, what came of it, who is what for it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from interviews.culture import judged
from interviews.forms.application import ApplicationForm, RolesForm
from interviews.models import Application, Company, Interviewer, Quality, Role
from interviews.models.company import ApplicationQuerySet
from interviews.views.pages import Request, form_page, posted
from interviews.views.trash import put_into_trash


def mine(request: Request) -> ApplicationQuerySet:
    """The user's applications, each with its company."""
    return Application.objects.visible_to(request.user).with_company()


def application_create(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Another position at the company of that id."""
    company = get_object_or_404(Company.objects.visible_to(request.user), pk=pk)
    application = Application(owner=request.user, company=company)
    form = ApplicationForm(posted(request), instance=application, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"The application for {application.position} is there.")
        return redirect(application)
    return form_page(request, "applications/new.html", form, company=company)


@require_safe
def application_detail(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The position, what came of it, its visits, and who is what."""
    application = get_object_or_404(mine(request).with_visits(), pk=pk)
    roles = Role.objects.visible_to(request.user).filter(
        application=application, person__deleted_at=None
    )
    people: dict[Interviewer, list[str]] = {}
    for role in roles.select_related("person").order_by("person__name", "person_id", "role"):
        people.setdefault(role.person, []).append(role.get_role_display())
    context = {
        "application": application,
        "people": people.items(),
        "must_haves": judged(request.user, application),
        "visit": next(iter(application.visits), None),
        "qualities": Quality.objects.visible_to(request.user).filter(application=application),
    }
    return render(request, "applications/detail.html", context)


@transaction.atomic
def application_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    application = get_object_or_404(mine(request).locked(), pk=pk)
    position = application.position
    form = ApplicationForm(posted(request), instance=application, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, "The application is saved.")
        return redirect(application)
    context = {"application": application, "position": position}
    return form_page(request, "applications/edit.html", form, **context)


def application_roles(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Who is what for this application: the whole set in one form."""
    application = get_object_or_404(mine(request), pk=pk)
    people = Interviewer.objects.visible_to(request.user).met_for(application)
    form = RolesForm(posted(request), application=application, people=people, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "The roles are saved.")
        return redirect(application)
    return form_page(request, "applications/roles.html", form, application=application)


def application_delete(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask once; then into the trash with its visits, with a way back."""
    if request.method == "POST":
        put_into_trash(request, "application", pk)
        back = Company.objects.visible_to(request.user).filter(applications=pk).first()
        return redirect(back or "company-list")
    application = get_object_or_404(mine(request).with_visits(), pk=pk)
    return render(request, "applications/delete.html", {"application": application})
