"""A visit whose panel is to be thanked."""

import pytest


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


@pytest.fixture
def day(alice):
    from tests.factories import a_day  # a conftest is read before Django is set up

    return a_day(alice, "Marrable", "Controls engineer", address="12 Saltmarket Wynd")


@pytest.fixture
def panel(day):
    from tests.factories import MeetingFactory

    return MeetingFactory(day=day, at="13:00", to="14:00", title="Panel")
