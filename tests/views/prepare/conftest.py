"""A visit of alice’s to prepare, on the Wednesday before it."""

from datetime import UTC, datetime

import pytest
import time_machine

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)  # the visit is on Tuesday, 24 November


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield NOW


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


@pytest.fixture
def day(alice):
    from tests.factories import a_day  # a conftest is read before Django is set up

    return a_day(alice, "Harrow", "Process engineer")


@pytest.fixture
def begun(day):
    """The visit, with an empty list of tasks."""
    day.tasks_begun_at = NOW
    day.save()
    return day
