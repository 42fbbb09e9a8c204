"""Calls from a company and inquiries to it: taking them down, mending them, removing them."""

from __future__ import annotations

import uuid
from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from interviews.forms.answer import CallForm, InquiryForm
from interviews.models import Application, Call, Inquiry, InterviewDay
from interviews.views.decision import decision_page
from interviews.views.pages import Request, form_page, posted
from interviews.views.removal import remove_page

KINDS: dict[str, tuple[type[Call | Inquiry], type[CallForm | InquiryForm], str]] = {
    "call": (Call, CallForm, "The call"),
    "inquiry": (Inquiry, InquiryForm, "The inquiry"),
}


def page_of(request: Request, application: Application) -> str:
    """Where an application's answers stand: on the decision page of its latest visit."""
    days = InterviewDay.objects.visible_to(request.user).filter(application=application)
    day = days.order_by("-date").first()
    return reverse("visit-decision", args=[day.pk]) if day else application.get_absolute_url()


def call_create(request: Request) -> HttpResponse:
    """They called: who, what was said, pay, answer by when, what to ask back."""
    initial = {"application": request.GET.get("application", "")}
    form = CallForm(posted(request), user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        known = Call.objects.visible_to(request.user).filter(pk=form.cleaned_data["key"])
        call = known.with_application().first() or form.save_or_explain()
        if call:
            messages.success(request, f"The call is kept: {call.application.company}.")
            return redirect(f"{page_of(request, call.application)}#calls")
    return form_page(request, "calls/new.html", form)


@require_POST
def inquiry_create(request: Request, pk: uuid.UUID) -> HttpResponse:
    """One asked the company where its answer is."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    inquiry = Inquiry(application=day.application)
    form = InquiryForm(request.POST, instance=inquiry, user=request.user)
    if form.is_valid() and form.save_or_explain():
        messages.success(request, "The inquiry is kept.")
        return redirect(f"{reverse('visit-decision', args=[pk])}#inquiries")
    return decision_page(request, day, form)


def answer_or_404(request: Request, kind: str, pk: uuid.UUID) -> Call | Inquiry:
    """The user's call or inquiry of that id."""
    if kind not in KINDS:
        raise Http404
    rows = KINDS[kind][0].objects.visible_to(request.user).with_application()
    return cast(Call | Inquiry, get_object_or_404(rows, pk=pk))


def answer_edit(request: Request, kind: str, pk: uuid.UUID) -> HttpResponse:
    """Mend what was taken down; for an inquiry, say what came back."""
    answer = answer_or_404(request, kind, pk)
    back, name = page_of(request, answer.application), KINDS[kind][2]
    form = KINDS[kind][1](posted(request), instance=answer, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"{name} is saved.")
        return redirect(back)
    context = {"answer": answer, "kind": kind, "name": name, "back": back}
    return form_page(request, "answers/edit.html", form, **context)


def answer_remove(request: Request, kind: str, pk: uuid.UUID) -> HttpResponse:
    """Ask once; then remove it, with a way back."""
    answer = answer_or_404(request, kind, pk)
    company, back = answer.application.company, page_of(request, answer.application)
    return remove_page(request, answer, company=company, what=kind, back=back)
