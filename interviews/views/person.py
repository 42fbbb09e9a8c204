"""People: the list, one with their meetings, adding, changing, merging, deleting."""

from __future__ import annotations

import copy
import uuid
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from interviews.forms.person import PersonForm
from interviews.models import Attendance, Company, InterviewDay, Interviewer, Role
from interviews.models.interviewer import name_key
from interviews.views.pages import Request, form_page, posted
from interviews.views.trash import put_into_trash

SAME_PERSON = (
    'You know <bdi>{}</bdi> there already. Is that the same person? <a href="{}">Merge them</a>'
)


def uuid_in(request: Request, name: str) -> uuid.UUID | None:
    """The UUID of that name in the address or the form, or None for anything else."""
    try:
        return uuid.UUID((request.POST if request.method == "POST" else request.GET).get(name, ""))
    except ValueError:
        return None


@require_safe
def person_list(request: Request) -> HttpResponse:
    """Everyone met, by company; or those of one company."""
    people = Interviewer.objects.visible_to(request.user).by_company()
    chosen = uuid_in(request, "company")
    context = {
        "people": list(people.filter(company=chosen) if chosen else people),
        "companies": list(Company.objects.visible_to(request.user).with_people()),
        "chosen": chosen,
    }
    return render(request, "people/list.html", context)


def person_create(request: Request) -> HttpResponse:
    initial = {"company": request.GET.get("company", "")[:36]}
    form = PersonForm(posted(request), user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid() and (person := form.save_or_explain()):
        messages.success(request, f"{person} is among your people.")
        warn_of_duplicates(request, form)
        return redirect(person)
    return form_page(request, "people/new.html", form)


def warn_of_duplicates(request: Request, form: PersonForm) -> None:
    """Say so where somebody of almost that name is known there, with the way to merge them."""
    for other in form.duplicates()[:1]:
        url = f"{reverse('person-merge', args=[form.instance.pk])}?with={other.pk}"
        messages.warning(request, format_html(SAME_PERSON, other.name, url))


@require_safe
def person_detail(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The person, the meetings that they were in, and what they are for each application."""
    person = get_object_or_404(Interviewer.objects.visible_to(request.user).with_company(), pk=pk)
    attendances = Attendance.objects.visible_to(request.user).filter(person=person).live()
    roles = Role.objects.visible_to(request.user).filter(
        person=person, application__deleted_at=None
    )
    context = {
        "person": person,
        "attendances": list(attendances.with_meeting().order_by("-meeting__starts_at")),
        "roles": list(roles.select_related("application__company").order_by("application", "role")),
    }
    return render(request, "people/detail.html", context)


@transaction.atomic
def person_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    person = get_object_or_404(Interviewer.objects.visible_to(request.user).locked(), pk=pk)
    name = person.name
    form = PersonForm(posted(request), instance=person, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"{person.name} is saved.")
        if "name" in form.changed_data or "company" in form.changed_data:
            warn_of_duplicates(request, form)
        return redirect(person)
    return form_page(request, "people/edit.html", form, person=person, name=name)


def person_delete(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask once; then into the trash, with a way back."""
    if request.method == "POST":
        put_into_trash(request, "person", pk)
        return redirect("person-list")
    person = get_object_or_404(Interviewer.objects.visible_to(request.user), pk=pk)
    return render(request, "people/delete.html", {"person": person})


def person_merge(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Choose the duplicate; see both side by side; merge."""
    people = Interviewer.objects.visible_to(request.user).with_company()
    person = get_object_or_404(people, pk=pk)
    if request.method == "POST":
        return merge(request, person, uuid_in(request, "duplicate"))
    key = uuid_in(request, "with")
    if key is None and "with" not in request.GET:
        return render(request, "people/merge.html", candidates(person, list(people.exclude(pk=pk))))
    other = get_object_or_404(people.exclude(pk=pk), pk=key)
    return render(request, "people/merge_pair.html", pair(person, other))


def candidates(person: Interviewer, others: list[Interviewer]) -> dict[str, Any]:
    """Whom to merge with: those of the same name first."""
    key = name_key(person.name)
    likely = [other for other in others if name_key(other.name) == key]
    return {"person": person, "likely": likely, "others": [o for o in others if o not in likely]}


def pair(person: Interviewer, other: Interviewer) -> dict[str, Any]:
    """Both, and what will come of them, line by line."""
    result = copy.copy(person)
    result.take_words(other)
    names = {
        "name": "Name", "title": "Title", "company": "Company", "email": "E-mail",
        "phone": "Phone", "link": "Link", "remarks": "Remarks",
    }  # fmt: skip
    lines = [
        (label, getattr(person, name), getattr(other, name), getattr(result, name))
        for name, label in names.items()
    ]
    attendances = Attendance.objects.filter(person__in=(person, other)).live()
    meetings = {attendance.meeting_id for attendance in attendances}
    return {"person": person, "other": other, "lines": lines, "meetings": len(meetings)}


@transaction.atomic
def merge(request: Request, person: Interviewer, duplicate: uuid.UUID | None) -> HttpResponse:
    """Merge under a lock on both and on the visits that they share."""
    mine = Interviewer.objects.kept_for(request.user)
    if duplicate is None or duplicate == person.pk or not mine.filter(pk=duplicate).exists():
        raise Http404
    days = InterviewDay.objects.filter(meetings__attendances__person__in=(person.pk, duplicate))
    list(InterviewDay.objects.filter(pk__in=days.values("pk")).order_by("pk").locked())
    both = {
        row.pk: row for row in mine.filter(pk__in=(person.pk, duplicate)).order_by("pk").locked()
    }
    if all(row.deleted_at is None for row in both.values()):  # else a double click
        both[person.pk].merge(both[duplicate], timezone.now())
        messages.success(request, f"{person} and their duplicate are one person now.")
    return redirect(person)
