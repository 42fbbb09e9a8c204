"""A browser that watches what a page should not do, and what makes a page sound."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache

from tests.browser.network import Network, Phone

PHONE = {"width": 360, "height": 780}

# Buttons, fields and links lower than 44 px; a link in a line of other text is exempt.
SMALL = """() => {
    const inText = (e) => e.tagName === "A" && getComputedStyle(e).display === "inline" &&
        [...e.closest("p, li, dd, td, h1, h2, h3, small, span, div").childNodes]
            .some(n => n !== e && !n.contains(e) && n.textContent.trim());
    const low = (box) => box.width > 1 && (box.height < 43.9 || box.width < 24);
    return [...document.querySelectorAll("a, button, input, select, textarea, summary")]
        .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
        .filter(e => !e.closest("label, .skip") && low(e.getBoundingClientRect()) && !inText(e))
        .map(e => `${Math.round(e.getBoundingClientRect().height)} px: ${e.outerHTML}`);
}"""
TWICE = """() => [...document.querySelectorAll("[id]")].map(e => e.id)
    .filter((id, at, ids) => ids.indexOf(id) !== at)"""
WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => e.outerHTML.slice(0, 120)).slice(0, 3)"""


@pytest.fixture(autouse=True)
def no_tries_before():
    """allauth counts tries in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Without service workers, which would ask for pages behind a test's back."""
    return {**browser_context_args, "service_workers": "block"}


class Watched:
    """A page, what it did that it should not do, and whether it is sound."""

    def __init__(self, page, url):
        self.page, self.url, self.trouble = page, url, []
        page.set_viewport_size(PHONE)
        page.on("request", self.asked)
        page.on("response", self.answered)
        page.on("console", self.said)
        page.on("pageerror", lambda error: self.trouble.append(str(error)))

    def asked(self, request):
        parts = urlsplit(request.url)
        if parts.scheme != "data" and f"{parts.scheme}://{parts.netloc}" != self.url:
            self.trouble.append(f"asks elsewhere: {request.url}")

    def answered(self, response):
        if response.status >= 400 and response.request.resource_type != "document":
            self.trouble.append(f"{response.status} {response.url}")

    def said(self, message):
        # The page's own 404, or in `answered`; and what Playwright says of its blocking.
        ours = ("Failed to load resource", "Service Worker registration blocked by Playwright")
        if not message.text.startswith(ours):
            self.trouble.append(f"console: {message.text}")

    def open(self, address):
        return self.page.goto(self.url + address)

    def log_in(self, client):
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
        self.page.context.add_cookies([cookie | {"url": self.url}])

    def faults(self, themes=("light", "dark")):
        """What is wrong with the page as it is now, in words; nothing where it is sound."""
        found, self.trouble[:] = list(self.trouble), []
        if self.page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            found.append(f"scrolls sideways: {self.page.evaluate(WIDE)}")
        found += [f"small target, {element[:250]}" for element in self.page.evaluate(SMALL)]
        found += [f"twice: #{name}" for name in self.page.evaluate(TWICE)]
        if (heads := self.page.locator("h1").count()) != 1:
            found.append(f"{heads} h1")
        for theme in themes:
            self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            first = theme == themes[0]
            # The second theme only changes colours; and axe is in the page already.
            checks = {} if first else {"runOnly": ["color-contrast"]}
            axe = Axe() if first else Axe("0")
            result = axe.run(self.page, options={"resultTypes": ["violations"]} | checks)
            for violation in result.response["violations"]:
                nodes = [node["html"][:200] for node in violation["nodes"]]
                found.append(f"{theme}: axe {violation['id']}: {nodes}")
        self.trouble.clear()  # axe tries inline styles itself, which the policy refuses
        return found


@pytest.fixture
def watched(page, live_server):
    return Watched(page, live_server.url)


@pytest.fixture
def inside(watched, client_of, alice):
    """The watched page with alice logged in."""
    watched.log_in(client_of(alice))
    return watched


# A phone whose network can be cut, with service workers.

SCREEN = {"viewport": PHONE, "has_touch": True, "service_workers": "allow"}


@pytest.fixture
def network(live_server):
    network = Network(live_server.url)
    yield network
    network.close()


@pytest.fixture
def phone(browser, network):
    phone = Phone(network, lambda: browser.new_context(**SCREEN))
    yield phone
    phone.context.close()


@pytest.fixture
def cold_phone(playwright, browser_type_launch_args, tmp_path, network):
    """One that can be started again, with what it kept on its disk."""
    start = playwright.chromium.launch_persistent_context
    options = {**browser_type_launch_args, **SCREEN}
    phone = Phone(network, lambda: start(tmp_path / "profile", **options))
    yield phone
    phone.context.close()
