"""The look: both themes, the keyboard, a narrow phone, nothing from elsewhere."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ENTRANCE = {
    "log in": "/account/login/",
    "sign up": "/account/signup/",
    "reset": "/account/password/reset/",
    "reset sent": "/account/password/reset/done/",
    "link too old": "/account/password/reset/key/1-old-link/",
    "404": "/account/nowhere/",
    "400": "/account/nowhere/%00/",
}
INSIDE = {
    "account": "/account/",
    "e-mail": "/account/email/",
    "password": "/account/password/change/",
    "log out": "/account/logout/",
}


def test_entrance_is_sound(watched):
    found = []
    for name, address in ENTRANCE.items():
        watched.open(address)
        found += [(name, fault) for fault in watched.faults()]

    assert found == []


def test_account_is_sound_with_its_menu_open(inside):
    found = []
    for name, address in INSIDE.items():
        inside.open(address)
        found += [(name, fault) for fault in inside.faults()]
    inside.page.get_by_role("button", name="Menu").click()

    assert found + inside.faults() == []


def test_form_with_errors_is_sound_and_leads_to_the_fields(inside):
    page = inside.page
    inside.open("/account/password/change/")
    page.get_by_label("Current password").fill("wrong")
    page.get_by_label("New password").fill("12")
    page.get_by_label("The same password again").fill("21")
    page.get_by_role("button", name="Change the password").click()

    summary = page.get_by_role("alert")
    summary.wait_for()
    assert summary.evaluate("e => e === document.activeElement")
    summary.get_by_role("link", name=re.compile("Current password")).click()
    field = page.get_by_label("Current password")
    assert field.evaluate("e => e === document.activeElement")
    assert field.get_attribute("aria-invalid") == "true"
    assert inside.faults() == []


def test_skip_link_comes_first(watched):
    page = watched.page
    watched.open("/account/login/")
    page.keyboard.press("Tab")

    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to the content"
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.locator("#main").evaluate("e => e === document.activeElement")


def test_menu_works_by_keyboard(inside):
    page = inside.page
    inside.open("/account/")
    menu = page.locator("#menu")
    page.get_by_role("button", name="Menu").focus()
    assert not menu.is_visible()

    page.keyboard.press("Enter")
    assert menu.is_visible()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Now"
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert page.locator(":focus").inner_text() == "Menu"


def test_log_out_is_in_the_menu(inside, live_server):
    page = inside.page
    inside.open("/account/")
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name="Log out").click()

    page.wait_for_url(live_server.url + "/account/login/")
    assert page.get_by_role("status").inner_text() == "You are logged out."


def test_theme_is_kept_and_stronger_than_the_system(inside):
    page = inside.page
    paper = "getComputedStyle(document.body).backgroundColor"
    bars = "[...document.querySelectorAll('[name=theme-color]')].map(bar => bar.content)"
    page.emulate_media(color_scheme="light")
    inside.open("/account/")
    light = page.evaluate(paper)
    assert page.evaluate(bars) == ["#f8f5ee", "#16181d"]
    page.get_by_role("button", name="Menu").click()
    page.get_by_text("Dark", exact=True).click()
    dark = page.evaluate(paper)
    assert dark != light

    page.reload()
    assert page.evaluate(paper) == dark
    assert page.evaluate(bars) == ["#16181d", "#16181d"]  # the phone's own bar goes along
    page.get_by_role("button", name="Menu").click()
    assert page.get_by_role("radio", name="Dark").is_checked()
    page.get_by_text("System", exact=True).click()
    assert page.evaluate(paper) == light


def test_signup_guesses_the_time_zone(browser, live_server):
    context = browser.new_context(timezone_id="America/New_York")
    page = context.new_page()
    page.goto(live_server.url + "/account/signup/")

    assert page.get_by_label("Time zone").input_value() == "America/New_York"
    context.close()


def test_signup_works_without_javascript(browser, live_server, django_user_model):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + "/account/signup/")
    page.get_by_label("Your name").fill("Bob")
    page.get_by_label("E-mail address").fill("bob@example.org")
    page.get_by_label("Password").fill("through the glass")
    page.get_by_role("button", name="Create the account").click()
    page.wait_for_url(live_server.url + "/")
    context.close()

    bob = django_user_model.objects.get()
    assert (bob.name, bob.time_zone) == ("Bob", "Europe/London")


def test_first_load_is_light(watched, live_server):
    asked = []
    watched.page.on("request", lambda request: asked.append(request.url))
    watched.page.goto(live_server.url + "/account/login/", wait_until="networkidle")

    assert len(asked) <= 14
