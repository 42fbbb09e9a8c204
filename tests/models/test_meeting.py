from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from interviews.models import Attendance, Interviewer, Meeting
from interviews.models.interviewer import name_key
from tests.factories import (
    AttendanceFactory,
    CompanyFactory,
    InterviewerFactory,
    MeetingFactory,
    a_day,
    a_meeting,
    utc,
)


@pytest.fixture
def day(alice):
    return a_day(alice)


def refuses(name, **fields):
    """Assert that the database refuses such a meeting by the constraint of that name."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        MeetingFactory(**fields)
    assert error.value.__cause__.diag.constraint_name == name


# Rules of the database


@pytest.mark.parametrize(
    ("at", "to"), [("09:00", "09:00"), ("09:00", "08:59")], ids=["no length", "before"]
)
def test_meeting_ends_after_its_start(day, at, to):
    refuses("meeting_end_after_start", day=day, at=at, to=to)


def test_meeting_takes_at_most_a_day(day):
    start = utc(2026, 11, 24, 9)
    MeetingFactory(day=day, starts_at=start, ends_at=start + timedelta(hours=24)).delete()
    late = start + timedelta(hours=24, seconds=1)
    refuses("meeting_end_after_start", day=day, starts_at=start, ends_at=late)


def test_meeting_has_a_title(day):
    refuses("meeting_title_not_blank", day=day, title="")


def test_meeting_has_a_known_zone(day):
    refuses("meeting_zone_known", day=day, time_zone="Europe/Londinium")


def test_meeting_has_a_known_status(day):
    refuses("meeting_status_known", day=day, status="perhaps")


def test_meeting_overlaps_no_other(day):
    MeetingFactory(day=day, at="09:00", to="10:00")
    for at, to in (("08:30", "09:01"), ("09:15", "09:30"), ("09:59", "11:00"), ("08:00", "11:00")):
        refuses("meeting_no_overlap", day=day, at=at, to=to)


def test_meeting_may_follow_back_to_back(day):
    for at, to in (("09:00", "10:00"), ("10:00", "11:00"), ("08:30", "09:00")):
        MeetingFactory(day=day, at=at, to=to)
    assert [f"{m.local_start:%H:%M}" for m in day.meetings.in_order()] == [
        "08:30",
        "09:00",
        "10:00",
    ]


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
    first = MeetingFactory(day=day, at="09:00", to="10:00")
    second = MeetingFactory(day=day, **{"at": "09:30", "to": "10:30", **other})
    assert set(day.meetings.all()) == {first, second}


def test_meeting_may_share_its_time_with_another_visit(alice, day):
    first, second = a_meeting(alice, day=day), a_meeting(alice)
    assert first.starts_at == second.starts_at


def test_overlapping_finds_what_the_database_would_refuse(day):
    before = MeetingFactory(day=day, at="08:00", to="09:00")
    within = MeetingFactory(day=day, at="09:15", to="09:30")
    MeetingFactory(day=day, at="10:00", to="11:00")
    MeetingFactory(day=day, at="09:15", to=None)
    MeetingFactory(day=day, at="09:15", to="09:45", overlap_allowed=True)
    MeetingFactory(day=day, at="09:15", to="09:45", status="skipped")
    MeetingFactory(day=day, at="09:15", to="09:45", deleted_at=utc(2026, 11, 1))
    overlapping = day.meetings.overlapping(utc(2026, 11, 24, 9), utc(2026, 11, 24, 10))
    assert list(overlapping) == [within]
    assert before not in overlapping


def test_meeting_cannot_take_back_a_time_that_is_taken(day):
    cancelled = MeetingFactory(day=day, status="cancelled")
    MeetingFactory(day=day)
    assert cancelled.take_status("planned") is False
    cancelled.refresh_from_db()
    assert cancelled.status == "cancelled"


def test_meeting_takes_back_its_free_time(day):
    cancelled = MeetingFactory(day=day, status="cancelled")
    assert cancelled.take_status("planned") is True
    cancelled.refresh_from_db()
    assert cancelled.status == "planned"


# What it says of itself


def test_meeting_shows_its_own_zone_and_the_visits_date(alice):
    day = a_day(alice, time_zone="Asia/Tokyo")
    call = MeetingFactory(day=day, at="07:00", to="08:00", time_zone="America/New_York")
    assert f"{call.local_start:%d %H:%M} {call.local_end:%H:%M}" == "23 17:00 18:00"
    assert call.date == day.date


def test_meetings_are_seen_by_their_owner_only(alice, mallory, day):
    mine, theirs = a_meeting(alice, day=day), a_meeting(mallory)
    assert list(Meeting.objects.visible_to(alice)) == [mine]
    assert list(Meeting.objects.visible_to(mallory)) == [theirs]


# Who attends


def test_person_attends_once(day):
    attendance = AttendanceFactory(meeting__day=day)
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        AttendanceFactory(meeting=attendance.meeting, person=attendance.person)
    assert error.value.__cause__.diag.constraint_name == "attendance_once"


def test_withdrawn_person_with_a_line_stays_as_absent(day):
    attendance = AttendanceFactory(meeting__day=day, remember="red glasses")
    attendance.withdraw()
    attendance.refresh_from_db()
    assert (attendance.status, attendance.remember) == ("absent", "red glasses")


def test_withdrawn_person_without_a_line_goes(day):
    attendance = AttendanceFactory(meeting__day=day)
    attendance.withdraw()
    assert list(Attendance.objects.all()) == []


def test_absent_person_who_was_not_there_is_not_withdrawn(day):
    attendance = AttendanceFactory(meeting__day=day, status="absent")
    attendance.withdraw()
    assert list(Attendance.objects.all()) == [attendance]


def test_attendance_hides_a_person_in_the_trash(day):
    gone = AttendanceFactory(meeting__day=day, person__deleted_at=utc(2026, 11, 1))
    there = AttendanceFactory(meeting=gone.meeting)
    assert list(Attendance.objects.live()) == [there]


def test_people_of_a_company_are_listed_by_name(alice):
    company = CompanyFactory(owner=alice)
    zoe, anna = (InterviewerFactory(company=company, name=name) for name in ("Zoe", "Anna"))
    InterviewerFactory()
    assert list(Interviewer.objects.of_company(company)) == [anna, zoe]


@pytest.mark.parametrize(
    "spelling",
    [
        "Zoë Ångström",
        "zoe angstrom",
        "Dr. Zoë ÅNGSTRÖM",
        "Prof. Dr. Zoe Angstrom, PhD",
        "Zoe  Angstrom MBA",
    ],
)
def test_spellings_of_one_name_meet(spelling):
    assert name_key(spelling) == "zoe angstrom"


@pytest.mark.parametrize("name", ["Dr.", "王小明", "محمد علي", "🙂", "Ms", "O’Neill"])
def test_no_name_folds_to_nothing(name):
    assert name_key(name) != ""
