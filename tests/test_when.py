from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews import when
from tests.factories import utc

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "today", "words"),
    [
        (date(2026, 11, 24), TODAY, "Tue 24 Nov"),
        (date(2026, 1, 4), TODAY, "Sun 4 Jan"),
        (date(2027, 1, 4), TODAY, "Mon 4 Jan 2027"),
        (date(2026, 11, 24), None, "Tue 24 Nov 2026"),
        (date.min, TODAY, "Mon 1 Jan 1"),
        (date.max, TODAY, "Fri 31 Dec 9999"),
    ],
)
def test_day_name_leaves_out_this_year(day, today, words):
    assert when.day_name(day, today) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 24), None, "Tue 24 Nov"),
        (date(2026, 11, 24), date(2026, 11, 24), "Tue 24 Nov"),
        (date(2026, 11, 24), date(2026, 11, 25), "Tue 24 to Wed 25 Nov"),
        (date(2026, 11, 30), date(2026, 12, 1), "Mon 30 Nov to Tue 1 Dec"),
        (date(2026, 12, 31), date(2027, 1, 1), "Thu 31 Dec 2026 to Fri 1 Jan 2027"),
        (date(2027, 2, 4), date(2027, 2, 5), "Thu 4 to Fri 5 Feb 2027"),
    ],
)
def test_dates_name_says_what_both_share_once(first, last, words):
    assert when.dates_name(first, last, TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (13, "in 13 days"),
        (14, "in 2 weeks"),
        (59, "in 8 weeks"),
        (60, "in 2 months"),
        (364, "in 12 months"),
        (365, "in 1 year"),
        (800, "in 2 years"),
        (-2, "2 days ago"),
        (-15, "2 weeks ago"),
        (-365, "1 year ago"),
    ],
)
def test_distance_is_near_enough(days, words):
    assert when.distance(TODAY + timedelta(days=days), TODAY) == words


@given(st.dates(), st.dates())
def test_distance_is_never_nothing(day, today):
    words = when.distance(day, today)
    assert words in ("today", "tomorrow", "yesterday") or not words.startswith(("in 0", "0"))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "now"),
        (1, "in 1 minute"),
        (89, "in 89 minutes"),
        (90, "in 2 hours"),
        (149, "in 2 hours"),
        (180, "in 3 hours"),
    ],
)
def test_span_counts_minutes_then_hours(minutes, words):
    assert when.span(minutes) == words


def test_stamp_is_short_today_in_that_zone():
    moment = utc(2026, 11, 24, 23, 30)
    tokyo, london = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/London")
    assert when.stamp(moment, london, utc(2026, 11, 24, 23, 45)) == "23:30"
    assert when.stamp(moment, tokyo, utc(2026, 11, 24, 23, 45)) == "08:30"
    assert when.stamp(moment, london, utc(2026, 11, 25, 0, 15)) == "Tue 24 Nov, 23:30"
    assert when.stamp(moment, london, utc(2027, 1, 1, 0, 0)) == "Tue 24 Nov 2026, 23:30"


@pytest.mark.parametrize(
    ("zone", "place"),
    [
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
    ],
)
def test_place_is_the_last_part_of_a_zone(zone, place):
    assert when.place_of(zone) == place
