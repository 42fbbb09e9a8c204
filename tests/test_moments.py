"""The meeting of the moment: what runs, or what has just ended, through a whole day."""

import pytest

from interviews.models.line import meetings_of
from interviews.moments import at_moment, moments
from tests.factories import AttendanceFactory, MeetingFactory, a_day, at_clock


@pytest.fixture
def day(alice):
    """A day with a pause, a long gap, and a meeting without an end."""
    day = a_day(alice)
    MeetingFactory(day=day, at="09:00", to="09:30", title="welcome")
    MeetingFactory(day=day, at="09:30", to="10:15", title="thesis")
    MeetingFactory(day=day, at="10:15", to="10:30", title="coffee", format="break")
    MeetingFactory(day=day, at="10:30", to="11:30", title="panel")
    MeetingFactory(day=day, at="10:45", to="11:00", title="dropped", status="cancelled")
    MeetingFactory(day=day, at="14:00", to=None, title="closing")
    return day


def shown(day, clock, days=0):
    meeting = at_moment(moments(meetings_of(day)), at_clock(day, clock, days))
    return meeting and meeting.title


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("08:59", None),
        ("09:00", "welcome"),
        ("09:30", "thesis"),
        ("10:20", "thesis"),  # over coffee one writes of what was before it
        ("10:50", "panel"),
        ("11:30", "panel"),
        ("12:59", "panel"),
        ("13:00", None),
        ("14:00", "closing"),
        ("16:29", "closing"),  # an hour long, as far as one knows, and 90 minutes on
        ("16:30", None),
    ],
)
def test_moment_belongs_to_what_runs_or_has_just_ended(day, clock, expected):
    assert shown(day, clock) == expected


def test_pause_with_people_in_it_is_a_meeting(day):
    coffee = day.meetings.get(title="coffee")
    AttendanceFactory(meeting=coffee)

    assert shown(day, "10:20") == "coffee"


def test_of_two_at_once_the_one_that_began_last_counts_while_it_runs(day):
    MeetingFactory(day=day, at="10:40", to="10:50", title="aside", overlap_allowed=True)

    assert [shown(day, clock) for clock in ("10:39", "10:45", "10:50")] == [
        "panel",
        "aside",
        "panel",
    ]


def test_day_without_meetings_has_no_moment(alice):
    assert shown(a_day(alice), "12:00") is None
