"""What every answer carries, and what no page holds."""

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from interviews.models import uuid7
from tests.addresses import (
    ANYONE,
    FILES,
    everything_of,
    owned_addresses,
    signed_in_addresses,
)

PROJECT = Path(__file__).resolve().parent.parent
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
CARRIED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
INLINE = re.compile(
    r"<style\b|<script(?![^>]*\bsrc=)|<[a-z]+ [^>]*(?:\bstyle|\bon[a-z]+)\s*=\s*[\"'][^>]*>"
)
ERRORS = {
    "/nowhere/": 404,
    "/visits/%00/": 400,
    "/visits/0/": 404,
    f"/visits/{'9' * 5000}/": 404,
}


@pytest.fixture
def rows(alice):
    return everything_of(alice, "Xanthippe")


def policy_of(response):
    return {part.strip() for part in response["Content-Security-Policy"].split(";") if part.strip()}


def carries_all(response):
    """What every answer carries, whoever made it; and its number in the log."""
    assert policy_of(response) == POLICY
    assert {name: response[name] for name in CARRIED} == CARRIED
    for feature in ("camera=()", "geolocation=()", "microphone=()"):
        assert feature in response["Permissions-Policy"]
    assert "publickey-credentials-get=(self)" in response["Permissions-Policy"]
    assert re.fullmatch(r"[0-9a-f]{12}", response["X-Request-ID"])
    return True


def test_every_answer_at_every_address_carries_the_headers(rows, client_of):
    client = client_of(rows.owner)
    addresses = [*owned_addresses(rows), *signed_in_addresses(rows)]
    addresses += [(name, reverse(name, args=args)) for name, args in ANYONE.items()]
    for _, address in addresses:
        for answer in (client.get(address), Client().get(address), Client().put(address)):
            assert carries_all(answer)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/static/css/app.css", 200),
        ("/people/%ff/", 400),
        ("/nowhere/", 404),
        ("/?" + "q" * 9_000, 414),
        ("/health/live/", 200),
        ("/health/ready/", 200),
    ],
)
def test_answers_without_a_view_carry_the_headers(client, db, address, status):
    with contextlib.closing(client.get(address)) as response:
        assert response.status_code == status
        assert carries_all(response)


