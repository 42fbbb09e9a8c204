from datetime import date

import pytest
from django.db import transaction

from interviews.forms.visit import AgendaMailForm, NewVisitForm, VisitForm
from interviews.models import AgendaImport, Application, Company, InterviewDay
from tests.factories import ApplicationFactory, CompanyFactory, MeetingFactory, a_day, utc

NEW = {
    "company": "Marrable",
    "position": "Engineer",
    "date": "2026-11-24",
    "last_date": "",
    "time_zone": "Europe/London",
    "address": "",
}


def new_visit(user, **data):
    return NewVisitForm({**NEW, **data}, user=user)


def edited(day, **data):
    """The form for that visit with the data it has, changed by `data`."""
    was = {name: getattr(day, name) or "" for name in VisitForm.Meta.fields}
    return VisitForm({**was, **data}, instance=InterviewDay.objects.get(pk=day.pk), user=day.owner)


def made(form):
    assert form.is_valid(), form.errors
    return form.save_or_explain()


# A new visit


def test_new_visit_makes_company_and_application(alice):
    day = made(new_visit(alice, company="  Marrable   Ltd ", position=" Lead\tengineer "))
    application = day.application
    assert (application.company.name, application.position) == ("Marrable Ltd", "Lead engineer")
    assert {day.owner, application.owner, application.company.owner} == {alice}


def test_new_visit_finds_the_company_and_application_in_other_letters(alice):
    known = ApplicationFactory(company=CompanyFactory(owner=alice, name="Ångström Café"))
    day = made(new_visit(alice, company="ångström  CAFÉ", position="ENGINEER"))
    assert day.application == known


@pytest.mark.parametrize(
    ("known", "typed"), [("ibm", "İBM"), ("kelvin", "\u212aelvin"), ("s", "ſ")]
)
def test_new_visit_takes_letters_that_lower_and_upper_differently(alice, known, typed):
    CompanyFactory(owner=alice, name=known)
    day = made(new_visit(alice, company=typed))
    assert day.application.company.name in (known, typed)


def test_new_visit_does_not_find_another_users_company(alice, mallory):
    theirs = CompanyFactory(owner=mallory, name="Marrable")
    assert made(new_visit(alice)).application.company != theirs
    assert Company.objects.count() == 2


def test_new_visit_does_not_take_a_company_out_of_the_trash(alice):
    CompanyFactory(owner=alice, name="Marrable", deleted_at=utc(2026, 11, 1))
    assert made(new_visit(alice)).application.company.deleted_at is None


def test_new_visit_suggests_ones_own_companies(alice, mallory):
    CompanyFactory(owner=alice, name="Mine")
    CompanyFactory(owner=alice, name="Trashed", deleted_at=utc(2026, 11, 1))
    CompanyFactory(owner=mallory, name="Theirs")
    assert new_visit(alice).companies() == ["Mine"]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("company", "", "Which company do you visit?"),
        ("company", " \u2003\t", "Which company do you visit?"),
        ("company", "x" * 201, "at most 200 characters (it has 201)"),
        ("position", "", "Which position is it for?"),
        ("position", "x" * 300, "at most 200 characters (it has 300)"),
        ("address", "x" * 501, "at most 500 characters (it has 501)"),
        ("date", "", "This field is required"),
        ("date", "0001-01-01", "must lie in the years 2000 to 2100"),
        ("date", "1999-12-31", "must lie in the years 2000 to 2100"),
        ("date", "2101-01-01", "must lie in the years 2000 to 2100"),
        ("date", "9999-12-31", "must lie in the years 2000 to 2100"),
        ("date", "2026-02-30", "Enter a valid date"),
        ("date", "٢٠٢٦-١١-٢٤x", "Enter a valid date"),
        ("last_date", "2026-11-23", "the first one or at most 6 days later"),
        ("last_date", "2026-12-01", "the first one or at most 6 days later"),
        ("last_date", "9999-12-31", "must lie in the years 2000 to 2100"),
        ("last_date", "0001-01-01", "must lie in the years 2000 to 2100"),
        ("time_zone", "", "required"),
        ("time_zone", "Europe/Londinium", "“Europe/Londinium” is not a time zone"),
        ("time_zone", "CET+9", "“CET+9” is not a time zone"),
        ("time_zone", "9" * 5000, f"“{'9' * 64}” is not a time zone"),
    ],
)
def test_new_visit_says_what_is_wrong_beside_the_field(alice, field, value, message):
    form = new_visit(alice, **{field: value})
    assert not form.is_valid()
    assert list(form.errors) == [field]
    assert message in form.errors[field][0]
    assert InterviewDay.objects.count() == 0


