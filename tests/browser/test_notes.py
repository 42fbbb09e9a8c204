"""The note's field in a real browser, and everything that can go wrong around it."""

import re

import pytest
from playwright.sync_api import expect

from interviews.models import Note, NoteRevision, uuid7
from tests.factories import a_meeting, a_note

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def field(page):
    return page.get_by_role("textbox", name="Note", exact=True)


def state(page):
    return page.locator("[data-state]")


def texts():
    """Every text that the server has."""
    rows = NoteRevision.objects.order_by("saved_at").values_list("text", "sent")
    return [text for row in rows for text in row if text is not None]


@pytest.fixture
def meeting(alice):
    return a_meeting(alice)


@pytest.fixture
def capture(inside, meeting):
    """The page of a meeting without a note, opened."""
    inside.open(meeting.get_absolute_url())
    return inside.page


def test_note_saves_itself_and_says_so(capture, inside):
    page = capture
    field(page).press_sequentially("They were kind.")
    expect(state(page)).to_have_text("Saving…")
    expect(state(page)).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))

    note = Note.objects.get()
    assert (note.text, note.version) == ("They were kind.", 1)
    field(page).press_sequentially(" And on time.")
    expect(page.locator("form[data-is=saved]")).to_be_visible()
    assert Note.objects.get().text == "They were kind. And on time."
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('outbox/'))") == []
    assert inside.trouble == []


def test_text_written_offline_survives_the_tab_and_is_sent_later(capture, inside, meeting):
    page = capture
    page.context.set_offline(True)
    field(page).press_sequentially("No reception here.")
    expect(state(page)).to_have_text("Offline, kept on this device (1)")
    page.close()

    inside.page.context.set_offline(False)
    again = capture.context.new_page()
    again.goto(inside.url + meeting.get_absolute_url())
    expect(field(again)).to_have_value("No reception here.")
    expect(state(again)).to_have_text(re.compile("^Saved"))
    assert Note.objects.get().text == "No reception here."


def test_what_another_device_wrote_is_merged_under_the_cursor(inside, alice):
    note = a_note(alice, "one\ntwo\nthree\n")
    page = inside.page
    inside.open(note.meeting.get_absolute_url())
    note.write("ONE\ntwo\nthree\n", base=1, op=uuid7())
    field(page).press("Control+End")
    field(page).press_sequentially("four")
    expect(field(page)).to_have_value("ONE\ntwo\nthree\nfour")
    field(page).press_sequentially(" five")
    expect(page.locator("form[data-is=saved]")).to_be_visible()
    note.refresh_from_db()
    assert note.text == "ONE\ntwo\nthree\nfour five"


@pytest.mark.parametrize(
    ("choice", "stored"),
    [
        ("Keep both", "theirs\n\nmine"),
        ("Keep what I wrote here", "mine"),
        ("Keep what was there", "theirs"),
    ],
)
def test_conflict_shows_both_and_asks(inside, alice, choice, stored):
    note = a_note(alice, "old")
    page = inside.page
    inside.open(note.meeting.get_absolute_url())
    note.write("theirs", base=1, op=uuid7())
    field(page).fill("mine")
    asked = page.get_by_role("region", name="Two versions of this note")
    expect(asked.locator("[data-theirs]")).to_have_text("theirs")
    expect(asked.locator("[data-mine]")).to_have_text("mine")
    assert set(texts()) == {"old", "theirs", "mine"}
    expect(page.get_by_text("1 text kept beside it")).to_be_visible()

    asked.get_by_role("button", name=choice).click()

    expect(field(page)).to_have_value(stored)
    expect(page.locator("form[data-is=saved]")).to_be_visible()
    expect(asked).to_be_hidden()
    note.refresh_from_db()
    assert note.text == stored
    page.reload()
    expect(page.get_by_text("1 text kept beside it")).to_be_visible()


def test_storage_that_is_full_or_forbidden_is_said_and_the_note_is_sent(inside, meeting):
    page = inside.page
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    inside.open(meeting.get_absolute_url())
    field(page).press_sequentially("They were kind.")
    expect(state(page)).to_have_text("Not kept on this device")
    expect(page.locator("form[data-is=saved]")).to_be_visible()
    assert Note.objects.get().text == "They were kind."


