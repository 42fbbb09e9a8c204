"""Codes of an authenticator app, recovery codes, and the question who somebody is."""

import re
from urllib.parse import quote

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from interviews.second_factor import SecondFactorAdapter
from tests.factories import PasskeyFactory

LOGIN = "/account/login/"
SECOND_STEP = "/account/2fa/authenticate/"
SECURITY = "/account/security/"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_tries_before(db):
    cache.clear()


def code_of(secret):
    """What an app that knows the secret shows now."""
    _, now, _ = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, now))


@pytest.fixture
def secret(alice):
    """Alice's authenticator app, with her recovery codes."""
    secret = generate_totp_secret()
    TOTP.activate(alice, secret)
    RecoveryCodes.activate(alice)
    return secret


def log_in(user, password="wonderland"):
    """A browser after the first step."""
    client = Client()
    response = client.post(LOGIN, {"login": user.email, "password": password})
    return client, response


def is_in(client):
    return "_auth_user_id" in client.session


def test_app_is_added_with_a_code_and_recovery_codes_come_with_it(client_of, alice):
    client = client_of(alice)
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert f'<code class="secret">{secret}</code>' in page.text
    assert 'src="data:image/svg+xml;base64,' in page.text

    wrong = client.post(reverse("mfa_activate_totp"), {"code": "nonsense"})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["code"])
    assert wrong.context["form"].secret == secret
    response = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}, follow=True)

    assert response.redirect_chain == [(reverse("mfa_view_recovery_codes"), 302)]
    assert len(re.findall(r"<code>\d{8}</code>", response.text)) == 10
    assert "10 of 10 left." in response.text


def test_secrets_are_kept_encrypted(alice, secret):
    (app,) = Authenticator.objects.filter(type="totp").values_list("data", flat=True)
    (codes,) = Authenticator.objects.filter(type="recovery_codes").values_list("data", flat=True)

    assert secret not in str(app)
    assert SecondFactorAdapter().decrypt(app["secret"]) == secret
    assert re.fullmatch(r"[0-9a-f]{80}", SecondFactorAdapter().decrypt(codes["seed"]))
    assert "seed" in codes
    assert codes["seed"].startswith("gAAAA")


def test_secrets_outlive_a_new_key_with_the_old_one_as_fallback(alice, secret, settings):
    app = Authenticator.objects.get(type="totp")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another one, as long as the settings want it to be, and longer"
    assert app.wrap().validate_code(code_of(secret))

    settings.SECRET_KEY_FALLBACKS = []
    cache.clear()
    assert not app.wrap().validate_code(code_of(secret))


def test_password_alone_is_not_enough(alice, secret):
    client, response = log_in(alice)

    assert (response.status_code, response["Location"]) == (302, SECOND_STEP)
    assert not is_in(client)
    assert client.get("/")["Location"] == f"{LOGIN}?next=/"


def test_second_step_offers_a_passkey_to_those_who_have_one(alice, secret):
    client, _ = log_in(alice)
    assert "Use a passkey" not in client.get(SECOND_STEP).text

    PasskeyFactory(user=alice)
    assert "Use a passkey" in client.get(SECOND_STEP).text


def test_log_in_by_a_code_works_once(alice, secret):
    code = code_of(secret)
    client, _ = log_in(alice)
    assert client.post(SECOND_STEP, {"code": code})["Location"] == reverse("home")
    assert is_in(client)

    again, _ = log_in(alice)
    response = again.post(SECOND_STEP, {"code": code})
    assert (response.status_code, is_in(again)) == (422, False)


def test_log_in_by_a_recovery_code_works_once(alice, secret):
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    client, _ = log_in(alice)
    assert client.post(SECOND_STEP, {"code": code})["Location"] == reverse("home")

    again, _ = log_in(alice)
    response = again.post(SECOND_STEP, {"code": code})
    assert (response.status_code, is_in(again)) == (422, False)
    assert len(Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()) == 9