def test_new_visit_says_when_it_ends_after_the_last_year(alice):
    form = new_visit(alice, date="2100-12-31", last_date="2101-01-01")
    assert list(form.errors) == ["last_date"]


def test_new_visit_of_one_day_has_no_last_date(alice):
    assert made(new_visit(alice, last_date="2026-11-24")).last_date is None
    assert made(new_visit(alice, last_date="2026-11-30")).last_date == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", date(1999, 12, 31)),
        ("last_date", date(2026, 12, 1)),
        ("time_zone", "Europe/Londinium"),
    ],
)
def test_rule_that_the_form_missed_is_a_message_from_the_database(alice, field, value):
    form = new_visit(alice)
    assert form.is_valid()
    setattr(form.instance, field, value)
    assert form.save_or_explain() is None
    assert list(form.errors) == [field]
    assert (InterviewDay.objects.count(), Company.objects.count()) == (0, 0)


def test_unknown_broken_rule_is_not_hidden(alice):
    form = new_visit(alice)
    assert form.is_valid()
    form.instance.status = "perhaps"
    with pytest.raises(Exception, match="day_status_known"), transaction.atomic():
        form.save_or_explain()


# A changed visit


@pytest.fixture
def day(alice):
    return a_day(alice)


def test_visit_form_saves_what_was_typed(day):
    form = edited(
        day,
        address="1 High Street",
        status="invited",
        structure="mixed",
    )
    saved = made(form)
    saved.refresh_from_db()
    assert (saved.address, saved.status, saved.structure) == ("1 High Street", "invited", "mixed")
    assert saved.moved_from is None


def test_moved_visit_keeps_clock_times_and_other_fields(day):
    meeting = MeetingFactory(day=day, at="09:00", to="09:45")
    moved = made(edited(day, date="2026-12-01", time_zone="America/New_York", structure="mixed"))
    moved.refresh_from_db()
    meeting.refresh_from_db()
    assert (moved.date, moved.time_zone, moved.structure) == (
        date(2026, 12, 1),
        "America/New_York",
        "mixed",
    )
    assert (meeting.starts_at, meeting.ends_at) == (utc(2026, 12, 1, 14), utc(2026, 12, 1, 14, 45))
    assert moved.moved_from["date"] == "2026-11-24"


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"last_date": ""}, "date", "“Late” would fall on Wed 25 Nov, outside of the visit."),
        (
            {"date": "2026-11-25", "last_date": "2026-11-25"},
            "date",
            "“Late” would fall on Thu 26 Nov, outside of the visit.",
        ),
    ],
)
def test_visit_does_not_shrink_under_its_meetings(alice, change, field, message):
    day = a_day(alice, last_date=date(2026, 11, 26))
    MeetingFactory(day=day)
    MeetingFactory(day=day, days=1, title="Late")
    form = edited(day, **change)
    assert not form.is_valid()
    assert form.errors == {field: [message]}


def test_visit_shrinks_over_meetings_in_the_trash(alice):
    day = a_day(alice, last_date=date(2026, 11, 25))
    MeetingFactory(day=day, days=1, deleted_at=utc(2026, 11, 1))
    assert made(edited(day, last_date="")).last_date is None


def test_call_in_its_own_zone_may_fall_outside_of_another_zones_date(day):
    MeetingFactory(day=day, at="17:00", to="18:00", time_zone="America/New_York", title="Call")
    form = edited(day, time_zone="Asia/Tokyo")
    assert form.errors == {"date": ["“Call” would fall on Wed 25 Nov, outside of the visit."]}


