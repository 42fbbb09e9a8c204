"""They called: also without a network, and once."""

import pytest
from django.urls import reverse

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
