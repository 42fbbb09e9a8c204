"""Two real agendas, entered by hand: clicks and keys only, as somebody would on the evening before.

An interaction is a click, a choice or a tick. Typing into the field that has the focus, and Tab to
the next one, is typing.
"""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from interviews.dayline import QUIET
from interviews.models import Meeting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AGENDAS = Path(__file__).resolve().parent.parent / "agendas"
MOST_INTERACTIONS = 6
VISITS = {
    "a02": {
        "company": "Harrow Valley State University",
        "position": "Assistant Professor of Physical Geography",
        "zone": "America/Chicago",
    },
    "a08": {
        "company": "St. Brannoc’s Medical Center",
        "position": "Resident, Internal Medicine",
        "zone": "America/New_York",
    },
}


class Hand:
    """What one does with a page, counted."""

    def __init__(self, page):
        self.page, self.interactions, self.day_first = page, 0, has_day_first(page)

    def click(self, place):
        place.click()
        self.interactions += 1

    def choose(self, place, value):
        if place.input_value() != value:
            place.select_option(value)
            self.interactions += 1

    def tick(self, place):
        place.check()
        self.interactions += 1

    def tab_to(self, place):
        for _ in range(30):
            if place.evaluate("e => e === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {place}")

    def type(self, place, text):
        """Go on with Tab and type; what the form proposes already needs no typing."""
        if text and place.input_value() != text:
            self.tab_to(place)
            self.page.keyboard.type(text)

    def type_time(self, place, clock):
        """Type the digits, and a or p where the browser's clock has twelve hours."""
        if clock and place.input_value() != clock:
            self.tab_to(place)
            self.page.keyboard.type(clock.replace(":", ""))
            if place.input_value() != clock:
                self.page.keyboard.type("a" if clock < "12" else "p")
            assert place.input_value() == clock

    def type_date(self, place, date):
        """Type the parts in the order of this browser's date fields."""
        year, month, day = date.split("-")
        self.tab_to(place)
        self.page.keyboard.type((day + month if self.day_first else month + day) + year)
        assert place.input_value() == date


def has_day_first(page):
    """Whether this browser's date fields begin with the day."""
    page.set_content("<input type=date autofocus>")
    page.locator("input").focus()
    page.keyboard.type("01022003")
    return page.locator("input").input_value() == "2003-02-01"


@pytest.fixture
def hand(browser, live_server):
    context = browser.new_context(
        locale="en-GB",
        viewport={"width": 390, "height": 844},
        reduced_motion="reduce",  # a click waits until what it is meant for stands still
    )
    page = context.new_page()
    page.set_default_timeout(8_000)
    hand = Hand(page)
    page.goto(live_server.url)
    yield hand
    context.close()


def sign_up(page):
    page.get_by_role("link", name="Create an account").click()
    page.get_by_label("Your name").fill("Ifeoma Nwosu")
    page.get_by_label("E-mail address").fill("ifeoma@example.org")
    page.get_by_label("Password").fill("sediment memory")
    page.get_by_role("button", name="Create the account").click()


def log_out_and_in(page):
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name="Log out").click()
    page.get_by_label("E-mail address").fill("ifeoma@example.org")
    page.get_by_label("Password").fill("sediment memory")
    page.get_by_role("button", name="Log in", exact=True).click()


def add_visit(hand, visit, dates):
    page = hand.page
    page.get_by_role("link", name="Add your first visit").click()
    page.get_by_label("Company").click()
    hand.type(page.get_by_label("Company"), visit["company"])
    hand.type(page.get_by_label("Position"), visit["position"])
    for label, date in zip(("Date", "Last date"), dates, strict=False):
        hand.type_date(page.get_by_label(label, exact=label == "Date"), date)
    page.get_by_label("Time zone").select_option(visit["zone"])
    page.get_by_role("button", name="Add the visit").click()


def add_meeting(hand, meeting, *, is_first):
    """Enter one line of the agenda; answers how many interactions that took."""
    page, before = hand.page, hand.interactions
    start = page.get_by_label("Starts")
    if page.get_by_label("Date").count():
        hand.choose(page.get_by_label("Date"), meeting["date"])
    if is_first or start.evaluate("e => e !== document.activeElement"):
        hand.click(start)
    hand.type_time(start, meeting["start"])
    hand.type_time(page.get_by_label("Ends"), meeting["end"])
    hand.type(page.get_by_label("What", exact=True), meeting["title"])
    hand.choose(page.get_by_label("Kind"), meeting["kind"])
    hand.type(page.get_by_label("Where"), meeting["location"])
    new = []
    for person in meeting["people"]:
        known = page.get_by_role("checkbox", name=person["name"])
        if known.count():
            hand.tick(known)
        else:
            new.append(f"{person['name']}, {person['title']}")
    hand.type(page.get_by_label("Someone new"), "\n".join(new))
    hand.click(page.get_by_role("button", name="Add the meeting"))
    page.get_by_role("status").get_by_text(f"“{meeting['title']}” is on the agenda.").wait_for()
    return hand.interactions - before


