"""What nobody planned: in two taps, once however often it comes, and nobody else's."""

import time_machine
from django.urls import reverse

from interviews.models import Attendance, Interviewer, Meeting, uuid7
from tests.factories import AttendanceFactory, InterviewerFactory, MeetingFactory, a_day, utc


def join(client, meeting, **data):
    return client.post(reverse("meeting-someone", args=[meeting.pk]), data)


def begin(client, day, **data):
    return client.post(reverse("visit-unplanned", args=[day.pk]), data)


def test_somebody_known_joins(client_of, alice):
    meeting = MeetingFactory(day=a_day(alice))
    person = InterviewerFactory(company=meeting.day.application.company, name="Nadia")
    key = uuid7()
    for _ in range(2):
        answer = join(client_of(alice), meeting, person=person.pk, attendance=key)
        assert answer["Location"] == f"{meeting.get_absolute_url()}#people"

    joined = meeting.attendances.get()
    assert (joined.pk, joined.person, joined.status) == (key, person, "met")


def test_somebody_new_is_made_once_and_known_by_name(client_of, alice):
    meeting = MeetingFactory(day=a_day(alice))
    for typed in ("Gregor Mair, Alarms", "gregor  mair"):
        join(client_of(alice), meeting, name=typed)

    person = Interviewer.objects.get(owner=alice)
    assert (person.name, person.title) == ("Gregor Mair", "Alarms")
    assert person.company == meeting.day.application.company
    assert [a.person for a in meeting.attendances.all()] == [person]


def test_somebody_marked_absent_came_after_all(client_of, alice):
    attendance = AttendanceFactory(meeting__day=a_day(alice), status="absent", remember="pager")
    join(client_of(alice), attendance.meeting, person=attendance.person_id)

    attendance.refresh_from_db()
    assert (attendance.status, attendance.remember) == ("met", "pager")


def test_nobody_and_somebody_elses_person_are_turned_down(client_of, alice, mallory):
    meeting = MeetingFactory(day=a_day(alice))
    hers = InterviewerFactory(company__owner=mallory)
    for data in ({}, {"name": " , "}, {"person": hers.pk}, {"person": "nonsense"}):
        answer = join(client_of(alice), meeting, **data)
        assert answer.status_code == 422
    assert not Attendance.objects.exists()


def test_id_that_is_taken_is_not_taken_over(client_of, alice, mallory):
    hers = AttendanceFactory(meeting__day=a_day(mallory))
    meeting = MeetingFactory(day=a_day(alice))
    join(client_of(alice), meeting, name="Nadia", attendance=hers.pk)

    hers.refresh_from_db()
    assert hers.owner == mallory
    assert [a.person.name for a in meeting.attendances.all()] == ["Nadia"]


def test_unplanned_meeting_begins_now(client_of, alice):
    day, key = a_day(alice, time_zone="America/New_York"), uuid7()
    with time_machine.travel(utc(2026, 11, 24, 15, 18), tick=False):
        for _ in range(2):
            answer = begin(client_of(alice), day, id=key)

    meeting = day.meetings.get()
    assert answer["Location"] == f"{meeting.get_absolute_url()}#note"
    assert (meeting.pk, meeting.starts_at) == (key, utc(2026, 11, 24, 15, 18))
    assert (meeting.title, meeting.added_on_the_day) == ("Unplanned meeting", True)


def test_unplanned_meeting_keeps_the_moment_it_was_captured_at(client_of, alice):
    day = a_day(alice)
    with time_machine.travel(utc(2026, 11, 26, 9, 0)):
        begin(client_of(alice), day, title="A corridor", at="2026-11-24T10:20:31.123Z")

    meeting = day.meetings.get()
    assert (meeting.title, meeting.starts_at) == ("A corridor", utc(2026, 11, 24, 10, 20))


def test_unplanned_meeting_of_another_day_follows_the_last_one(client_of, alice):
    day = a_day(alice)
    last = MeetingFactory(day=day, at="14:00", to="15:00")
    with time_machine.travel(utc(2026, 12, 5, 9, 0)):
        begin(client_of(alice), day, id="nonsense")

    assert day.meetings.latest("created_at").starts_at == last.ends_at


def test_id_of_another_users_meeting_makes_nothing(client_of, alice, mallory):
    hers = MeetingFactory(day=a_day(mallory), title="Hers")
    answer = begin(client_of(alice), a_day(alice), id=hers.pk)

    assert answer.status_code == 404
    assert [m.title for m in Meeting.objects.all()] == ["Hers"]
