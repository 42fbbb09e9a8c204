"""They called: also without a network, and once."""

import pytest
from django.urls import reverse
from django.utils import timezone

from interviews.models import Call
from tests.factories import a_day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_call_taken_down_without_a_network_is_sent_once_it_is_back(inside, alice):
    application = a_day(alice, "Marrable").application
    page = inside.page
    inside.open(reverse("call-create") + f"?application={application.pk}")
    page.context.set_offline(True)
    for words in ("They want me.", "They rang again."):
        page.get_by_label("About").select_option(label=str(application))
        page.get_by_label("What was said").fill(words)
        page.get_by_role("button", name="Keep the call").click()
        page.get_by_text("The call is kept.").wait_for()
    assert Call.objects.count() == 0

    page.context.set_offline(False)
    page.wait_for_url("**/decision/**")

    assert page.get_by_text("They rang again.").is_visible()
    assert sorted(call.said for call in Call.objects.all()) == ["They rang again.", "They want me."]


def test_page_for_a_call_opens_without_a_network_from_a_cold_start(cold_phone, client_of, alice):
    day = a_day(alice, "Marrable", date=timezone.now().date())
    cold_phone.log_in(client_of(alice))
    cold_phone.open(day.get_absolute_url())
    cold_phone.page.get_by_text("Ready offline, checked").wait_for()
    cold_phone.network.cut()
    cold_phone.restart()
    page = cold_phone.page
    cold_phone.open("/")
    page.get_by_role("link", name="They called").click()
    page.get_by_label("What was said").fill("They want me.")
    page.get_by_role("button", name="Keep the call").click()
    page.get_by_text("The call is kept.").wait_for()
    assert Call.objects.count() == 0

    cold_phone.network.mend()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        cold_phone.open("/now/")
    cold_phone.open(reverse("visit-decision", args=[day.pk]))
    page.get_by_text("They want me.").wait_for()
    assert Call.objects.get().application == day.application
