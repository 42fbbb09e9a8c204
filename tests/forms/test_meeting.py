"""A meeting’s times, what overlaps it, what is not sent."""

from datetime import date, timedelta

import pytest

from interviews.forms.meeting import MeetingForm
from interviews.models import Interviewer, Meeting
from tests.factories import (
    AttendanceFactory,
    InterviewerFactory,
    MeetingFactory,
    a_day,
    utc,
)
from tests.forms.meetings import edited, made, meeting_form, questions, shown


@pytest.fixture
def day(alice):
    return a_day(alice)


def test_meeting_is_at_the_visits_clock_times(alice):
    day = a_day(alice, time_zone="America/New_York")
    meeting = made(meeting_form(day))
    assert (meeting.starts_at, meeting.ends_at) == (
        utc(2026, 11, 24, 14),
        utc(2026, 11, 24, 14, 30),
    )
    assert (meeting.owner, meeting.day, meeting.status) == (alice, day, "planned")


def test_meeting_may_lack_its_end(day):
    assert made(meeting_form(day, end="")).ends_at is None


def test_meeting_may_be_on_any_date_of_the_visit(alice):
    day = a_day(alice, last_date=date(2026, 11, 26))
    assert made(meeting_form(day, date="2026-11-26")).starts_at == utc(2026, 11, 26, 9)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("title", "", "What is it?"),
        ("title", "x" * 201, "at most 200 characters (it has 201)"),
        ("location", "x" * 301, "at most 300 characters (it has 301)"),
        ("start", "", "When does it start?"),
        ("start", "25:00", "Enter a valid time"),
        ("end", "9" * 5000, "Enter a valid time"),
        ("date", "", "required"),
        ("date", "2026-11-25", "Select a valid choice"),
        ("date", "9" * 5000, "Select a valid choice"),
        ("format", "chat", "Select a valid choice"),
        ("status", "perhaps", "Select a valid choice"),
        ("time_zone", "Europe/Londinium", "“Europe/Londinium” is not a time zone"),
        ("end", "08:00", "It must end after its start. Does it end after midnight?"),
        ("end", "09:00", "It must end after its start. Does it end after midnight?"),
        ("start_which", "third", "Select a valid choice"),
        ("known", ["x"], "not a valid UUID"),
        ("known", ["9" * 5000], "not a valid UUID"),
        ("people", "x" * 201, "A name or title has at most 200 characters"),
        ("people", "Anna, " + "x" * 201, "A name or title has at most 200 characters"),
        ("people", "A\n" * 51, "At most 50 people in one meeting."),
    ],
)
def test_meeting_says_what_is_wrong_beside_the_field(day, field, value, message):
    form = meeting_form(day, **{field: value})
    assert list(form.errors) == [field]
    assert message in form.errors[field][0]


@pytest.mark.parametrize(
    ("attribute", "value", "field"),
    [
        ("ends_at", utc(2026, 11, 24, 8), "end"),
        ("ends_at", utc(2026, 11, 26, 8), "end"),
        ("time_zone", "Europe/Londinium", "time_zone"),
    ],
)
def test_rule_that_the_form_missed_is_a_message_from_the_database(day, attribute, value, field):
    form = meeting_form(day)
    assert form.is_valid()
    setattr(form.instance, attribute, value)
    assert form.save_or_explain() is None
    assert list(form.errors) == [field]
    assert (Meeting.objects.count(), Interviewer.objects.count()) == (0, 0)


def test_meeting_ends_after_midnight_when_one_says_so(day):
    form = meeting_form(day, start="22:00", end="01:00")
    assert (list(form.errors), questions(form)) == (["end"], ["ends_next_day"])
    meeting = made(meeting_form(day, start="22:00", end="01:00", ends_next_day="on"))
    assert meeting.ends_at == utc(2026, 11, 25, 1)
    assert questions(MeetingForm(user=day.owner, day=day, instance=meeting)) == ["ends_next_day"]


