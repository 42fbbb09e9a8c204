"""The main job without any script: from the sign-up to a note that is found again."""

import pytest
from playwright.sync_api import expect

from interviews.models import InterviewDay, Note

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(browser, live_server):
    context = browser.new_context(
        java_script_enabled=False, base_url=live_server.url, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.set_default_timeout(8_000)
    yield page
    context.close()


def sign_up(page):
    page.goto("/")
    page.get_by_role("link", name="Create an account").click()
    page.get_by_label("Your name").fill("Bob")
    page.get_by_label("E-mail address").fill("bob@example.org")
    page.get_by_label("Password").fill("through the glass")
    page.get_by_role("button", name="Create the account").click()


def add_visit(page):
    page.get_by_role("link", name="Add your first visit").click()
    page.get_by_label("Company").fill("Marrable")
    page.get_by_label("Position").fill("Engineer")
    page.get_by_label("Date", exact=True).fill("2025-05-06")
    page.get_by_role("button", name="Add the visit").click()


def add_meeting(page, start, end, title):
    page.get_by_label("Starts").fill(start)
    page.get_by_label("Ends").fill(end)
    page.get_by_label("What", exact=True).fill(title)
    page.get_by_role("button", name="Add the meeting").click()


def test_main_job_works_without_javascript(page):
    sign_up(page)
    add_visit(page)

    add_meeting(page, "09:00", "09:30", "Head of HR")
    expect(page.get_by_label("Starts")).to_have_value("09:30")
    add_meeting(page, "09:15", "10:00", "Tour")  # overlaps: the form comes back as it was
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page.get_by_label("What", exact=True)).to_have_value("Tour")
    add_meeting(page, "09:45", "10:15", "Tour")

    page.get_by_role("link", name="Head of HR").click()
    page.get_by_role("textbox", name="Note", exact=True).fill("They mentioned **quillwort**.")
    page.get_by_role("button", name="Save the note").click()
    page.get_by_text("Read it set in type").click()
    expect(page.locator(".written strong")).to_have_text("quillwort")

    page.locator("summary", has_text="Mood and enthusiasm").click()
    page.locator("details[open] .ratings").get_by_role("button", name="+2").click()
    page.goto(page.url.split("/meetings/")[0] + "/visits/")
    page.get_by_role("link", name="Marrable").click()
    page.get_by_role("link", name="Impressions", exact=True).click()
    page.locator(".evening textarea").fill("Everyone said good morning.")
    page.locator(".evening button").click()
    page.get_by_role("radio", name="strong yes").check()
    page.locator("form[action$='/overall/'] button").click()
    page.get_by_text("Your overall impression: strong yes.").wait_for()

    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="History").click()
    page.get_by_label("Search").fill("quillwort")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".rows > li mark")).to_have_text("quillwort")
    page.get_by_label("Search").fill("morning")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".rows > li mark")).to_have_text("morning")

    assert InterviewDay.objects.get().overall_impression == "strong_yes"
    assert Note.objects.get().text == "They mentioned **quillwort**."


def test_rows_menu_and_undo_work_without_javascript(page):
    sign_up(page)
    add_visit(page)
    add_meeting(page, "09:00", "09:30", "Head of HR")

    page.locator(".row-menu summary").click()
    page.get_by_role("button", name="Cancelled by them").click()
    expect(page.locator(".dayline > li.cancelled h3")).to_have_text("Head of HR")
    page.locator(".row-menu summary").click()
    page.get_by_role("link", name="Delete").click()
    page.get_by_role("button", name="Delete the meeting").click()
    expect(page.locator(".dayline > li")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("heading", level=1, name="Head of HR").wait_for()
