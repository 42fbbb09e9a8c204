"""Notes saved by script: every answer, and what is stored behind it."""

import json
import re
import uuid

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.models import Note, uuid7
from tests.factories import a_day, a_meeting, a_note, utc
from tests.note_saves import failing, put, texts

LONGEST = 200_000


@pytest.fixture
def note(alice):
    """Alice's note at version 1, of three lines."""
    return a_note(alice, "one\ntwo\nthree\n")


def own_statements(queries):
    """Without those for session, user and transaction, which every request has."""
    frame = re.compile(
        r'^(SAVEPOINT|RELEASE|SELECT set_config)|FROM "(django_session|interviews_user)"'
    )
    return [q["sql"] for q in queries.captured_queries if not frame.search(q["sql"])]


# By script: what is stored


def test_put_stores_the_next_version(alice, client_of, note):
    response = put(client_of(alice), alice, note.pk, "new", base=1)
    note.refresh_from_db()
    saved_at = note.revisions.get(version=2).saved_at.isoformat()
    assert (response.status_code, response.json()) == (
        200, {"id": str(note.pk), "version": 2, "saved_at": saved_at},
    )  # fmt: skip
    assert (note.text, note.version) == ("new", 2)
    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_put_merges(alice, client_of, note):
    client = client_of(alice)
    put(client, alice, note.pk, "ONE\ntwo\nthree\n", base=1)
    response = put(client, alice, note.pk, "one\ntwo\nTHREE\n", base=1)
    assert response.status_code == 200
    assert response.json()["version"] == 3
    assert response.json()["text"] == "ONE\ntwo\nTHREE\n"


def test_put_stores_a_branch_before_it_answers_409(alice, client_of, note):
    client = client_of(alice)
    put(client, alice, note.pk, "theirs", base=1)
    response = put(client, alice, note.pk, "mine", base=1)
    branch = note.revisions.get(version=None)
    assert response.status_code == 409
    assert response.json() == {
        "id": str(note.pk),
        "version": 2,
        "text": "theirs",
        "branch": str(branch.pk),
        "saved_at": branch.saved_at.isoformat(),
    }
    assert branch.text == "mine"


def test_put_again_counts_and_answers_the_same(alice, client_of, note):
    client, op = client_of(alice), uuid7()
    first, again = (put(client, alice, note.pk, "new", base=1, op=op) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert note.revisions.get(op=op).replays == 1


def test_put_begins_the_note_of_a_meeting_or_visit(alice, client_of):
    client, meeting = client_of(alice), a_meeting(alice)
    for place, of in (({"X_Meeting": meeting.pk}, meeting), ({"X_Visit": meeting.day_id}, None)):
        key = uuid7()
        assert put(client, alice, key, "begun", **place).json()["id"] == str(key)
        note = Note.objects.get(pk=key)
        assert (note.meeting, note.day, note.owner, note.text) == (of, meeting.day, alice, "begun")


def test_put_of_a_second_device_goes_into_the_note_of_the_first(alice, client_of):
    client, meeting, first = client_of(alice), a_meeting(alice), uuid7()
    put(client, alice, first, "first device", X_Meeting=meeting.pk)
    response = put(client, alice, uuid7(), "second device", X_Meeting=meeting.pk)
    assert (response.status_code, response.json()["id"]) == (409, str(first))
    assert texts(first) == [(1, "first device"), (None, "second device")]
    assert Note.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        (b"a\x00b", "ab"),
        (b"a\xed\xa0\x80b", "a\ufffd\ufffd\ufffdb"),
        (b"\xff", "\ufffd"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"", ""),
        ("שלום 🙂 <script>".encode(), "שלום 🙂 <script>"),
    ],
    ids=["NUL", "lone surrogate", "not UTF-8", "line ends", "empty", "any language"],
)
def test_put_stores_clean_text(alice, client_of, note, sent, stored):
    assert put(client_of(alice), alice, note.pk, sent, base=1).status_code == 200
    note.refresh_from_db()
    assert note.text == stored


def test_put_again_with_the_same_dirty_text_is_a_repeat(alice, client_of, note):
    client, op = client_of(alice), uuid7()
    answers = [put(client, alice, note.pk, b"a\x00\r\n", base=1, op=op) for _ in range(2)]
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize("letter", ["x", "é", "🙂", "\n"])
def test_put_takes_200_000_characters_and_not_one_more(alice, client_of, note, letter):
    client = client_of(alice)
    response = put(client, alice, note.pk, letter * (LONGEST + 1), base=1)
    assert (response.status_code, response.json()) == (413, {"error": "too_long"})
    assert put(client, alice, note.pk, letter * LONGEST, base=1).json()["version"] == 2


