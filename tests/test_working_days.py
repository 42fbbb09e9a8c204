"""Working days: Monday to Friday, in the visit's zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from interviews.working_days import over_after, working_days_after
from tests.factories import utc

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("count", "day"),
    [(0, FRIDAY), (1, date(2026, 11, 30)), (2, date(2026, 12, 1)), (6, date(2026, 12, 7))],
)
def test_weekend_is_not_counted(count, day):
    assert working_days_after(FRIDAY, count) == day


def test_time_is_over_at_the_end_of_the_last_working_day():
    new_york = ZoneInfo("America/New_York")

    # Half past three in the night of Saturday in UTC is still Friday evening there.
    assert over_after(utc(2026, 11, 28, 3, 30), 2, new_york) == datetime(
        2026, 12, 2, tzinfo=new_york
    )
