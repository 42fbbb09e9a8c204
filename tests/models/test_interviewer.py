"""People: how their names are compared, and what merging keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.models import Interviewer
from interviews.models.interviewer import name_key
from tests.factories import (
    AttendanceFactory,
    CompanyFactory,
    InterviewerFactory,
    RoleFactory,
    a_day,
    a_meeting,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë Müller", "zoe  MULLER"),
        ("Dr. Zoë Müller", "Zoe Muller"),
        ("Frau Prof. Dr. h.c. Anna Groß", "Anna Gross"),
        ("Dipl.-Ing. Łukasz Ørsted", "lukasz orsted"),
        ("Dott.ssa Æva Œser", "Aeva Oeser"),
        ("J.R.R. Tolkien", "J. R. R. Tolkien"),
        ("Mr. Seán O’Brien, PhD", "Sean O'Brien"),
        ("Ana\u00a0Mari\u0301a", "Ana María"),
        ("ＡＮＡ", "ana"),
    ],
)
def test_two_spellings_of_a_name_meet(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana Ruiz", "Ana Ruis"), ("Dr. Ruiz", "Dr. Ruis"), ("Müller", "Mueller"), ("👩 Kim", "Kim")],
)
def test_different_names_stay_apart(one, other):
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(("name", "key"), [("Dr.", "dr"), ("...", "..."), ("HR", "hr"), (" ", "")])
def test_a_name_that_is_all_title_keeps_something(name, key):
    assert name_key(name) == key


@given(st.text(max_size=200))
def test_a_key_is_empty_only_for_a_blank_name_and_has_no_edges(name):
    key = name_key(name)
    assert key == " ".join(key.split())
    assert bool(key) or not [c for c in name if c.isalnum()]


def test_people_alike_are_of_the_same_company(alice):
    company = CompanyFactory(owner=alice)
    ana = InterviewerFactory(company=company, name="Ana Ruiz")
    alike = InterviewerFactory(company=company, name="Ms Ana RUÍZ")
    InterviewerFactory(owner=alice, company=None, name="Ana Ruiz")
    InterviewerFactory(company=company, name="Ben")
    InterviewerFactory(company=company, name="Ana Ruiz").trash(ana.created_at)
    assert Interviewer.objects.visible_to(alice).like(ana) == [alike]


def test_the_people_for_an_application_are_found_once_each(alice):
    meeting = a_meeting(alice)
    application = meeting.day.application
    colleague = InterviewerFactory(company=application.company, name="Colleague")
    agent = InterviewerFactory(owner=alice, company=None, name="agent")
    with_role = RoleFactory(
        application=application, person__company=None, person__owner=alice, person__name="Role"
    ).person
    for each in (meeting, a_meeting(alice, day=meeting.day, at="12:00", to="13:00")):
        AttendanceFactory(meeting=each, person=agent)
        AttendanceFactory(meeting=each, person=colleague)
    gone = a_meeting(alice, day=meeting.day, at="14:00", to="15:00")
    AttendanceFactory(
        meeting=gone, person=InterviewerFactory(owner=alice, company=None, name="Gone")
    )
    gone.trash(gone.created_at)
    people = Interviewer.objects.visible_to(alice).met_for(application)
    assert list(people) == [agent, colleague, with_role]


def test_merging_moves_meetings_in_the_trash_too(alice):
    meeting = a_meeting(alice, day=a_day(alice))
    one, two = InterviewerFactory.create_batch(2, company=meeting.day.application.company)
    attendance = AttendanceFactory(meeting=meeting, person=two, remember="Dog")
    meeting.trash(meeting.created_at)
    one.merge(two, meeting.created_at)
    attendance.refresh_from_db()
    assert (attendance.person, attendance.remember) == (one, "Dog")
    assert list(Interviewer.objects.visible_to(alice)) == [one]


def test_merging_equal_people_adds_no_remark(alice):
    company = CompanyFactory(owner=alice)
    one, two = InterviewerFactory.create_batch(2, company=company, name="Ana", remarks="Kind.")
    one.merge(two, company.created_at)
    assert one.remarks == "Kind."
