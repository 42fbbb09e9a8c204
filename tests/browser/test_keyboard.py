"""The keyboard alone: where the focus goes, and that it can be seen."""

import pytest
from django.urls import reverse

from tests.addresses import everything_of
from tests.factories import MeetingFactory, a_day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOCUSED = "e => e === document.activeElement"
# What has the focus, whether it is drawn around, and whether it is in sight.
OUTLINE = """() => {
    const focused = document.activeElement;
    const drawn = focused.closest("label") || focused;
    const styles = [focused, drawn, focused.nextElementSibling].filter(Boolean).map(e =>
        getComputedStyle(e));
    const seen = styles.some(s => (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) ||
        s.boxShadow !== "none");
    const {top, bottom, left, right} = drawn.getBoundingClientRect();
    const inSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return [focused.outerHTML.slice(0, 160), seen && inSight];
}"""


@pytest.fixture
def agenda(inside, alice):
    """The agenda page of a visit with one meeting from nine to half past."""
    day = a_day(alice)
    MeetingFactory(day=day, title="Head of HR")
    inside.open(reverse("visit-agenda", args=[day.pk]))
    return inside.page


def tab_to(page, place):
    for _ in range(60):
        page.keyboard.press("Tab")
        if place.evaluate(FOCUSED):
            return
    raise AssertionError(f"Tab does not lead to {place}")


def type_time(page, digits):
    page.keyboard.type(digits)
    page.keyboard.type("a")  # where the browser's clock has twelve hours


def test_meetings_are_added_one_after_the_other(agenda):
    agenda.get_by_label("Starts").focus()
    assert agenda.get_by_label("Starts").input_value() == "09:30"
    for title, end in (("Tour", "1000"), ("Test", "1130")):
        tab_to(agenda, agenda.get_by_label("Ends"))
        type_time(agenda, end)
        tab_to(agenda, agenda.get_by_label("What", exact=True))
        agenda.keyboard.type(title)
        agenda.keyboard.press("Enter")
        agenda.get_by_role("status").get_by_text(f"“{title}” is on the agenda.").wait_for()

        start = agenda.get_by_label("Starts")
        agenda.locator("[name=start]:focus").wait_for()
        assert start.evaluate(FOCUSED)
        assert start.input_value().replace(":", "") == end

    assert agenda.locator(".dayline h3").all_inner_texts() == ["Head of HR", "Tour", "Test"]


def test_errors_take_the_focus_and_lead_to_their_field(agenda):
    agenda.get_by_label("Starts").focus()
    type_time(agenda, "0915")
    tab_to(agenda, agenda.get_by_label("Ends"))
    type_time(agenda, "1000")
    tab_to(agenda, agenda.get_by_label("What", exact=True))
    agenda.keyboard.type("Tour")
    agenda.keyboard.press("Enter")

    summary = agenda.locator("[data-error-summary]")
    agenda.locator("[data-error-summary]:focus").wait_for()
    assert "“Head of HR” is from 09:00 to 09:30." in summary.inner_text()
    assert agenda.get_by_label("What", exact=True).input_value() == "Tour"

    agenda.keyboard.press("Tab")
    agenda.keyboard.press("Enter")
    assert agenda.locator("[name=start]").evaluate(FOCUSED)
    tab_to(agenda, agenda.get_by_label("They do run at the same time"))
    agenda.keyboard.press("Space")
    tab_to(agenda, agenda.get_by_role("button", name="Add the meeting"))
    agenda.keyboard.press("Enter")
    agenda.get_by_role("status").get_by_text("“Tour” is on the agenda.").wait_for()


def test_menu_of_a_row_opens_and_acts(agenda):
    opener = agenda.locator(".row-menu summary")
    tab_to(agenda, opener)
    agenda.keyboard.press("Enter")
    change = agenda.locator(".row-menu").get_by_role("link", name="Change")
    assert change.is_visible()
    agenda.keyboard.press("Tab")
    assert change.evaluate(FOCUSED)
    agenda.keyboard.press("Tab")
    agenda.keyboard.press("Enter")

    agenda.locator(".dayline > li.cancelled").wait_for()


def test_menu_opens_closes_and_gives_the_focus_back(agenda):
    button = agenda.get_by_role("button", name="Menu")
    tab_to(agenda, button)
    agenda.keyboard.press("Enter")
    menu = agenda.locator("#menu")
    assert menu.is_visible()
    agenda.keyboard.press("Tab")
    assert menu.locator("a:visible").first.evaluate(FOCUSED)
    agenda.keyboard.press("Escape")

    assert not menu.is_visible()
    assert button.evaluate(FOCUSED)


@pytest.mark.parametrize("name", ["visit-agenda", "meeting-detail", "visit-impressions", "history"])
def test_focus_is_in_sight_all_the_way(inside, alice, name):
    rows = everything_of(alice, "Marrable")
    ids = {"visit-agenda": [rows.day.pk], "meeting-detail": [rows.meeting.pk], "history": []}
    inside.open(reverse(name, args=ids.get(name, [rows.day.pk])))
    page, seen = inside.page, {}
    for _ in range(150):
        page.keyboard.press("Tab")
        element, visible = page.evaluate(OUTLINE)
        if element.startswith("<body"):
            break
        seen[element] = visible

    assert next(iter(seen)).startswith('<a class="skip"')
    assert len(seen) >= 10
    assert [element for element, visible in seen.items() if not visible] == []
