"""The bank of own questions: whom each suits, when to raise it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from interviews.forms.question import NewQuestionsForm, QuestionForm
from interviews.models import Question
from interviews.views.pages import Request, form_page, posted, say_undoable

RETIRED = "retired_questions"  # the session's key for what one can still undo


@require_http_methods(["GET", "HEAD", "POST"])
def question_list(request: Request) -> HttpResponse:
    """The bank topic by topic, the retired ones below, and a form for more, several at once."""
    form = NewQuestionsForm(posted(request), user=request.user)
    if request.method == "POST" and form.is_valid():
        added, known = form.save_new()
        have = f" You had {known} of them already." if known else ""
        messages.success(request, f"{added} new in your questions.{have}")
        return redirect(f"{reverse('question-list')}#{form.cleaned_data['topic']}")
    questions = Question.objects.of(request.user)
    context = {
        "topics": by_topic(q for q in questions if not q.retired_at),
        "retired": [q for q in questions if q.retired_at],
    }
    return form_page(request, "questions/list.html", form, **context)


def by_topic(questions: Iterable[Question]) -> list[tuple[str, str, list[Question]]]:
    """Each topic in order as (key, name, its questions), also where there are none."""
    found: dict[str, list[Question]] = {topic: [] for topic in Question.Topic.values}
    for question in questions:
        found[question.topic].append(question)
    return [(topic, label, found[topic]) for topic, label in Question.Topic.choices]


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def question_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    question = get_object_or_404(Question.objects.visible_to(request.user).locked(), pk=pk)
    text = question.text
    form = QuestionForm(posted(request), instance=question, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, "The question is saved; it reads so wherever it is planned.")
        return redirect(f"{reverse('question-list')}#{question.topic}")
    return form_page(request, "questions/edit.html", form, question=question, text=text)


@require_POST
@transaction.atomic
def question_retire(request: Request) -> HttpResponse:
    """Put those that are ticked away, several at once; what was planned and answered stays."""
    ticked = Question.objects.visible_to(request.user).filter(pk__in=ids(request))
    keys = [str(pk) for pk in ticked.filter(retired_at=None).values_list("pk", flat=True)]
    if retired := ticked.retire(timezone.now()):
        request.session[RETIRED] = keys
        text = f"{retired} question{'s are' if retired > 1 else ' is'} put away."
        say_undoable(request, text, reverse("question-restore"))
    else:
        messages.info(request, "Tick the questions first that you want to put away.")
    return redirect("question-list")


@require_POST
def question_restore(request: Request) -> HttpResponse:
    """Bring back those that are ticked; without any, those that were put away last."""
    kept = request.session.pop(RETIRED, [])
    mine = Question.objects.visible_to(request.user)
    if back := mine.filter(pk__in=ids(request) or kept).bring_back(timezone.now()):
        messages.success(request, f"{back} question{'s are' if back > 1 else ' is'} back.")
    else:
        messages.info(request, "There is nothing to bring back.")
    return redirect("question-list")


def ids(request: Request) -> list[uuid.UUID]:
    """The ids of the questions that are ticked; what is none is left out."""
    found = []
    for key in request.POST.getlist("question"):
        try:
            found.append(uuid.UUID(key))
        except ValueError:
            continue
    return found
