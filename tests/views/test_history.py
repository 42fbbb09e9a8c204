"""The history page: past visits, filters, and the search box."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from interviews.models import Application
from tests.addresses import EVERY_REQUEST
from tests.factories import a_day, a_meeting, a_note

HISTORY = reverse("history")


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


def a_past_day(user, company, days_ago=30, outcome="waiting", **fields):
    on = timezone.now().date() - timedelta(days=days_ago)
    day = a_day(user, company=company, **{"date": on, **fields})
    Application.objects.filter(pk=day.application_id).update(outcome=outcome)
    return day


def companies_on(client, **query):
    return [day.application.company.name for day in client.get(HISTORY, query).context["rows"]]


def test_past_visits_come_newest_first_with_outcome_and_impression(client, alice, mallory):
    a_past_day(alice, "Older", 60, "rejected")
    a_past_day(alice, "Newer", 30, "offer", overall_impression="strong_yes")
    a_past_day(alice, "Ahead", -3)
    a_past_day(alice, "Called off", -30, status="cancelled")
    a_past_day(mallory, "Elsewhere", 30)
    a_past_day(alice, "Thrown away", 30).trash(timezone.now())

    page = client.get(HISTORY).content.decode()

    assert companies_on(client) == ["Called off", "Newer", "Older"]
    assert '<span class="pill">offer</span>' in page
    assert '<span class="pill bad">rejected</span>' in page
    assert "Overall: strong yes" in page
    assert page.count("Overall: not yet said") == 2
    assert not any(name in page for name in ("Elsewhere", "Ahead</a>", "Thrown away"))


def test_filters_narrow_the_list(client, alice):
    offer = a_past_day(alice, "Offer", outcome="offer", date=date(2024, 3, 3))
    a_past_day(alice, "Rejected", outcome="rejected", date=date(2025, 3, 3))

    assert companies_on(client, year="2024") == ["Offer"]
    assert companies_on(client, outcome="rejected") == ["Rejected"]
    assert companies_on(client, company=offer.application.company_id) == ["Offer"]
    assert companies_on(client, company=offer.application.company_id, year="2025") == []


@pytest.mark.parametrize(
    "value",
    [
        "x",
        "9" * 5000,
        "-1",
        "0",
        "1e3",
        "10000",
        "\x00",
        "2024\x00x",
        "<script>",
        "²",
        "' OR 1=1 --",
    ],
)
@pytest.mark.parametrize("name", ["company", "year", "outcome", "page"])
def test_filters_that_cannot_be_meant_are_left_out(client, alice, name, value):
    a_past_day(alice, "Kept")

    answer = client.get(HISTORY, {name: value})

    assert answer.status_code == 200
    assert [day.application.company.name for day in answer.context["rows"]] == ["Kept"]
    assert b"<script>" not in answer.content.split(b"</head>")[1]


def test_company_of_another_user_is_no_filter(client, alice, mallory):
    a_past_day(alice, "Mine")
    theirs = a_past_day(mallory, "Theirs").application.company_id

    answer = client.get(HISTORY, {"company": str(theirs)})

    assert [d.application.company.name for d in answer.context["rows"]] == ["Mine"]
    assert "Theirs" not in answer.content.decode()
    assert "so it was left out" in answer.content.decode()


def test_search_shows_marked_hits_with_their_place(client, alice):
    meeting = a_meeting(alice, title="Plant <tour>")
    a_note(alice, "A <script>zebra</script> in the hall.", meeting=meeting)

    page = client.get(HISTORY, {"q": "zebra"}).content.decode()

    assert f'<a href="/meetings/{meeting.pk}/#note">Plant &lt;tour&gt;</a>' in page
    assert "A &lt;script&gt;<mark>zebra</mark>&lt;/script&gt; in the hall" in page
    assert '<span class="pill plain">note</span> <span dir="auto">Marrable</span>, <time' in page


def test_search_that_finds_nothing_says_what_to_try(client, alice, mallory):
    a_note(mallory, "zebra")

    page = client.get(HISTORY, {"q": "zebra"}).content.decode()

    assert "Try one word less" in page


def test_empty_search_shows_the_list(client, alice):
    a_past_day(alice, "Listed")

    assert companies_on(client, q="  ") == ["Listed"]


def test_history_without_visits_says_what_to_do(client):
    page = client.get(HISTORY).content.decode()

    assert "No past visit yet" in page
    assert f'href="{reverse("visit-create")}"' in page


def test_too_long_search_is_a_message(client, alice):
    answer = client.get(HISTORY, {"q": "x" * 201})

    page = answer.content.decode()
    assert "At most 200 characters, please." in page
    assert "x" * 201 in page


def test_pages_are_linked_with_everything_asked_for(client, alice):
    day = a_day(alice)
    for n in range(21):
        a_note(alice, "zebra", meeting=a_meeting(alice, day=day, at=f"08:{n:02}", to=None))

    first = client.get(HISTORY, {"q": "zebra -cage", "outcome": "waiting"})
    second = client.get(HISTORY + first.context["next"])

    assert first.context["next"] == "?q=zebra+-cage&outcome=waiting&page=2"
    assert (len(first.context["rows"]), len(second.context["rows"])) == (20, 1)
    assert second.context["previous"] == "?q=zebra+-cage&outcome=waiting&page=1"
    assert (first.context["previous"], second.context["next"]) == ("", "")


def test_list_has_pages_too(client, alice):
    for n in range(21):
        a_past_day(alice, f"C{n}", 30 + n)

    assert companies_on(client) == [f"C{n}" for n in range(20)]
    assert companies_on(client, page="2") == ["C20"]
    assert companies_on(client, page="3") == []


@pytest.mark.parametrize("count", [1, 25])
@pytest.mark.parametrize("query", [{}, {"q": "zebra"}, {"q": "zebra", "outcome": "waiting"}])
def test_history_asks_the_database_the_same_for_one_note_and_many(
    client, alice, django_assert_num_queries, count, query
):
    day = a_past_day(alice, "One")
    for n in range(count):
        a_note(alice, "zebra", meeting=a_meeting(alice, day=day, at=f"08:{n:02}", to=None))
        a_past_day(alice, f"C{n}")

    # Choices of the filters, rows; and one's own figures where nothing is looked for.
    with django_assert_num_queries(EVERY_REQUEST + (2 if query else 3)):
        client.get(HISTORY, query)
