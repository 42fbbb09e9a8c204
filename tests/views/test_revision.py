"""The kept texts of a note."""

import re

import pytest
from django.urls import reverse

from interviews.models import Note, uuid7
from tests.factories import a_meeting, a_note


@pytest.fixture
def note(alice):
    """Two versions, and a text beside them that could not be merged."""
    note = a_note(alice, "one\ntwo\n")
    note.write("one\nTWO\n", base=1, op=uuid7())
    note.write("one\nzwei\n", base=1, op=uuid7())
    return note


def page_of(client, note, **query):
    return client.get(reverse("note-revisions", args=[note.pk]), query)


def test_page_shows_every_kept_text_and_compares_the_chosen_one(alice, client_of, note):
    client = client_of(alice)
    first = note.revisions.get(version=1)
    html = page_of(client, note, revision=first.pk).text

    assert len(re.findall(r'href="\?revision=', html)) == 3
    assert html.count("beside it, from two places at once") == 1
    assert re.findall(r"<(del|ins)>(.*?)</", html) == [("del", "TWO"), ("ins", "two")]
    assert "<del>TWO</del>" in page_of(client, note).text  # the branch, without being asked


def test_restoring_makes_a_new_version_and_can_be_undone(alice, client_of, note):
    client, branch = client_of(alice), note.revisions.get(version=None)
    answer = client.post(reverse("note-restore", args=[branch.pk]), follow=True)

    note.refresh_from_db()
    assert (note.text, note.version) == ("one\nzwei\n", 3)
    assert note.revisions.count() == 4
    undo = re.search(r'action="([^"]+restore/)"><input', answer.text)[1]
    client.post(undo)
    note.refresh_from_db()
    assert (note.text, note.version) == ("one\nTWO\n", 4)


def test_note_says_that_a_text_is_kept_beside_it(alice, client_of, note):
    client, other = client_of(alice), a_note(alice, meeting=a_meeting(alice))
    shown, silent = (client.get(n.meeting.get_absolute_url()).text for n in (note, other))

    assert re.search(r'data-branches="[-\w]+">1 text kept beside it<', shown)
    assert re.search(r'data-branches="" hidden>', silent)


def test_many_versions_come_a_page_at_a_time(alice, client_of):
    note = a_note(alice)
    for n in range(1, 60):
        note.write(f"{n}", base=n, op=uuid7())
    client = client_of(alice)
    html = page_of(client, note).text
    older = re.search(r'href="\?older=([^"]+)"', html)[1]

    assert len(re.findall(r'href="\?revision=', html)) == 50
    assert len(re.findall(r'href="\?revision=', page_of(client, note, older=older).text)) == 10


@pytest.mark.parametrize("key", ["nonsense", "00000000-0000-0000-0000-000000000007"])
def test_unknown_revision_is_404(alice, client_of, note, key):
    assert page_of(client_of(alice), note, revision=key).status_code == 404


def test_another_users_revision_is_restored_nowhere(alice, mallory, client_of, note):
    address = reverse("note-restore", args=[note.revisions.get(version=1).pk])
    assert client_of(mallory).post(address).status_code == 404
    assert Note.objects.get(pk=note.pk).text == "one\nTWO\n"


def test_restored_text_is_clean_of_later_ones(alice, client_of, note):
    client, first = client_of(alice), note.revisions.get(version=1)
    client.post(reverse("note-restore", args=[first.pk]))
    assert "<del>" not in page_of(client, note, revision=first.pk).text
    assert "It is the same as your note is now." in page_of(client, note, revision=first.pk).text
