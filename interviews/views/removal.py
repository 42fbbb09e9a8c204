"""Removing a small row, such as a task or a call: asked once, and put back with one tap.

These rows have no trash of their own: the session keeps the one that was removed last.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.core import serializers
from django.db import IntegrityError, models, transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from interviews.models import Company
from interviews.models.owned import Owned
from interviews.views.pages import Request, say_undoable

REMOVED = "removed_row"  # the session's key for what one can still undo


def remove_page(
    request: Request,
    row: Owned,
    *,
    company: Company,
    what: str,
    back: str,
    along: Iterable[Owned] = (),
) -> HttpResponse:
    """Ask whether to remove the row; after a POST it is gone, with a way back.

    What goes `along` with it comes back with it.
    """
    if request.method != "POST":
        context = {"row": row, "company": company, "what": what, "back": back}
        return render(request, "removal/remove.html", context)
    remove(request, row, back=back, along=along)
    return redirect(back)


def remove(request: Request, row: Owned, *, back: str, along: Iterable[Owned] = ()) -> None:
    """Remove the row, and keep it in the session for an undo, which leads `back`."""
    request.session[REMOVED] = {"row": serializers.serialize("json", [row, *along]), "back": back}
    name = str(row)
    row.delete()
    say_undoable(request, f"“{name}” is removed.", reverse("removed-restore"))


@require_POST
def removed_restore(request: Request) -> HttpResponse:
    """Put back the row that was removed last, if what it hangs on is still there."""
    kept = request.session.pop(REMOVED, None)
    if kept is None:
        messages.info(request, "There is nothing left to put back.")
        return redirect("home")
    found, *along = serializers.deserialize("json", kept["row"])
    row = found.object
    check_parents(request, row)
    try:
        with transaction.atomic():
            found.save()
            for part in along:
                if check_parents(request, part.object):
                    part.save()
        messages.success(request, f"“{row}” is back.")
    except IntegrityError:
        messages.info(request, f"“{row}” is there already.")
    return redirect(kept["back"])


def check_parents(request: Request, row: models.Model) -> bool:
    """Http404 where a row that it hangs on is gone; what it only points at is left out then.

    Returns whether nothing was left out.
    """
    is_whole = True
    for key in row._meta.get_fields():
        if isinstance(key, models.ForeignKey) and (value := getattr(row, key.attname)):
            model: type = key.related_model
            if issubclass(model, Owned):
                rows = model._default_manager.visible_to(request.user)  # type: ignore[attr-defined]
                if not key.null:
                    get_object_or_404(rows, pk=value)
                elif not rows.filter(pk=value).exists():
                    setattr(row, key.attname, None)
                    is_whole = False
    return is_whole
