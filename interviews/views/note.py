"""Saving notes, by script and by plain form, with the same guarantees.

An answer is given after the transaction's commit, never before. docs/notes.md has the table of
answers.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from interviews.forms.note import NoteForm
from interviews.middleware import clean_text
from interviews.models import InterviewDay, Meeting, Note, NoteRevision, User, uuid7
from interviews.models.line import LooseNote
from interviews.models.note import LONGEST_NOTE, NotesFullError, OpReusedError, Saved
from interviews.views.pages import Request, form_page

FULL = (
    "Your notes and their earlier versions have reached 500 MB: nothing more is stored. "
    "Take a copy of this text, and delete visits that you no longer need."
)


class BadSaveError(Exception):
    """What is wrong with a script's save: the status and the word to answer."""

    def __init__(self, status: int, word: str) -> None:
        super().__init__(word)
        self.status, self.word = status, word


@dataclass(frozen=True)
class Save:
    """One save as it was asked for."""

    note_id: uuid.UUID
    text: str
    base: int
    op: uuid.UUID
    meeting: uuid.UUID | None
    visit: uuid.UUID | None


@require_http_methods(["GET", "HEAD", "POST", "PUT"])
def note_detail(request: Request, pk: uuid.UUID) -> HttpResponse:
    """A note's address: PUT saves by script, POST by plain form, GET goes to where it is shown."""
    if request.method == "PUT":
        return put_note(request, pk)
    if request.method == "POST":
        return post_note(request, pk)
    note = get_object_or_404(Note.objects.visible_to(request.user).with_place(), pk=pk)
    return redirect(place_of(note))


