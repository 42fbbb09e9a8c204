"""From the copied mail to a kept visit in a real browser: counted, by keyboard, without script."""

import pytest
from django.urls import reverse

from interviews.models import InterviewDay, Meeting
from tests.factories import MeetingFactory, a_day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MAIL = """\
Dear Robin,

we look forward to your visit on Tuesday, 24 November 2026.

09:00 - 09:30  Welcome: Ruth Adeyemi, Head of Human Resources (Room 1.04)
09:30 - 10:15  Process control: Dr. Tomasz Wieczorek, Manager (Room 2.11)
10:15 - 10:30  Coffee break
12:15 - 13:15  Lunch with the team

Kind regards
Ruth Adeyemi
"""
MOST_TAPS = 9


class Taps:
    """Taps, and counts them."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def __call__(self, selector):
        self.count += 1
        self.page.locator(selector).first.click()


def test_copied_mail_is_a_visit_in_few_taps(inside):
    page = inside.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    inside.open("/")
    page.evaluate("text => navigator.clipboard.writeText(text)", MAIL)
    tap = Taps(page)
    tap("a:has-text('Paste an agenda')")
    tap("button:has-text('Paste what I copied')")
    page.wait_for_function("document.querySelector('[data-agenda-text]').value")
    tap("button:has-text('Read it')")
    page.wait_for_url("**/visits/new/agenda/*/")
    assert inside.faults() == []
    for name, words in (("company", "Harrow"), ("position", "Engineer")):
        if not page.locator(f"[name={name}]").input_value():
            tap(f"[name={name}]")
            page.keyboard.type(words)
    tap("button:has-text('Keep it')")
    page.locator(".message.success").wait_for()

    assert tap.count <= MOST_TAPS
    day = InterviewDay.objects.get()
    assert (day.date.isoformat(), Meeting.objects.filter(day=day).count()) == ("2026-11-24", 4)
    assert page.url.endswith(day.get_absolute_url())
    page.locator("button:has-text('Undo')").click()
    page.wait_for_url("**/visits/new/agenda/*/")
    assert InterviewDay.objects.live().count() == 0


def test_pointing_at_a_meeting_marks_its_lines(inside):
    page = inside.page
    inside.open(reverse("visit-create"))
    page.fill("[data-agenda-text]", MAIL)
    page.click("button:has-text('Read it')")
    page.wait_for_url("**/visits/new/agenda/*/")
    page.locator("#row-m1 summary").focus()

    assert page.locator(".marked").all_inner_texts() == [
        "09:30 - 10:15  Process control: Dr. Tomasz Wieczorek, Manager (Room 2.11)"
    ]
    page.locator("#row-m0 h3").hover()
    assert "Welcome" in page.locator(".marked").inner_text()


def test_html_of_a_table_goes_along_with_what_is_pasted(inside):
    page = inside.page
    inside.open(reverse("visit-create"))
    page.locator("[data-agenda-text]").evaluate(
        """(field) => {
            const data = new DataTransfer();
            data.setData("text/plain", "09:00");
            data.setData("text/html", "<table><tr><td>09:00</td></tr></table>");
            field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
        }"""
    )
    html = page.locator("[data-agenda-html]")
    assert html.input_value().startswith("<table>")
    page.fill("[data-agenda-text]", "something else")
    assert html.input_value() == ""


def test_dropped_file_is_chosen(inside):
    page = inside.page
    inside.open(reverse("visit-create"))
    page.locator("[data-agenda-box]").evaluate(
        """(box) => {
            const data = new DataTransfer();
            data.items.add(new File(["BEGIN:VCALENDAR"], "visit.ics"));
            box.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
        }"""
    )
    assert page.locator("[data-agenda-said]").inner_text() == "“visit.ics” is chosen."
    assert page.locator("input[type=file]").evaluate("f => f.files[0].name") == "visit.ics"


def test_later_mail_changes_the_day_without_script(browser, live_server, client_of, alice):
    day = a_day(alice, "Harrow")
    MeetingFactory(day=day, at="09:00", to="09:30", title="Welcome")
    context = browser.new_context(java_script_enabled=False)
    cookie = {"name": "sessionid", "value": client_of(alice).cookies["sessionid"].value}
    context.add_cookies([cookie | {"url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + reverse("agenda-import", args=[day.pk]))
    page.fill("textarea", MAIL)
    page.click("button:has-text('Read it')")
    page.click("button:has-text('Change the day')")

    assert "The day is changed" in page.locator(".message.success").inner_text()
    assert Meeting.objects.live().filter(day=day).count() == 4
    context.close()
