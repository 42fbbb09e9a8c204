"""The log: one line of JSON a request, and nothing in it of what people typed."""

import io
import json
import logging
import re

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from interviews.log import JsonFormatter
from interviews.models import Company, uuid7
from tests.addresses import everything_of
from tests.page_forms import FILLED, forms_on, pages_for_anyone, pages_of

MARKER = "Zyzzogeton"


@pytest.fixture
def log():
    """What goes to standard error, as text."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def lines(log):
    return [json.loads(line) for line in log.getvalue().splitlines()]


def marked(form):
    """The form with the marker in each field that a person types into."""
    typed = {"Some text", *(FILLED[kind] for kind in ("email", "url", "password", "tel"))}
    marks = {FILLED["email"]: f"{MARKER}@example.org", FILLED["url"]: f"https://{MARKER}.example/"}
    return {
        name: marks.get(value, f"{MARKER} 1") if value in typed else value
        for name, value in form.filled().items()
    }


def test_a_request_is_one_line_that_names_route_and_user(alice, client_of, log):
    response = client_of(alice).get("/history/?q=secret")
    (line,) = lines(log)

    assert line.keys() == {
        "time", "level", "id", "method", "route", "status", "ms", "user"
    }  # fmt: skip
    assert line["id"] == response["X-Request-ID"]
    assert re.fullmatch(r"[0-9a-f]{12}", line["id"])
    told = {name: line[name] for name in ("level", "method", "route", "status", "user")}
    assert told == {
        "level": "info", "method": "GET", "route": "history", "status": 200, "user": alice.pk
    }  # fmt: skip


def test_nothing_that_is_typed_is_logged(alice, client_of, log, settings):
    settings.ACCOUNT_RATE_LIMITS = False
    rows = everything_of(alice, MARKER)
    sent = 0
    for client, pages in ((client_of(alice), pages_of(rows)), (Client(), pages_for_anyone())):
        session = client.cookies.get("sessionid")
        for form in forms_on(client, pages):
            if session:
                client.cookies["sessionid"] = session.value
            send = client.post if form.method == "post" else client.get
            if form.route not in ("account_logout", "account-delete"):
                send(form.action, marked(form))
                sent += 1
    client = client_of(alice)
    put = {"If-Match": '"1"', "Idempotency-Key": str(uuid7()), "X-Owner": str(alice.pk)}
    client.put(f"/notes/{rows.note.pk}/", MARKER, content_type="text/plain", headers=put)
    client.put(f"/notes/{uuid7()}/?{MARKER}", MARKER, content_type=f"text/{MARKER}", headers=put)
    client.get(f"/{MARKER}/?{MARKER}=1", headers={"X-Request-ID": MARKER, "Referer": MARKER})
    client.get(f"/history/?q={MARKER}%ff")
    client.get(reverse("account_reset_password_from_key", args=["1", f"{MARKER}-1"]))
    client.generic(MARKER.upper(), "/")
    Client(enforce_csrf_checks=True).post("/account/login/", {"login": MARKER})
    Client().post("/account/login/", {"login": alice.email, "password": MARKER})
    Client().get("/", headers={"Cookie": f"sessionid={MARKER}{MARKER}"})

    assert sent >= 25
    assert len(lines(log)) > sent
    assert MARKER.lower() not in log.getvalue().lower()


def error_line(client, log):
    client.raise_request_exception = False
    response = client.get("/companies/")
    (line,) = [line for line in lines(log) if "error" in line]
    assert (line["id"], line["status"], line["level"]) == (
        response["X-Request-ID"], response.status_code, "error"
    )  # fmt: skip
    assert f"<code>{line['id']}</code>" in response.text
    return line


def test_a_crash_is_told_by_kind_and_place_and_not_in_its_words(alice, client_of, log, monkeypatch):
    def crash(*args, **kwargs):
        raise ValueError(f"cannot read {MARKER}")

    monkeypatch.setattr("interviews.models.owned.OwnedQuerySet.visible_to", crash)
    error = error_line(client_of(alice), log)["error"]

    assert error["kinds"] == ["builtins.ValueError"]
    assert any("views/company.py" in place for place in error["traceback"])
    assert re.fullmatch(r".*test_logs\.py:\d+ crash", error["traceback"][-1])
    assert MARKER not in log.getvalue()


def test_a_broken_constraint_is_named_without_its_row(alice, client_of, log, monkeypatch):
    def crash(*args, **kwargs):
        Company.objects.create(owner=alice, name=MARKER)
        Company.objects.create(owner=alice, name=MARKER)

    monkeypatch.setattr("interviews.models.owned.OwnedQuerySet.visible_to", crash)
    error = error_line(client_of(alice), log)["error"]

    assert (error["sqlstate"], error["kinds"][0]) == (
        "23505",
        "django.db.utils.IntegrityError",
    )
    assert error["constraint"].startswith("company_")
    assert MARKER not in log.getvalue()


def test_a_database_that_is_away_is_said_in_its_own_first_line(alice, client_of, log):
    def away(*args):
        raise OperationalError("server closed the connection\nDETAIL: it was " + MARKER)

    client = client_of(alice)
    with connection.execute_wrapper(away):
        error = error_line(client, log)["error"]

    assert error["message"] == "server closed the connection"
    assert MARKER not in log.getvalue()
