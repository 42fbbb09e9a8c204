"""Marked passages: what was flagged, promised or to be looked up, of one visit or of all."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from interviews.marks import MARKS, Marked, marked
from interviews.models import InterviewDay, Note
from interviews.views.pages import Request


@dataclass(frozen=True, slots=True)
class MarkedNote:
    """A note with those of its passages that carry a mark."""

    note: Note
    passages: list[Marked]


def marked_notes(notes: Iterable[Note], key: str = "", words: str = "") -> list[MarkedNote]:
    """The notes that have such passages, with those that hold each of the words."""
    wanted = words.casefold().split()
    found = []
    for note in notes:
        passages = [
            passage
            for passage in marked(note.text, key)
            if all(word in passage.words.casefold() for word in wanted)
        ]
        if passages:
            found.append(MarkedNote(note, passages))
    return found


@require_safe
def visit_marks(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The marked passages of a visit in the order of the day, or those of one mark."""
    day = get_object_or_404(InterviewDay.objects.visible_to(request.user).with_company(), pk=pk)
    key = request.GET.get("mark", "")
    key = key if key in MARKS else ""
    notes = Note.objects.visible_to(request.user).filter(day=day).with_marks().with_place()
    everything = marked_notes(notes.order_by("meeting__starts_at"))
    kept = [
        MarkedNote(row.note, [p for p in row.passages if key in ("", p.key)]) for row in everything
    ]
    context = {
        "day": day,
        "mark": key,
        "marks": [
            (k, label, sum(p.key == k for row in everything for p in row.passages))
            for k, label in MARKS.items()
        ],
        "rows": [row for row in kept if row.passages],
        "is_empty": not everything,
    }
    return render(request, "visits/marks.html", context)
