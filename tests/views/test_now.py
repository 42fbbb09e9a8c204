"""Now leads to where one writes, and otherwise says what comes or what is left."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from tests.factories import MeetingFactory, PlannedQuestionFactory, a_day, a_note, utc

NOW = reverse("now")


@pytest.fixture
def day(alice):
    return a_day(alice, "Marrable", time_zone="America/New_York")


@pytest.fixture
def meeting(day):
    return MeetingFactory(day=day, at="09:00", to="09:45", title="Closing", location="Room 2.11")


def page_at(client, moment):
    with time_machine.travel(moment, tick=False):
        return client.get(NOW)


def test_now_leads_to_the_meeting_that_runs(client_of, alice, meeting):
    answer = page_at(client_of(alice), utc(2026, 11, 24, 14, 10))  # 09:10 there

    assert (answer.status_code, answer["Location"]) == (302, meeting.get_absolute_url())


def test_before_the_first_meeting_it_counts_down(client_of, alice, day, meeting):
    answer = page_at(client_of(alice), utc(2026, 11, 24, 13, 15))

    assert '<h1 dir="auto">Closing</h1>' in answer.text
    assert "in 45 minutes" in answer.text
    assert 'data-in="2026-11-24T14:00:00Z"' in answer.text
    assert reverse("day-sheet", args=[day.pk]) in answer.text


def test_days_ahead_it_says_so(client_of, alice, meeting):
    answer = page_at(client_of(alice), utc(2026, 11, 21, 12, 0))

    assert "in 3 days" in answer.text


def test_before_the_first_meeting_it_says_where_to_arrive_and_what_to_bring(
    client_of, alice, day, meeting
):
    type(day).objects.filter(pk=day.pk).update(arrival="At the gate", bring="Passport")
    client = client_of(alice)
    before, after = (page_at(client, utc(2026, 11, 24, hour, 15)) for hour in (13, 23))

    assert [words in before.text for words in ("At the gate", "Passport")] == [True, True]
    assert [words in after.text for words in ("At the gate", "Passport")] == [False, False]


@pytest.mark.parametrize(
    ("day_after", "words"), [(25, "It was yesterday."), (27, "It was 3 days ago.")]
)
def test_after_the_day_it_says_how_long_ago_it_was(client_of, alice, meeting, day_after, words):
    answer = page_at(client_of(alice), utc(2026, 11, day_after, 12, 0))

    assert "The visit is over" in answer.text
    assert words in answer.text


def test_in_the_evening_it_names_what_has_no_note(client_of, alice, day, meeting):
    MeetingFactory(day=day, at="10:00", to="10:30", title="The written one")
    a_note(alice, "Done.", meeting=day.meetings.last())
    answer = page_at(client_of(alice), utc(2026, 11, 25, 1, 0))

    assert "The day is over" in answer.text
    assert [m.title for m in answer.context["unwritten"]] == ["Closing"]
    assert reverse("visit-impressions", args=[day.pk]) in answer.text


def test_dinner_after_midnight_is_still_now(client_of, alice, day):
    dinner = MeetingFactory(day=day, at="22:00", to="23:30", title="Dinner")
    answer = page_at(client_of(alice), utc(2026, 11, 25, 5, 20))  # 00:20 there

    assert answer["Location"] == dinner.get_absolute_url()


def test_without_a_visit_it_says_what_to_do(client_of, alice, mallory):
    MeetingFactory(day=a_day(mallory, "Hers"), at="09:00", to="09:45")
    answer = page_at(client_of(alice), utc(2026, 11, 24, 9, 10))

    assert "No visit is near" in answer.text


def test_home_leads_to_now_on_the_day(client_of, alice, meeting):
    with time_machine.travel(utc(2026, 11, 24, 14, 50), tick=False):
        home = client_of(alice).get("/").text
    assert f'<a class="button main" href="{NOW}">Open Now</a>' in home

    with time_machine.travel(utc(2026, 11, 24, 14, 50) - timedelta(days=2), tick=False):
        assert f'class="button main" href="{NOW}"' not in client_of(alice).get("/").text


def test_meeting_page_says_where_to_be_next(client_of, alice, day, meeting):
    following = MeetingFactory(day=day, at="10:30", to="11:00", title="Panel", location="Room 7")
    with time_machine.travel(utc(2026, 11, 24, 15, 18), tick=False):
        page = client_of(alice).get(meeting.get_absolute_url()).text

    assert 'data-in="2026-11-24T15:30:00Z">in 12 minutes</span>' in page
    assert page.count(following.get_absolute_url()) == 2
    assert page.index("Room 7") < page.index("<textarea")


def test_what_to_ask_stands_with_the_meetings_to_come(client_of, alice, day, meeting):
    later = MeetingFactory(day=day, at="15:00", to="15:30", title="Supervisor")
    for place, text, answer in (
        (meeting, "Missed?", ""), (later, "Who leaves?", ""), (later, "Known?", "Yes."),
    ):  # fmt: skip
        PlannedQuestionFactory(
            meeting=place, question__owner=alice, question__text=text, answer=answer
        )
    client = client_of(alice)

    assert "Missed?" in page_at(client, utc(2026, 11, 24, 13, 15)).text
    missed, between = page_at(client, utc(2026, 11, 24, 18, 0)).text.split('class="the-day"')
    assert "Who leaves?" in between
    assert "Missed?" not in between
    assert "Known?" not in between
    assert "Missed?" in missed
    over = page_at(client, utc(2026, 11, 25, 1, 0)).text
    assert "Who leaves?" not in over.split('class="the-day"')[1]


def test_call_is_one_tap_away_with_and_without_a_visit(client_of, alice, mallory, meeting):
    for user in (alice, mallory):
        text = page_at(client_of(user), utc(2026, 11, 21, 12, 0)).text
        assert f'href="{reverse("call-create")}"' in text
