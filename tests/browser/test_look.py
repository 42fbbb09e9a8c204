"""The look: both themes, the keyboard, a narrow phone, nothing from elsewhere."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache

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
PHONE = {"width": 360, "height": 780}
SMALL = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary")]
    .filter(e => e.checkVisibility() && !e.closest("p:not(.actions), label, .theme"))
    .filter(e => e.getBoundingClientRect().height < 44 && e.getBoundingClientRect().width > 1)
    .map(e => e.outerHTML)"""


@pytest.fixture(autouse=True)
def no_tries_before():
    """allauth counts tries in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture
def watched(page, live_server):
    """The page on a phone, and what it should not do: asks elsewhere, says in its console."""
    page.set_viewport_size(PHONE)
    page.trouble = []

    def asked(request):
        parts = urlsplit(request.url)
        if parts.scheme != "data" and f"{parts.scheme}://{parts.netloc}" != live_server.url:
            page.trouble.append(request.url)

    def answered(response):
        if response.status >= 400 and response.request.resource_type != "document":
            page.trouble.append(f"{response.status} {response.url}")

    def said(message):
        missing = "Failed to load resource" in message.text  # a 404 page, or seen by `answered`
        if message.type == "error" and not missing:
            page.trouble.append(message.text)

    page.on("request", asked)
    page.on("response", answered)
    page.on("console", said)
    page.on("pageerror", lambda error: page.trouble.append(str(error)))
    return page


@pytest.fixture
def inside(watched, live_server, client_of, alice):
    """The watched page with alice logged in."""
    cookie = client_of(alice).cookies["sessionid"]
    watched.context.add_cookies(
        [{"name": "sessionid", "value": cookie.value, "url": live_server.url}]
    )
    return watched


def assert_sound(page):
    """No sideways scroll, big targets, nothing in the console or from elsewhere, axe content."""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.evaluate(SMALL) == []
    assert page.trouble == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.trouble.clear()  # axe itself tries inline styles, which the policy refuses


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_entrance_is_sound(watched, live_server, scheme):
    watched.emulate_media(color_scheme=scheme)
    for address in ENTRANCE.values():
        watched.goto(live_server.url + address)
        assert_sound(watched)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_account_is_sound_with_its_menu_open(inside, live_server, scheme):
    inside.emulate_media(color_scheme=scheme)
    for address in INSIDE.values():
        inside.goto(live_server.url + address)
        assert_sound(inside)
    inside.get_by_role("button", name="Menu").click()
    assert_sound(inside)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_form_with_errors_is_sound_and_leads_to_the_fields(inside, live_server, scheme):
    inside.emulate_media(color_scheme=scheme)
    inside.goto(live_server.url + "/account/password/change/")
    inside.get_by_label("Current password").fill("wrong")
    inside.get_by_label("New password").fill("12")
    inside.get_by_label("The same password again").fill("21")
    inside.get_by_role("button", name="Change the password").click()

    summary = inside.get_by_role("alert")
    summary.wait_for()
    assert summary.evaluate("e => e === document.activeElement")
    summary.get_by_role("link", name=re.compile("Current password")).click()
    field = inside.get_by_label("Current password")
    assert field.evaluate("e => e === document.activeElement")
    assert field.get_attribute("aria-invalid") == "true"
    assert_sound(inside)


def test_skip_link_comes_first(watched, live_server):
    watched.goto(live_server.url + "/account/login/")
    watched.keyboard.press("Tab")

    skip = watched.locator(":focus")
    assert skip.inner_text() == "Skip to the content"
    assert skip.bounding_box()["y"] >= 0
    watched.keyboard.press("Enter")
    assert watched.locator("#main").evaluate("e => e === document.activeElement")


def test_menu_works_by_keyboard(inside, live_server):
    inside.goto(live_server.url + "/account/")
    menu = inside.locator("#menu")
    inside.get_by_role("button", name="Menu").focus()
    assert not menu.is_visible()

    inside.keyboard.press("Enter")
    assert menu.is_visible()
    inside.keyboard.press("Tab")
    assert inside.locator(":focus").inner_text() == "Visits"
    inside.keyboard.press("Escape")
    assert not menu.is_visible()
    assert inside.locator(":focus").inner_text() == "Menu"


def test_log_out_is_in_the_menu(inside, live_server):
    inside.goto(live_server.url + "/account/")
    inside.get_by_role("button", name="Menu").click()
    inside.get_by_role("button", name="Log out").click()

    inside.wait_for_url(live_server.url + "/account/login/")
    assert inside.get_by_role("status").inner_text() == "You are logged out."


def test_theme_is_kept_and_stronger_than_the_system(inside, live_server):
    paper = "getComputedStyle(document.body).backgroundColor"
    inside.emulate_media(color_scheme="light")
    inside.goto(live_server.url + "/account/")
    light = inside.evaluate(paper)
    inside.get_by_role("button", name="Menu").click()
    inside.get_by_text("Dark", exact=True).click()
    dark = inside.evaluate(paper)
    assert dark != light

    inside.reload()
    assert inside.evaluate(paper) == dark
    inside.get_by_role("button", name="Menu").click()
    assert inside.get_by_role("radio", name="Dark").is_checked()
    inside.get_by_text("System", exact=True).click()
    assert inside.evaluate(paper) == light


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
    watched.on("request", lambda request: asked.append(request.url))
    watched.goto(live_server.url + "/account/login/", wait_until="networkidle")

    assert len(asked) <= 14
