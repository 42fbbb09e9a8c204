"""Signing up, logging in and out, passwords, name and time zone."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from interviews.models import User

LOGIN = "/account/login/"
SIGNUP = "/account/signup/"
NEW = {
    "name": "Bob Dodgson",
    "email": "bob@example.org",
    "password1": "through the glass",
    "time_zone": "Europe/Berlin",
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_tries_before():
    """allauth counts tries in the cache, which outlives a test."""
    cache.clear()


def errors_in(response):
    return dict(response.context["form"].errors)


def link_in(message):
    """The path of the one link in a mail."""
    (path,) = re.findall(r"https?://[^/\s]+(/account/\S+)", str(message.body))
    return path


# Signing up


def test_signup_makes_the_account_and_logs_in(client):
    response = client.post(SIGNUP, NEW)

    assert (response.status_code, response["Location"]) == (302, reverse("home"))
    bob = User.objects.get()
    assert (bob.email, bob.name, bob.time_zone) == (
        "bob@example.org",
        "Bob Dodgson",
        "Europe/Berlin",
    )
    assert client.session["_auth_user_id"] == str(bob.pk)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("time_zone", "Mars/Base", "There is no time zone of that name. Choose one from the list."),
        ("name", "", "This field is required."),
        ("name", "x" * 300, "Ensure this value has at most 150 characters (it has 300)."),
        ("name", "\x00", "This field is required."),
        ("email", "bob", "Enter a valid email address."),
        ("email", "b" * 300 + "@example.org", None),
        ("password1", "12345678", None),
    ],
)
def test_signup_says_what_is_wrong_and_keeps_the_rest(client, field, value, message):
    response = client.post(SIGNUP, {**NEW, field: value})

    assert response.status_code == 422
    assert list(errors_in(response)) == [field]
    if message:
        assert errors_in(response)[field] == [message]
    assert User.objects.count() == 0
    kept = {key: text for key, text in NEW.items() if key not in ("password1", field)}
    assert {key: response.context["form"][key].value() for key in kept} == kept


def test_signup_strips_nul(client):
    client.post(SIGNUP, {**NEW, "name": "Bob\x00"})

    assert User.objects.get().name == "Bob"


def test_signup_shows_a_script_as_text(client):
    response = client.post(SIGNUP, {**NEW, "name": "<script>alert(1)</script>", "email": ""})

    assert "<script>alert" not in response.text
    assert "&lt;script&gt;alert" in response.text


def test_signup_takes_an_address_once_without_case(client, alice):
    response = client.post(SIGNUP, {**NEW, "email": "ALICE@example.org"})

    assert (response.status_code, list(errors_in(response))) == (422, ["email"])
    assert User.objects.count() == 1


def test_signup_that_loses_a_race_leads_to_the_log_in_page(client, alice, monkeypatch):
    monkeypatch.setattr(
        "allauth.account.forms.SignupForm.validate_unique_email", lambda _form, email: email
    )

    response = client.post(SIGNUP, {**NEW, "email": alice.email}, follow=True)

    assert response.redirect_chain == [(LOGIN, 302)]
    assert "There is an account with that address already." in response.text
    assert User.objects.count() == 1


def test_signup_with_a_mail_server_waits_for_the_link(client, settings):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"

    page = client.post(SIGNUP, NEW, follow=True)

    assert page.redirect_chain == [("/account/confirm-email/", 302)]
    assert "_auth_user_id" not in client.session
    (message,) = mail.outbox
    assert message.subject == "Confirm your e-mail address for Second Look"
    client.post(link_in(message))
    login = client.post(LOGIN, {"login": NEW["email"], "password": NEW["password1"]})
    assert login["Location"] == reverse("home")


def test_signup_ties_an_error_to_its_field_and_lists_it_on_top(client):
    page = client.post(SIGNUP, {**NEW, "time_zone": "Mars/Base"}).text

    assert 'role="alert"' in page
    assert '<a href="#id_time_zone">Time zone: There is no time zone of that name.' in page
    (select,) = re.findall(r"<select[^>]*>", page)
    assert 'aria-invalid="true"' in select
    assert 'aria-describedby="id_time_zone_helptext id_time_zone_error"' in select
    assert 'id="id_time_zone_error"' in page


def test_signup_lets_the_browser_guess_the_zone_only_at_first(client):
    assert "data-time-zone" in client.get(SIGNUP).text
    assert "data-time-zone" not in client.post(SIGNUP, {**NEW, "email": ""}).text


# Logging in and out


def test_login_leads_home_without_case(client, alice):
    response = client.post(LOGIN, {"login": "Alice@Example.org", "password": "wonderland"})

    assert (response.status_code, response["Location"]) == (302, reverse("home"))
    assert client.session["_auth_user_id"] == str(alice.pk)


def test_login_leads_back_but_to_no_other_host(client, alice):
    data = {"login": alice.email, "password": "wonderland"}

    assert client.post(LOGIN, {**data, "next": "/history/"})["Location"] == "/history/"
    client.logout()
    elsewhere = client.post(LOGIN, {**data, "next": "https://example.com/"})
    assert elsewhere["Location"] == reverse("home")


def test_login_says_the_same_of_a_wrong_password_and_an_unknown_address(client, alice):
    wrong = client.post(LOGIN, {"login": alice.email, "password": "looking-glass"})
    unknown = client.post(LOGIN, {"login": "nobody@example.org", "password": "looking-glass"})

    assert (wrong.status_code, unknown.status_code) == (422, 422)
    message = "That e-mail address and password do not belong together."
    assert errors_in(wrong) == errors_in(unknown) == {"__all__": [message]}


def test_login_refuses_after_many_tries(client, alice):
    for _ in range(5):
        client.post(LOGIN, {"login": alice.email, "password": "looking-glass"})

    response = client.post(LOGIN, {"login": alice.email, "password": "wonderland"})

    assert response.status_code == 422
    assert "_auth_user_id" not in client.session


def test_login_from_one_place_is_limited_with_our_page(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    client.post(LOGIN, {"login": "nobody@example.org", "password": "x"})

    response = client.post(LOGIN, {"login": "nobody@example.org", "password": "x"})

    assert response.status_code == 429
    assert "<h1>A moment, please</h1>" in response.text


def test_login_page_is_what_a_visitor_meets_first(client):
    response = client.get("/", follow=True)

    assert response.redirect_chain == [("/account/login/?next=/", 302)]
    assert "What you write is yours alone" in response.text
    assert f'href="{SIGNUP}?next=%2F"' in response.text


def test_logout_needs_a_post_with_the_token(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)

    assert "<h1>Log out?</h1>" in client.get("/account/logout/").text
    assert client.post("/account/logout/").status_code == 403
    assert "_auth_user_id" in client.session

    token = client.cookies["csrftoken"].value
    response = client.post("/account/logout/", {"csrfmiddlewaretoken": token})
    assert (response.status_code, response["Location"]) == (302, LOGIN)
    assert "_auth_user_id" not in client.session


# Passwords


def test_password_change_keeps_the_user_logged_in(client_of, alice):
    client = client_of(alice)

    response = client.post(
        "/account/password/change/",
        {"oldpassword": "wonderland", "password1": "jabberwocky 7", "password2": "jabberwocky 7"},
    )

    assert response.status_code == 302
    alice.refresh_from_db()
    assert alice.check_password("jabberwocky 7")
    assert client.get("/account/").status_code == 200


def test_password_change_needs_the_current_one(client_of, alice):
    response = client_of(alice).post(
        "/account/password/change/",
        {"oldpassword": "wrong", "password1": "jabberwocky 7", "password2": "jabberwocky 7"},
    )

    assert response.status_code == 422
    assert errors_in(response) == {"oldpassword": ["That is not your current password."]}
    alice.refresh_from_db()
    assert alice.check_password("wonderland")


def test_password_reset_by_the_link_in_a_mail(client, alice):
    response = client.post("/account/password/reset/", {"email": alice.email})
    assert response["Location"] == "/account/password/reset/done/"

    (message,) = mail.outbox
    assert (message.to, message.subject) == (
        [alice.email],
        "Choose a new password for Second Look",
    )
    link = link_in(message)
    form = client.get(link, follow=True)
    assert "<h1>Choose a new password</h1>" in form.text
    address = form.redirect_chain[-1][0]
    new = {"password1": "jabberwocky 7", "password2": "jabberwocky 7"}
    assert client.post(address, new).status_code == 302

    alice.refresh_from_db()
    assert alice.check_password("jabberwocky 7")
    used = Client().get(link, follow=True)
    assert "This link was used before or is too old." in used.text


def test_password_reset_of_an_unknown_address_looks_the_same(client, alice):
    known = client.post("/account/password/reset/", {"email": alice.email})
    unknown = client.post("/account/password/reset/", {"email": "nobody@example.org"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [message.subject for message in mail.outbox] == [
        "Choose a new password for Second Look",
        "No account at Second Look",
    ]


def test_password_reset_without_a_mail_server_writes_a_file(client, alice, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "var" / "mail"
    settings.EMAIL_FILE_PATH.mkdir(parents=True)

    page = client.post("/account/password/reset/", {"email": alice.email}, follow=True)

    (file,) = settings.EMAIL_FILE_PATH.iterdir()
    assert "/account/password/reset/key/" in file.read_text()
    assert "<code>var/mail</code>" in page.text


# The account page


def test_account_saves_name_and_time_zone(client_of, alice):
    response = client_of(alice).post(
        "/account/", {"name": "Alice L.", "time_zone": "America/New_York"}, follow=True
    )

    assert response.redirect_chain == [("/account/", 302)]
    assert "Your name and time zone are saved." in response.text
    alice.refresh_from_db()
    assert (alice.name, alice.time_zone) == ("Alice L.", "America/New_York")


def test_account_refuses_an_unknown_time_zone(client_of, alice):
    response = client_of(alice).post("/account/", {"name": "Lewis", "time_zone": "Mars/Base"})

    assert response.status_code == 422
    assert list(errors_in(response)) == ["time_zone"]
    assert response.context["form"]["name"].value() == "Lewis"
    alice.refresh_from_db()
    assert (alice.name, alice.time_zone) == ("Alice", "Europe/London")


def test_account_changes_only_ones_own(client_of, alice, mallory):
    client_of(mallory).post("/account/", {"name": "Alice", "time_zone": "Asia/Tokyo"})

    alice.refresh_from_db()
    assert alice.time_zone == "Europe/London"


def test_email_changes_at_once_where_no_mail_is_sent(client_of, alice):
    response = client_of(alice).post(
        "/account/email/", {"email": "Liddell@example.org", "action_add": ""}, follow=True
    )

    alice.refresh_from_db()
    assert alice.email == "liddell@example.org"
    assert "From now on you log in as liddell@example.org." in response.text
    assert "waits for you" not in response.text
    login = Client().post(LOGIN, {"login": alice.email, "password": "wonderland"})
    assert login["Location"] == reverse("home")


def test_email_changes_when_the_new_address_is_confirmed(client_of, alice, settings):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    EmailAddress.objects.create(user=alice, email=alice.email, verified=True, primary=True)
    client = client_of(alice)
    response = client.post(
        "/account/email/", {"email": "liddell@example.org", "action_add": ""}, follow=True
    )
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"
    assert "liddell@example.org waits for you" in response.text

    (link,) = [link_in(m) for m in mail.outbox if m.to == ["liddell@example.org"]]
    assert "<h1>Confirm your e-mail address</h1>" in client.get(link).text
    client.post(link)

    alice.refresh_from_db()
    assert alice.email == "liddell@example.org"


def test_email_that_is_not_confirmed_is_not_given_up(client_of, alice, settings):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"

    response = client_of(alice).post(
        "/account/email/", {"email": "liddell@example.org", "action_add": ""}
    )

    assert (response.status_code, list(errors_in(response))) == (422, ["email"])
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"


def test_email_of_somebody_else_is_refused(client_of, alice, mallory):
    response = client_of(mallory).post(
        "/account/email/", {"email": "ALICE@example.org", "action_add": ""}
    )

    assert (response.status_code, list(errors_in(response))) == (422, ["email"])
    mallory.refresh_from_db()
    assert mallory.email == "mallory@example.org"


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/account/email/", "Change your e-mail address"),
        ("/account/password/change/", "Change your password"),
        ("/account/password/reset/", "Forgot your password?"),
        ("/account/password/reset/done/", "Look into your mail"),
        ("/account/password/reset/key/done/", "Your new password is saved"),
        ("/account/confirm-email/", "Look into your mail"),
        ("/account/inactive/", "This account is closed"),
        ("/account/reauthenticate/", "Is it you?"),
    ],
)
def test_each_page_has_our_words_in_title_and_heading(client_of, alice, address, heading):
    page = client_of(alice).get(address).text

    assert re.findall(r"<h1>(.*?)</h1>", page) == [heading]
    assert f"<title>{heading} · Second Look</title>" in page
