"""The earlier versions of a note: to look at, to compare, to restore."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.db.models.functions import Length
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from interviews.comparing import differences
from interviews.models import Note, NoteRevision, uuid7
from interviews.models.note import NoteRevisionQuerySet
from interviews.views.note import place_of, uuid_of
from interviews.views.pages import Request, say_undoable

ON_A_PAGE = 50


@require_safe
def note_revisions(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Every text that was saved of a note, the latest first, and what one of them changes.

    `?revision=` chooses the one to look at; without it, that is the latest that is not the current.
    """
    note = get_object_or_404(Note.objects.visible_to(request.user).with_place(), pk=pk)
    kept = NoteRevision.objects.visible_to(request.user).filter(note=note, thinned_at=None)
    kept = kept.order_by("-pk")
    rows = kept.defer("text", "sent").annotate(characters=Length("text"))
    if older := uuid_of(request.GET.get("older", "")):
        rows = rows.filter(pk__lt=older)
    page = list(rows[: ON_A_PAGE + 1])
    chosen = chosen_of(kept, request.GET.get("revision", ""), note)
    context = {
        "note": note,
        "zone": note.day.zone,
        "company": note.day.application.company,
        "place": place_of(note),
        "revisions": page[:ON_A_PAGE],
        "older": page[ON_A_PAGE - 1].pk if len(page) > ON_A_PAGE else None,
        "chosen": chosen,
        "lines": differences(note.text, chosen.text) if chosen else [],
    }
    return render(request, "notes/revisions.html", context)


def chosen_of(kept: NoteRevisionQuerySet, key: str, note: Note) -> NoteRevision | None:
    """The revision of that key, a 404 where it is none of the note's; else the last other one."""
    if key:
        return get_object_or_404(kept, pk=uuid_of(key))
    return kept.exclude(version=note.version).first()


@require_POST
def note_restore(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Make a kept text the current one, as a new version; what was current stays among the kept."""
    kept = NoteRevision.objects.visible_to(request.user).filter(thinned_at=None)
    chosen = get_object_or_404(kept, pk=pk)
    with transaction.atomic():
        notes = Note.objects.visible_to(request.user)
        note = get_object_or_404(notes.locked(), pk=chosen.note_id)
        before = kept.filter(note=note, version=note.version).first()
        note.write(chosen.text, base=note.version, op=uuid7())
    if before is None:
        messages.success(request, "That text is your note now.")
    else:
        undo = reverse("note-restore", args=[before.pk])
        say_undoable(request, "That text is your note now.", undo)
    return redirect("note-revisions", pk=note.pk)
