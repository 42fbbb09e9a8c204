from datetime import date

import pytest

from interviews.dayline import day_line, next_meeting, running_meeting
from interviews.models.line import meetings_of
from tests.factories import (
    AttendanceFactory,
    MeetingFactory,
    NoteFactory,
    a_day,
    a_note,
    at_clock,
    utc,
)


@pytest.fixture
def day(alice):
    return a_day(alice)


def line_of(day, clock="12:00", days=0):
    """The visit's day line at that time of its own clock."""
    return day_line(day, meetings_of(day), at_clock(day, clock, days))


def rows_of(day, clock="12:00", days=0):
    return [row for on in line_of(day, clock, days) for row in on.rows]


def states(day, clock, days=0):
    return [row.state for row in rows_of(day, clock, days)]


def badges(day, clock):
    return [row.badges for row in rows_of(day, clock)]


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("08:59", ["planned next", "planned", "planned"]),
        ("09:00", ["now", "planned next", "planned"]),
        ("09:29", ["now", "planned next", "planned"]),
        ("09:30", ["held", "planned next", "planned"]),
        ("10:00", ["held", "now", "planned next"]),
        ("11:59", ["held", "held", "now"]),
        ("12:00", ["held", "held", "held"]),
    ],
)
def test_line_shows_what_runs_and_what_is_next(day, clock, expected):
    for at, to in (("09:00", "09:30"), ("10:00", "11:00"), ("11:00", "12:00")):
        MeetingFactory(day=day, at=at, to=to)
    assert states(day, clock) == expected


def test_line_says_in_words_what_it_draws(day):
    for at, to in (("09:00", "09:30"), ("10:00", "11:00")):
        MeetingFactory(day=day, at=at, to=to)
    assert badges(day, "09:10") == [["now"], ["next"]]


@pytest.mark.parametrize("days", [-1, 1])
def test_line_has_no_next_on_another_day(day, days):
    MeetingFactory(day=day)
    assert states(day, "08:00", days) == ["held" if days > 0 else "planned"]


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("09:59", "now"), ("10:00", "held")],
)
def test_meeting_without_end_runs_for_an_hour(day, clock, expected):
    MeetingFactory(day=day, to=None)
    assert states(day, clock) == [expected]


def test_meeting_without_end_gives_way_to_the_next(day):
    MeetingFactory(day=day, to=None)
    MeetingFactory(day=day, at="09:20", to="10:00")
    assert states(day, "09:19") == ["now", "planned next"]
    assert states(day, "09:20") == ["held", "now"]
    assert [row.end for row in rows_of(day)] == ["", "10:00"]


def test_cancelled_and_skipped_meetings_are_set_aside(day):
    for status in ("cancelled", "skipped", "planned", "held"):
        MeetingFactory(day=day, status=status, to=None)
    rows = rows_of(day, "09:10")
    assert {(row.state, row.is_off, *row.badges) for row in rows if row.is_off} == {
        ("cancelled", True, "cancelled"),
        ("cancelled", True, "skipped"),
    }
    assert next_meeting(meetings_of(day), at_clock(day, "08:00")).status in ("planned", "held")


def test_held_status_counts_before_the_time(day):
    MeetingFactory(day=day, status="held", at="15:00", to="16:00")
    assert states(day, "09:00") == ["held next"]


def test_break_without_people_is_quiet(day):
    MeetingFactory(day=day, format="break", title="Coffee")
    lunch = MeetingFactory(day=day, format="meal", at="12:00", to="13:00")
    assert states(day, "08:00", days=1) == ["quiet held", "quiet held"]
    AttendanceFactory(meeting=lunch)
    assert states(day, "08:00", days=1) == ["quiet held", "held"]
    assert states(day, "12:30") == ["quiet held", "now"]


def test_meetings_at_the_same_time_clash(day):
    MeetingFactory(day=day, at="09:00", to="12:00")
    for at, to in (("09:30", "10:00"), ("11:00", "11:30"), ("12:00", "12:30")):
        MeetingFactory(day=day, at=at, to=to, overlap_allowed=True)
    MeetingFactory(day=day, at="09:30", to="10:00", status="cancelled")
    MeetingFactory(day=day, at="09:45", to=None)
    rows = rows_of(day, "08:00", days=-1)
    assert [row.start for row in rows if "clash" in row.state] == ["09:00", "09:30", "11:00"]
    assert [row.start for row in rows if "at the same time as another" in row.badges] == [
        "09:00", "09:30", "11:00",
    ]  # fmt: skip


def test_of_meetings_that_run_the_last_begun_is_now(day):
    MeetingFactory(day=day, at="09:00", to="12:00")
    tour = MeetingFactory(day=day, at="10:00", to="11:00", overlap_allowed=True)
    assert running_meeting(meetings_of(day), at_clock(day, "10:30")).pk == tour.pk
    assert running_meeting(meetings_of(day), at_clock(day, "11:30")).pk != tour.pk
    assert running_meeting(meetings_of(day), at_clock(day, "12:00")) is None