def test_browser_without_locks_saves_too(inside, meeting):
    page = inside.page
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'locks', {value: undefined})")
    inside.open(meeting.get_absolute_url())
    field(page).press_sequentially("They were kind.")
    expect(page.locator("form[data-is=saved]")).to_be_visible()
    assert Note.objects.get().text == "They were kind."


def test_log_out_sends_first_what_waits(capture):
    capture.context.set_offline(True)
    field(capture).press_sequentially("On the way out.")
    expect(capture.locator("form[data-is=offline]")).to_be_visible()
    capture.context.set_offline(False)
    capture.locator("form[data-logout]").evaluate("form => form.requestSubmit()")
    capture.wait_for_url("**/account/login/")
    assert Note.objects.get().text == "On the way out."
    assert capture.evaluate("Object.keys(localStorage).filter(k => !k.startsWith('seen/'))") == []


@pytest.mark.parametrize(
    ("answer", "left"), [("Keep it here and log out", 1), ("Discard it and log out", 0)]
)
def test_log_out_asks_about_what_cannot_be_sent(capture, answer, left):
    capture.route("**/notes/*/", lambda route: route.abort())
    field(capture).press_sequentially("On the way out.")
    expect(capture.locator("form[data-is=offline]")).to_be_visible()
    capture.locator("form[data-logout]").evaluate("form => form.requestSubmit()")
    capture.get_by_role("button", name=answer).click()
    capture.wait_for_url("**/account/login/")
    kept = "Object.keys(localStorage).filter(k => k.startsWith('outbox/')).length"
    assert capture.evaluate(kept) == left
    assert Note.objects.count() == 0


def test_screen_readers_hear_changes_and_not_each_pause(capture):
    said = capture.locator("[data-said]")
    changes = "n => (window.heard = []) && new MutationObserver(() => heard.push(n.textContent))"
    said.evaluate(f"n => ({changes})(n).observe(n, {{childList: true}})")
    for word in ("One. ", "Two. ", "Three."):
        field(capture).press_sequentially(word)
        expect(capture.locator("form[data-is=saved]")).to_be_visible()
    assert len(capture.evaluate("heard")) == 1
    capture.context.set_offline(True)
    field(capture).press_sequentially("Four.")
    expect(said).to_have_text("Offline, kept on this device (1)")


LONG_TASKS = """() => {
    window.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration)))
        .observe({ type: "longtask" });
}"""


def long_tasks(page, address):
    """How many tasks of more than 50 ms there are while somebody types into a long note."""
    page.goto(address)
    page.locator("textarea.note").press("Control+End")
    page.wait_for_timeout(300)
    page.evaluate(LONG_TASKS)
    page.keyboard.type("The line stops at six.", delay=15)
    page.wait_for_timeout(300)
    return len(page.evaluate("tasks"))


@pytest.mark.soak
def test_typing_into_a_long_note_is_as_smooth_as_without_script(inside, alice):
    note = a_note(alice, "They said that the line stops at six.\n" * 1_300)
    assert len(note.text) > 49_000
    address = inside.url + note.meeting.get_absolute_url()
    bare = inside.page.context.new_page()
    bare.route("**/js/*.js", lambda route: route.abort())
    tries = (long_tasks(inside.page, address) <= long_tasks(bare, address) for _ in range(3))
    assert any(tries)  # the machine may be busy with something else once


@pytest.mark.parametrize(
    ("status", "error", "offer"),
    [
        (404, "not_found", "Copy the text"),
        (413, "too_long", "Download the text"),
        (413, "full", "Download the text"),
        (400, "unreadable", "Copy the text"),
    ],
)
def test_text_that_cannot_be_saved_is_kept_and_offered(capture, status, error, offer):
    answer = {"status": status, "json": {"error": error}}
    capture.route("**/notes/*/", lambda route: route.fulfill(**answer))
    field(capture).press_sequentially("Kept.")
    expect(capture.get_by_role("button", name=offer)).to_be_visible()
    assert "Kept." in capture.evaluate("JSON.stringify(localStorage)")
    capture.unroute("**/notes/*/")
    field(capture).press_sequentially(" And saved.")
    expect(capture.locator("form[data-is=saved]")).to_be_visible()
    expect(capture.get_by_role("button", name=offer)).to_be_hidden()
    assert Note.objects.get().text == "Kept. And saved."
