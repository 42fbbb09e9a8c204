"""On the day: somebody who joins a meeting, and a meeting that nobody planned."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from interviews.forms.unplanned import SomeoneForm, UnplannedForm
from interviews.models import InterviewDay, Meeting
from interviews.views.pages import Request, form_page, posted


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_someone(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Put somebody into the meeting who was not expected there."""
    meetings = Meeting.objects.visible_to(request.user).with_day()
    meeting = get_object_or_404(meetings, pk=pk)
    form = SomeoneForm(posted(request), user=request.user, meeting=meeting)
    if request.method == "POST" and form.is_valid():
        attendance = form.save()
        messages.success(request, f"{attendance.person} is in the meeting.")
        return redirect(f"{meeting.get_absolute_url()}#people")
    return form_page(request, "meetings/someone.html", form, meeting=meeting)


@require_POST
def visit_unplanned(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Begin a meeting that was not planned, and go where its note is written."""
    with transaction.atomic():
        days = InterviewDay.objects.visible_to(request.user).with_company()
        day = get_object_or_404(days.locked(), pk=pk)
        form = UnplannedForm(request.POST, user=request.user, day=day)
        if not form.is_valid():
            form = UnplannedForm({}, user=request.user, day=day)
            form.is_valid()
        try:
            with transaction.atomic():
                meeting = form.save()
        except IntegrityError as error:
            raise Http404 from error  # the id is that of somebody else's meeting
    return redirect(f"{meeting.get_absolute_url()}#note")
