"""A meeting when the clocks change, and in a zone of its own."""

from datetime import date, timedelta

import pytest

from interviews.forms.meeting import MeetingForm
from tests.factories import (
    MeetingFactory,
    a_day,
    utc,
)
from tests.forms.meetings import edited, made, meeting_form, questions


@pytest.fixture
def day(alice):
    return a_day(alice)


NEVER = [
    ("Europe/London", "2026-03-29", "01:30", "02:30"),
    ("America/New_York", "2026-03-08", "02:00", "03:00"),
    ("Australia/Lord_Howe", "2026-10-04", "02:15", "02:45"),
    ("Africa/Casablanca", "2026-03-22", "02:30", "03:30"),
]
TWICE = [
    ("Europe/London", "2026-10-25", "01:30", timedelta(hours=1)),
    ("America/New_York", "2026-11-01", "01:30", timedelta(hours=1)),
    ("Australia/Lord_Howe", "2026-04-05", "01:45", timedelta(minutes=30)),
    ("Africa/Casablanca", "2026-02-15", "02:30", timedelta(hours=1)),
]


@pytest.mark.parametrize(("zone", "on", "at", "perhaps"), NEVER)
def test_clock_time_that_does_not_exist_is_refused(alice, zone, on, at, perhaps):
    day = a_day(alice, date=date.fromisoformat(on), time_zone=zone)
    form = meeting_form(day, start=at, end="")
    assert list(form.errors) == ["start"]
    assert f"{at} does not exist on" in form.errors["start"][0]
    assert f"Perhaps {perhaps}?" in form.errors["start"][0]
    form = meeting_form(day, start="00:10", end=at)
    assert list(form.errors) == ["end"]
    assert f"{at} does not exist on" in form.errors["end"][0]


@pytest.mark.parametrize(("zone", "on", "at", "apart"), TWICE)
def test_clock_time_that_comes_twice_asks_which(alice, zone, on, at, apart):
    day = a_day(alice, date=date.fromisoformat(on), time_zone=zone)
    form = meeting_form(day, start=at, end="")
    assert f"{at} comes twice on" in form.errors["start"][0]
    assert questions(form) == ["start_which"]
    starts = [
        made(meeting_form(day, start=at, end="", start_which=which)).starts_at
        for which in ("first", "second")
    ]
    assert starts[1] - starts[0] == apart


def test_end_that_comes_twice_asks_which(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    form = meeting_form(day, start="00:30", end="01:30")
    assert (list(form.errors), questions(form)) == (["end"], ["end_which"])
    meeting = made(meeting_form(day, start="00:30", end="01:30", end_which="second"))
    assert (meeting.starts_at, meeting.ends_at) == (
        utc(2026, 10, 24, 23, 30),
        utc(2026, 10, 25, 1, 30),
    )


def test_both_that_come_twice_ask_at_once(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    form = meeting_form(day, start="01:15", end="01:45")
    assert (sorted(form.errors), questions(form)) == (
        ["end", "start"],
        ["start_which", "end_which"],
    )


def test_meeting_may_end_at_an_earlier_clock_time_of_the_second_hour(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    form = meeting_form(day, start="01:45", end="01:15", start_which="first")
    assert (list(form.errors), questions(form)) == (
        ["end"], ["start_which", "end_which", "ends_next_day"],
    )  # fmt: skip
    data = {"start": "01:45", "end": "01:15", "start_which": "first", "end_which": "second"}
    meeting = made(meeting_form(day, **data))
    assert meeting.ends_at - meeting.starts_at == timedelta(minutes=30)
    assert made(edited(meeting)).ends_at == meeting.ends_at


def test_first_after_second_is_refused(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    data = {"start": "01:15", "end": "01:45", "start_which": "second", "end_which": "first"}
    assert list(meeting_form(day, **data).errors) == ["end"]


@pytest.mark.parametrize(("hour", "which"), [(0, "first"), (1, "second")])
def test_form_shows_which_of_two_times_a_meeting_has(alice, hour, which):
    day = a_day(alice, date=date(2026, 10, 25))
    starts_at, ends_at = utc(2026, 10, 25, hour, 10), utc(2026, 10, 25, hour, 40)
    meeting = MeetingFactory(day=day, starts_at=starts_at, ends_at=ends_at)
    form = MeetingForm(user=alice, day=day, instance=meeting)
    assert questions(form) == ["start_which", "end_which"]
    assert (form["start_which"].value(), form["end_which"].value()) == (which, which)
    saved = made(edited(meeting, title="Changed"))
    assert (saved.starts_at, saved.ends_at) == (starts_at, ends_at)


# In a zone of its own


def test_call_is_entered_in_its_own_zone(day):
    call = made(meeting_form(day, start="09:00", end="10:00", time_zone="America/New_York"))
    assert (call.starts_at, call.ends_at) == (utc(2026, 11, 24, 14), utc(2026, 11, 24, 15))


@pytest.mark.parametrize(
    ("visit", "own", "start", "starts_at"),
    [
        ("Asia/Tokyo", "America/New_York", "18:00", utc(2026, 11, 23, 23)),  # 08:00 in Tokyo
        ("America/New_York", "Asia/Tokyo", "07:00", utc(2026, 11, 24, 22)),  # 17:00 in New York
        ("Europe/London", "Pacific/Kiritimati", "01:00", utc(2026, 11, 24, 11)),
        ("Pacific/Pago_Pago", "Pacific/Kiritimati", "10:30", utc(2026, 11, 24, 20, 30)),
    ],
)
def test_call_may_have_another_date_where_the_caller_is(alice, visit, own, start, starts_at):
    day = a_day(alice, time_zone=visit)
    call = made(meeting_form(day, start=start, end="", time_zone=own))
    assert (call.starts_at, call.date) == (starts_at, day.date)


@pytest.mark.parametrize("own", ["America/New_York", "Asia/Tokyo", "Pacific/Kiritimati"])
def test_call_is_saved_as_it_is_shown(alice, own):
    day = a_day(alice, last_date=date(2026, 11, 25))
    for hour in ("02", "12", "22"):
        for days in (0, 1):
            times = {"at": f"{hour}:00", "to": f"{hour}:45", "days": days}
            call = MeetingFactory(day=day, time_zone=own, **times)
            saved = made(edited(call))
            assert (saved.starts_at, saved.ends_at) == (call.starts_at, call.ends_at)


def test_clocks_change_in_the_callers_zone(alice):
    day = a_day(alice, date=date(2026, 3, 8))
    form = meeting_form(day, start="02:30", end="", time_zone="America/New_York")
    assert "02:30 does not exist on Sun 8 Mar in America/New_York" in form.errors["start"][0]