def put_note(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Save a raw text; every answer is JSON, also those of `errors.server_error`."""
    try:
        saved = write(request.user, save_of(request, pk))
    except BadSaveError as error:
        return JsonResponse({"error": error.word}, status=error.status)
    except OpReusedError:
        transaction.set_rollback(True)  # the request's own; where two requests raced it is broken
        return JsonResponse({"error": "op_reused"}, status=422)
    except NotesFullError:
        return JsonResponse({"error": "full"}, status=413)
    except Http404:
        return JsonResponse({"error": "not_found"}, status=404)
    return JsonResponse(answer_of(saved), status=409 if saved.branch else 200)


def answer_of(saved: Saved) -> dict[str, Any]:
    """What a script needs to know of its save."""
    answer: dict[str, Any] = {
        "id": str(saved.note.pk),
        "version": saved.version,
        "saved_at": saved.saved_at.isoformat(),
    }
    if saved.merged or saved.branch:
        answer["text"] = saved.text
    if saved.branch:
        answer["branch"] = str(saved.branch)
    return answer


def save_of(request: Request, pk: uuid.UUID) -> Save:
    """The save that a script asks for. Raises BadSaveError for what the protocol does not allow."""
    headers = request.headers
    if not {"Idempotency-Key", "If-Match", "X-Owner"} <= headers.keys():
        raise BadSaveError(428, "headers_missing")
    if headers["X-Owner"] != str(request.user.pk):
        raise BadSaveError(403, "other_user")
    base = re.fullmatch(r'"(\d{1,9})"', headers["If-Match"])
    op = uuid_of(headers["Idempotency-Key"])
    if base is None or op is None:
        raise BadSaveError(422, "headers_malformed")
    if int(headers.get("Content-Length") or 0) > LONGEST_NOTE * 4:
        raise BadSaveError(413, "too_long")
    text = clean_text(request.body.decode("utf-8", "replace"))
    if len(text) > LONGEST_NOTE:
        raise BadSaveError(413, "too_long")
    return Save(
        pk,
        text,
        int(base[1]),
        op,
        uuid_of(headers.get("X-Meeting", "")),
        uuid_of(headers.get("X-Visit", "")),
    )


def uuid_of(text: str) -> uuid.UUID | None:
    """The UUID in a header, or None."""
    return (
        uuid.UUID(text)
        if re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", text)
        else None
    )


def write(user: User, save: Save) -> Saved:
    """Save into the user's note of that id or place. Raises Http404 where there is neither."""
    try:
        saved = Note.write_to(save.note_id, user, save.text, base=save.base, op=save.op)
        return saved or begun(user, save).write(save.text, base=save.base, op=save.op)
    except IntegrityError as error:  # the op came for another note at the same moment
        if "note_revision_op_once" in str(error):
            raise OpReusedError from error
        raise


def begun(user: User, save: Save) -> Note:
    """The note of the place that a first save names, made now or by another device before."""
    meeting = None
    if save.meeting:
        meetings = Meeting.objects.kept_for(user).select_related("day")
        meeting = get_object_or_404(meetings, pk=save.meeting)
    elif not save.visit:
        raise Http404
    day = (
        meeting.day
        if meeting
        else get_object_or_404(InterviewDay.objects.kept_for(user), pk=save.visit)
    )
    try:
        with transaction.atomic():
            return Note.start(save.note_id, day, meeting)
    except IntegrityError as error:
        raise Http404 from error  # the id is that of somebody else's note


def post_note(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Save the plain form; a text that could not be merged is shown beside the current one."""
    form = NoteForm(request.POST)
    if not form.is_valid():
        return form_page(request, "notes/form.html", form, note_id=pk)
    data = form.cleaned_data
    save = Save(pk, data["text"], data["base"], data["op"], data["meeting"], data["visit"])
    try:
        with transaction.atomic():
            saved = write(request.user, save)
    except NotesFullError:
        form.add_error(None, FULL)
        return form_page(request, "notes/form.html", form, note_id=pk)
    except OpReusedError:
        # The form was changed and sent again, by the back button say: that is a new save.
        with transaction.atomic():
            saved = write(
                request.user, Save(pk, save.text, save.base, uuid7(), save.meeting, save.visit)
            )
    if saved.branch:
        return conflict_page(request, saved, data["text"])
    return redirect(f"{place_of(saved.note)}#note")


def conflict_page(request: Request, saved: Saved, mine: str) -> HttpResponse:
    """Both texts, both stored; the form on it saves what the user makes of them."""
    both = f"{saved.text}\n\n{mine}"
    form = NoteForm(initial={"text": both, "base": saved.version, "op": uuid7()})
    context = {
        "note_id": saved.note.pk,
        "saved": saved,
        "mine": mine,
        "place": place_of(saved.note),
    }
    response = form_page(request, "notes/conflict.html", form, **context)
    response.status_code = 409
    return response


def place_of(note: Note) -> str:
    """The page that shows a note: its meeting's, or its visit's."""
    if note.meeting_id:
        return reverse("meeting-detail", args=[note.meeting_id])
    return reverse("visit-detail", args=[note.day_id])


@dataclass(frozen=True, slots=True)
class NotePart:
    """A note as a page shows it for writing: what its form sends, ready for the template.

    `meeting` or `visit` names the place of a note that its first save will make. `place` is what
    the script knows it by, before and after. `branches` are the ids of texts kept beside it.
    """

    id: uuid.UUID
    op: uuid.UUID
    place: str
    base: int = 0
    text: str = ""
    saved_at: datetime | None = None
    meeting: uuid.UUID | str = ""
    visit: uuid.UUID | str = ""
    branches: Sequence[uuid.UUID] = ()


def note_part(
    note: Note | LooseNote | None, *, meeting: Meeting | None = None, day: InterviewDay
) -> NotePart:
    """The note of that meeting, or without one the loose note of the visit."""
    place = f"meeting/{meeting.pk}" if meeting else f"visit/{day.pk}"
    if note is not None:
        branches = NoteRevision.objects.filter(owner_id=day.owner_id, note_id=note.pk).branches()
        return NotePart(
            note.pk,
            uuid7(),
            place,
            note.version,
            note.text,
            note.updated_at,
            branches=list(branches.values_list("pk", flat=True)),
        )
    if meeting is not None:
        return NotePart(uuid7(), uuid7(), place, meeting=meeting.pk)
    return NotePart(uuid7(), uuid7(), place, visit=day.pk)
