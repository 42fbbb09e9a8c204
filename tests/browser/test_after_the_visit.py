"""What follows on a visit: to an accepted offer; to silence, withdrawal and back."""

import pytest
import time_machine
from django.urls import reverse

from interviews.models import Application, Impression, Letter, Role
from tests.factories import (
    A_DATE,
    AttendanceFactory,
    DimensionFactory,
    MeetingFactory,
    MustHaveFactory,
    RoleFactory,
    a_day,
    utc,
)

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]
AFTERNOON = utc(2026, 11, 24, 15, 40)
A_WEEK_LATER = utc(2026, 12, 1, 11, 0)


@pytest.fixture
def day(alice):
    """A visit with two meetings, of which the second is just over, and what it must have."""
    day = a_day(alice, "Marrable")
    dimension = DimensionFactory(owner=alice, name="Light")
    MustHaveFactory(application=day.application, text="A window", dimension=dimension, limit=1)
    for at, to, name, role in (
        ("09:00", "09:30", "Ann Lowe", Role.Kind.HEAD_OF_HR),
        ("15:00", "15:30", "Ben Okoro", Role.Kind.POTENTIAL_SUPERVISOR),
    ):
        meeting = MeetingFactory(day=day, at=at, to=to, title=f"Talk with {name}")
        person = AttendanceFactory(meeting=meeting, person__name=name).person
        RoleFactory(application=day.application, person=person, role=role)
    return day


def keep(page, section, button):
    page.locator(section).get_by_role("button", name=button, exact=True).click()


def see_and_rate(page):
    """The note of the last meeting, an impression in two taps, its words in the evening."""
    page.get_by_role("link", name="Talk with Ben Okoro").first.click()
    page.locator("details.quick summary", has_text="Light").click()
    page.locator("details.quick button[value='2']").first.click()
    page.locator("details.quick .pill").get_by_text("+2 great sign").wait_for()
    page.locator(".stages, .thumb, nav").get_by_role("link", name="Impressions").first.click()


def put_into_words(page):
    page.locator(".evening textarea").fill("A window at each desk.")
    page.locator(".evening").get_by_role("button", name="Keep").click()
    page.get_by_text("from 1 observation").first.wait_for()
    page.get_by_label("strong yes").check()
    page.locator("form[action$='/overall/'] button").click()
    page.get_by_text("Your overall impression: strong yes.").wait_for()


def write_letters(page):
    page.locator(".stages").get_by_role("link", name="Letters").click()
    page.get_by_role("link", name="Ann Lowe", exact=True).click()
    for name in ("Ann Lowe", "Ben Okoro"):
        page.get_by_role("heading", name=f"To {name}").wait_for()
        page.get_by_role("button", name="Keep and send").click()
        page.get_by_role("button", name="Sent by e-mail").click()
    page.get_by_role("heading", name="All done").wait_for()


def take_the_call_down(page):
    page.get_by_role("link", name="They called").first.click()
    page.get_by_label("Who called").fill("Ann Lowe")
    page.get_by_label("What does it mean?").select_option("offer")
    page.get_by_label("Pay").fill("£52,000")
    page.get_by_label("Answer by").fill("2026-12-11")
    page.get_by_role("button", name="Keep the call").click()


def accept(page):
    offer = page.locator("#decision")
    page.locator(".must").get_by_text("+2 from 1 observation; below +1 it is a no").wait_for()
    offer.get_by_label("My decision").select_option("accepted")
    offer.get_by_label("Why, in my own words").fill("The light, and the people.")
    keep(page, "#decision", "Keep my decision")
    page.get_by_text("Your decision is kept.").wait_for()


def test_from_the_last_meeting_to_an_accepted_offer(inside, day):
    page = inside.page
    with time_machine.travel(AFTERNOON):
        inside.open(day.get_absolute_url())
        see_and_rate(page)
        page.goto(inside.url + reverse("visit-impressions", args=[day.pk]))
        put_into_words(page)
        write_letters(page)
    with time_machine.travel(A_WEEK_LATER):
        inside.open(reverse("visit-decision", args=[day.pk]))
        take_the_call_down(page)
        page.get_by_text("£52,000").first.wait_for()
        inside.open(reverse("visit-decision", args=[day.pk]))
        accept(page)
        inside.open(reverse("compare"))
        page.get_by_text("offer, accepted").wait_for()
        page.locator("text.label", has_text="A 1").wait_for()

    application = Application.objects.get()
    assert (application.outcome, application.decision, application.pay) == (
        "offer", "accepted", "£52,000",
    )  # fmt: skip
    assert Impression.objects.get().observation == "A window at each desk."
    assert set(Letter.objects.values_list("status", flat=True)) == {"sent"}
    assert inside.trouble == []


def say_outcome(page, outcome):
    page.locator("#outcome").get_by_label("Outcome").select_option(outcome)
    keep(page, "#outcome", "Keep the outcome")
    page.get_by_text("The outcome is kept.").wait_for()


def test_to_silence_withdrawal_and_back(inside, day):
    page, application = inside.page, day.application
    application.promised_on = A_DATE
    application.save()
    address = reverse("visit-decision", args=[day.pk])

    with time_machine.travel(utc(2026, 12, 3, 9, 0)):
        inside.open(address)
        page.get_by_text("It is time to inquire.").wait_for()
        page.locator("#wait summary", has_text="I inquired").click()
        keep(page, "#wait", "Keep the inquiry")
        page.get_by_text("Nothing came back yet.").wait_for()
        say_outcome(page, "no_reply")
        page.get_by_text("The wait is over").wait_for()
        say_outcome(page, "withdrawn")
        inside.open(reverse("home"))
        assert page.get_by_role("heading", name="Who keeps me waiting").count() == 0
        inside.open(address)
        say_outcome(page, "waiting")
        page.locator(".clock").wait_for()

    application.refresh_from_db()
    assert (application.outcome, application.inquiries.count()) == ("waiting", 1)
    assert inside.trouble == []