def test_put_of_megabytes_is_refused_before_it_is_read(alice, client_of, note):
    response = put(client_of(alice), alice, note.pk, b"x" * 3_000_000, base=1)
    assert (response.status_code, response.json()) == (413, {"error": "too_long"})
    assert texts(note) == [(1, "one\ntwo\nthree\n")]


def test_put_keeps_a_note_in_the_trash(alice, client_of, note):
    note.meeting.trash(utc(2026, 11, 1))
    assert put(client_of(alice), alice, note.pk, "late", base=1).status_code == 200
    note.refresh_from_db()
    assert note.text == "late"


def test_put_begins_a_note_of_a_meeting_in_the_trash(alice, client_of):
    meeting = a_meeting(alice)
    meeting.day.trash(utc(2026, 11, 1))
    for place in ({"X_Meeting": meeting.pk}, {"X_Visit": meeting.day_id}):
        assert put(client_of(alice), alice, uuid7(), "late", **place).status_code == 200
    assert set(Note.objects.values_list("text", flat=True)) == {"late"}


# By script: what is refused, and stores nothing


def test_put_signed_out_is_401_in_json(alice, note):
    response = put(Client(), alice, note.pk, "lost?", base=1)
    assert (response.status_code, response.json()) == (401, {"error": "signed_out"})
    assert texts(note) == [(1, "one\ntwo\nthree\n")]


def test_put_with_a_stale_token_is_403_in_json(alice, note):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    response = put(client, alice, note.pk, "new", base=1)
    assert (response.status_code, response.json()) == (403, {"error": "csrf"})
    client.get(reverse("visit-create"))
    token = client.cookies["csrftoken"].value
    assert put(client, alice, note.pk, "new", base=1, X_CSRFToken=token).status_code == 200


def test_put_in_another_users_session_is_403(alice, mallory, client_of, note):
    response = put(client_of(mallory), alice, note.pk, "alice wrote this", base=1)
    assert (response.status_code, response.json()) == (403, {"error": "other_user"})
    assert texts(note) == [(1, "one\ntwo\nthree\n")]


def test_put_to_another_users_note_is_404(mallory, client_of, note):
    client, meeting = client_of(mallory), a_meeting(mallory)
    for place in ({}, {"X_Meeting": meeting.pk}, {"X_Visit": meeting.day_id}):
        response = put(client, mallory, note.pk, "mallory was here", base=1, **place)
        assert (response.status_code, response.json()) == (404, {"error": "not_found"})
    note.refresh_from_db()
    assert (note.text, Note.objects.count()) == ("one\ntwo\nthree\n", 1)


def test_put_into_another_users_meeting_or_visit_is_404(alice, mallory, client_of):
    meeting = a_meeting(alice)
    for place in ({"X_Meeting": meeting.pk}, {"X_Visit": meeting.day_id}):
        response = put(client_of(mallory), mallory, uuid7(), "mallory was here", **place)
        assert (response.status_code, response.json()) == (404, {"error": "not_found"})
    assert Note.objects.count() == 0


@pytest.mark.parametrize("place", [{}, {"X_Meeting": uuid.UUID(int=7)}, {"X_Visit": "9" * 5000}])
def test_put_to_a_note_of_nowhere_is_404(alice, client_of, place):
    response = put(client_of(alice), alice, uuid7(), "where?", **place)
    assert (response.status_code, response.json()) == (404, {"error": "not_found"})


def test_put_with_the_op_of_another_text_is_422(alice, client_of, note):
    client, op = client_of(alice), uuid7()
    put(client, alice, note.pk, "a", base=1, op=op)
    response = put(client, alice, note.pk, "b", base=2, op=op)
    assert (response.status_code, response.json()) == (422, {"error": "op_reused"})
    assert texts(note)[1:] == [(2, "a")]


@pytest.mark.parametrize("name", ["Idempotency_Key", "If_Match", "X_Owner"])
def test_put_without_a_header_is_428(alice, client_of, note, name):
    response = put(client_of(alice), alice, note.pk, "new", base=1, **{name: None})
    assert (response.status_code, response.json()) == (428, {"error": "headers_missing"})