def test_meeting_takes_at_most_a_day(day):
    meeting = made(meeting_form(day, end="09:00", ends_next_day="on"))
    assert meeting.ends_at - meeting.starts_at == timedelta(hours=24)
    # Where the clocks go back, a day has 25 hours.
    long = a_day(day.owner, date=date(2026, 10, 24))
    form = meeting_form(long, start="12:00", end="12:00", ends_next_day="on")
    assert form.errors == {"end": ["It must end after its start, within 24 hours."]}


def test_overlap_names_the_other_meeting_and_asks(day):
    MeetingFactory(day=day, at="09:15", to="10:00", title="Plant tour")
    form = meeting_form(day)
    message = "“Plant tour” is from 09:15 to 10:00. Choose another time, or say that they run"
    assert form.errors == {"start": [f"{message} at the same time."]}
    assert questions(form) == ["overlap_allowed"]
    assert made(meeting_form(day, overlap_allowed="on")).overlap_allowed is True


@pytest.mark.parametrize(("start", "end"), [("08:30", "09:00"), ("09:30", "10:00"), ("09:10", "")])
def test_meeting_fits_beside_another(day, start, end):
    MeetingFactory(day=day, at="09:00", to="09:30")
    made(meeting_form(day, start=start, end=end))
    assert day.meetings.count() == 2


@pytest.mark.parametrize(
    "other",
    [
        {"to": None},
        {"overlap_allowed": True},
        {"status": "cancelled"},
        {"status": "skipped"},
        {"deleted_at": utc(2026, 11, 1)},
    ],
    ids=["no end", "allowed", "cancelled", "skipped", "in the trash"],
)
def test_meeting_may_share_its_time_with(day, other):
    MeetingFactory(day=day, **other)
    made(meeting_form(day))
    assert day.meetings.count() == 2


def test_cancelled_meeting_may_stay_where_another_is(day):
    cancelled = MeetingFactory(day=day, status="cancelled")
    MeetingFactory(day=day, title="Tour")
    assert made(edited(cancelled, title="Was cancelled")).title == "Was cancelled"
    form = edited(cancelled, status="planned")
    assert "“Tour” is from 09:00 to 09:30" in form.errors["start"][0]


def test_meeting_does_not_overlap_itself(day):
    meeting = MeetingFactory(day=day)
    assert made(edited(meeting, end="10:00")).ends_at == utc(2026, 11, 24, 10)


def test_overlap_that_the_form_missed_is_the_databases(day):
    form = meeting_form(day, people="Anna")
    assert form.is_valid()
    MeetingFactory(day=day)
    assert form.save_or_explain() is None
    assert form.errors == {"start": ["Another meeting of this visit is at that time."]}
    assert (day.meetings.count(), Interviewer.objects.count()) == (1, 0)


def test_unchanged_form_changes_nothing(day):
    person = InterviewerFactory(company=day.application.company)
    meeting = MeetingFactory(
        day=day, format="panel", medium="video", focus="depth", location="Room 3", status="held",
        overlap_allowed=True, added_on_the_day=True,
    )  # fmt: skip
    attendance = AttendanceFactory(meeting=meeting, person=person, title="Boss", remember="tall")
    was = Meeting.objects.filter(pk=meeting.pk).values().get()
    made(edited(meeting))
    now = Meeting.objects.filter(pk=meeting.pk).values().get()
    assert {k: v for k, v in now.items() if k != "updated_at"} == {
        k: v for k, v in was.items() if k != "updated_at"
    }
    assert list(meeting.attendances.values_list("pk", "title", "remember", "status")) == [
        (attendance.pk, "Boss", "tall", "planned")
    ]


def test_what_is_not_sent_stays_as_it_is(day):
    meeting = MeetingFactory(day=day, format="panel", medium="video", status="held")
    data = {**shown(meeting), "format": "", "medium": "", "status": ""}
    saved = made(edited(meeting, **data))
    assert (saved.format, saved.medium, saved.status) == ("panel", "video", "held")
