"""They called: also without a network, and once."""

from urllib.parse import parse_qs

import pytest
from django.urls import reverse
from django.utils import timezone

from interviews.models import Call
from tests.factories import a_day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_calls_taken_down_without_a_network_arrive_once_and_in_order(inside, alice):
    """With the time at which they were taken down, also where the first answer is lost."""
    application = a_day(alice, "Marrable").application
    page, arrived = inside.page, []
    inside.open(reverse("call-create") + f"?application={application.pk}")
    page.context.set_offline(True)
    for words in ("They want me.", "They rang again."):
        page.get_by_label("About").select_option(label=str(application))
        page.get_by_label("What was said").fill(words)
        page.get_by_role("button", name="Keep the call").click()
        page.get_by_text("The call is kept.").wait_for()
    assert Call.objects.count() == 0
    taken_down = timezone.now()

    def lose_the_first_answer(route):
        if route.request.method != "POST":
            return route.continue_()
        arrived.append(parse_qs(route.request.post_data)["said"][0])
        answer = route.fetch()
        return route.abort() if len(arrived) == 1 else route.fulfill(response=answer)

    page.route("**/calls/new/", lose_the_first_answer)
    page.context.set_offline(False)
    page.wait_for_url("**/decision/**")

    assert page.get_by_text("They rang again.").is_visible()
    assert arrived == ["They want me.", "They want me.", "They rang again."]
    assert [call.said for call in Call.objects.order_by("at")] == [
        "They want me.", "They rang again.",
    ]  # fmt: skip
    assert all(call.at <= taken_down for call in Call.objects.all())


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