@pytest.mark.parametrize(
    "header",
    [
        {"If_Match": "1"},
        {"If_Match": '"-1"'},
        {"If_Match": '"one"'},
        {"If_Match": '"' + "9" * 5000 + '"'},
        {"If_Match": 'W/"1"'},
        {"Idempotency_Key": "9" * 5000},
        {"Idempotency_Key": ""},
        {"Idempotency_Key": "é"},
    ],
)
def test_put_with_a_malformed_header_is_422(alice, client_of, note, header):
    response = put(client_of(alice), alice, note.pk, "new", base=1, **header)
    assert (response.status_code, response.json()) == (422, {"error": "headers_malformed"})
    assert texts(note) == [(1, "one\ntwo\nthree\n")]


def test_put_with_a_header_of_digits_for_the_owner_is_403(alice, client_of, note):
    response = put(client_of(alice), alice, note.pk, "new", base=1, X_Owner="9" * 5000)
    assert (response.status_code, response.json()) == (403, {"error": "other_user"})


# The database is away


@pytest.mark.django_db(transaction=True)
def test_put_to_a_database_that_only_reads_is_503(alice, client_of, note):
    client = client_of(alice)
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    try:
        response = put(client, alice, note.pk, "new", base=1)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = off")
    assert (response.status_code, response.json()) == (503, {"error": "unavailable"})
    assert int(response["Retry-After"]) > 0
    assert put(client, alice, note.pk, "new", base=1).json()["version"] == 2


@pytest.mark.parametrize("error", [OperationalError("server closed"), InterfaceError("closed")])
@pytest.mark.parametrize("at", ["second_look_save_note", "interviews_user", "django_session"])
def test_put_to_a_database_that_is_away_is_503(alice, client_of, note, error, at):
    client = client_of(alice)
    client.raise_request_exception = False
    with failing(error, at):
        response = put(client, alice, note.pk, "new", base=1)
    assert (response.status_code, json.loads(response.content)) == (503, {"error": "unavailable"})
    assert int(response["Retry-After"]) > 0
    assert texts(note) == [(1, "one\ntwo\nthree\n")]


def test_put_that_our_own_mistake_breaks_is_500(alice, client_of, note):
    client = client_of(alice)
    client.raise_request_exception = False
    with failing(DatabaseError("a mistake"), "second_look_save_note"):
        assert put(client, alice, note.pk, "new", base=1).status_code == 500


# What it costs


def test_usual_put_takes_one_statement(alice, client_of, note):
    client = client_of(alice)
    with CaptureQueriesContext(connection) as queries:
        assert put(client, alice, note.pk, "new", base=1).status_code == 200
    assert len(own_statements(queries)) == 1


@pytest.mark.parametrize("versions", [2, 50])
def test_put_that_merges_takes_five_statements(alice, client_of, versions):
    note = a_note(alice, "one\ntwo\nthree\n")
    client = client_of(alice)
    for base in range(1, versions):
        put(client, alice, note.pk, f"{base}\ntwo\nthree\n", base=base)
    with CaptureQueriesContext(connection) as queries:
        response = put(client, alice, note.pk, "one\ntwo\nTHREE\n", base=1)
    assert response.json()["version"] == versions + 1
    assert len(own_statements(queries)) == 5


def test_put_takes_at_most_five_statements_also_where_room_is_looked_at(
    alice, client_of, note, monkeypatch
):
    monkeypatch.setattr("interviews.models.note.LOOK_EVERY", 1)
    client = client_of(alice)
    with CaptureQueriesContext(connection) as queries:
        assert put(client, alice, note.pk, "new", base=1).status_code == 200
    assert len(own_statements(queries)) == 5


# Its own address


def test_address_of_a_note_leads_to_its_place(alice, client_of, note):
    client = client_of(alice)
    loose = a_note(alice, meeting=None, day=a_day(alice))
    for each, place in ((note, note.meeting), (loose, loose.day)):
        response = client.get(reverse("note-detail", args=[each.pk]))
        assert (response.status_code, response["Location"]) == (302, place.get_absolute_url())


def test_address_of_a_note_in_the_trash_is_404(alice, client_of, note):
    note.meeting.trash(utc(2026, 11, 1))
    assert client_of(alice).get(reverse("note-detail", args=[note.pk])).status_code == 404


def test_address_of_another_users_note_is_404(mallory, client_of, note):
    assert client_of(mallory).get(reverse("note-detail", args=[note.pk])).status_code == 404


def test_note_takes_no_other_method(alice, client_of, note):
    response = client_of(alice).delete(reverse("note-detail", args=[note.pk]))
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST, PUT")
    assert Note.objects.count() == 1
