"""What is let go of a note's history, and what never is."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from interviews.models import Note, NoteRevision, uuid7
from interviews.models import note as notes
from interviews.models.note import NotesFullError, OpReusedError
from tests.factories import NoteFactory, a_meeting, a_note

STEPS = ["a", "a\nb", "a\nb\nc", "a\nb\nc\nd"]


@pytest.fixture
def note(alice):
    """Four versions of one hour, and a branch of the second; all of it 40 days ago."""
    note = NoteFactory(meeting=a_meeting(alice))
    for base, text in enumerate(STEPS):
        note.write(text, base=base, op=uuid7())
    note.write("other", base=2, op=uuid7())
    began = timezone.now() - timedelta(days=40)
    for minutes, row in enumerate(note.revisions.order_by("pk")):
        at = began + timedelta(minutes=minutes)
        NoteRevision.objects.filter(pk=row.pk).update(saved_at=at)
    return note


def texts(note):
    rows = note.revisions.order_by("pk")
    return [row.text if row.thinned_at is None else None for row in rows]


def test_steps_of_long_ago_go_and_the_last_the_branch_and_its_base_stay(note):
    call_command("thin_revisions")
    assert texts(note) == [None, "a\nb", None, "a\nb\nc\nd", "other"]


def test_nothing_of_the_last_30_days_goes(note):
    note.revisions.update(saved_at=timezone.now() - timedelta(days=29))
    call_command("thin_revisions")
    assert texts(note) == [*STEPS, "other"]


def test_what_stood_for_an_hour_stays(note):
    first = note.revisions.get(version=1)
    earlier = first.saved_at - timedelta(hours=2)
    NoteRevision.objects.filter(pk=first.pk).update(saved_at=earlier)
    call_command("thin_revisions")
    assert texts(note)[0] == "a"


def test_op_of_a_thinned_text_is_still_known(note):
    first = note.revisions.get(version=1)
    call_command("thin_revisions")
    with transaction.atomic():
        locked = Note.objects.locked().get(pk=note.pk)
        assert locked.write("a", base=0, op=first.op).version == 1
        with pytest.raises(OpReusedError):
            locked.write("b", base=0, op=first.op)


def test_text_over_a_thinned_base_is_kept_beside_the_current_one(note):
    call_command("thin_revisions")
    saved = note.write("late", base=1, op=uuid7())
    assert saved.branch is not None
    assert note.revisions.get(pk=saved.branch).text == "late"


def test_bound_of_an_owner_is_named_before_anything_is_stored(alice, monkeypatch):
    note = a_note(alice, "x" * 1000)
    monkeypatch.setattr(notes, "MOST_KEPT", 1000)
    monkeypatch.setattr(notes, "LOOK_EVERY", 1)
    with pytest.raises(NotesFullError):
        note.write("y", base=1, op=uuid7())
    assert note.revisions.count() == 1


def test_another_owners_revisions_do_not_count(alice, mallory, monkeypatch):
    a_note(mallory, "x" * 1000)
    note = a_note(alice, "x")
    monkeypatch.setattr(notes, "MOST_KEPT", 1000)
    monkeypatch.setattr(notes, "LOOK_EVERY", 1)
    assert note.write("y", base=1, op=uuid7()).version == 2


def test_text_stays_where_the_clock_went_back_after_it(note):
    second = note.revisions.get(version=2)
    later = second.saved_at + timedelta(days=1)  # which says nothing of how long it stood
    note.revisions.filter(version=1).update(saved_at=later)
    call_command("thin_revisions")
    assert texts(note)[0] == "a"
