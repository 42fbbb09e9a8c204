"""Impressions: what was seen on each dimension, at a visit and in its meetings."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from interviews.culture import VisitCulture
from interviews.forms.impression import ImpressionForm
from interviews.forms.visit import OverallForm
from interviews.models import Dimension, Impression, InterviewDay, Meeting
from interviews.views.pages import Request, say_undoable

REMOVED = "removed_impression"  # the session's key for what one can still undo


@require_http_methods(["GET", "HEAD", "POST"])
def visit_impressions(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Each dimension with its evidence, what still lacks an observation, the overall impression.

    A POST rates a dimension for the whole visit, or with `meeting` for one of its meetings.
    """
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    if request.method != "POST":
        return impressions_page(request, day, OverallForm(instance=day, user=request.user))
    meeting = None
    if key := request.POST.get("meeting"):
        meetings = Meeting.objects.visible_to(request.user).filter(day=day).with_people()
        meeting = get_object_or_404(meetings, pk=id_or_404(key))
    return record(request, day, meeting, f"{request.path}#dimensions")


def impressions_page(request: Request, day: InterviewDay, overall: OverallForm) -> HttpResponse:
    culture = VisitCulture(request.user, day, timezone.now())
    context = {
        "day": day,
        "culture": culture,
        "overall": overall,
    }
    status = 422 if overall.is_bound else 200
    return render(request, "impressions/visit.html", context, status=status)


@require_POST
def visit_overall(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Keep the overall impression of a visit."""
    with transaction.atomic():
        days = InterviewDay.objects.visible_to(request.user).with_company()
        day = get_object_or_404(days.locked(), pk=pk)
        form = OverallForm(request.POST, instance=day, user=request.user)
        if form.is_valid():
            day.save(update_fields=["overall_impression", "updated_at"])
            said = day.get_overall_impression_display() or "not yet said"
            messages.success(request, f"Your overall impression: {said}.")
            return redirect("visit-impressions", pk=pk)
    return impressions_page(request, day, form)


@require_POST
def meeting_impression(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Rate a dimension in a meeting: the second of two taps."""
    meetings = Meeting.objects.visible_to(request.user).with_day().with_people()
    meeting = get_object_or_404(meetings, pk=pk)
    back = f"{meeting.get_absolute_url()}#impressions"
    return record(request, meeting.day, meeting, back)


@transaction.atomic
def record(request: Request, day: InterviewDay, meeting: Meeting | None, back: str) -> HttpResponse:
    """Keep what was posted about a dimension there, and go back; or show it again, with errors.

    The dimension is locked: it cannot be removed in between, and taps come one after the other.
    """
    mine = Dimension.objects.visible_to(request.user).locked()
    dimension = get_object_or_404(mine, pk=id_or_404(request.POST.get("dimension")))
    form = ImpressionForm(request.POST)
    if not form.is_valid():
        if meeting:
            meeting.day = day
        seen = Impression(day=day, meeting=meeting, dimension=dimension)
        return edit_page(request, seen, form, request.path)
    data = form.cleaned_data
    seen = Impression.record(
        day,
        meeting,
        dimension,
        data["rating"],
        observation=data["observation"],
        was=data["was"],
    )
    messages.success(request, f"{dimension}: {seen.sign}, {seen.get_rating_display()}.")
    return redirect(back)


def id_or_404(key: str | None) -> uuid.UUID:
    """The id that was posted; Http404 for what cannot be one."""
    try:
        return uuid.UUID(key)
    except (TypeError, ValueError) as error:
        raise Http404 from error


@require_http_methods(["GET", "HEAD", "POST"])
def impression_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Change an impression, wherever it was gathered."""
    seen = visible_or_404(request, pk)
    if request.method != "POST":
        was = {"rating": seen.rating, "observation": seen.observation, "was": seen.observation}
        return edit_page(request, seen, ImpressionForm(initial=was), request.path)
    data = request.POST.copy()
    data["dimension"] = str(seen.dimension_id)
    request.POST = data  # type: ignore[assignment]
    return record(request, seen.day, seen.meeting, visit_address(seen))


def edit_page(
    request: Request, seen: Impression, form: ImpressionForm, action: str
) -> HttpResponse:
    context = {
        "seen": seen,
        "day": seen.day,
        "form": form,
        "rating": str(form["rating"].value() or "") if form.is_bound else str(seen.rating),
        "action": action,
    }
    status = 422 if form.is_bound else 200
    return render(request, "impressions/edit.html", context, status=status)


def visible_or_404(request: Request, pk: uuid.UUID) -> Impression:
    rows = Impression.objects.visible_to(request.user).with_place()
    seen = get_object_or_404(rows.select_related("day__application__company"), pk=pk)
    if seen.meeting:
        seen.meeting.day = seen.day
    return seen


def visit_address(seen: Impression) -> str:
    """Where the visit's page shows that dimension."""
    page = reverse("visit-impressions", args=[seen.day_id])
    return f"{page}#d-{seen.dimension_id}"


@require_http_methods(["GET", "HEAD", "POST"])
def impression_remove(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask once; then remove it, and keep it in the session for an undo."""
    seen = visible_or_404(request, pk)
    if request.method != "POST":
        return render(request, "impressions/remove.html", {"seen": seen, "day": seen.day})
    request.session[REMOVED] = {
        "day": str(seen.day_id),
        "meeting": str(seen.meeting_id or ""),
        "dimension": str(seen.dimension_id),
        "rating": seen.rating,
        "observation": seen.observation,
    }
    seen.delete()
    undo = reverse("impression-restore")
    say_undoable(request, f"{seen.dimension}: that impression is removed.", undo)
    return redirect(visit_address(seen))


@require_POST
@transaction.atomic
def impression_restore(request: Request) -> HttpResponse:
    """Put back the impression that was removed last; one that took its place keeps its words."""
    kept = request.session.get(REMOVED)
    if kept is None:
        messages.info(request, "There is nothing left to put back.")
        return redirect("visit-list")
    user = request.user
    day = get_object_or_404(InterviewDay.objects.visible_to(user), pk=kept["day"])
    dimension = Dimension.objects.visible_to(user).locked()
    meetings = Meeting.objects.visible_to(user)
    seen = Impression.record(
        day,
        get_object_or_404(meetings, pk=kept["meeting"]) if kept["meeting"] else None,
        get_object_or_404(dimension, pk=kept["dimension"]),
        kept["rating"],
        observation=kept["observation"],
    )
    del request.session[REMOVED]
    messages.success(request, f"{seen.dimension}: {seen.sign} is back.")
    return redirect(visit_address(seen))
