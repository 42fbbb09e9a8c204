import hashlib
import time
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from interviews.models import Note, NoteRevision, uuid7
from interviews.models.note import LONGEST_NOTE, OpReusedError
from tests.factories import (
    NoteFactory,
    NoteRevisionFactory,
    a_day,
    a_meeting,
    a_note,
    utc,
)


@pytest.fixture
def note(alice):
    return NoteFactory(meeting=a_meeting(alice))


def save(note, text, base, op=None):
    """Write as a request does: on the row as it is stored."""
    with transaction.atomic():
        return Note.write_to(note.pk, note.owner, text, base=base, op=op or uuid7())


def versions(note):
    """What was saved, oldest first: version, base and text."""
    rows = note.revisions.filter(version__isnull=False).order_by("version")
    return list(rows.values_list("version", "base", "text"))


def branches(note):
    return list(note.revisions.filter(version=None).values_list("text", flat=True))


# Saving


def test_each_save_is_a_version_and_a_revision(note):
    assert [save(note, text, base).version for base, text in enumerate(["a", "b", "c"])] == [
        1,
        2,
        3,
    ]
    note.refresh_from_db()
    assert (note.text, note.version) == ("c", 3)
    assert versions(note) == [(1, 0, "a"), (2, 1, "b"), (3, 2, "c")]
    assert branches(note) == []


def test_revision_knows_owner_op_and_hash(alice, note):
    op = uuid7()
    save(note, "Grüße", 0, op)
    revision = note.revisions.get()
    assert (revision.owner, revision.op, revision.replays) == (alice, op, 0)
    assert revision.sha256 == hashlib.sha256("Grüße".encode()).hexdigest()


def test_same_text_over_an_old_version_is_no_conflict(note):
    for base, text in enumerate(["a", "b"]):
        save(note, text, base)
    saved = save(note, "b", 1)
    assert (saved.version, saved.branch, saved.merged) == (3, None, False)


def test_emptied_note_is_saved(note):
    save(note, "a", 0)
    assert save(note, "", 1).text == ""
    assert versions(note) == [(1, 0, "a"), (2, 1, "")]


def test_nothing_is_written_to_another_users_note(mallory, note):
    assert Note.write_to(note.pk, mallory, "defaced", base=0, op=uuid7()) is None
    note.refresh_from_db()
    assert (note.text, versions(note)) == ("", [])


def test_op_of_another_note_is_told_from_a_repeat(alice, note):
    op = uuid7()
    save(note, "a", 0, op)
    other = NoteFactory(meeting=a_meeting(alice))
    with pytest.raises(OpReusedError):
        save(other, "a", 0, op)
    assert versions(other) == []


# Merging and branching


def test_changes_in_different_lines_merge(note):
    save(note, "one\ntwo\nthree\n", 0)
    save(note, "ONE\ntwo\nthree\n", 1)
    saved = save(note, "one\ntwo\nTHREE\n", 1)
    assert (saved.version, saved.text, saved.merged) == (3, "ONE\ntwo\nTHREE\n", True)
    revision = note.revisions.get(version=3)
    assert (revision.text, revision.sent) == ("ONE\ntwo\nTHREE\n", "one\ntwo\nTHREE\n")


@pytest.mark.parametrize("end", ["\n", "", "\u2028", "\x0b", "\x85"])
def test_merging_keeps_every_kind_of_line_end(note, end):
    save(note, f"one\nmiddle\nlast{end}", 0)
    save(note, f"ONE\nmiddle\nlast{end}", 1)
    assert save(note, f"one\nmiddle\nLAST{end}", 1).text == f"ONE\nmiddle\nLAST{end}"


def test_changes_in_the_same_line_branch(note):
    save(note, "one\n", 0)
    save(note, "theirs\n", 1)
    saved = save(note, "mine\n", 1)
    assert (saved.version, saved.text, saved.merged) == (2, "theirs\n", False)
    assert saved.branch == note.revisions.get(version=None).pk
    assert branches(note) == ["mine\n"]


def test_two_beginnings_branch(note):
    save(note, "theirs", 0)
    assert save(note, "mine", 0).branch is not None
    assert (versions(note), branches(note)) == ([(1, 0, "theirs")], ["mine"])


def test_unknown_base_branches(note):
    save(note, "theirs", 0)
    assert save(note, "mine", 7).branch is not None
    assert branches(note) == ["mine"]


def test_text_made_of_a_conflict_is_saved_over_what_was_there(note):
    save(note, "theirs", 0)
    saved = save(note, "mine", 0)
    assert save(note, "both", saved.version).version == 2
    assert branches(note) == ["mine"]


def test_merge_that_would_be_too_long_branches(note):
    half = LONGEST_NOTE // 2
    save(note, "a\nb\nc\n", 0)
    save(note, "x" * half + "\nb\nc\n", 1)
    saved = save(note, "a\nb\n" + "y" * half + "\n", 1)
    assert (saved.version, saved.merged) == (2, False)
    assert saved.branch is not None


def test_merging_the_longest_notes_is_quick(note):
    lines = "".join(f"{n}\n" for n in range(30_000))
    save(note, lines, 0)
    save(note, "first\n" + lines, 1)
    start = time.perf_counter()
    assert save(note, lines + "last\n", 1).text == f"first\n{lines}last\n"
    assert time.perf_counter() - start < 5  # seconds; half of one is usual


# Repeating