def test_behind_tls_browsers_are_told_to_stay_there(client, db, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    client = Client()  # its middleware reads the settings now
    response = client.get("/account/login/")
    assert (response.status_code, response["Location"]) == (
        301,
        "https://testserver/account/login/",
    )
    assert carries_all(response)

    response = client.get("/account/login/", secure=True)
    assert response["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"


def test_every_page_of_ones_own_carries_the_policy_and_is_kept_by_no_cache(rows, client_of):
    client, found = client_of(rows.owner), []
    for name, address in [*owned_addresses(rows), *signed_in_addresses(rows)]:
        response = client.get(address)
        if policy_of(response) != POLICY:
            found.append((name, response.get("Content-Security-Policy")))
        if (
            "no-store" not in response["Cache-Control"]
            or "private" not in response["Cache-Control"]
        ):
            found.append((name, response["Cache-Control"]))

    assert found == []


def test_every_page_for_anyone_carries_the_policy(client, db):
    found = [
        name
        for name, args in ANYONE.items()
        if policy_of(client.get(reverse(name, args=args))) != POLICY
    ]

    assert found == []


@pytest.mark.parametrize(("address", "status"), ERRORS.items(), ids=lambda value: str(value)[:20])
def test_errors_carry_the_policy(client_of, alice, address, status):
    for client in (Client(), client_of(alice)):
        response = client.get(address)

        assert response.status_code == status
        assert policy_of(response) == POLICY


def test_a_crash_carries_the_policy_and_says_nothing_of_itself(client_of, alice, monkeypatch):
    client = client_of(alice)
    client.raise_request_exception = False
    monkeypatch.setattr(
        "interviews.models.day.InterviewDayQuerySet.upcoming", lambda _: 1 / 0, raising=True
    )
    response = client.get("/")

    assert response.status_code == 500
    assert policy_of(response) == POLICY
    assert "<h1>Something broke on our side</h1>" in response.text
    assert "division" not in response.text


def test_form_without_its_token_is_turned_down_with_our_page(rows):
    client = Client(enforce_csrf_checks=True)
    client.force_login(rows.owner)
    before = rows.meeting.updated_at
    response = client.post(reverse("meeting-delete", args=[rows.meeting.pk]))

    assert response.status_code == 403
    assert "<h1>Not from here</h1>" in response.text
    assert policy_of(response) == POLICY
    rows.meeting.refresh_from_db()
    assert (rows.meeting.deleted_at, rows.meeting.updated_at) == (None, before)


def test_every_post_wants_the_token(rows):
    client = Client(enforce_csrf_checks=True)
    client.force_login(rows.owner)
    addresses = [*owned_addresses(rows), *signed_in_addresses(rows)]
    addresses += [(name, reverse(name, args=args)) for name, args in ANYONE.items()]
    statuses = {name: client.post(address).status_code for name, address in addresses}

    assert {statuses.pop("health-live"), statuses.pop("health-ready")} == {405}  # only read
    assert statuses.pop("agenda-shared") == 422  # a phone shares without one, and nothing is stored
    assert (
        statuses.pop("reminders-stop") == 404
    )  # a mail program asks, by an address that is secret
    assert {name: status for name, status in statuses.items() if status != 403} == {}


def test_log_out_is_a_post(client_of, alice):
    client = client_of(alice)
    client.get(reverse("account_logout"))
    assert client.get("/").status_code == 200

    client.post(reverse("account_logout"))
    assert client.get("/").status_code == 302


def test_session_cookie_is_out_of_reach(client, alice, settings):
    settings.SESSION_COOKIE_SECURE = True
    credentials = {"login": alice.email, "password": "wonderland"}
    cookie = client.post(reverse("account_login"), credentials).cookies["sessionid"]

    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")


def test_log_in_makes_a_new_session(client, alice):
    client.get(reverse("account_login"))
    client.session["planted"] = "by somebody else"
    client.session.save()
    before = client.session.session_key
    client.post(reverse("account_login"), {"login": alice.email, "password": "wonderland"})

    assert client.session.session_key != before


def test_log_in_leads_to_no_other_site(client, alice):
    address = reverse("account_login") + "?next=https://elsewhere.example/"
    credentials = {"login": alice.email, "password": "wonderland"}
    response = client.post(address, credentials | {"next": "https://elsewhere.example/"})

    assert (response.status_code, response["Location"]) == (302, "/")


def test_deployment_check_is_content():
    """In a process of its own, for the settings are read once, and with HTTPS on."""
    of_tests = ("DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE")
    environment = {key: value for key, value in os.environ.items() if key not in of_tests}
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=PROJECT,
        env=environment | {"HTTPS": "on", "DEBUG": "off"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


ELSEWHERE = "https://elsewhere.example/"
MAP = "https://www.openstreetmap.org/search?"  # of an address, behind a link


def test_links_that_users_type_are_harmless(rows, client_of):
    rows.company.website = rows.person.link = ELSEWHERE
    rows.company.save()
    rows.person.save()
    text = f"[there]({ELSEWHERE}) <{ELSEWHERE}> [run](javascript:alert(1)) [file](data:text/html,x)"
    for note in (rows.note, rows.loose):
        note.write(text, base=1, op=uuid7())
    client, seen, found = client_of(rows.owner), set(), []
    for name, address in [*owned_addresses(rows), *signed_in_addresses(rows)]:
        for link in re.findall(r"<a\b[^>]*>", client.get(address).text):
            if ELSEWHERE in link:
                seen.add(name)
            if re.search(r"href=\"(?!/|#|\?|tel:|mailto:)", link):
                rel = re.search(r"rel=\"([^\"]*)\"", link)
                ours = ELSEWHERE in link or f'href="{MAP}' in link
                if not ours or not rel or "noopener" not in rel[1].split():
                    found.append((name, link))

    assert found == []
    assert seen == {"company-detail", "meeting-detail", "person-detail", "visit-detail"}


def test_no_page_holds_inline_script_or_style(rows, client_of):
    client = client_of(rows.owner)
    pages = [*owned_addresses(rows), *signed_in_addresses(rows)]
    found = [
        (name, inline)
        for name, address in pages
        for inline in INLINE.findall(
            re.sub(r"<textarea.*?</textarea>", "", client.get(address).text)
        )
    ]

    assert found == []


def test_no_template_holds_inline_script_or_style():
    found = [
        (path.name, inline)
        for path in sorted((PROJECT / "templates").rglob("*.html"))
        for inline in INLINE.findall(path.read_text())
    ]

    assert found == []


def test_nothing_that_is_shown_is_run(alice, client_of):
    rows = everything_of(alice, "<script>alert(1)</script><b x='")
    client, found = client_of(alice), []
    for name, address in [*owned_addresses(rows), *signed_in_addresses(rows)]:
        answer = client.get(address)
        if name in FILES:
            assert answer["Content-Disposition"].startswith("attachment; ")
            assert answer["X-Content-Type-Options"] == "nosniff"
        elif "<script>alert" in answer.text or "<b x=" in answer.text:
            found.append(name)

    assert found == []
