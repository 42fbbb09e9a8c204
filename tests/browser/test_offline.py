"""Without a network: read what was kept, only as whom it was kept for, and what goes when."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from interviews.views import offline
from tests.factories import AttendanceFactory, MeetingFactory, a_day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


NEW_WORKER = """async () => {
    const taken = new Promise((done) => {
        navigator.serviceWorker.addEventListener("controllerchange", done, { once: true });
    });
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    await taken;
}"""


def a_day_of(owner, company="Marrable"):
    """A visit today, at midday in its zone, with a meeting that runs and one that follows."""
    now = timezone.now().replace(microsecond=0)
    zone = f"Etc/GMT{now.hour - 12:+d}"  # its sign is the other way round
    day = a_day(owner, company, time_zone=zone, date=now.date())
    soon = now + timedelta(minutes=30)
    for title, start, end in (
        ("Thesis", now - timedelta(minutes=10), soon),
        ("Panel", soon, soon + timedelta(hours=1)),
    ):
        meeting = MeetingFactory(day=day, starts_at=start, ends_at=end, title=title)
        AttendanceFactory(meeting=meeting, person__name=f"Nadia of {company}")
    return day


def ready(phone, day):
    """Open the visit and wait until it says that it is kept."""
    phone.open(day.get_absolute_url())
    phone.page.get_by_text("Ready offline, checked").wait_for()


def test_now_opens_the_meeting_of_the_moment_without_a_network(phone, client_of, alice):
    day = a_day_of(alice)
    phone.log_in(client_of(alice))
    ready(phone, day)
    phone.network.cut()

    page = phone.page
    phone.open("/now/")
    assert page.get_by_role("heading", level=1).inner_text() == "Thesis"
    assert "This is how the page was on" in page.locator(".stale").inner_text()
    assert page.locator("textarea.note").is_editable()
    assert page.get_by_text("in 2").count() == 1  # the countdown goes on

    page.get_by_role("link", name="Done, next meeting").click()
    page.get_by_role("heading", name="Panel", level=1).wait_for()
    phone.open(reverse("day-sheet", args=[day.pk]))
    assert "Thesis" in page.locator(".dayline > .now").inner_text()
    phone.open(day.get_absolute_url())
    page.get_by_role("heading", name="You are offline").wait_for()
    page.get_by_role("link", name="Day sheet: Marrable").click()
    page.get_by_role("heading", name="Day sheet").wait_for()


def test_log_out_clears_what_is_kept_also_without_a_network(phone, client_of, alice):
    day = a_day_of(alice)
    phone.log_in(client_of(alice))
    ready(phone, day)
    assert len(phone.caches()) == 2
    phone.network.cut()
    phone.page.get_by_role("button", name="Menu").click()
    phone.page.get_by_role("button", name="Log out").click()
    phone.page.get_by_role("heading", name="You are offline").wait_for()
    assert phone.caches() == []
    phone.open("/now/")
    phone.page.get_by_role("heading", name="You are offline").wait_for()

    phone.network.mend()
    phone.open("/now/")
    assert phone.page.url.startswith(phone.network.url + "/account/login/")


def test_page_for_nobody_clears_what_is_kept(phone, client_of, alice):
    phone.log_in(client_of(alice))
    ready(phone, a_day_of(alice))
    phone.context.clear_cookies()
    phone.open("/now/")  # leads to log in

    assert phone.caches() == []


def test_another_user_sees_nothing_of_the_first(phone, client_of, alice, mallory):
    days = {user: a_day_of(user, user.name) for user in (alice, mallory)}
    phone.log_in(client_of(alice))
    ready(phone, days[alice])
    phone.log_in(client_of(mallory))  # as by a log-in of which this page has not heard
    phone.open("/account/")
    assert not any(name.startswith(f"user-{alice.pk}") for name in phone.caches())
    ready(phone, days[mallory])

    phone.network.cut()
    for address in (reverse("day-sheet", args=[days[alice].pk]), "/now/"):
        phone.open(address)
        assert "Alice" not in phone.page.content()
    assert "Nadia of Mallory" in phone.page.content()


def test_new_worker_takes_over_and_a_page_goes_on(phone, client_of, alice, monkeypatch):
    day = a_day_of(alice)
    phone.log_in(client_of(alice))
    ready(phone, day)
    phone.open("/now/")
    note = phone.page.locator("textarea.note")
    note.fill("in the middle of a sen")
    newer = {**offline.shell(), "version": "newer"}
    monkeypatch.setattr(offline, "shell", lambda: newer)
    phone.page.evaluate(NEW_WORKER)

    assert note.input_value() == "in the middle of a sen"
    note.press_sequentially("tence")
    assert "static-newer" in phone.page.evaluate("caches.keys()")
    phone.network.cut()
    phone.open("/now/")
    assert phone.page.locator(".stale").is_visible()
    color = "getComputedStyle(document.querySelector('.stale')).borderInlineStartWidth"
    assert phone.page.evaluate(color) == "4px"  # its stylesheets are there too
