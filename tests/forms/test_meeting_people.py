"""Who is in a meeting: ticked, typed, remembered."""

import pytest

from interviews.forms.meeting import MeetingForm, RememberForm, name_and_title
from interviews.models import Attendance, Interviewer
from tests.factories import (
    AttendanceFactory,
    InterviewerFactory,
    a_day,
    utc,
)
from tests.forms.meetings import edited, made, meeting_form, names


@pytest.fixture
def day(alice):
    return a_day(alice)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Anna Adeyemi", ("Anna Adeyemi", "")),
        ("Anna Adeyemi, Head of HR", ("Anna Adeyemi", "Head of HR")),
        ("Anna Adeyemi – Head of HR", ("Anna Adeyemi", "Head of HR")),
        ("- Anna Adeyemi; Head of HR, Ulm", ("Anna Adeyemi", "Head of HR, Ulm")),
        ("Anna Adeyemi (Head of HR)", ("Anna Adeyemi", "Head of HR")),
        ("Anna\tHead of HR", ("Anna", "Head of HR")),
        ("Jean-Luc Smith-Jones", ("Jean-Luc Smith-Jones", "")),
        ("王小明", ("王小明", "")),
    ],
)
def test_name_and_title_are_told_apart(line, person):
    assert name_and_title(line) == person


def test_people_typed_are_made_for_the_company(day):
    meeting = made(meeting_form(day, people="Anna Adeyemi, Head of HR\n\n ,; \nBen Ó Sé"))
    assert names(meeting) == [("Anna Adeyemi", "Head of HR"), ("Ben Ó Sé", "")]
    anna = Interviewer.objects.get(name="Anna Adeyemi")
    assert (anna.company, anna.owner, anna.title) == (
        day.application.company, day.owner, "Head of HR",
    )  # fmt: skip


def test_people_typed_are_found_by_name(day):
    company = day.application.company
    known = InterviewerFactory(company=company, name="Dr. Zoë Ångström", title="")
    meeting = made(meeting_form(day, people="zoe angstrom, CTO"))
    assert [a.person for a in meeting.attendances.all()] == [known]
    known.refresh_from_db()
    assert (known.name, known.title) == ("Dr. Zoë Ångström", "CTO")


def test_people_typed_keep_the_title_that_they_have(day):
    known = InterviewerFactory(company=day.application.company, name="Anna", title="CTO")
    meeting = made(meeting_form(day, people="Anna, Chief of technology"))
    known.refresh_from_db()
    assert (known.title, names(meeting)) == ("CTO", [("Anna", "Chief of technology")])


def test_same_person_typed_twice_and_ticked_attends_once(day):
    known = InterviewerFactory(company=day.application.company, name="Anna", title="CTO")
    meeting = made(
        meeting_form(day, people="ANNA\nMs. Anna, Tech\nBen\nben", known=[str(known.pk)])
    )
    assert names(meeting) == [("Anna", "Tech"), ("Ben", "")]


def test_title_typed_for_somebody_who_is_there_is_kept(day):
    attendance = AttendanceFactory(meeting__day=day, title="CTO", person__name="Anna")
    meeting = made(edited(attendance.meeting, people="Anna, Chief of technology"))
    assert names(meeting) == [("Anna", "Chief of technology")]
    assert [a.pk for a in meeting.attendances.all()] == [attendance.pk]


def test_people_of_other_companies_and_users_are_not_found_by_name(alice, mallory, day):
    for other in (a_day(alice, "Elsewhere"), a_day(mallory)):
        InterviewerFactory(company=other.application.company, name="Anna")
    InterviewerFactory(company=day.application.company, name="Anna", deleted_at=utc(2026, 11, 1))
    meeting = made(meeting_form(day, people="Anna"))
    assert Interviewer.objects.filter(name="Anna").count() == 4
    assert meeting.attendances.get().person.company == day.application.company


def test_people_to_tick_are_those_of_the_company_and_those_who_attend(alice, mallory, day):
    company = day.application.company
    zoe = InterviewerFactory(company=company, name="Zoe", title="")
    recruiter = AttendanceFactory(meeting__day=day, person__company=None, person__owner=alice)
    InterviewerFactory(company=company, deleted_at=utc(2026, 11, 1))
    InterviewerFactory(company=a_day(alice, "Elsewhere").application.company)
    InterviewerFactory(company=a_day(mallory).application.company)
    form = MeetingForm(user=alice, day=day)
    assert list(form.fields["known"].choices) == [(zoe.pk, "Zoe")]
    form = MeetingForm(user=alice, day=day, instance=recruiter.meeting)
    assert {key for key, _ in form.fields["known"].choices} == {zoe.pk, recruiter.person_id}


def test_person_of_another_user_cannot_be_ticked(mallory, day):
    theirs = InterviewerFactory(company=a_day(mallory).application.company)
    form = meeting_form(day, known=[str(theirs.pk)])
    assert list(form.errors) == ["known"]


def test_line_to_remember_survives_an_edit(day):
    kept = AttendanceFactory(meeting__day=day, remember="red glasses", status="met")
    gone = AttendanceFactory(meeting=kept.meeting, remember="blue tie")
    plain = AttendanceFactory(meeting=kept.meeting)
    made(edited(kept.meeting, known=[str(kept.person_id)]))
    rows = Attendance.objects.values_list("person_id", "remember", "status")
    assert set(rows) == {
        (kept.person_id, "red glasses", "met"),
        (gone.person_id, "blue tie", "absent"),
    }
    again = made(edited(kept.meeting, known=[str(kept.person_id), str(gone.person_id)]))
    gone.refresh_from_db()
    assert (gone.status, gone.remember) == ("planned", "blue tie")
    assert plain.person_id not in {a.person_id for a in again.attendances.all()}


def test_remember_form_keeps_line_title_and_status(day):
    attendance = AttendanceFactory(meeting__day=day)
    data = {"remember": "red glasses", "title": "CTO", "status": "met"}
    made(RememberForm(data, instance=attendance, user=day.owner))
    attendance.refresh_from_db()
    assert (attendance.remember, attendance.title, attendance.status) == tuple(data.values())


@pytest.mark.parametrize(
    ("field", "value"), [("remember", "x" * 301), ("title", "x" * 201), ("status", "gone")]
)
def test_remember_form_says_what_is_wrong(day, field, value):
    attendance = AttendanceFactory(meeting__day=day)
    data = {"remember": "", "title": "", "status": "met", field: value}
    form = RememberForm(data, instance=attendance, user=day.owner)
    assert list(form.errors) == [field]
