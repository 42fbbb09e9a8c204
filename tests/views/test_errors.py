"""The pages for what went wrong."""

import pytest
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import connection
from django.test import Client, RequestFactory

from interviews.views import errors

EXCEPTION = Exception("not shown")


def test_not_found_is_ours_and_carries_the_policy(client, db):
    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert "<h1>There is nothing here</h1>" in response.text
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("field", ["password", "note"])
def test_too_large_a_field_is_413_and_names_the_limit(client, field):
    response = client.post("/account/login/", {field: "x" * 3_000_000})

    assert response.status_code == 413
    assert "larger than 2.5\xa0MB" in response.text
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_too_many_fields_are_400(client):
    response = client.post("/account/login/", {f"field{n}": "" for n in range(1001)})

    assert response.status_code == 400
    assert "<h1>We could not read that</h1>" in response.text


def test_nul_in_an_address_is_400(client):
    assert client.get("/people/%00/").status_code == 400


def test_bad_request_tells_too_large_from_too_many():
    request = RequestFactory().get("/")

    assert errors.bad_request(request, RequestDataTooBig()).status_code == 413
    assert errors.bad_request(request, TooManyFieldsSent()).status_code == 400


@pytest.mark.django_db
def test_a_form_without_its_token_is_explained(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)

    response = client.post("/account/", {"name": "Alice"})

    assert response.status_code == 403
    assert "The form was open for too long" in response.text


def test_a_script_without_its_token_gets_a_word():
    factory = RequestFactory()
    put = errors.csrf_failure(factory.put("/notes/1/"), "reason")
    owner = errors.csrf_failure(factory.post("/", headers={"X-Owner": "1"}), "reason")

    assert (put.status_code, put.content) == (403, b'{"error": "csrf"}')
    assert (owner.status_code, owner.content) == (403, b'{"error": "csrf"}')


@pytest.mark.parametrize("status", errors.TITLES)
def test_each_page_stands_without_a_database(status):
    def broken(*args):
        pytest.fail("an error page asked the database")

    with connection.execute_wrapper(broken):
        response = errors.page(status, limit="2.5 MB")

    assert response.status_code == status
    assert f"<title>{errors.TITLES[status]} · Second Look</title>" in response.text
    assert '<a class="button main" href="/">' in response.text


def test_what_broke_is_not_shown():
    request = RequestFactory().get("/")
    pages = [
        errors.bad_request(request, EXCEPTION),
        errors.permission_denied(request, EXCEPTION),
        errors.not_found(request, EXCEPTION),
        errors.server_error(request),
        errors.too_many_requests(request),
    ]

    assert [page.status_code for page in pages] == [400, 403, 404, 500, 429]
    assert not any("not shown" in page.text for page in pages)
