"""With a mail server, no answer tells whether an address has an account."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.test import Client

KNOWN, UNKNOWN = "alice@example.org", "nobody@example.org"
NEW = {"name": "Bob", "password1": "through the glass", "time_zone": "Europe/Berlin"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def with_a_mail_server(settings, alice):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    EmailAddress.objects.create(user=alice, email=KNOWN, primary=True, verified=True)
    cache.clear()


@pytest.fixture
def hashed(monkeypatch):
    """How often a password was hashed, which takes nearly all the time of an answer."""
    calls, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: calls.append(1) or encode(*args))
    return calls


def answer(address, data, email):
    """What a browser gets to see, up to the end of all redirects, and without its own token."""
    response = Client().post(address, data, follow=True)
    text = response.text.replace(email, "it")
    shown = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)
    return response.redirect_chain, response.status_code, shown


@pytest.mark.parametrize(
    ("address", "field", "more"),
    [
        ("/account/signup/", "email", NEW),
        ("/account/login/", "login", {"password": "looking-glass"}),
        ("/account/password/reset/", "email", {}),
    ],
)
def test_answer_and_work_are_the_same(hashed, address, field, more):
    known = answer(address, {**more, field: KNOWN}, KNOWN)
    work = len(hashed)
    unknown = answer(address, {**more, field: UNKNOWN}, UNKNOWN)

    assert known == unknown
    assert len(hashed) - work == work
    assert [message.to for message in mail.outbox] == (
        [] if field == "login" else [[KNOWN], [UNKNOWN]]
    )


def test_who_signs_up_twice_is_told_by_mail():
    Client().post("/account/signup/", {**NEW, "email": KNOWN})

    (message,) = mail.outbox
    assert message.subject == "You have an account at Second Look"


def test_changing_to_an_address_of_somebody_else_looks_as_with_any_other(client_of, alice, mallory):
    EmailAddress.objects.create(user=mallory, email=mallory.email, primary=True, verified=True)
    pages = []
    for email in (KNOWN, UNKNOWN):
        cache.clear()
        response = client_of(mallory).post(
            "/account/email/", {"email": email, "action_add": ""}, follow=True
        )
        pages.append((response.redirect_chain, f"{email} waits for you" in response.text))

    assert pages[0] == pages[1] == ([("/account/email/", 302)], True)


def test_address_of_somebody_else_is_not_taken_by_a_link(client_of, alice, mallory):
    """Her address is only that of her account, and in no row of allauth's."""
    EmailAddress.objects.all().delete()
    EmailAddress.objects.create(user=mallory, email=mallory.email, primary=True, verified=True)
    client = client_of(mallory)
    client.post("/account/email/", {"email": KNOWN, "action_add": ""})
    (link,) = re.findall(r"https?://[^/\s]+(/account/confirm\S+)", mail.outbox[0].body)
    client.post(link)

    mallory.refresh_from_db()
    assert mallory.email == "mallory@example.org"
