from datetime import date, timedelta

import pytest

from interviews.forms.meeting import MeetingForm, RememberForm, name_and_title
from interviews.models import Attendance, Interviewer, Meeting
from tests.factories import (
    AttendanceFactory,
    InterviewerFactory,
    MeetingFactory,
    a_day,
    utc,
)

NEW = {"title": "Interview", "date": "2026-11-24", "start": "09:00", "end": "09:30"}


@pytest.fixture
def day(alice):
    return a_day(alice)


def meeting_form(day, **data):
    return MeetingForm({**NEW, "date": day.date.isoformat(), **data}, user=day.owner, day=day)


def shown(meeting):
    """The data that the form for this meeting shows, as a browser would send them back."""
    form = MeetingForm(user=meeting.owner, day=meeting.day, instance=meeting)
    data = {}
    for name in form.fields:
        value = form[name].value()
        if value not in (None, "", False, []):
            data[name] = f"{value:%H:%M}" if name in ("start", "end") else value
    return data


def edited(meeting, **data):
    meeting = Meeting.objects.get(pk=meeting.pk)
    return MeetingForm(
        {**shown(meeting), **data}, user=meeting.owner, day=meeting.day, instance=meeting
    )


def made(form):
    assert form.is_valid(), form.errors
    return form.save_or_explain()


def names(meeting):
    """Who is in the meeting, and the title printed beside them."""
    return [(a.person.name, a.title) for a in meeting.attendances.with_person()]


def questions(form):
    return [field.name for field in form.questions]


# When


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


# Overlap


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


# When the clocks change

NEVER = [
    ("Europe/London", "2026-03-29", "01:30", "02:30"),
    ("America/New_York", "2026-03-08", "02:00", "03:00"),
    ("Australia/Lord_Howe", "2026-10-04", "02:15", "02:45"),
    ("Africa/Casablanca", "2026-03-22", "02:30", "03:30"),
]
TWICE = [
    ("Europe/London", "2026-10-25", "01:30", timedelta(hours=1)),
    ("America/New_York", "2026-11-01", "01:30", timedelta(hours=1)),
    ("Australia/Lord_Howe", "2026-04-05", "01:45", timedelta(minutes=30)),
    ("Africa/Casablanca", "2026-02-15", "02:30", timedelta(hours=1)),
]


@pytest.mark.parametrize(("zone", "on", "at", "perhaps"), NEVER)
def test_clock_time_that_does_not_exist_is_refused(alice, zone, on, at, perhaps):
    day = a_day(alice, date=date.fromisoformat(on), time_zone=zone)
    form = meeting_form(day, start=at, end="")
    assert list(form.errors) == ["start"]
    assert f"{at} does not exist on" in form.errors["start"][0]
    assert f"Perhaps {perhaps}?" in form.errors["start"][0]
    form = meeting_form(day, start="00:10", end=at)
    assert list(form.errors) == ["end"]
    assert f"{at} does not exist on" in form.errors["end"][0]


@pytest.mark.parametrize(("zone", "on", "at", "apart"), TWICE)
def test_clock_time_that_comes_twice_asks_which(alice, zone, on, at, apart):
    day = a_day(alice, date=date.fromisoformat(on), time_zone=zone)
    form = meeting_form(day, start=at, end="")
    assert f"{at} comes twice on" in form.errors["start"][0]
    assert questions(form) == ["start_which"]
    starts = [
        made(meeting_form(day, start=at, end="", start_which=which)).starts_at
        for which in ("first", "second")
    ]
    assert starts[1] - starts[0] == apart


