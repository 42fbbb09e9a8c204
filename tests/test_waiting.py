"""When to inquire."""

from datetime import date, timedelta

import pytest

from interviews.waiting import Wait

VISIT, PROMISED = date(2026, 11, 3), date(2026, 11, 17)


@pytest.mark.parametrize(
    ("promised", "asked", "due"),
    [
        (PROMISED, [], date(2026, 11, 24)),
        (PROMISED, [date(2026, 11, 25)], date(2026, 12, 2)),
        (PROMISED, [date(2026, 11, 24)], date(2026, 12, 1)),
        (PROMISED, [date(2026, 11, 24), date(2026, 12, 1)], None),
        (PROMISED, [date(2026, 11, 10)], date(2026, 11, 24)),  # before the promised date had passed
        (None, [], date(2026, 11, 10)),
        (None, [date(2026, 11, 12)], date(2026, 11, 19)),
    ],
)
def test_inquiry_is_due_a_week_after_the_promised_date_and_again_after_two(promised, asked, due):
    assert Wait.of(VISIT, promised, asked).inquire_on == due


def test_wait_says_whether_it_is_due_and_how_long_it_lasts():
    wait, today = Wait.of(VISIT, PROMISED, []), date(2026, 11, 24)

    assert wait.is_due(today)
    assert not wait.is_due(today - timedelta(days=1))
    assert (wait.is_over(PROMISED), wait.is_over(PROMISED + timedelta(days=1))) == (False, True)
    assert (wait.days(today), wait.days(VISIT - timedelta(days=1))) == (21, 0)