def test_each_date_of_the_visit_has_its_meetings(alice):
    day = a_day(alice, last_date=date(2026, 11, 26))
    for days in (0, 2):
        MeetingFactory(day=day, days=days, title=f"On day {days}")
    line = line_of(day)
    assert [(on.iso, on.name, [row.title for row in on.rows]) for on in line] == [
        ("2026-11-24", "Tue 24 Nov", ["On day 0"]),
        ("2026-11-25", "Wed 25 Nov", []),
        ("2026-11-26", "Thu 26 Nov", ["On day 2"]),
    ]


def test_meeting_is_shown_even_outside_of_the_dates(day):
    MeetingFactory(day=day, days=3, title="Strayed")
    assert [(on.iso, len(on.rows)) for on in line_of(day)] == [("2026-11-24", 0), ("2026-11-27", 1)]


def test_meeting_after_midnight_says_the_day_of_its_end(day):
    MeetingFactory(
        day=day, starts_at=utc(2026, 11, 24, 22), ends_at=utc(2026, 11, 25, 1), title="Night"
    )
    (row,) = rows_of(day)
    assert (row.start, row.end) == ("22:00", "Wed 01:00")
    assert states(day, "00:30", days=1) == ["now"]


def test_line_is_on_the_visits_clock(alice):
    day = a_day(alice, time_zone="Asia/Tokyo")
    MeetingFactory(day=day, starts_at=utc(2026, 11, 24, 0), ends_at=utc(2026, 11, 24, 1))
    (row,) = rows_of(day)
    assert (row.start, row.end) == ("09:00", "10:00")
    # It is still Monday evening in London, but the visit's date has come.
    now = utc(2026, 11, 23, 23)
    (on,) = day_line(day, meetings_of(day), now)
    assert [row.state for row in on.rows] == ["planned next"]


def test_call_shows_its_own_clock_beside_the_visits(day):
    times = {"starts_at": utc(2026, 11, 24, 14), "ends_at": utc(2026, 11, 24, 15)}
    MeetingFactory(day=day, medium="video", time_zone="America/New_York", **times)
    MeetingFactory(day=day, at="16:00", to="17:00", time_zone="Europe/London")
    first, second = rows_of(day)
    assert (first.start, first.where) == ("14:00", ["one to one", "by video", "09:00 in New York"])
    assert second.where == ["one to one"]


def test_row_says_where_and_what(day):
    MeetingFactory(
        day=day, location="Room 3", format="panel", medium="phone", focus="depth",
        added_on_the_day=True,
    )  # fmt: skip
    MeetingFactory(day=day, at="12:00", to="13:00", format="other")
    first, second = rows_of(day, "08:00", days=-1)
    assert first.where == ["Room 3", "panel", "by phone", "focus: depth"]
    assert first.badges == ["added on the day"]
    assert second.where == []


def test_row_names_people_with_the_title_as_printed(day):
    meeting = MeetingFactory(day=day)
    for fields in (
        {"person__name": "Anna", "person__title": "CTO", "title": "Chief of technology"},
        {"person__name": "Ben", "person__title": "Director"},
        {"person__name": "Cy", "person__title": "", "status": "absent"},
        {"person__name": "Gone", "person__deleted_at": utc(2026, 11, 1)},
    ):
        AttendanceFactory(meeting=meeting, **fields)
    (row,) = rows_of(day)
    assert [(p.name, p.title, p.absent) for p in row.people] == [
        ("Anna", "Chief of technology", False),
        ("Ben", "Director", False),
        ("Cy", "", True),
    ]


def test_row_says_whether_a_note_is_written(alice, day):
    a_note(alice, "words", meeting=MeetingFactory(day=day, at="09:00", to="10:00"))
    NoteFactory(meeting=MeetingFactory(day=day, at="10:00", to="11:00"))
    MeetingFactory(day=day, at="11:00", to="12:00")
    assert [row.has_note for row in rows_of(day)] == [True, False, False]


def test_line_leaves_out_the_trash_and_other_visits(alice, mallory, day):
    MeetingFactory(day=day, title="Mine")
    MeetingFactory(day=day, deleted_at=utc(2026, 11, 1))
    MeetingFactory(day=a_day(alice))
    MeetingFactory(day=a_day(mallory))
    assert [row.title for row in rows_of(day)] == ["Mine"]


@pytest.mark.parametrize("count", [1, 50])
def test_line_takes_one_query(day, count, django_assert_num_queries):
    start = utc(2026, 11, 24, 0)
    for n in range(count):
        meeting = MeetingFactory(day=day, starts_at=start.replace(minute=n), ends_at=None)
        AttendanceFactory(meeting=meeting)
    with django_assert_num_queries(1):
        assert len(rows_of(day)) == count


@pytest.mark.parametrize(
    ("status", "to", "now", "held"),
    [
        ("planned", "09:30", "09:29", False),
        ("planned", "09:30", "09:30", True),
        ("planned", None, "08:59", False),
        ("planned", None, "09:00", True),
        ("held", "09:30", "08:00", True),
        ("skipped", "09:30", "10:00", False),
        ("cancelled", "09:30", "10:00", False),
    ],
)
def test_meeting_is_held_when_it_is_over(day, status, to, now, held):
    MeetingFactory(day=day, status=status, to=to)
    (meeting,) = meetings_of(day)
    assert meeting.is_held(at_clock(day, now)) is held
