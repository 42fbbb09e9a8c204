from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from interviews.models import InterviewDay, Meeting
from interviews.models.day import CannotMoveBackError
from tests.factories import ApplicationFactory, DayFactory, MeetingFactory, a_day, a_meeting, utc


@pytest.fixture
def day(alice):
    return a_day(alice)


def refuses(name, **fields):
    """Assert that the database refuses such a visit by the constraint of that name."""
    application = ApplicationFactory()
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        DayFactory(application=application, **fields)
    assert error.value.__cause__.diag.constraint_name == name


def clocks(day):
    """Date and clock times of the visit's live meetings, in its zone."""
    day.refresh_from_db()
    ends = [(m.local_start, m.local_end) for m in day.meetings.live().in_order()]
    return [f"{s:%d %b %H:%M}–{e:%H:%M}" if e else f"{s:%d %b %H:%M}" for s, e in ends]


def instants(day):
    """Start and end of all its meetings, by their keys."""
    return {m.pk: (m.starts_at, m.ends_at) for m in Meeting.objects.filter(day=day)}


# Rules of the database


@pytest.mark.parametrize(
    "on", [date(1, 1, 1), date(1999, 12, 31), date(2101, 1, 1), date(9999, 12, 31)]
)
def test_visit_lies_in_this_century(on, db):
    refuses("day_date_range", date=on)


@pytest.mark.parametrize("days", [-1, 7, 1000])
def test_visit_takes_up_to_a_week(days, db):
    refuses("day_last_date_range", last_date=date(2026, 11, 24) + timedelta(days=days))


@pytest.mark.parametrize("days", [0, 1, 6])
def test_visit_may_take_some_days(days, alice):
    day = a_day(alice, last_date=date(2026, 11, 24) + timedelta(days=days))
    assert (day.dates[0], day.dates[-1]) == (day.date, day.last_date)
    assert len(day.dates) == days + 1


@pytest.mark.parametrize("zone", ["", "Europe/Londinium", "CET+9", "x" * 64])
def test_visit_has_a_known_zone(zone, db):
    refuses("day_zone_known", time_zone=zone)


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("status", "day_status_known"),
        ("structure", "day_structure_known"),
        ("overall_impression", "day_overall_impression_known"),
    ],
)
def test_visit_has_known_choices(field, name, db):
    refuses(name, **{field: "perhaps"})


# Ahead and past


def test_visit_is_past_after_its_last_date_in_its_own_zone(alice):
    auckland = a_day(alice, "Kiwi", time_zone="Pacific/Auckland")
    honolulu = a_day(alice, "Surf", time_zone="Pacific/Honolulu")
    longer = a_day(alice, "Long", last_date=date(2026, 11, 26))
    with time_machine.travel(utc(2026, 11, 24, 12), tick=False):  # 01:00 of the 25th in Auckland
        assert list(InterviewDay.objects.upcoming()) == [honolulu, longer]
        assert list(InterviewDay.objects.past()) == [auckland]
    with time_machine.travel(utc(2026, 11, 27, 1), tick=False):
        assert list(InterviewDay.objects.upcoming()) == []


@pytest.mark.parametrize("status", ["completed", "cancelled"])
def test_visit_is_past_when_it_is_over(alice, status):
    day = a_day(alice, status=status)
    with time_machine.travel(utc(2026, 11, 1), tick=False):
        assert list(InterviewDay.objects.past()) == [day]
        assert list(InterviewDay.objects.upcoming()) == []


def test_cancelled_visit_keeps_nobody_waiting(alice):
    assert a_day(alice, status="completed").is_waiting is True
    assert a_day(alice, status="cancelled").is_waiting is False


def test_visits_are_seen_by_their_owner_only(alice, mallory, day):
    theirs = a_day(mallory)
    assert list(InterviewDay.objects.visible_to(alice)) == [day]
    assert list(InterviewDay.objects.visible_to(mallory)) == [theirs]


def test_visit_goes_to_the_trash_with_its_meetings_and_back(alice, day):
    before, stays = a_meeting(alice, day=day), a_meeting(alice, day=day, at="11:00", to="12:00")
    before.trash(utc(2026, 11, 1))
    day.trash(utc(2026, 11, 2))
    assert list(Meeting.objects.visible_to(alice)) == []
    day.restore()
    assert list(Meeting.objects.visible_to(alice)) == [stays]


# Moving


@pytest.mark.parametrize(
    ("to", "last", "zone"),
    [
        (date(2026, 12, 1), None, "Europe/London"),
        (date(2026, 7, 1), None, "Europe/London"),
        (date(2026, 11, 24), None, "America/New_York"),
        (date(2027, 3, 5), date(2027, 3, 7), "Australia/Lord_Howe"),
    ],
    ids=["date", "into summer time", "zone", "all"],
)
def test_moved_visit_keeps_its_clock_times_and_goes_back(alice, day, to, last, zone):
    MeetingFactory(day=day, at="09:00", to="09:45")
    MeetingFactory(day=day, at="10:00", to=None)
    was = instants(day)
    day.move(to, last, zone)
    day.refresh_from_db()
    assert (day.date, day.last_date, day.time_zone) == (to, last, zone)
    assert clocks(day) == [f"{to:%d %b} 09:00–09:45", f"{to:%d %b} 10:00"]
    day.move_back()
    day.refresh_from_db()
    assert (day.date, day.last_date, day.time_zone) == (date(2026, 11, 24), None, "Europe/London")
    assert (day.moved_from, instants(day)) == (None, was)


