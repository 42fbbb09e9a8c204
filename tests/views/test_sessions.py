"""Where somebody is logged in, ended from elsewhere; and tries that all workers count together."""

import subprocess
import sys

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache, caches
from django.core.cache.backends.db import DatabaseCache
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse

from tests.test_addresses import undone

LOGIN = "/account/login/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36"
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_tries_before(db):
    cache.clear()


def logged_in(user, agent=FIREFOX, password="wonderland"):
    client = Client(headers={"user-agent": agent})
    response = client.post(LOGIN, {"login": user.email, "password": password})
    assert response["Location"] == reverse("home")
    return client


def is_in(client):
    return client.get("/account/").status_code == 200


def test_sessions_are_listed_with_their_browsers(alice, mallory):
    logged_in(alice, CHROME)
    logged_in(mallory, "Mallory/1.0", "in the middle")
    page = logged_in(alice).get(reverse("account-security")).text

    assert "Chrome on Android" in page
    assert "Firefox on Linux <span" in page
    assert page.count("127.0.0.1") == 2
    assert "Mallory" not in page


def test_log_out_everywhere_else_takes_effect_at_once(alice, mallory):
    other, hers = logged_in(alice, CHROME), logged_in(mallory, password="in the middle")
    here = logged_in(alice)
    assert is_in(other)

    response = here.post(reverse("account-sessions-end"), follow=True)

    assert "You are logged out everywhere but here." in response.text
    assert (is_in(other), is_in(here), is_in(hers)) == (False, True, True)
    assert UserSession.objects.filter(user=alice).count() == 1


def test_log_out_here_too(alice, mallory):
    other, hers = logged_in(alice, CHROME), logged_in(mallory, password="in the middle")
    here = logged_in(alice)

    response = here.post(reverse("account-sessions-end"), {"here": "1"}, follow=True)

    assert response.redirect_chain == [(LOGIN, 302)]
    assert "You are logged out everywhere." in response.text
    assert (is_in(other), is_in(here), is_in(hers)) == (False, False, True)
    assert UserSession.objects.get().user == mallory
    assert hers.session.session_key in Session.objects.values_list("session_key", flat=True)


def test_a_new_password_ends_all_other_sessions(alice):
    other, here = logged_in(alice, CHROME), logged_in(alice)
    new = {"oldpassword": "wonderland", "password1": "jabberwocky 7", "password2": "jabberwocky 7"}
    here.post("/account/password/change/", new)

    assert (is_in(other), is_in(here)) == (False, True)


def test_sessions_end_wants_a_post(client_of, alice):
    assert client_of(alice).get(reverse("account-sessions-end")).status_code == 405


# Tries


def test_tries_are_counted_in_the_database():
    cache.set("tries", [1.5], 60)

    assert DatabaseCache("interviews_cache", {}).get("tries") == [1.5]
    assert caches["default"].get("tries") == [1.5]


@pytest.mark.django_db(transaction=True)
def test_tries_of_one_worker_count_in_another(alice):
    """The other worker is a process of its own."""
    other = f"""
import django; django.setup()
from django.db import DatabaseError, connection
connection.settings_dict["NAME"] = {connection.settings_dict["NAME"]!r}
from django.test import Client
client = Client(headers={{"host": "localhost"}})
for _ in range(5):
    print(client.post({LOGIN!r}, {{"login": {alice.email!r}, "password": "guess"}}).status_code)
"""
    done = subprocess.run(
        [sys.executable, "-c", other], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "422\n" * 5), done.stderr

    client = Client()
    response = client.post(LOGIN, {"login": alice.email, "password": "wonderland"})

    assert (response.status_code, "_auth_user_id" in client.session) == (422, False)
    assert "Too many tries. Wait five minutes, or reset your password." in response.text


def test_tries_at_one_account_are_counted_whatever_the_host_is_called(client, alice):
    data = {"login": alice.email, "password": "guess"}
    for port in range(5):
        client.post(LOGIN, data, headers={"host": f"localhost:{8000 + port}"})

    response = client.post(LOGIN, data | {"password": "wonderland"}, headers={"host": "localhost"})
    assert (response.status_code, "_auth_user_id" in client.session) == (422, False)


def tries(client, header):
    headers = {"x-forwarded-for": header} if header else {}
    data = {"login": "nobody@example.org", "password": "x"}
    return client.post(LOGIN, data, headers=headers).status_code


@pytest.mark.parametrize(
    ("proxies", "first", "second", "status"),
    [
        (0, "203.0.113.1", "203.0.113.2", 429),  # nobody believes the header
        (1, "203.0.113.1", "203.0.113.2", 422),
        (1, "6.6.6.6, 203.0.113.1", "6.6.6.7, 203.0.113.1", 429),  # the left part is forged
        (2, "203.0.113.1, 10.0.0.1", "203.0.113.2, 10.0.0.1", 422),
        (2, "203.0.113.1, 10.0.0.1", "203.0.113.1, 10.0.0.2", 429),
        (1, None, None, 429),
    ],
)
def test_tries_are_counted_by_the_address_in_front_of_the_proxies(
    client, settings, proxies, first, second, status
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}

    assert (tries(client, first), tries(client, second)) == (422, status)


def test_proxy_count_reaches_allauth(settings):
    assert settings.ALLAUTH_TRUSTED_PROXY_COUNT == settings.TRUSTED_PROXY_COUNT


def test_database_that_only_reads_is_not_taken_for_too_many_tries():
    with undone(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL transaction_read_only = on")
        with pytest.raises(DatabaseError, match="read-only"):
            cache.add("tries", 1)
        with pytest.raises(DatabaseError, match="read-only"):
            cache.set("tries", 1)

    assert (cache.add("tries", 1), cache.add("tries", 2), cache.get("tries")) == (True, False, 1)
