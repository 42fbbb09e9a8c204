"""Preparing a visit: what is open, its tasks, what is unknown, the first interview, logistics."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from interviews.forms.prepare import AskedForm, FirstInterviewForm, LogisticsForm
from interviews.forms.task import TaskForm
from interviews.letters import mailto
from interviews.models import Application, Expense, InterviewDay, Quality, Source, Task
from interviews.models.expense import sums_of
from interviews.models.line import meetings_of, overview_of
from interviews.models.task import more_tasks, shipped_task
from interviews.preparation import (
    people_of,
    question_to,
    unknown_of,
    what_is_open,
    whom_to_ask,
)
from interviews.views.pages import Request, form_page, posted

SHOWN = 6  # of each list, on the page that sums all of them up


def visit_or_404(request: Request, pk: uuid.UUID, *, lock: bool = False) -> InterviewDay:
    """The visit with its application and company."""
    days = InterviewDay.objects.visible_to(request.user).with_company()
    return get_object_or_404(days.locked() if lock else days, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def visit_prepare(request: Request, pk: uuid.UUID) -> HttpResponse:
    """What is open, the tasks, and of everything else the beginning; a POST adds a task."""
    day = visit_or_404(request, pk)
    if day.tasks_begun_at is None:
        Task.objects.begin(day, timezone.now())
    task = Task(owner_id=day.owner_id, day=day)
    if shipped := shipped_task(request.POST.get("shipped", "")):
        task.stage, task.text, task.days = shipped
        Task.objects.add(task)
        return task_added(request, task)
    form = TaskForm(posted(request), instance=task, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        return task_added(request, task)
    return form_page(request, "prepare/visit.html", form, **preparation(request, day))


def task_added(request: Request, task: Task) -> HttpResponse:
    messages.success(request, f"“{task}” is on the list.")
    return redirect(f"{reverse('visit-prepare', args=[task.day_id])}#tasks")


def preparation(request: Request, day: InterviewDay) -> dict[str, Any]:
    """What the page shows of that visit."""
    user = request.user
    meetings, overview = meetings_of(day), overview_of(day)
    people = people_of(meetings, overview.roles)
    today = timezone.now().astimezone(day.zone).date()
    tasks = Task.objects.of(day)
    expenses = Expense.objects.visible_to(user).filter(day=day)
    qualities = Quality.objects.visible_to(user).filter(application=day.application_id)
    return {
        "day": day,
        "stages": [
            (stage, [(task, task.is_late(today)) for task in tasks if task.stage == stage])
            for stage in Task.Stage
        ],
        "more": more_tasks(task.text for task in tasks),
        "open": what_is_open(day, meetings, people, overview),
        "unknown": unknown_of(meetings, people),
        "is_answer_late": day.is_answer_late(today),
        "qualities": qualities[:SHOWN],
        "sources": Source.objects.visible_to(user).of(day.application.company_id)[:SHOWN],
        "sums": sums_of(expenses),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def prepare_unknown(request: Request, pk: uuid.UUID) -> HttpResponse:
    """What the agenda does not say, the message that asks for it, when that was done."""
    day = visit_or_404(request, pk, lock=request.method == "POST")
    meetings, overview = meetings_of(day), overview_of(day)
    to = whom_to_ask(overview.roles)
    today = timezone.now().astimezone(day.zone).date()
    if did := request.POST.get("did"):
        messages.success(request, day.ask_or_hear(did, today, to.person_id if to else None))
        return redirect("prepare-unknown", pk=pk)
    form = AskedForm(posted(request), instance=day, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, "The dates are saved.")
        return redirect("prepare-unknown", pk=pk)
    unknown = unknown_of(meetings, people_of(meetings, overview.roles))
    message = question_to(to, day, unknown, request.user)
    link, whole = mailto(to.email if to else "", message.subject, message.body)
    context = {
        "day": day,
        "unknown": unknown,
        "to": to,
        "message": message,
        "mailto": link,
        "whole": whole,
        "is_answer_late": day.is_answer_late(today),
    }
    return form_page(request, "prepare/unknown.html", form, **context)


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def prepare_first(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The first interview of the application: when, with whom, what they said and promised."""
    day = visit_or_404(request, pk)
    applications = Application.objects.visible_to(request.user).locked()
    application = get_object_or_404(applications, pk=day.application_id)
    form = FirstInterviewForm(posted(request), instance=application, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, "The first interview is noted.")
        return redirect("visit-prepare", pk=pk)
    return form_page(request, "prepare/first.html", form, day=day)


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def prepare_logistics(request: Request, pk: uuid.UUID) -> HttpResponse:
    """How one gets there, what to wear, bring and need."""
    day = visit_or_404(request, pk, lock=True)
    form = LogisticsForm(posted(request), instance=day, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, "It is noted, and stands on the day sheet.")
        return redirect("visit-prepare", pk=pk)
    sums = sums_of(Expense.objects.visible_to(request.user).filter(day=day))
    return form_page(request, "prepare/logistics.html", form, day=day, sums=sums)
