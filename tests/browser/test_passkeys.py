"""Passkeys in a real browser, with the authenticator that Chromium plays."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.urls import reverse

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def phone(page):
    """A device that holds passkeys: the browser's session to steer it, and its id."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    answer = session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return session, answer["authenticatorId"]


def add_passkey(watched, name):
    watched.open(reverse("mfa_add_webauthn"))
    watched.page.get_by_label("Its name").fill(name)
    watched.page.get_by_role("button", name="Make the passkey").click()
    watched.page.wait_for_url("**" + reverse("mfa_view_recovery_codes"))


def leave(watched):
    watched.page.context.clear_cookies()
    watched.open(reverse("account_login"))


def test_log_in_by_passkey_leads_to_where_one_wanted(inside, alice, phone):
    add_passkey(inside, "Laptop")
    inside.page.context.clear_cookies()
    inside.open("/history/")
    inside.page.get_by_role("button", name="Log in with a passkey").click()

    inside.page.wait_for_url(inside.url + "/history/")


def test_log_in_by_passkey(inside, alice, phone):
    add_passkey(inside, "Laptop")
    assert [str(key) for key in Authenticator.objects.filter(user=alice, type="webauthn")] == [
        "Laptop"
    ]
    leave(inside)
    inside.page.get_by_role("button", name="Log in with a passkey").click()
    inside.page.wait_for_url(inside.url + "/")

    inside.open(reverse("account-security"))
    assert "last used" in inside.page.get_by_role("main").inner_text()
    assert inside.trouble == []


def test_passkey_is_the_second_step_after_the_password(inside, alice, phone):
    add_passkey(inside, "Phone")
    leave(inside)
    page = inside.page
    page.get_by_label("E-mail address").fill(alice.email)
    page.get_by_label("Password").fill("wonderland")
    page.get_by_role("button", name="Log in", exact=True).click()
    page.wait_for_url("**" + reverse("mfa_authenticate"))
    assert inside.faults(themes=["light"]) == []

    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(inside.url + "/")


def test_passkey_answers_who_it_is(inside, alice, phone):
    add_passkey(inside, "Key ring")
    for row in Session.objects.all():  # as if it had been asked long ago
        session = SessionStore(row.session_key)
        del session["account_authentication_methods"]
        session.save()
    inside.open(reverse("account-delete"))
    inside.page.get_by_role("link", name="Use a passkey").click()
    inside.page.get_by_role("button", name="Use a passkey").click()

    inside.page.get_by_role("heading", name="Delete your account?").wait_for()
    assert inside.trouble == []


def test_a_device_without_its_owner_gets_nowhere(inside, alice, phone):
    """The passkey is there, but whoever holds the device is not who unlocks it."""
    add_passkey(inside, "Laptop")
    leave(inside)
    session, device = phone
    session.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    page = inside.page
    page.get_by_role("button", name="Log in with a passkey").click()

    page.get_by_text("That did not work. Try it once more.").wait_for()
    inside.open("/")
    assert page.url.startswith(inside.url + reverse("account_login"))


def test_passkeys_are_renamed_and_removed(inside, alice, phone):
    add_passkey(inside, "Old phone")
    page = inside.page
    inside.open(reverse("account-security"))
    page.get_by_role("link", name="Rename Old phone").click()
    page.get_by_label("Its name").fill("Phone")
    page.get_by_role("button", name="Save the name").click()
    page.get_by_role("link", name="Remove Phone").click()
    page.get_by_role("button", name="Remove it").click()

    page.get_by_text("The passkey is removed.").wait_for()
    assert Authenticator.objects.count() == 0


def test_log_in_page_without_passkeys_offers_none(watched):
    watched.page.add_init_script("delete window.PublicKeyCredential")
    watched.open(reverse("account_login"))

    assert not watched.page.get_by_role("button", name="Log in with a passkey").is_visible()
