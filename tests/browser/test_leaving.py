"""What a page says of what it cannot send: at a log-out, without storage, to another user."""

import pytest
from playwright.sync_api import expect

from interviews.models import Capture, Impression, Note
from tests.factories import DimensionFactory, a_meeting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FORBIDDEN = """for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } });
}"""


@pytest.fixture
def meeting(alice):
    DimensionFactory(owner=alice, name="Mood and enthusiasm")
    return a_meeting(alice)


def take_down(page):
    page.get_by_role("textbox", name="Note", exact=True).fill("They were kind.")
    page.locator("summary", has_text="Mood and enthusiasm").click()
    page.get_by_role("button", name="+1 good").click()


def log_out(page):
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name="Log out").click()
    return page.get_by_role("dialog", name="Waiting to be sent")


def said(page):
    """Of the impression, and of the note."""
    return page.locator("#impressions [data-entry]"), page.locator("[data-state]").first


def test_what_waits_is_shown_in_words_and_says_why_it_is_not_sent(inside, meeting):
    page = inside.page
    inside.open(meeting.get_absolute_url())
    page.locator("summary", has_text="Mood and enthusiasm").focus()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    take_down(page)
    asked = log_out(page)
    expect(asked.get_by_text("unless its window is a private one")).to_be_visible()
    expect(asked.locator("[data-text]")).to_have_text(["They were kind.", "+1"])
    asked.get_by_role("button", name="Send now").click()
    expect(asked.get_by_role("status")).to_have_text(
        "Not sent: no connection. It is tried again by itself."
    )

    page.context.set_offline(False)
    asked.get_by_role("button", name="Send now").click()
    page.wait_for_url("**/account/login/")
    assert (Note.objects.get().text, Impression.objects.get().rating) == ("They were kind.", 1)


def test_storage_that_is_forbidden_is_never_called_kept(inside, meeting):
    page = inside.page
    page.add_init_script(FORBIDDEN)
    inside.open(meeting.get_absolute_url())
    page.locator("summary", has_text="Mood and enthusiasm").focus()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    take_down(page)
    impression, note = said(page)
    expect(impression).to_have_text("Not kept on this device: leave this page open")
    expect(note).to_have_text("Not kept on this device")
    expect(page.get_by_role("button", name="2 waiting, not kept on this device")).to_be_visible()
    asked = log_out(page)
    expect(asked.get_by_text("what is not sent is lost with this page")).to_be_visible()
    expect(asked.get_by_role("button", name="Discard it and log out")).to_be_visible()
    expect(asked.get_by_role("button", name="Keep it here and log out")).to_be_hidden()
    asked.get_by_role("button", name="Close").click()

    page.context.set_offline(False)
    expect(impression).to_have_text("Saved")
    expect(page.locator("form[data-is=saved]")).to_be_visible()
    assert inside.trouble == []


def test_another_account_gets_nothing_and_is_named_as_the_reason(
    inside, meeting, mallory, client_of
):
    page = inside.page
    inside.open(meeting.get_absolute_url())
    inside.log_in(client_of(mallory))
    take_down(page)
    for line in said(page):
        expect(line).to_have_text("Kept on this device: another account is signed in")
    page.get_by_role("button", name="2 waiting on this device").click()
    asked = page.get_by_role("dialog", name="Waiting to be sent")
    expect(asked.get_by_role("status")).to_contain_text("Another account is signed in")
    expect(asked.get_by_role("button", name="Send now")).to_be_hidden()
    assert (Note.objects.count(), Capture.objects.count()) == (0, 0)