def test_repeated_save_answers_as_the_first_time(note):
    op = uuid7()
    first, again = save(note, "a", 0, op), save(note, "a", 0, op)
    assert (again.version, again.text, again.saved_at) == (1, "a", first.saved_at)
    assert (versions(note), note.revisions.get().replays) == ([(1, 0, "a")], 1)
    save(note, "a", 0, op)
    assert note.revisions.get().replays == 2


def test_repeated_save_answers_with_its_own_version_when_there_are_later_ones(note):
    op = uuid7()
    save(note, "a", 0, op)
    save(note, "b", 1)
    assert save(note, "a", 0, op).version == 1
    note.refresh_from_db()
    assert (note.text, note.version) == ("b", 2)


def test_repeated_merge_answers_with_the_merged_text(note):
    op = uuid7()
    save(note, "one\ntwo\nthree\n", 0)
    save(note, "ONE\ntwo\nthree\n", 1)
    first, again = (save(note, "one\ntwo\nTHREE\n", 1, op) for _ in range(2))
    assert (again.version, again.text, again.merged) == (first.version, first.text, True)


def test_repeated_conflict_answers_with_the_same_branch(note):
    op = uuid7()
    save(note, "theirs", 0)
    first, again = (save(note, "mine", 0, op) for _ in range(2))
    assert (again.branch, again.version, again.text) == (first.branch, 1, "theirs")
    assert branches(note) == ["mine"]


def test_op_of_another_text_is_refused(note):
    op = uuid7()
    save(note, "a", 0, op)
    with pytest.raises(OpReusedError):
        save(note, "b", 1, op)
    assert versions(note) == [(1, 0, "a")]


def test_op_of_another_note_is_refused(alice, note):
    op = uuid7()
    save(note, "a", 0, op)
    other = NoteFactory(meeting=a_meeting(alice))
    with pytest.raises(OpReusedError):
        save(other, "a", 0, op)
    assert versions(other) == []


def test_same_op_of_two_users_is_no_repeat(mallory, note):
    op = uuid7()
    save(note, "a", 0, op)
    theirs = NoteFactory(meeting=a_meeting(mallory))
    assert save(theirs, "b", 0, op).version == 1


# Its place


def test_note_of_a_meeting_begins_once(alice):
    meeting = a_meeting(alice)
    first, second = (Note.start(uuid7(), meeting.day, meeting) for _ in range(2))
    assert (first, first.owner) == (second, alice)


def test_loose_note_begins_once_beside_those_of_meetings(alice):
    meeting = a_meeting(alice)
    of_meeting = Note.start(uuid7(), meeting.day, meeting)
    wanted: UUID = uuid7()
    loose = Note.start(wanted, meeting.day, None)
    assert (loose.pk, Note.start(uuid7(), meeting.day, None)) == (wanted, loose)
    assert of_meeting != loose


def test_visit_has_one_loose_note(alice):
    day = a_day(alice)
    NoteFactory(meeting=None, day=day)
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        NoteFactory(meeting=None, day=day)
    assert error.value.__cause__.diag.constraint_name == "note_one_loose"


def test_op_and_version_are_unique(note):
    revision = NoteRevisionFactory(note=note)
    for fields, name in (
        ({"op": revision.op, "version": 2}, "note_revision_op_once"),
        ({"version": 1}, "note_revision_version_once"),
    ):
        with pytest.raises(IntegrityError) as error, transaction.atomic():
            NoteRevisionFactory(note=note, **fields)
        assert error.value.__cause__.diag.constraint_name == name
    NoteRevisionFactory.create_batch(2, note=note, version=None)
    assert NoteRevision.objects.count() == 3


def test_note_is_seen_by_its_owner_only(alice, mallory):
    mine, theirs = a_note(alice), a_note(mallory)
    assert list(Note.objects.visible_to(alice)) == [mine]
    assert list(Note.objects.visible_to(mallory)) == [theirs]


@pytest.mark.parametrize("what", ["meeting", "day"])
def test_note_in_the_trash_is_written_but_not_seen(alice, what):
    note = a_note(alice)
    place = note.meeting if what == "meeting" else note.day
    place.trash(utc(2026, 11, 1))
    assert list(Note.objects.visible_to(alice)) == []
    assert save(note, "new", 1).version == 2


# Very long texts in the index for search


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"w{n}" for n in range(29_000)),
        " ".join(chr(0x4E00 + n % 20_000) + chr(0x4E00 + n // 7) for n in range(66_000)),
        "é" * LONGEST_NOTE,
        "🙂" * LONGEST_NOTE,
        "a" * LONGEST_NOTE,
        "a-" * (LONGEST_NOTE // 2),
        "/a" * (LONGEST_NOTE // 2),
        "a.b@c.de " * (LONGEST_NOTE // 9),
    ],
    ids=["words", "ideographs", "accents", "emoji", "one word", "hyphens", "path", "addresses"],
)
def test_any_text_of_full_length_is_saved(note, text):
    assert len(text) <= LONGEST_NOTE
    assert save(note, text, 0).version == 1


def test_texts_that_would_take_long_to_merge_are_kept_side_by_side(alice):
    note = a_note(alice, "x\n" * 60_000)
    note.write("y\n" + "x\n" * 60_000, base=1, op=uuid7())
    began = time.monotonic()
    saved = note.write("x\n" * 60_000 + "z\n", base=1, op=uuid7())

    assert saved.branch is not None
    assert time.monotonic() - began < 2
    assert note.revisions.get(pk=saved.branch).text == "x\n" * 60_000 + "z\n"