def test_codes_cannot_be_guessed(alice, secret):
    client, _ = log_in(alice)
    for _ in range(5):
        client.post(SECOND_STEP, {"code": "000000"})
    response = client.post(SECOND_STEP, {"code": code_of(secret)})

    assert (response.status_code, is_in(client)) == (422, False)


@pytest.mark.parametrize(
    "credential",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"id": 1}',
        '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {"clientDataJSON": "e30"}}',
        '{"id": "x", "rawId": "x", "response": {"userHandle": {}}}',
        '{"response": []}',
        "\ufffd",
        pytest.param("9" * 5_000, id="a number too long"),
        pytest.param("[" * 100_000, id="nested too deep"),
    ],
)
def test_what_is_no_passkey_lets_nobody_in(client_of, alice, credential):
    client = Client()
    client.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})
    response = client.post(reverse("mfa_login_webauthn"), {"credential": credential})
    assert (response["Location"], is_in(client)) == (LOGIN, False)

    mine = client_of(alice)
    mine.get(reverse("mfa_add_webauthn"))
    response = mine.post(reverse("mfa_add_webauthn"), {"credential": credential, "name": "x"})
    assert (response.status_code, Authenticator.objects.count()) == (422, 0)


def test_options_of_a_log_in_name_nobody(alice):
    response = Client().get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})

    options = response.json()["request_options"]["publicKey"]
    assert options.get("allowCredentials", []) == []
    assert options["rpId"] == "testserver"
    assert options["userVerification"] == "required"


# Who is it?

ASKS = [
    "account-delete",
    "account-export",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
]


@pytest.mark.parametrize("name", ASKS)
def test_what_concerns_who_gets_in_asks_who_it_is(alice, name):
    client, _ = log_in(alice)
    if name not in ASKS[:3]:
        TOTP.activate(alice, generate_totp_secret())
        RecoveryCodes.activate(alice)
    address = reverse(name)

    asked = f"/account/reauthenticate/?next={quote(address, safe='')}"
    assert client.get(address)["Location"] == asked
    posted = client.post(address)
    assert posted.status_code == 405 or posted["Location"] == asked
    page = client.post(f"/account/reauthenticate/?next={address}", {"password": "looking-glass"})
    assert page.status_code == 422
    assert client.get(address).status_code == 302


def test_changing_the_address_asks_who_it_is_and_then_goes_on(alice):
    client, _ = log_in(alice)
    new = {"email": "liddell@example.org", "action_add": ""}
    response = client.post("/account/email/", new)
    assert response["Location"] == "/account/reauthenticate/?next=%2Faccount%2Femail%2F"

    client.post(response["Location"], {"password": "wonderland", "next": "/account/email/"})

    alice.refresh_from_db()
    assert alice.email == "liddell@example.org"


def test_answer_to_who_it_is_counts_for_a_while(alice, time_machine):
    time_machine.move_to("2027-01-05 10:00Z", tick=False)
    client, _ = log_in(alice)
    client.post("/account/reauthenticate/", {"password": "wonderland"})
    assert client.get(reverse("account-delete")).status_code == 200

    time_machine.shift(301)
    assert client.get(reverse("account-delete")).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_owner_hears_of_a_new_factor(client_of, alice):
    EmailAddress.objects.create(user=alice, email=alice.email, primary=True, verified=True)
    client = client_of(alice)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})

    (message,) = mail.outbox
    assert (message.to, message.subject) == (
        [alice.email],
        "An authenticator app was added at Second Look",
    )
    assert "an authenticator app was added to your account." in message.body


def test_removing_the_app_lets_the_password_in_again(client_of, alice, secret):
    client_of(alice).post(reverse("mfa_deactivate_totp"))

    assert Authenticator.objects.count() == 0
    client, _ = log_in(alice)
    assert is_in(client)


# The page


def test_security_page_lists_what_lets_somebody_in(client_of, alice, secret, mallory):
    page = client_of(alice).get(SECURITY).text
    assert "Remove the app" in page
    assert reverse("mfa_view_recovery_codes") in page

    page = client_of(mallory).get(SECURITY).text
    assert "Add an authenticator app" in page
    assert "A stolen password alone opens your notes" in page
