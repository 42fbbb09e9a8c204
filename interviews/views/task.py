"""The tasks of a visit: done with one tap, changed, moved, removed."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from interviews.forms.task import TaskForm
from interviews.models import InterviewDay, Task
from interviews.views.pages import Request, form_page, posted
from interviews.views.prepare import preparation, visit_or_404
from interviews.views.removal import remove_page

STEPS = {"up": -1, "down": 1}


def task_or_404(request: Request, day: InterviewDay, pk: uuid.UUID) -> Task:
    """A task of that visit, which it then shares; locked until the transaction ends."""
    tasks = Task.objects.visible_to(request.user).locked()
    task = get_object_or_404(tasks.filter(day=day), pk=pk)
    task.day = day
    return task


def list_address(day: InterviewDay) -> str:
    return f"{reverse('visit-prepare', args=[day.pk])}#tasks"


@require_POST
@transaction.atomic
def task_done(request: Request, pk: uuid.UUID, task: uuid.UUID) -> HttpResponse:
    """It is done, or with `done=` it is not; for htmx the list and what is open."""
    day = visit_or_404(request, pk)
    row = task_or_404(request, day, task)
    row.tick(timezone.now() if request.POST.get("done") else None)
    said = f"{'Done' if row.done_at else 'Not done'}: {row}"
    if request.htmx:
        context = preparation(request, day) | {"said": said}
        return render(request, "prepare/_ticked.html", context)
    messages.success(request, said)
    return redirect(list_address(day))


@require_POST
@transaction.atomic
def task_move(request: Request, pk: uuid.UUID, task: uuid.UUID) -> HttpResponse:
    """One place `up` or `down`."""
    day = visit_or_404(request, pk)
    row = task_or_404(request, day, task)
    step = STEPS.get(way := request.POST.get("to", ""))
    if step and Task.objects.move(row, step):
        messages.success(request, f"“{row}” moved {way}.")
    elif step:
        messages.info(request, f"“{row}” stands by its date: give it another one to move it.")
    return redirect(list_address(day))


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def task_edit(request: Request, pk: uuid.UUID, task: uuid.UUID) -> HttpResponse:
    day = visit_or_404(request, pk)
    row = task_or_404(request, day, task)
    name, steps = row.text, Task.objects.steps_for(row)
    form = TaskForm(posted(request), instance=row, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"“{row}” is saved.")
        return redirect(list_address(day))
    context = {"day": day, "task": row, "name": name, "steps": steps}
    return form_page(request, "prepare/task.html", form, **context)


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def task_remove(request: Request, pk: uuid.UUID, task: uuid.UUID) -> HttpResponse:
    day = visit_or_404(request, pk)
    row = task_or_404(request, day, task)
    return remove_page(
        request, row, company=day.application.company, what="task", back=list_address(day)
    )
