"""Must-haves: written before the offer, changed after it for all to see."""

import re
from datetime import date
from html import unescape
from urllib.parse import quote

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from interviews.models import MustHave
from tests.factories import (
    ApplicationFactory,
    CompanyFactory,
    DimensionFactory,
    MustHaveFactory,
    a_day,
)

TODAY = "2026-11-26T12:00:00Z"


@pytest.fixture
def client(alice, client_of, time_machine_at):
    return client_of(alice)


@pytest.fixture
def time_machine_at():
    import time_machine

    with time_machine.travel(TODAY, tick=True):
        yield


@pytest.fixture
def application(alice):
    return ApplicationFactory(company=CompanyFactory(owner=alice))


def offered(application):
    application.outcome, application.heard_on = "offer", date(2026, 11, 25)
    application.save()


def change(client, must_have, **data):
    address = reverse("must-have-edit", args=[must_have.pk])
    return client.post(address, {"text": must_have.text, "met": "unknown", **data})


def test_written_down_with_the_date_and_shown(client, alice, application):
    dimension = DimensionFactory(owner=alice, name="Light")
    address = reverse("must-have-create", args=[application.pk])
    data = {"text": " A  window ", "dimension": dimension.pk, "limit": "1", "met": "unknown"}

    answer = client.post(address, data)

    assert answer.url == f"{application.get_absolute_url()}#must-haves"
    row = MustHave.objects.get()
    assert (row.text, row.dimension, row.limit, row.written_on, row.after_offer) == (
        "A window", dimension, 1, date(2026, 11, 26), False,
    )  # fmt: skip
    page = client.get(answer.url).text
    assert "not observed; below +1 it is a no" in page
    assert "Written Thu 26 Nov" in page
    assert "after the offer" not in page


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"text": ""}, "What must it have?"),
        ({"text": "x" * 301}, "at most 300 characters"),
        ({"limit": "1"}, "Of which dimension is this the limit?"),
        ({"limit": "7"}, "Choose one of these."),
        ({"dimension": "0195e1f0-0000-7000-8000-000000000000"}, "Choose one of your dimensions."),
    ],
)
def test_what_breaks_a_rule_is_a_message(client, application, data, message):
    address = reverse("must-have-create", args=[application.pk])

    answer = client.post(address, {"text": "A window", "met": "unknown", **data})

    assert answer.status_code == 422
    assert message in answer.text
    assert MustHave.objects.count() == 0


def test_dimension_of_another_user_is_no_choice(client, application, mallory):
    theirs = DimensionFactory(owner=mallory, name="Secret")
    address = reverse("must-have-create", args=[application.pk])

    answer = client.post(address, {"text": "A window", "met": "met", "dimension": theirs.pk})

    assert answer.status_code == 422
    assert "Secret" not in answer.text


def test_change_before_an_offer_leaves_no_trace(client, application):
    must_have = MustHaveFactory(application=application, text="Home on Fridays")

    change(client, must_have, text="Home on Mondays")

    must_have.refresh_from_db()
    assert (must_have.text, must_have.changed_on, must_have.was) == ("Home on Mondays", None, "")


def test_change_after_an_offer_is_allowed_and_shown_with_its_date(client, alice, application):
    light = DimensionFactory(owner=alice, name="Light")
    must_have = MustHaveFactory(application=application, text="A window", dimension=light, limit=2)
    offered(application)

    change(client, must_have, dimension=light.pk, limit="0")
    must_have.refresh_from_db()
    change(client, must_have, text="A lamp", dimension="", limit="")

    must_have.refresh_from_db()
    assert (must_have.text, must_have.limit, must_have.changed_on, must_have.was) == (
        "A lamp", None, date(2026, 11, 26), "A window (Light: below +2 it is a no)",
    )  # fmt: skip
    page = client.get(application.get_absolute_url()).text
    assert (
        'changed after the offer</span> Thu 26 Nov; before it: “<span dir="auto">A window' in page
    )


def test_saying_that_it_is_met_is_no_change(client, application):
    must_have = MustHaveFactory(application=application)
    offered(application)

    change(client, must_have, met="met")

    must_have.refresh_from_db()
    assert (must_have.met, must_have.changed_on) == ("met", None)


