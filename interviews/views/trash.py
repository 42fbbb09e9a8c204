"""The trash: what lies in it, putting things there, taking them out again."""

from __future__ import annotations

import uuid
from typing import Any, cast

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from interviews.forms.trash import RestoreForm
from interviews.models import Meeting
from interviews.models.owned import TRASH_DAYS
from interviews.models.time_zone import Clock, clock
from interviews.models.trash import (
    KINDS,
    Conflict,
    NameTaken,
    OffTheDates,
    Overlaps,
    Restored,
    Row,
    entries,
    restore,
    throw_away,
)
from interviews.views.pages import Request, form_page, posted, say_undoable

ASKS = {NameTaken: "name_taken", OffTheDates: "off_the_dates", Overlaps: "overlaps"}


@require_safe
def trash(request: Request) -> HttpResponse:
    """What was deleted in the last 30 days, each deletion once."""
    context = {"entries": entries(request.user, timezone.now()), "days": TRASH_DAYS}
    return render(request, "trash/trash.html", context)


def kept_row(request: Request, kind: str, pk: uuid.UUID) -> Row:
    """The user's row of that kind, in the trash or not."""
    if kind not in KINDS:
        raise Http404
    return cast("Row", get_object_or_404(KINDS[kind].objects.kept_for(request.user), pk=pk))


def put_into_trash(request: Request, kind: str, pk: uuid.UUID) -> Row:
    """Delete the user's row into the trash, and say so beside a way back; twice does no harm."""
    row = kept_row(request, kind, pk)
    if throw_away(row, timezone.now()):
        say_undoable(request, f"{row} is in the trash.", reverse("trash-restore", args=[kind, pk]))
    return row


def trash_restore(request: Request, kind: str, pk: uuid.UUID) -> HttpResponse:
    """Take something out of the trash; where its place is taken, ask what is to happen."""
    row = kept_row(request, kind, pk)
    if row.deleted_at is None:
        return redirect(row)
    form = RestoreForm(posted(request))
    context: dict[str, Any] = {"kind": kind, "row": row}
    if request.method != "POST":
        return form_page(request, "trash/restore.html", form, **context)
    try:
        with transaction.atomic():
            valid = form.is_valid()
            done = restore(row, form.answer())
            transaction.set_rollback(not valid)  # only to see what to ask
    except Conflict as conflict:
        if isinstance(conflict, NameTaken):
            form.say_taken(conflict)
        context |= {"conflict": conflict, "asks": f"trash/_{ASKS[type(conflict)]}.html"}
        return render(request, "trash/restore.html", {"form": form, **context}, status=422)
    if not valid:
        return form_page(request, "trash/restore.html", form, **context)
    if not done.was_there:
        messages.success(request, what_came_back(row, done))
    return redirect(done.row)


def what_came_back(row: Row, done: Restored) -> str:
    """The message after a restoration; it names the parents that came too."""
    if done.row.pk != row.pk:
        return f"{done.row} has what belonged to {row} now."
    if not done.parents:
        return f"{done.row} is back.{other_clock(row, done.row)}"
    parents = ", ".join(f"the {parent._meta.verbose_name} “{parent}”" for parent in done.parents)
    return (
        f"{done.row} is back, and with it what was in the trash too: {parents}."
        f"{other_clock(row, done.row)}"
    )


def other_clock(before: Row, after: Row) -> str:
    """What to say where a meeting's clock time is not the same, or not clear, on its other date."""
    if not (isinstance(before, Meeting) and isinstance(after, Meeting)):
        return ""
    zone = after.day.zone
    was, now = before.starts_at.astimezone(zone), after.starts_at.astimezone(zone)
    if was.date() == now.date():
        return ""
    if was.time() != now.time():
        return (
            f" The clocks go forward on that date and leave out {was:%H:%M}: it is at {now:%H:%M}."
        )
    if clock(now.date(), now.time(), zone) is Clock.TWICE:
        return f" {now:%H:%M} comes twice on that date, and it is at the first."
    return ""
