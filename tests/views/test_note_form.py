"""Notes saved by plain form, with the same guarantees; one that cannot be saved keeps the text."""

import re
from html import unescape

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from interviews.models import Note, uuid7
from tests.factories import a_meeting, a_note
from tests.note_saves import failing, put, texts

LONGEST = 200_000


@pytest.fixture
def note(alice):
    """Alice's note at version 1, of three lines."""
    return a_note(alice, "one\ntwo\nthree\n")


def form_of(client, address):
    """The data of the note's form on that page."""
    html = client.get(address).content.decode()
    form = html[html.index('class="note-form"') :]
    form = form[: form.index("</form>")]
    data = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    action = re.search(r'action="([^"]+)"', html[html.index(form) - 200 :])
    return action[1], data


@pytest.mark.parametrize("place", ["meeting", "visit"])
def test_form_saves_without_javascript(alice, client_of, place):
    client, meeting = client_of(alice), a_meeting(alice)
    page = (meeting if place == "meeting" else meeting.day).get_absolute_url()
    for version, text in enumerate(["They were\r\nkind.", "<script>alert(1)</script>"], start=1):
        action, data = form_of(client, page)
        assert data["base"] == str(version - 1)
        response = client.post(action, {**data, "text": text})
        assert (response.status_code, response["Location"]) == (302, f"{page}#note")
        note = Note.objects.get()
        assert (note.text, note.version) == (text.replace("\r", ""), version)
    html = client.get(page).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert" not in html


def test_form_shows_both_texts_of_a_conflict(alice, client_of):
    client, meeting = client_of(alice), a_meeting(alice)
    action, data = form_of(client, meeting.get_absolute_url())
    other, theirs = form_of(client, meeting.get_absolute_url())
    assert action != other
    client.post(other, {**theirs, "text": "theirs"})
    response = client.post(action, {**data, "text": "mine"})
    assert response.status_code == 409
    html = response.content.decode()
    assert "theirs\n\nmine</textarea>" in html
    assert ">theirs</pre>" in html
    assert ">mine</pre>" in html
    note = Note.objects.get()
    assert texts(note) == [(1, "theirs"), (None, "mine")]
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', html))
    kept = client.post(reverse("note-detail", args=[note.pk]), {**hidden, "text": "both"})
    assert kept.status_code == 302
    note.refresh_from_db()
    assert (note.text, note.version) == ("both", 2)


def test_stale_form_sent_again_loses_nothing(alice, client_of):
    client, meeting = client_of(alice), a_meeting(alice)
    action, data = form_of(client, meeting.get_absolute_url())
    for _ in range(2):
        assert client.post(action, {**data, "text": "first"}).status_code == 302
    assert texts(Note.objects.get()) == [(1, "first")]
    # Back in the browser, changed, and sent again under the same key.
    assert client.post(action, {**data, "text": "changed"}).status_code == 409
    assert texts(Note.objects.get()) == [(1, "first"), (None, "changed")]


def test_form_that_is_too_long_comes_back_whole(alice, client_of, note):
    text = "x" * (LONGEST + 1)
    response = client_of(alice).post(
        reverse("note-detail", args=[note.pk]), {"text": text, "base": "1", "op": str(uuid7())}
    )
    assert response.status_code == 422
    assert text in response.content.decode()
    assert "this has 200001." in response.content.decode()


def test_form_of_full_length_is_saved(alice, client_of, note):
    data = {"text": "🙂" * LONGEST, "base": "1", "op": str(uuid7())}
    response = client_of(alice).post(reverse("note-detail", args=[note.pk]), data)
    assert (response.status_code, response["Location"]) == (
        302, f"{note.meeting.get_absolute_url()}#note",
    )  # fmt: skip


def test_form_to_a_database_that_is_away_is_503(alice, client_of, note):
    client = client_of(alice)
    client.raise_request_exception = False
    data = {"text": "new", "base": "1", "op": str(uuid7())}
    with failing(OperationalError("server closed"), "second_look_save_note"):
        response = client.post(reverse("note-detail", args=[note.pk]), data)
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "try again" in response.content.decode()


def test_form_of_another_user_is_404(alice, mallory, client_of, note):
    client = client_of(mallory)
    meeting = a_meeting(alice)
    for place in ({}, {"meeting": meeting.pk}, {"visit": meeting.day_id}):
        data = {"text": "mallory was here", "base": "1", "op": str(uuid7()), **place}
        for key in (note.pk, uuid7()):
            assert client.post(reverse("note-detail", args=[key]), data).status_code == 404
    assert list(Note.objects.values_list("text", flat=True)) == ["one\ntwo\nthree\n"]


# A plain form that cannot be saved keeps what was typed


TYPED = "Two engineers left <in spring>"


def given_back(response):
    """The text in the form of an error page, and the form's hidden fields."""
    html = response.content.decode()
    text = html[html.index("<textarea") :].split(">", 1)[1].split("</textarea>")[0]
    return unescape(text.removeprefix("\n")), dict(
        re.findall(r'name="(op|base|meeting|visit)" value="([^"]*)"', html)
    )


def fields_of(note):
    return {"op": str(uuid7()), "base": "1", "meeting": "", "visit": "", "text": TYPED}


def test_form_signed_out_keeps_the_text_and_sends_it_again_after_log_in(alice, client_of, note):
    data = fields_of(note)
    address = reverse("note-detail", args=[note.pk])
    response = Client().post(address, data)

    text, fields = given_back(response)
    assert (response.status_code, text) == (401, TYPED)
    assert fields == {k: v for k, v in data.items() if k != "text"}
    assert client_of(alice).post(address, {**fields, "text": text}).status_code == 302
    note.refresh_from_db()
    assert note.text == TYPED


def test_form_with_a_stale_token_keeps_the_text(alice, note):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    response = client.post(reverse("note-detail", args=[note.pk]), fields_of(note))

    assert (response.status_code, given_back(response)[0]) == (403, TYPED)
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', response.content.decode())
    again = {**fields_of(note), "csrfmiddlewaretoken": token[1]}
    assert client.post(reverse("note-detail", args=[note.pk]), again).status_code == 302


def test_form_for_no_note_keeps_the_text(alice, client_of):
    response = client_of(alice).post(reverse("note-detail", args=[uuid7()]), fields_of(None))

    assert (response.status_code, given_back(response)[0]) == (404, TYPED)


def test_form_while_the_database_is_away_keeps_the_text(alice, client_of, note, monkeypatch):
    def away(*_args, **_fields):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(Note, "write_to", away)
    client = client_of(alice)
    client.raise_request_exception = False
    response = client.post(reverse("note-detail", args=[note.pk]), fields_of(note))

    assert (response.status_code, given_back(response)[0]) == (503, TYPED)


def test_full_notes_are_said_by_script_and_by_form(alice, client_of, note, monkeypatch):
    monkeypatch.setattr("interviews.models.note.MOST_KEPT", 1)
    monkeypatch.setattr("interviews.models.note.LOOK_EVERY", 1)
    client = client_of(alice)
    response = put(client, alice, note.pk, "new", base=1)
    assert (response.status_code, response.json()) == (413, {"error": "full"})
    data = {"text": "new", "base": "1", "op": str(uuid7())}
    page = client.post(reverse("note-detail", args=[note.pk]), data)
    assert page.status_code == 422
    assert "have reached 500 MB" in page.content.decode()
    assert ">\nnew</textarea>" in page.content.decode()
    assert texts(note) == [(1, "one\ntwo\nthree\n")]