def test_end_that_comes_twice_asks_which(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    form = meeting_form(day, start="00:30", end="01:30")
    assert (list(form.errors), questions(form)) == (["end"], ["end_which"])
    meeting = made(meeting_form(day, start="00:30", end="01:30", end_which="second"))
    assert (meeting.starts_at, meeting.ends_at) == (
        utc(2026, 10, 24, 23, 30),
        utc(2026, 10, 25, 1, 30),
    )


def test_both_that_come_twice_ask_at_once(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    form = meeting_form(day, start="01:15", end="01:45")
    assert (sorted(form.errors), questions(form)) == (
        ["end", "start"],
        ["start_which", "end_which"],
    )


def test_meeting_may_end_at_an_earlier_clock_time_of_the_second_hour(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    form = meeting_form(day, start="01:45", end="01:15", start_which="first")
    assert (list(form.errors), questions(form)) == (
        ["end"], ["start_which", "end_which", "ends_next_day"],
    )  # fmt: skip
    data = {"start": "01:45", "end": "01:15", "start_which": "first", "end_which": "second"}
    meeting = made(meeting_form(day, **data))
    assert meeting.ends_at - meeting.starts_at == timedelta(minutes=30)
    assert made(edited(meeting)).ends_at == meeting.ends_at


def test_first_after_second_is_refused(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    data = {"start": "01:15", "end": "01:45", "start_which": "second", "end_which": "first"}
    assert list(meeting_form(day, **data).errors) == ["end"]


# In a zone of its own


def test_call_is_entered_in_its_own_zone(day):
    call = made(meeting_form(day, start="09:00", end="10:00", time_zone="America/New_York"))
    assert (call.starts_at, call.ends_at) == (utc(2026, 11, 24, 14), utc(2026, 11, 24, 15))


@pytest.mark.parametrize(
    ("visit", "own", "start", "starts_at"),
    [
        ("Asia/Tokyo", "America/New_York", "18:00", utc(2026, 11, 23, 23)),  # 08:00 in Tokyo
        ("America/New_York", "Asia/Tokyo", "07:00", utc(2026, 11, 24, 22)),  # 17:00 in New York
        ("Europe/London", "Pacific/Kiritimati", "01:00", utc(2026, 11, 24, 11)),
        ("Pacific/Pago_Pago", "Pacific/Kiritimati", "10:30", utc(2026, 11, 24, 20, 30)),
    ],
)
def test_call_may_have_another_date_where_the_caller_is(alice, visit, own, start, starts_at):
    day = a_day(alice, time_zone=visit)
    call = made(meeting_form(day, start=start, end="", time_zone=own))
    assert (call.starts_at, call.date) == (starts_at, day.date)


@pytest.mark.parametrize("own", ["America/New_York", "Asia/Tokyo", "Pacific/Kiritimati"])
def test_call_is_saved_as_it_is_shown(alice, own):
    day = a_day(alice, last_date=date(2026, 11, 25))
    for hour in ("02", "12", "22"):
        for days in (0, 1):
            times = {"at": f"{hour}:00", "to": f"{hour}:45", "days": days}
            call = MeetingFactory(day=day, time_zone=own, **times)
            saved = made(edited(call))
            assert (saved.starts_at, saved.ends_at) == (call.starts_at, call.ends_at)


def test_clocks_change_in_the_callers_zone(alice):
    day = a_day(alice, date=date(2026, 3, 8))
    form = meeting_form(day, start="02:30", end="", time_zone="America/New_York")
    assert "02:30 does not exist on Sun 8 Mar in America/New_York" in form.errors["start"][0]


# Who


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


@pytest.mark.parametrize(("hour", "which"), [(0, "first"), (1, "second")])
def test_form_shows_which_of_two_times_a_meeting_has(alice, hour, which):
    day = a_day(alice, date=date(2026, 10, 25))
    starts_at, ends_at = utc(2026, 10, 25, hour, 10), utc(2026, 10, 25, hour, 40)
    meeting = MeetingFactory(day=day, starts_at=starts_at, ends_at=ends_at)
    form = MeetingForm(user=alice, day=day, instance=meeting)
    assert questions(form) == ["start_which", "end_which"]
    assert (form["start_which"].value(), form["end_which"].value()) == (which, which)
    saved = made(edited(meeting, title="Changed"))
    assert (saved.starts_at, saved.ends_at) == (starts_at, ends_at)
