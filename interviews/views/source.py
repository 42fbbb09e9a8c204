"""Sources: what was read about the company of a visit."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from interviews.forms.source import SourceForm
from interviews.models import InterviewDay, Source
from interviews.models.source import SourceQuerySet
from interviews.views.pages import Request, form_page, posted
from interviews.views.prepare import visit_or_404
from interviews.views.removal import remove_page


def sources_of(request: Request, day: InterviewDay) -> SourceQuerySet:
    return Source.objects.visible_to(request.user).of(day.application.company_id)


@require_http_methods(["GET", "HEAD", "POST"])
def prepare_sources(request: Request, pk: uuid.UUID) -> HttpResponse:
    """What was read about the company, for this visit and others, and a form for one more."""
    day = visit_or_404(request, pk)
    source = Source(owner_id=day.owner_id, company_id=day.application.company_id)
    today = timezone.now().astimezone(day.zone).date()
    form = SourceForm(
        posted(request), instance=source, user=request.user, day=day, initial={"read_on": today}
    )
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"“{source}” is among your sources.")
        return redirect("prepare-sources", pk=pk)
    rows = sources_of(request, day).with_uses()
    return form_page(request, "prepare/sources.html", form, day=day, sources=rows)


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def source_edit(request: Request, pk: uuid.UUID, source: uuid.UUID) -> HttpResponse:
    day = visit_or_404(request, pk)
    row = get_object_or_404(sources_of(request, day).locked(), pk=source)
    name = row.title
    form = SourceForm(posted(request), instance=row, user=request.user, day=day)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"“{row}” is saved.")
        return redirect("prepare-sources", pk=pk)
    return form_page(request, "prepare/source.html", form, day=day, source=row, name=name)


@require_http_methods(["GET", "HEAD", "POST"])
def source_remove(request: Request, pk: uuid.UUID, source: uuid.UUID) -> HttpResponse:
    day = visit_or_404(request, pk)
    row = get_object_or_404(sources_of(request, day), pk=source)
    back, company = reverse("prepare-sources", args=[pk]), day.application.company
    return remove_page(
        request, row, company=company, what="source", back=back, along=row.uses.all()
    )
