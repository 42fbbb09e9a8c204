"""Qualities: what the job of a visit asks for, and one's own examples."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from interviews.forms.quality import PickForm, QualityForm
from interviews.models import InterviewDay, Quality
from interviews.models.quality import QualityQuerySet, offers_of
from interviews.views.pages import Request, form_page, posted
from interviews.views.prepare import visit_or_404
from interviews.views.removal import remove_page


def qualities_of(request: Request, day: InterviewDay) -> QualityQuerySet:
    return Quality.objects.visible_to(request.user).filter(application=day.application_id)


@require_http_methods(["GET", "HEAD", "POST"])
def prepare_qualities(request: Request, pk: uuid.UUID) -> HttpResponse:
    """What they look for with my examples, and the job description's lines to pick from."""
    day = visit_or_404(request, pk)
    rows = list(qualities_of(request, day))
    have = {row.sought for row in rows}
    offers = [o for o in offers_of(day.application.job_description) if o not in have]
    form = PickForm(posted(request), offers=offers)
    if request.method == "POST" and form.is_valid():
        count = form.save(day.application)
        text = "Now an example that shows it." if count == 1 else "Now an example for each."
        messages.success(request, text)
        return redirect("prepare-qualities", pk=pk)
    context = {"day": day, "qualities": rows, "offers": offers}
    return form_page(request, "prepare/qualities.html", form, **context)


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def quality_edit(request: Request, pk: uuid.UUID, quality: uuid.UUID) -> HttpResponse:
    day = visit_or_404(request, pk)
    row = get_object_or_404(qualities_of(request, day).locked(), pk=quality)
    name = row.sought
    form = QualityForm(posted(request), instance=row, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"“{row}” is saved.")
        return redirect("prepare-qualities", pk=pk)
    return form_page(request, "prepare/quality.html", form, day=day, quality=row, name=name)


@require_http_methods(["GET", "HEAD", "POST"])
def quality_remove(request: Request, pk: uuid.UUID, quality: uuid.UUID) -> HttpResponse:
    day = visit_or_404(request, pk)
    row = get_object_or_404(qualities_of(request, day), pk=quality)
    back = reverse("prepare-qualities", args=[pk])
    return remove_page(request, row, company=day.application.company, what="quality", back=back)