def test_moved_visit_of_several_days_keeps_their_distance(alice):
    day = a_day(alice, last_date=date(2026, 11, 26))
    for days in (0, 2):
        MeetingFactory(day=day, days=days)
    day.move(date(2026, 12, 30), date(2027, 1, 1), "Europe/London")
    assert clocks(day) == ["30 Dec 09:00–09:30", "01 Jan 09:00–09:30"]


def test_moved_visit_takes_the_trash_along(alice, day):
    gone = MeetingFactory(day=day, deleted_at=utc(2026, 11, 1))
    day.move(date(2026, 12, 1), None, "Europe/London")
    gone.refresh_from_db()
    assert gone.starts_at == utc(2026, 12, 1, 9)
    day.move_back()
    gone.refresh_from_db()
    assert gone.starts_at == utc(2026, 11, 24, 9)


def test_moved_visit_may_rearrange_meetings_that_touch(day):
    for hour in range(9, 17):
        MeetingFactory(day=day, at=f"{hour:02}:00", to=f"{hour + 1:02}:00")
    day.move(date(2026, 11, 24), None, "Europe/Berlin")
    assert clocks(day) == [f"24 Nov {h:02}:00–{h + 1:02}:00" for h in range(9, 17)]


def test_call_with_its_own_zone_keeps_the_clock_time_there(day):
    call = MeetingFactory(day=day, at="14:00", to="15:00", time_zone="America/New_York")
    day.move(date(2026, 11, 24), None, "Europe/Berlin")
    call.refresh_from_db()
    assert call.starts_at == utc(2026, 11, 24, 14)
    day.move(date(2026, 7, 1), None, "Europe/Berlin")
    call.refresh_from_db()
    assert call.starts_at == utc(2026, 7, 1, 13)  # nine in New York, as before


def test_second_of_two_times_comes_back_exactly(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    second = MeetingFactory(day=day, starts_at=utc(2026, 10, 25, 1, 30), ends_at=None)
    day.move(date(2026, 11, 24), None, "Europe/London")
    assert clocks(day) == ["24 Nov 01:30"]
    day.move_back()
    second.refresh_from_db()
    assert second.starts_at == utc(2026, 10, 25, 1, 30)


def test_meeting_across_the_change_comes_back_exactly(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    times = {"starts_at": utc(2026, 10, 25, 0, 45), "ends_at": utc(2026, 10, 25, 1, 15)}
    across = MeetingFactory(day=day, **times)  # 01:45, then the second 01:15
    day.move(date(2026, 11, 24), None, "Europe/London")
    across.refresh_from_db()
    assert across.ends_at - across.starts_at == timedelta(minutes=30)
    day.move_back()
    across.refresh_from_db()
    assert {"starts_at": across.starts_at, "ends_at": across.ends_at} == times


@pytest.mark.parametrize(("fold", "hour"), [(0, 0), (1, 1)])
def test_moved_meeting_takes_the_chosen_one_of_two_times(day, fold, hour):
    meeting = MeetingFactory(day=day, at="01:10", to="01:40")
    day.move(date(2026, 10, 25), None, "Europe/London", fold=fold)
    meeting.refresh_from_db()
    assert meeting.starts_at == utc(2026, 10, 25, hour, 10)
    assert meeting.ends_at == utc(2026, 10, 25, hour, 40)


def test_what_does_not_move_keeps_which_of_two_times_it_is(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    second = MeetingFactory(day=day, starts_at=utc(2026, 10, 25, 1, 30), ends_at=None)
    call = MeetingFactory(day=day, time_zone="Europe/Paris", starts_at=utc(2026, 10, 25, 1, 15))
    for last, zone in ((date(2026, 10, 26), "Europe/London"), (None, "Europe/Dublin")):
        day.move(date(2026, 10, 25), last, zone, fold=0 if zone == "Europe/London" else None)
        second.refresh_from_db()
        call.refresh_from_db()
        assert second.starts_at == utc(2026, 10, 25, 1, 30)
        assert call.starts_at == utc(2026, 10, 25, 1, 15)


def test_meetings_added_and_changed_after_a_move_go_back_with_it(day):
    kept = MeetingFactory(day=day, at="09:00", to="09:30")
    changed = MeetingFactory(day=day, at="10:00", to="10:30")
    day.move(date(2026, 12, 1), None, "America/New_York")
    added = MeetingFactory(day=day, at="15:00", to="16:00")
    changed.refresh_from_db()
    changed.starts_at, changed.ends_at = utc(2026, 12, 1, 16), utc(2026, 12, 1, 17)  # eleven there
    changed.save()
    day.move_back()
    assert clocks(day) == ["24 Nov 09:00–09:30", "24 Nov 11:00–12:00", "24 Nov 15:00–16:00"]
    assert {kept.pk, changed.pk, added.pk} == set(instants(day))


def test_visit_does_not_go_back_where_a_later_meeting_finds_no_date(alice, day):
    day.move(date(2026, 11, 24), date(2026, 11, 25), "Europe/London")
    MeetingFactory(day=day, days=1, title="Second day")
    with pytest.raises(CannotMoveBackError, match="“Second day” would fall outside of its dates"):
        day.move_back()
    day.refresh_from_db()
    assert day.last_date == date(2026, 11, 25)


def test_visit_does_not_go_back_where_meetings_would_overlap(alice, day):
    MeetingFactory(day=day, at="14:00", to="15:00", time_zone="America/New_York")
    day.move(date(2026, 11, 24), None, "America/New_York")  # the call is at nine there
    added = MeetingFactory(day=day, at="14:00", to="15:00")
    with pytest.raises(CannotMoveBackError, match="would overlap"), transaction.atomic():
        day.move_back()
    day.refresh_from_db()
    added.refresh_from_db()
    assert (day.time_zone, added.starts_at) == ("America/New_York", utc(2026, 11, 24, 19))