@pytest.mark.parametrize(
    ("at", "to", "named"),
    [("01:30", "03:00", "01:30"), ("00:30", "01:30", "01:30"), ("01:10", None, "01:10")],
    ids=["start", "end", "no end"],
)
def test_visit_does_not_move_onto_clock_times_that_do_not_exist(day, at, to, named):
    MeetingFactory(day=day, at=at, to=to, title="Night shift")
    form = edited(day, date="2026-03-29")
    assert not form.is_valid()
    (message,) = form.errors["date"]
    assert message.startswith(f"“Night shift”: {named} does not exist on Sun 29 Mar")
    assert message.endswith(f"Perhaps 02:{named[3:]}?")


@pytest.mark.parametrize(("at", "to"), [("01:30", "03:00"), ("00:30", "01:30")])
@pytest.mark.parametrize(("which", "hour"), [("first", 0), ("second", 1)])
def test_visit_that_moves_onto_times_that_come_twice_asks_which(day, at, to, which, hour):
    meeting = MeetingFactory(day=day, at=at, to=to, title="Night shift")
    form = edited(day, date="2026-10-25")
    assert list(form.errors) == ["which"]
    assert "“Night shift”: 01:30 comes twice on Sun 25 Oct" in form.errors["which"][0]
    assert form.asks_which
    made(edited(day, date="2026-10-25", which=which))
    meeting.refresh_from_db()
    moment = meeting.starts_at if at == "01:30" else meeting.ends_at
    assert moment == utc(2026, 10, 25, hour, 30)


def test_visit_asks_nothing_of_meetings_that_stay(alice):
    day = a_day(alice, date=date(2026, 10, 25))
    second = MeetingFactory(day=day, starts_at=utc(2026, 10, 25, 1, 30), ends_at=None)
    made(edited(day, last_date="2026-10-26"))
    second.refresh_from_db()
    assert second.starts_at == utc(2026, 10, 25, 1, 30)


def test_visit_on_lord_howe_asks_about_half_an_hour(day):
    MeetingFactory(day=day, at="01:45", to="02:30")
    form = edited(day, date="2026-04-05", time_zone="Australia/Lord_Howe")
    assert "01:45 comes twice on Sun 5 Apr in Australia/Lord_Howe" in form.errors["which"][0]


def test_meetings_that_would_overlap_in_another_zone_are_a_message(day):
    MeetingFactory(day=day, at="14:00", to="15:00", time_zone="America/New_York")
    MeetingFactory(day=day, at="10:00", to="11:00")
    form = edited(day, time_zone="Asia/Dubai")  # the call is at 18:00 there: no overlap
    assert form.is_valid()
    MeetingFactory(day=day, at="18:00", to="19:00")
    form = edited(day, time_zone="Asia/Dubai")
    assert form.is_valid()
    assert form.save_or_explain() is None
    assert form.errors == {
        "time_zone": ["Two meetings would overlap there; move one of them first."]
    }
    assert form.instance.moved_from is None
    day.refresh_from_db()
    assert day.time_zone == "Europe/London"


@pytest.mark.parametrize("name", ["status", "structure"])
def test_visit_form_refuses_unknown_choices(day, name):
    form = edited(day, **{name: "perhaps"})
    assert list(form.errors) == [name]


# The mail


def test_mail_is_kept_as_it_came(day):
    text = "  Dear Alice,\n\n\t09:00  Welcome\n"
    form = AgendaMailForm({"text": text}, user=day.owner, instance=AgendaImport(day=day))
    assert made(form).text == text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", " \n\t"),
        ("text", "x" * 200_001),
        ("received_on", "0001-01-01"),
        ("received_on", "9999-12-31"),
        ("received_on", "yesterday"),
    ],
)
def test_mail_says_what_is_wrong_beside_the_field(day, field, value):
    data = {"text": "Dear Alice", field: value}
    form = AgendaMailForm(data, user=day.owner, instance=AgendaImport(day=day))
    assert list(form.errors) == [field]


def test_application_is_not_found_in_the_trash(alice):
    gone = ApplicationFactory(company__owner=alice, deleted_at=utc(2026, 11, 1))
    day = made(new_visit(alice, company=gone.company.name))
    assert day.application != gone
    assert Application.objects.visible_to(alice).count() == 1
