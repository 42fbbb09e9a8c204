"""What an outbox sends again is done once."""

import threading
from urllib.parse import urlencode

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from interviews.models import Capture, Company, uuid7
from tests.factories import AttendanceFactory, a_meeting

ADDRESS = "/companies/new/"
FORM = "application/x-www-form-urlencoded"


def send(client, user, address=ADDRESS, op=None, headers=None, **fields):
    sent = {"Idempotency-Key": str(op or uuid7()), "X-Owner": str(user.pk)} | (headers or {})
    sent = {name: value for name, value in sent.items() if value is not None}
    return client.post(address, urlencode(fields), content_type=FORM, headers=sent)


def test_form_sent_again_is_done_once_and_answered_the_same(alice, client_of):
    client, op = client_of(alice), uuid7()
    first = send(client, alice, op=op, name="Marrable")
    again = send(client, alice, op=op, name="Marrable")

    company = Company.objects.get()
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json()["location"] == again.json()["location"] == company.get_absolute_url()
    assert Capture.objects.get().replays == 1


def test_what_the_view_says_goes_along_and_is_not_said_again(alice, client_of):
    client = client_of(alice)
    person = AttendanceFactory(meeting=a_meeting(alice), person__name="Nadia")
    address = reverse("attendance", args=[person.pk])
    fields = {f"{person.pk}-remember": "night shift", f"{person.pk}-status": "met"}
    answer = send(client, alice, address, **fields).json()

    person.refresh_from_db()
    assert (person.remember, answer["said"]) == ("night shift", ["You will remember Nadia."])
    assert "You will remember" not in client.get("/").text


@pytest.mark.django_db(transaction=True)
def test_same_form_at_the_same_moment_is_done_once(alice, client_of):
    clients, op, answers = [client_of(alice) for _ in range(4)], uuid7(), []

    def post(client):
        answers.append(send(client, alice, op=op, name="Marrable").json()["saved"])
        connection.close()

    threads = [threading.Thread(target=post, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [True] * 4
    assert (Company.objects.count(), Capture.objects.get().replays) == (1, 3)


def test_op_of_another_form_is_refused(alice, client_of):
    client, op = client_of(alice), uuid7()
    send(client, alice, op=op, name="Marrable")
    for address, name in ((ADDRESS, "Harrow"), ("/people/new/", "Marrable")):
        answer = send(client, alice, address, op=op, name=name)
        assert (answer.status_code, answer.json()) == (422, {"error": "op_reused"})
    assert Company.objects.count() == 1


def test_form_with_errors_keeps_its_op_free(alice, client_of):
    client, op = client_of(alice), uuid7()
    refused = send(client, alice, op=op, name="")

    assert (refused.status_code, refused.json()["error"]) == (422, "invalid")
    assert Capture.objects.count() == 0
    assert send(client, alice, op=op, name="Marrable").json()["saved"] is True


def test_form_to_what_is_not_there_is_404_in_json(alice, mallory, client_of):
    person = AttendanceFactory(meeting=a_meeting(alice))
    answer = send(client_of(mallory), mallory, reverse("attendance", args=[person.pk]))
    assert (answer.status_code, answer.json()["error"]) == (404, "not_found")


def test_form_in_another_users_session_is_403(alice, mallory, client_of):
    answer = send(client_of(mallory), alice, name="Marrable")
    assert (answer.status_code, answer.json()) == (403, {"error": "other_user"})
    assert Company.objects.count() == 0


def test_same_op_of_two_users_is_no_repeat(alice, mallory, client_of):
    op = uuid7()
    for user in (alice, mallory):
        assert send(client_of(user), user, op=op, name="Marrable").json()["saved"] is True
    assert Company.objects.count() == 2


def test_form_signed_out_is_401_and_with_a_stale_token_403(alice):
    answer = send(Client(), alice, name="Marrable")
    assert (answer.status_code, answer.json()) == (401, {"error": "signed_out"})
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)
    answer = send(strict, alice, name="Marrable")
    assert (answer.status_code, answer.json()) == (403, {"error": "csrf"})


@pytest.mark.parametrize(
    ("headers", "status", "word"),
    [
        ({"Idempotency-Key": None}, 428, "headers_missing"),
        ({"Idempotency-Key": "é"}, 422, "headers_malformed"),
        ({"Idempotency-Key": "9" * 5000}, 422, "headers_malformed"),
        ({"X-Owner": "9" * 5000}, 403, "other_user"),
    ],
)
def test_form_with_bad_headers_is_refused(alice, client_of, headers, status, word):
    answer = send(client_of(alice), alice, headers=headers, name="Marrable")
    assert (answer.status_code, answer.json()) == (status, {"error": word})
    assert (Company.objects.count(), Capture.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_form_to_a_database_that_fails_stores_neither_form_nor_op(alice, client_of):
    client, op = client_of(alice), uuid7()
    client.raise_request_exception = False

    def fail(run, sql, params, many, context):
        if "INSERT" in sql and "interviews_company" in sql:
            raise OperationalError("server closed")
        return run(sql, params, many, context)

    with connection.execute_wrapper(fail):
        answer = send(client, alice, op=op, name="Marrable")
    assert (answer.status_code, answer.json()) == (503, {"error": "unavailable"})
    assert int(answer["Retry-After"]) > 0
    assert Capture.objects.count() == 0
    assert send(client, alice, op=op, name="Marrable").json()["saved"] is True


def test_plain_form_is_answered_with_a_page(alice, client_of):
    answer = client_of(alice).post(ADDRESS, {"name": "Marrable"})
    assert (answer.status_code, Capture.objects.count()) == (302, 0)