def drawn(page):
    """The day line as the page shows it, in the shape of the labels."""
    return page.evaluate("""() => [...document.querySelectorAll(".day")].flatMap(day =>
        [...day.querySelectorAll(".dayline > li")].map(row => {
            const texts = (what) => [...row.querySelectorAll(what)].map(e => e.textContent);
            const who = texts(".who b");
            const titles = texts(".who b + span");
            const end = row.querySelector("time small");
            return {
                date: day.querySelector("h2").id.replace("day-", ""),
                start: row.querySelector("time").firstChild.textContent.trim(),
                end: end ? end.lastChild.textContent : null,
                title: row.querySelector("h3").textContent,
                where: texts(".where > span"),
                people: who.map((name, n) => ({name, title: titles[n]})),
            };
        }))""")


def expected(meeting):
    """A label as the day line should show it: with its kind in words, where that says more."""
    kind = [] if meeting["kind"] in (*QUIET, "other") else [Meeting.Format(meeting["kind"]).label]
    place = [meeting["location"]] if meeting["location"] else []
    shown = {key: meeting[key] for key in ("date", "start", "end", "title", "people")}
    return shown | {"where": place + kind}


def write_notes(page, meetings):
    """A note in each meeting, from one to the next; in the first an impression, in two taps."""
    page.get_by_role("link", name=meetings[0]["title"]).click()
    for number, meeting in enumerate(meetings):
        page.get_by_role("heading", level=1, name=meeting["title"]).wait_for()
        page.get_by_role("textbox", name="Note", exact=True).click()
        page.keyboard.type(f"{meeting['title']}: {word(number)}")
        page.get_by_role("button", name="Save the note").click()
        page.locator("form[data-is=saved]").wait_for()
        if number == 0:
            page.locator("summary", has_text="Mood and enthusiasm").click()
            page.get_by_role("group", name="Mood and enthusiasm").get_by_text("+1").click()
            page.locator("#impressions [data-entry]", has_text="Saved").wait_for()
        page.locator("nav.thumb a.main").click()  # the next meeting, after the last the impressions
    page.wait_for_url("**/impressions/")


def word(number):
    """A word of its own for each note."""
    return "quillwort" + "abcdefghijklmnop"[number] * 3


def write_impressions(page):
    page.get_by_label("Mood and enthusiasm").first.click()
    page.keyboard.type("They laughed at the door.")
    page.get_by_role("button", name="Keep what you saw of Mood and enthusiasm").click()
    page.get_by_text("They laughed at the door.").wait_for()
    page.get_by_role("radio", name="strong yes").check()
    page.locator("form[action$='/overall/'] button").click()
    page.get_by_role("status").get_by_text("Your overall impression: strong yes.").wait_for()


@pytest.mark.soak
@pytest.mark.parametrize("name", VISITS)
def test_whole_agenda_by_hand(hand, name):
    agenda = json.loads((AGENDAS / f"{name}.json").read_text())
    meetings, page = agenda["meetings"], hand.page
    sign_up(page)
    add_visit(hand, VISITS[name], agenda["days"] or [agenda["date"]])

    took = [add_meeting(hand, m, is_first=n == 0) for n, m in enumerate(meetings)]
    assert max(took) <= MOST_INTERACTIONS

    page.get_by_role("link", name="Overview", exact=True).click()
    page.get_by_role("heading", name="Loose notes").wait_for()  # it stands below the day line
    assert drawn(page) == [expected(meeting) for meeting in meetings]

    write_notes(page, meetings)
    write_impressions(page)
    log_out_and_in(page)

    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="History").click()
    page.get_by_label("Search").fill(word(4))
    page.keyboard.press("Enter")
    found = page.locator(".rows > li")
    expect(found).to_have_count(1)
    found.get_by_role("link").click()
    note = f"{meetings[4]['title']}: {word(4)}"
    expect(page.get_by_role("textbox", name="Note", exact=True)).to_have_value(note)