def say(client, must_have, met, back=""):
    address = reverse("must-have-met", args=[must_have.pk])
    return client.post(f"{address}?back={back}", {"met": met})


@pytest.mark.parametrize("name", ["visit-impressions", "visit-decision"])
def test_said_with_one_tap_where_it_is_seen_and_undone(client, alice, name):
    day = a_day(alice)
    must_have = MustHaveFactory(application=day.application, text="A window")
    place = reverse(name, args=[day.pk])
    form = f'action="{reverse("must-have-met", args=[must_have.pk])}?back={quote(place, safe="")}"'
    assert form in client.get(place).text

    answer = say(client, must_have, "unmet", place)

    must_have.refresh_from_db()
    assert (answer.url, must_have.met) == (f"{place}#m-{must_have.pk}", "unmet")
    page = client.get(place).text
    assert 'value="unmet" aria-pressed="true"' in page
    undo = unescape(re.search(r'class="message.*?action="([^"]+)"', page, re.DOTALL)[1])
    assert client.post(undo).url == answer.url
    must_have.refresh_from_db()
    assert must_have.met == "unknown"


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "javascript:x", ""])
def test_way_back_is_one_of_our_pages(client, application, back):
    must_have = MustHaveFactory(application=application)

    answer = say(client, must_have, "met", back)

    assert answer.url == f"{application.get_absolute_url()}#m-{must_have.pk}"


def test_what_is_said_anew_after_an_offer_shows_what_was_said_before(client, alice):
    application = a_day(alice).application
    must_have = MustHaveFactory(application=application, met="unmet")
    offered(application)
    place = application.get_absolute_url()

    for met, shown in (("unknown", True), ("met", True), ("unmet", False)):
        say(client, must_have, met)
        assert ("“not met” before the offer" in client.get(place).text) is shown
    change(client, must_have, met="met")

    must_have.refresh_from_db()
    assert (must_have.met, must_have.late) == ("met", "“not met” before the offer")
    assert "“not met” before the offer" in client.get(reverse("compare")).text


@pytest.mark.parametrize("after", [False, True])
def test_what_was_unknown_or_came_with_the_offer_has_nothing_said_before(
    client, application, after
):
    must_have = MustHaveFactory(application=application, after_offer=after)
    offered(application)

    for met in ("met", "unmet"):
        say(client, must_have, met)

    must_have.refresh_from_db()
    assert (must_have.met, must_have.said_before) == ("unmet", "")


@pytest.mark.parametrize(("met", "limit"), [("perhaps", None), ("", None), ("met", 1)])
def test_nonsense_and_what_a_limit_decides_cannot_be_said(client, alice, application, met, limit):
    dimension = DimensionFactory(owner=alice) if limit else None
    must_have = MustHaveFactory(application=application, dimension=dimension, limit=limit)

    assert say(client, must_have, met).status_code == 404


def test_written_after_the_offer_says_so_beside_the_offer(client, alice):
    day = a_day(alice)
    offered(day.application)
    address = reverse("must-have-create", args=[day.application.pk])

    client.post(address, {"text": "A window", "met": "met"})

    assert MustHave.objects.get().after_offer
    page = client.get(reverse("visit-decision", args=[day.pk])).text
    assert "A window</a>" in page
    assert '<span class="pill warn">after the offer</span>' in page


@pytest.mark.parametrize("offer", [False, True])
def test_given_up_and_taken_back(client, application, offer):
    must_have = MustHaveFactory(application=application, text="A window", met="met")
    if offer:
        offered(application)
    address = reverse("must-have-remove", args=[must_have.pk])
    assert ("crossed out" in client.get(address).text) is offer

    client.post(address)

    rows = list(MustHave.objects.values_list("text", "dropped_on"))
    assert rows == ([("A window", date(2026, 11, 26))] if offer else [])
    client.post(reverse("must-have-restore"))
    assert MustHave.objects.values_list("pk", "text", "met", "dropped_on").get() == (
        must_have.pk, "A window", "met", None,
    )  # fmt: skip


def test_limit_without_a_dimension_is_refused_by_the_database(application):
    with pytest.raises(IntegrityError, match="must_have_limit_of_dimension"), transaction.atomic():
        MustHaveFactory(application=application, limit=1)
