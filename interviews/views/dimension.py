"""The list of dimensions that one's impressions rate."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from interviews.forms.impression import DimensionForm
from interviews.models import Dimension
from interviews.views.pages import Request, form_page, posted, say_undoable, way_back

REMOVED = "removed_dimension"  # the session's key for what one can still undo
KEPT = ("name", "prompt", "direction", "shows_in", "weight", "position")
STEPS = {"up": -1, "down": 1}


@require_http_methods(["GET", "HEAD", "POST"])
def dimension_list(request: Request) -> HttpResponse:
    """The list in its order, and a form for one more."""
    form = DimensionForm(posted(request), user=request.user)
    if request.method == "POST" and form.is_valid() and (added := form.save_or_explain()):
        messages.success(request, f"“{added}” is on your list.")
        return redirect("dimension-list")
    Dimension.objects.of(request.user)
    context = {
        "dimensions": Dimension.objects.visible_to(request.user).with_uses(),
        "usual": Dimension.objects.missing(request.user),
    }
    return form_page(request, "impressions/dimensions.html", form, **context)


@require_POST
def dimension_usual(request: Request) -> HttpResponse:
    """Add from the default list: the one of that `name`, or all that look that `direction`."""
    name, way = request.POST.get("name"), request.POST.get("direction")
    rows = [
        row
        for row in Dimension.objects.missing(request.user)
        if (row.name == name if name else way in ("", row.direction))
    ]
    Dimension.objects.bulk_create(rows, ignore_conflicts=True)
    for row in rows:
        messages.success(request, f"“{row}” is on your list.")
    return redirect(way_back(request.POST.get("back", ""), reverse("dimension-list")))


@require_http_methods(["GET", "HEAD", "POST"])
def dimension_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    dimension = get_object_or_404(Dimension.objects.visible_to(request.user), pk=pk)
    name = dimension.name
    form = DimensionForm(posted(request), instance=dimension, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save_or_explain():
        messages.success(request, f"“{dimension}” is saved.")
        return redirect("dimension-list")
    return form_page(request, "impressions/dimension.html", form, dimension=dimension, name=name)


@require_POST
def dimension_move(request: Request, pk: uuid.UUID) -> HttpResponse:
    """One place `up` or `down`."""
    dimensions = Dimension.objects.visible_to(request.user)
    dimension = get_object_or_404(dimensions, pk=pk)
    if step := STEPS.get(request.POST.get("to", "")):
        dimensions.move(dimension, step)
        messages.success(request, f"“{dimension}” moved {request.POST['to']}.")
    return redirect(f"{reverse('dimension-list')}#d-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def dimension_remove(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask once, then remove it; one that impressions rate stays, and the page says so."""
    with transaction.atomic():
        mine = Dimension.objects.visible_to(request.user)
        dimension = get_object_or_404(mine.locked(), pk=pk)
        uses = dimension.impressions.count() + dimension.must_haves.count()
        if request.method == "POST" and not uses:
            request.session[REMOVED] = {name: getattr(dimension, name) for name in KEPT}
            dimension.delete()
            undo = reverse("dimension-restore")
            say_undoable(request, f"“{dimension}” is off your list.", undo)
            return redirect("dimension-list")
    context = {"dimension": dimension, "uses": uses}
    status = 422 if request.method == "POST" else 200
    return render(request, "impressions/dimension_remove.html", context, status=status)


@require_POST
def dimension_restore(request: Request) -> HttpResponse:
    """Put the dimension that was removed last back in its place."""
    if kept := request.session.pop(REMOVED, None):
        _, made = Dimension.objects.get_or_create(
            owner_id=request.user.pk, name=kept["name"], defaults=kept
        )
        text = "is back on your list" if made else "is on your list already"
        messages.success(request, f"“{kept['name']}” {text}.")
    else:
        messages.info(request, "There is nothing left to put back.")
    return redirect("dimension-list")
