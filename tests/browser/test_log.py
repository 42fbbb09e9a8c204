"""What is typed in a browser is on no line of the log."""

import io
import json
import logging

import pytest

from interviews.log import JsonFormatter
from tests.addresses import everything_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MARKER = "Zyzzogeton"


@pytest.fixture
def log():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def log_in(page, email, password):
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")


def test_log_of_a_visit_to_the_pages_holds_nothing_that_was_typed(watched, alice, log):
    page = watched.page
    watched.open("/account/login/")
    log_in(page, alice.email, f"{MARKER} 1")
    page.get_by_text("do not belong together").first.wait_for()
    log_in(page, alice.email, "wonderland")
    page.wait_for_url(watched.url + "/")
    rows = everything_of(alice, "Word")  # now, for it holds a second factor too
    watched.open("/companies/new/")
    page.locator("input[name=name]").fill(f"{MARKER} Works")
    page.locator("form:has(input[name=name]) button[type=submit]").first.click()
    page.get_by_role("heading", name=MARKER).wait_for()
    watched.open(f"/history/?q={MARKER}")
    watched.open(f"/{MARKER}/")
    watched.open(rows.meeting.get_absolute_url())
    page.locator("textarea[name=text]").first.fill(f"{MARKER} said so")
    page.locator("form:has(textarea[name=text]) button[type=submit]").first.click()
    page.locator("form[data-is=saved]").wait_for()
    lines = [json.loads(line) for line in log.getvalue().splitlines()]

    assert {"account_login", "company-create", "history", "note-detail", None} <= {
        line.get("route") for line in lines
    }
    assert MARKER not in log.getvalue()
    assert alice.email not in log.getvalue()
