"""Pages that a phone has kept: which of them, until when, and what they say of themselves."""

import re

import pytest
from django.urls import reverse

from interviews.models import Impression
from interviews.views import offline
from tests.browser.test_capture import eventually
from tests.browser.test_offline import a_day_of, ready
from tests.factories import DimensionFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CLEARED = """async () => {
    for (const name of await caches.keys()) await caches.delete(name);
}"""
STYLE = "getComputedStyle(document.querySelector('.stale')).borderInlineStartWidth"
# The list of what is kept, as another moment would have it.
CHANGED = """async (change) => {
    const name = (await caches.keys()).find((key) => /^user-\\d+$/.test(key));
    const cache = await caches.open(name);
    const list = await (await cache.match("/offline/pages/")).json();
    for (const visit of list.visits) visit[change] = new Date(Date.now() - 60_000).toISOString();
    list.checked = new Date(Date.now() - 3_600_000).toISOString();
    await cache.put("/offline/pages/", new Response(JSON.stringify(list)));
}"""


def said(page):
    return page.locator(".stale").inner_text()


def test_pages_go_two_days_after_the_visit_also_without_a_network(phone, client_of, alice):
    day = a_day_of(alice)
    phone.log_in(client_of(alice))
    ready(phone, day)
    phone.network.cut()
    sheet = reverse("day-sheet", args=[day.pk])
    phone.open(sheet)
    assert phone.page.get_by_role("heading", name="Day sheet").is_visible()
    phone.page.evaluate(CHANGED, "over")

    phone.open("/now/")  # which was kept in the morning and leads on
    assert phone.page.get_by_role("heading", level=1).inner_text() == "Thesis"
    phone.page.evaluate(CHANGED, "until")
    phone.open(sheet)

    assert phone.page.get_by_role("heading", name="You are offline").is_visible()
    assert phone.page.get_by_role("link", name="Day sheet").count() == 0
    assert phone.caches() == [f"user-{alice.pk}"]  # the pages themselves are gone


def test_caches_that_were_cleared_are_filled_again(phone, client_of, alice):
    day = a_day_of(alice)
    phone.log_in(client_of(alice))
    ready(phone, day)
    phone.page.evaluate(CLEARED)
    ready(phone, day)
    phone.network.cut()

    phone.open("/now/")

    assert phone.page.get_by_role("heading", level=1).inner_text() == "Thesis"
    phone.page.locator(".stale").wait_for()
    assert phone.page.evaluate(STYLE) == "4px"  # its stylesheets and scripts are there too


@pytest.fixture
def hasty(monkeypatch):
    """A worker that waits a tenth as long for the network."""
    source = offline.source
    patience = re.compile(r"(?<=const PATIENCE = )4_000\b")
    assert patience.search(source("js/service-worker.js"))
    monkeypatch.setattr(offline, "source", lambda name: patience.sub("400", source(name)))


def test_slow_network_shows_what_is_kept_and_says_so(phone, client_of, alice, hasty):
    day = a_day_of(alice)
    phone.log_in(client_of(alice))
    ready(phone, day)
    phone.network.hold()

    phone.open("/now/")

    assert phone.page.get_by_role("heading", level=1).inner_text() == "Thesis"
    assert said(phone.page).startswith("The network is slow: not refreshed. This is how the page")
    phone.network.mend()
    assert eventually(phone.page, lambda: is_fresh(phone.page))


def is_fresh(page):
    """Whether the page came from the server, now that one tried again."""
    again = page.get_by_role("button", name="Try again")
    if again.is_visible():
        again.click()
        page.wait_for_load_state()
    return page.locator("body[data-kept]").count() == 0


def test_server_that_is_away_is_not_called_a_missing_network(phone, client_of, alice, monkeypatch):
    day = a_day_of(alice)
    phone.log_in(client_of(alice))
    ready(phone, day)

    def away(*_args, **_kwargs):
        raise RuntimeError("on purpose")

    monkeypatch.setattr("interviews.views.day_sheet.meetings_of", away)
    phone.open(reverse("day-sheet", args=[day.pk]))

    assert phone.page.get_by_role("heading", name="Day sheet").is_visible()
    assert said(phone.page).startswith("Second Look does not answer right now.")


def test_page_is_kept_anew_once_what_was_captured_on_it_is_sent(phone, client_of, alice):
    DimensionFactory(owner=alice, name="Mood and enthusiasm")
    day = a_day_of(alice)
    phone.log_in(client_of(alice))
    ready(phone, day)
    page = phone.page
    phone.open("/now/")
    page.locator("summary", has_text="Mood and enthusiasm").click()
    page.get_by_role("button", name="+1").click()
    page.locator("#impressions [data-entry]", has_text="Saved").wait_for()
    assert Impression.objects.get().rating == 1
    assert eventually(page, lambda: page.evaluate(KEPT_WITH, "+1 good"))
    phone.network.cut()

    phone.open("/now/")

    assert page.locator("summary .pill", has_text="+1 good").is_visible()


KEPT_WITH = """async (words) => {
    const page = await caches.match(location.pathname);
    return (await page.text()).includes(`<span class="pill">${words}</span>`);
}"""
