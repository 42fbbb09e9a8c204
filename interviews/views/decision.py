"""The decision page of a visit: the wait, the calls, the outcome, the offer, what one answers."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from interviews.culture import judged
from interviews.forms.answer import InquiryForm
from interviews.forms.decision import PARTS, ApplicationPart
from interviews.models import Application, Call, Inquiry, InterviewDay, PlannedQuestion
from interviews.models.day import ends_on
from interviews.views.pages import Request
from interviews.waiting import Wait


def visit_decision(request: Request, pk: uuid.UUID) -> HttpResponse:
    """All parts on one page, each a form of its own; `part` says which one was sent."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    if request.method != "POST":
        return decision_page(request, day)
    part = PARTS.get(request.POST.get("part", ""))
    if part is None:
        raise Http404
    form = part(request.POST, application=day.application, user=request.user)
    if form.is_valid() and form.save_or_explain():
        messages.success(request, form.done)
        return redirect(f"{reverse('visit-decision', args=[pk])}#{part.part}")
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    return decision_page(request, day, form)


def decision_page(
    request: Request, day: InterviewDay, bound: ApplicationPart | InquiryForm | None = None
) -> HttpResponse:
    """The page, with the form that was turned down in its place."""
    application, today = day.application, timezone.now().astimezone(day.zone).date()
    mine: dict[str, Any] = {"application": application, "user": request.user}
    forms = {name: part(None, **mine) for name, part in PARTS.items()}
    forms["inquiry"] = InquiryForm(user=request.user, initial={"asked_on": today})  # type: ignore[assignment]
    if bound:
        forms[getattr(bound, "part", "inquiry")] = bound  # type: ignore[assignment]
    inquiries = list(Inquiry.objects.visible_to(request.user).filter(application=application))
    since, is_ahead = last_visit(request, day)
    wait = Wait.of(since, application.promised_on, (row.asked_on for row in inquiries))
    context = {
        "day": day,
        "application": application,
        "forms": forms,
        "form": bound,
        "calls": Call.objects.visible_to(request.user).filter(application=application),
        "inquiries": inquiries,
        "must_haves": judged(request.user, application),
        "still_to_ask": PlannedQuestion.objects.visible_to(request.user).open_on_terms(application)
        if application.outcome == Application.Outcome.OFFER
        else [],
        "wait": wait,
        "is_ahead": is_ahead,
        "days": wait.days(today),
        "is_due": wait.is_due(today),
        "promise_is_over": wait.is_over(today),
        "today": today,
    }
    return render(request, "decisions/visit.html", context, status=422 if bound else 200)


def last_visit(request: Request, day: InterviewDay) -> tuple[date, bool]:
    """Since when the visit’s application waits, and whether a visit is still ahead."""
    visits = InterviewDay.objects.visible_to(request.user).filter(application=day.application_id)
    now = timezone.now()
    held = [visit for visit in visits if visit.status != InterviewDay.Status.CANCELLED]
    over = [visit for visit in held if visit.is_over(now)]
    return max(map(ends_on, over), default=ends_on(day)), len(over) < len(held)
