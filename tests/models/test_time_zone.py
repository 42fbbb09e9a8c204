from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from interviews.models.time_zone import (
    Clock,
    clock,
    instant,
    rezoned,
    time_zone_names,
    validate_time_zone,
)
from tests.factories import utc

LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
LORD_HOWE, CASABLANCA = ZoneInfo("Australia/Lord_Howe"), ZoneInfo("Africa/Casablanca")

# What a clock time is: zone, date, time.
CLOCKS = [
    (LONDON, date(2026, 3, 29), "00:59", Clock.ONCE),
    (LONDON, date(2026, 3, 29), "01:00", Clock.NEVER),
    (LONDON, date(2026, 3, 29), "01:30", Clock.NEVER),
    (LONDON, date(2026, 3, 29), "02:00", Clock.ONCE),
    (LONDON, date(2026, 10, 25), "00:59", Clock.ONCE),
    (LONDON, date(2026, 10, 25), "01:00", Clock.TWICE),
    (LONDON, date(2026, 10, 25), "01:59", Clock.TWICE),
    (LONDON, date(2026, 10, 25), "02:00", Clock.ONCE),
    (NEW_YORK, date(2026, 3, 8), "02:30", Clock.NEVER),
    (NEW_YORK, date(2026, 11, 1), "01:30", Clock.TWICE),
    (NEW_YORK, date(2026, 11, 1), "02:30", Clock.ONCE),
    # Half an hour back on 5 April, half an hour forward on 4 October.
    (LORD_HOWE, date(2026, 4, 5), "01:29", Clock.ONCE),
    (LORD_HOWE, date(2026, 4, 5), "01:30", Clock.TWICE),
    (LORD_HOWE, date(2026, 4, 5), "01:59", Clock.TWICE),
    (LORD_HOWE, date(2026, 4, 5), "02:00", Clock.ONCE),
    (LORD_HOWE, date(2026, 10, 4), "02:00", Clock.NEVER),
    (LORD_HOWE, date(2026, 10, 4), "02:29", Clock.NEVER),
    (LORD_HOWE, date(2026, 10, 4), "02:30", Clock.ONCE),
    # Back before Ramadan, forward after it: its summer time is the standard one.
    (CASABLANCA, date(2026, 2, 15), "02:30", Clock.TWICE),
    (CASABLANCA, date(2026, 3, 22), "02:30", Clock.NEVER),
]


@pytest.mark.parametrize(("zone", "day", "at", "kind"), CLOCKS)
def test_clock_says_whether_a_time_exists(zone, day, at, kind):
    assert clock(day, time.fromisoformat(at), zone) is kind


def test_instant_chooses_the_first_or_the_second():
    day = date(2026, 10, 25)
    assert instant(day, time(1, 30), LONDON) == utc(2026, 10, 25, 0, 30)
    assert instant(day, time(1, 30), LONDON, fold=1) == utc(2026, 10, 25, 1, 30)


def test_instant_tells_half_an_hour_apart_on_lord_howe():
    first, second = (instant(date(2026, 4, 5), time(1, 45), LORD_HOWE, fold=f) for f in (0, 1))
    assert second - first == timedelta(minutes=30)


def test_rezoned_keeps_the_clock_time():
    moment = utc(2026, 7, 1, 8, 0)  # nine in London
    assert rezoned(moment, LONDON, NEW_YORK) == utc(2026, 7, 1, 13, 0)
    assert rezoned(moment, LONDON, LONDON, days=150) == utc(2026, 11, 28, 9, 0)


def test_rezoned_keeps_the_second_of_two_unless_told():
    second = utc(2026, 10, 25, 1, 30)
    assert rezoned(second, LONDON, LONDON) == second
    assert rezoned(second, LONDON, LONDON, fold=0) == utc(2026, 10, 25, 0, 30)


@given(
    st.integers(946_684_800, 4_133_894_400).map(lambda s: datetime.fromtimestamp(s, UTC)),
    st.sampled_from([LONDON, NEW_YORK, LORD_HOWE, CASABLANCA]),
    st.sampled_from([LONDON, NEW_YORK, LORD_HOWE, CASABLANCA]),
    st.integers(-400, 400),
)
def test_rezoned_shows_the_same_clock_unless_it_does_not_exist(moment, old, new, days):
    local = moment.astimezone(old)
    on = local.date() + timedelta(days=days)
    if clock(on, local.time(), new) is not Clock.NEVER:
        there = rezoned(moment, old, new, days).astimezone(new)
        assert (there.date(), there.time()) == (on, local.time())


@pytest.mark.parametrize(
    "name", ["", "London", "Europe/Londinium", "CET+9", "europe/london", "GMT", "x" * 5000, "../x"]
)
def test_validate_time_zone_refuses_what_is_none(name):
    with pytest.raises(ValidationError, match="is not a time zone") as error:
        validate_time_zone(name)
    assert len(error.value.messages[0]) < 200


def test_every_zone_that_we_offer_is_known_to_the_database(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "select name from unnest(%s) name where not public.second_look_is_time_zone(name)",
            [list(time_zone_names())],
        )
        assert cursor.fetchall() == []


@pytest.mark.parametrize(
    "name", ["CET+9", "posix/Europe/London\n", "EST5EDT4", "<+07>-07", "Europe/Nowhere", "", "utc"]
)
def test_database_knows_no_zone_of_that_name(name, db):
    with connection.cursor() as cursor:
        cursor.execute("select public.second_look_is_time_zone(%s)", [name])
        assert cursor.fetchone() == (False,)
