"""My questions at a visit: planned, asked and answered, meeting by meeting."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from interviews.coverage import coverage_of, suggest
from interviews.forms.planned import AnswerForm
from interviews.models import (
    InterviewDay,
    Meeting,
    PlannedQuestion,
    Question,
    Role,
)
from interviews.models.line import meetings_of
from interviews.models.talk import talks_of
from interviews.views.pages import Request, form_page
from interviews.views.question import by_topic, ids


@require_http_methods(["GET", "HEAD", "POST"])
def visit_questions(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The coverage of a visit; a POST plans a question, takes it off, or plans it for everyone."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    said = ""
    if request.method == "POST":
        said = change_plan(request, day)
        if not request.htmx:
            messages.success(request, said)
            return redirect(way_back(request, day))
    user = request.user
    coverage = coverage_of(day, meetings_of(day), talks_of(day), timezone.now())
    roles = Role.objects.visible_to(user).filter(application=day.application_id)
    bank = Question.objects.of(user)
    suggest(coverage.slots, bank, roles.values_list("person_id", "role"))
    template = "questions/_coverage.html" if request.htmx else "questions/visit.html"
    return render(request, template, {"day": day, "coverage": coverage, "said": said})


def way_back(request: Request, day: InterviewDay) -> str:
    """The page whose button it was: a meeting's that names itself, else the visit's."""
    there = Meeting.objects.visible_to(request.user).filter(day=day)
    key = request.POST.get("from", "")
    if key and (meeting := there.filter(pk=one_id(key)).first()):
        return f"{meeting.get_absolute_url()}#open"
    return reverse("visit-questions", args=[day.pk])


@transaction.atomic
def change_plan(request: Request, day: InterviewDay) -> str:
    """Do what one of the page's buttons says; returns what happened, in words."""
    meetings = Meeting.objects.visible_to(request.user).filter(day=day)
    questions = Question.objects.visible_to(request.user)
    if key := request.POST.get("everyone"):
        question = get_object_or_404(questions, pk=one_id(key))
        now = timezone.now()
        coming = [
            m for m in meetings_of(day)
            if m.people and not m.is_off and not m.is_held(now)
        ]  # fmt: skip
        rows = list(meetings.filter(pk__in=[m.pk for m in coming]))
        PlannedQuestion.plan(rows, [question])
        return f"Planned for {len(rows)} meeting{'' if len(rows) == 1 else 's'} still to come."
    do, key = next(
        ((do, request.POST[do]) for do in ("plan", "unplan") if do in request.POST), ("", "")
    )
    at, _, about = key.partition(":")
    meeting = get_object_or_404(meetings, pk=one_id(at))
    question = get_object_or_404(questions, pk=one_id(about))
    if do == "plan":
        PlannedQuestion.plan([meeting], [question])
        return f"Planned for {meeting.title}."
    if PlannedQuestion.unplan(meeting, [question]):
        return f"No longer planned for {meeting.title}."
    return f"It was asked in {meeting.title}, and stays there."


def one_id(key: str) -> uuid.UUID:
    """The id that a button carries; one that nobody has where it is none."""
    try:
        return uuid.UUID(key)
    except ValueError:
        return uuid.UUID(int=0)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_questions(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The whole bank to tick for one meeting, several at once; what was asked there stays."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user).with_day(), pk=pk)
    bank = Question.objects.of(request.user)
    if request.method == "POST":
        ticked = set(ids(request))
        with transaction.atomic():
            PlannedQuestion.plan([meeting], [q for q in bank if q.pk in ticked])
            PlannedQuestion.unplan(meeting, [q for q in bank if q.pk not in ticked])
        messages.success(request, f"Your questions for “{meeting.title}” are planned.")
        return redirect(f"{reverse('visit-questions', args=[meeting.day_id])}#m-{pk}")
    rows = PlannedQuestion.objects.visible_to(request.user).filter(meeting=meeting)
    planned = {row.question_id: row for row in rows}
    context = {
        "meeting": meeting,
        "day": meeting.day,
        "planned": set(planned),
        "asked": {key for key, row in planned.items() if row.asked_at},
        "topics": [
            topic
            for topic in by_topic(q for q in bank if not q.retired_at or q.pk in planned)
            if topic[2]
        ],
    }
    return render(request, "questions/meeting.html", context)


@require_POST
def planned_question(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say that a question was asked, keep the answer, or take back that it was asked."""
    with transaction.atomic():
        rows = PlannedQuestion.objects.visible_to(request.user)
        planned = get_object_or_404(rows.locked().with_place(), pk=pk)
        form = AnswerForm(request.POST, stored=planned.answer)
        if not form.is_valid():
            context = {"planned": planned, "meeting": planned.meeting}
            return form_page(request, "questions/answer.html", form, **context)
        if "open" in request.POST:
            words = "is open again" if planned.reopen() else "has an answer, and so was asked"
        else:
            data = form.cleaned_data
            planned.record(data["answer"], data["was"], timezone.now())
            words = f"is {planned.state}"
        messages.success(request, f"“{planned}” {words}.")
    return redirect(f"{planned.meeting.get_absolute_url()}#questions")
