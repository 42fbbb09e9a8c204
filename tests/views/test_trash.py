"""The trash: what lies there, how it comes back, what is asked where its place is taken."""

from datetime import date, timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from interviews.models import Company, InterviewDay, Interviewer, Meeting
from interviews.models.trash import throw_away
from tests.addresses import EVERY_REQUEST
from tests.factories import (
    AttendanceFactory,
    CompanyFactory,
    InterviewerFactory,
    MeetingFactory,
    a_day,
    a_meeting,
    a_note,
)

KINDS = ["company", "application", "visit", "meeting", "person"]


def of_each_kind(owner):
    """A row of each kind, all of one company."""
    meeting = a_meeting(owner)
    application = meeting.day.application
    person = InterviewerFactory(company=application.company)
    rows = (application.company, application, meeting.day, meeting, person)
    return dict(zip(KINDS, rows, strict=True))


def restore_url(kind, row):
    return reverse("trash-restore", args=[kind, row.pk])


def delete(*rows, days_ago=0):
    for row in rows:
        row.refresh_from_db()
        throw_away(row, timezone.now() - timedelta(days=days_ago))
        row.refresh_from_db()


def listed(client):
    return [(entry.kind, entry.row) for entry in client.get(reverse("trash")).context["entries"]]


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


# The list


def test_the_empty_trash_says_what_comes_here(alice, client_of):
    assert "Nothing here" in client_of(alice).get(reverse("trash")).content.decode()


def test_a_deletion_is_listed_once_with_its_root(alice, client_of):
    rows = of_each_kind(alice)
    delete(rows["company"])
    assert listed(client_of(alice)) == [("company", rows["company"])]


def test_what_was_deleted_before_its_parent_is_listed_too_the_latest_first(alice, client_of):
    rows = of_each_kind(alice)
    agent = InterviewerFactory(owner=alice, company=None)
    delete(agent, rows["meeting"], rows["person"], rows["visit"])
    delete(rows["application"], rows["company"])
    assert [kind for kind, _ in listed(client_of(alice))] == [
        "company", "application", "visit", "person", "meeting", "person",
    ]  # fmt: skip


def test_an_entry_says_what_when_and_how_long(alice, client_of, time_machine):
    time_machine.move_to("2026-11-22 12:00Z", tick=False)
    rows = of_each_kind(alice)
    delete(rows["meeting"])
    page = client_of(alice).get(reverse("trash")).content.decode()
    assert "Meeting of the visit to <bdi>Marrable, Tue 24 Nov 2026</bdi>" in page
    assert "deleted 12:00" in page
    assert "stays until Tue 22 Dec" in page
    assert restore_url("meeting", rows["meeting"]) in page


def test_what_is_older_than_30_days_or_somebody_elses_is_not_listed(alice, mallory, client_of):
    delete(CompanyFactory(owner=alice), days_ago=31)
    delete(CompanyFactory(owner=mallory))
    assert listed(client_of(alice)) == []


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_five_queries(alice, client_of, django_assert_num_queries, count):
    for _ in range(count):
        rows = of_each_kind(alice)
        Company.objects.filter(pk=rows["company"].pk).update(name=str(rows["company"].pk))
        delete(*(rows[kind] for kind in reversed(KINDS)))
    client = client_of(alice)
    with django_assert_num_queries(EVERY_REQUEST + 5):
        client.get(reverse("trash"))


def test_nothing_of_the_trash_is_visible_elsewhere(alice, client_of):
    note = a_note(alice, "Nutmegs everywhere")
    company = note.day.application.company
    InterviewerFactory(company=company, name="Ana Ruiz")
    client = client_of(alice)
    delete(company)
    for name in ("home", "visit-list", "company-list", "person-list", "person-create", "history"):
        page = client.get(reverse(name), {"q": "Nutmegs"}).content.decode()
        assert not [w for w in ("Marrable", "Ana Ruiz", "everywhere") if w in page], name


# Coming back


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_comes_back_and_its_page_follows(alice, client_of, kind):
    rows, client = of_each_kind(alice), client_of(alice)
    row = rows[kind]
    delete(row)
    assert client.get(row.get_absolute_url()).status_code == 404
    response = client.post(restore_url(kind, row))
    assert (response.status_code, response["Location"]) == (302, row.get_absolute_url())
    assert said(response) == [f"{row} is back."]
    assert client.get(row.get_absolute_url()).status_code == 200
    assert listed(client) == []


def test_parts_come_back_with_their_parent_and_what_went_before_stays(alice, client_of):
    rows = of_each_kind(alice)
    before = a_meeting(alice, day=rows["visit"], at="12:00", to="13:00")
    delete(before, rows["company"])
    client_of(alice).post(restore_url("company", rows["company"]))
    assert list(Meeting.objects.visible_to(alice)) == [rows["meeting"]]
    assert list(Interviewer.objects.visible_to(alice)) == [rows["person"]]
    before.refresh_from_db()
    assert before.deleted_at is not None


def test_parents_in_the_trash_come_back_too_and_the_message_says_so(alice, client_of):
    rows, client = of_each_kind(alice), client_of(alice)
    delete(rows["meeting"], rows["visit"], rows["company"])
    response = client.post(restore_url("meeting", rows["meeting"]))
    [message] = said(response)
    assert message == (
        "Interview is back, and with it what was in the trash too: the company “Marrable”, the "
        "application “Engineer, Marrable”, the visit “Marrable, Tue 24 Nov 2026”."
    )
    assert client.get(rows["meeting"].get_absolute_url()).status_code == 200


def test_a_person_brings_their_company_back(alice, client_of):
    rows, client = of_each_kind(alice), client_of(alice)
    delete(rows["person"], rows["company"])
    client.post(restore_url("person", rows["person"]))
    assert Company.objects.visible_to(alice).get() == rows["company"]
    assert Interviewer.objects.visible_to(alice).get() == rows["person"]


@pytest.mark.parametrize("kind", KINDS)
def test_restoring_twice_is_harmless(alice, client_of, kind):
    rows, client = of_each_kind(alice), client_of(alice)
    delete(rows[kind])
    client.post(restore_url(kind, rows[kind]))
    response = client.post(restore_url(kind, rows[kind]))
    assert response["Location"] == rows[kind].get_absolute_url()
    assert client.get(restore_url(kind, rows[kind]))["Location"] == rows[kind].get_absolute_url()


@pytest.mark.parametrize("kind", KINDS)
def test_mallory_restores_nothing_of_alice(alice, mallory, client_of, kind):
    rows, client = of_each_kind(alice), client_of(mallory)
    delete(rows[kind])
    assert client.get(restore_url(kind, rows[kind])).status_code == 404
    assert client.post(restore_url(kind, rows[kind])).status_code == 404
    rows[kind].refresh_from_db()
    assert rows[kind].deleted_at is not None


def test_there_is_no_trash_of_another_kind(alice, client_of):
    company = CompanyFactory(owner=alice)
    for kind in ("user", "note", "meeting", "__class__"):
        assert client_of(alice).post(restore_url(kind, company)).status_code == 404


def test_the_page_asks_before_it_restores(alice, client_of):
    company = CompanyFactory(owner=alice)
    delete(company)
    page = client_of(alice).get(restore_url("company", company)).content.decode()
    assert "It comes back with all that was deleted together with it." in page
    assert Company.objects.visible_to(alice).count() == 0


# A company whose name is taken


@pytest.fixture
def taken(alice):
    """A company in the trash with all that hangs on it, and a live one that has its name."""
    rows = of_each_kind(alice)
    Company.objects.filter(pk=rows["company"].pk).update(about="Pumps", website="https://m.example")
    delete(rows["company"])
    rows["other"] = CompanyFactory(owner=alice, name="MARRABLE", about="Pipes")
    return rows


@pytest.mark.parametrize("kind", ["company", "visit", "meeting", "person"])
def test_a_name_taken_meanwhile_is_asked_about(client_of, alice, taken, kind):
    response = client_of(alice).post(restore_url(kind, taken[kind]))
    page = response.content.decode()
    assert response.status_code == 422
    assert "You have another company of the name" in page
    assert 'name="join"' in page
    assert Company.objects.visible_to(alice).get() == taken["other"]


def test_it_can_come_back_under_another_name(client_of, alice, taken):
    response = client_of(alice).post(
        restore_url("company", taken["company"]), {"name": " Marrable   (old) "}
    )
    taken["company"].refresh_from_db()
    assert response["Location"] == taken["company"].get_absolute_url()
    assert (taken["company"].name, taken["company"].deleted_at) == ("Marrable (old)", None)
    assert Meeting.objects.visible_to(alice).get() == taken["meeting"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("marrablE", "You have “marrablE” already, too."),
        ("", "Type another name."),
        ("x" * 300, "Ensure this value has at most 200 characters (it has 300)."),
    ],
)
def test_another_name_that_will_not_do_is_a_message(client_of, alice, taken, name, message):
    response = client_of(alice).post(restore_url("company", taken["company"]), {"name": name})
    assert response.status_code == 422
    assert response.context["form"].errors == {"name": [message]}
    assert message in response.content.decode()
    assert 'name="name"' in response.content.decode()


def test_it_can_move_into_the_company_that_has_the_name(client_of, alice, taken):
    response = client_of(alice).post(restore_url("company", taken["company"]), {"join": "on"})
    other = Company.objects.get()
    assert response["Location"] == other.get_absolute_url()
    assert said(response) == ["MARRABLE has what belonged to Marrable now."]
    assert (other, other.website) == (taken["other"], "https://m.example")
    assert other.about == "Pipes\n\nPumps"
    for row in (taken["application"], taken["person"]):
        row.refresh_from_db()
        assert (row.company, row.deleted_at) == (other, None)
    assert Meeting.objects.visible_to(alice).get() == taken["meeting"]


def test_a_meeting_comes_back_into_the_company_that_has_the_name(client_of, alice, taken):
    response = client_of(alice).post(restore_url("meeting", taken["meeting"]), {"join": "on"})
    assert response["Location"] == taken["meeting"].get_absolute_url()
    assert InterviewDay.objects.visible_to(alice).get().application.company == taken["other"]


# A meeting whose time is taken, or whose date


@pytest.fixture
def clash(alice):
    """A meeting in the trash from nine to half past, and a live one at a quarter past."""
    meeting = a_meeting(alice, title="Panel")
    delete(meeting)
    a_meeting(alice, day=meeting.day, title="Tour <i>", at="09:15", to="10:00")
    return meeting


def test_a_meeting_whose_time_is_taken_is_asked_about(client_of, alice, clash):
    response = client_of(alice).post(restore_url("meeting", clash))
    page = response.content.decode()
    assert response.status_code == 422
    assert "Tour &lt;i&gt;</a>” is from 09:15 to 10:00" in page
    assert listed(client_of(alice)) == [("meeting", clash)]


@pytest.mark.parametrize(
    ("how", "expected"), [("same_time", (True, "planned")), ("cancelled", (False, "cancelled"))]
)
def test_it_comes_back_as_chosen(client_of, alice, clash, how, expected):
    response = client_of(alice).post(restore_url("meeting", clash), {"how": how})
    clash.refresh_from_db()
    assert response["Location"] == clash.get_absolute_url()
    assert (clash.overlap_allowed, clash.status) == expected
    assert clash.deleted_at is None


def test_a_choice_without_a_conflict_changes_nothing(client_of, alice, clash):
    Meeting.objects.exclude(pk=clash.pk).delete()
    client_of(alice).post(restore_url("meeting", clash), {"how": "cancelled"})
    clash.refresh_from_db()
    assert (clash.status, clash.deleted_at) == ("planned", None)


def test_a_visit_in_the_trash_stays_there_until_the_question_is_answered(client_of, alice, clash):
    client = client_of(alice)
    delete(clash.day)
    assert client.post(restore_url("meeting", clash)).status_code == 422
    assert InterviewDay.objects.visible_to(alice).count() == 0
    client.post(restore_url("meeting", clash), {"how": "same_time"})
    assert Meeting.objects.visible_to(alice).count() == 2


def test_a_choice_that_there_is_not_is_a_message(client_of, alice, clash):
    for data in ({"how": "twice"}, {"on": "tomorrow"}):
        response = client_of(alice).post(restore_url("meeting", clash), data)
        assert response.status_code == 422
        assert list(response.context["form"].errors) == list(data)


@pytest.fixture
def off(alice):
    """A meeting in the trash on the second of two dates of a visit that has only the first now."""
    day = a_day(alice, last_date=date(2026, 11, 25))
    meeting = a_meeting(alice, day=day, days=1, title="Panel")
    delete(meeting)
    InterviewDay.objects.filter(pk=day.pk).update(last_date=None)
    return meeting


def test_a_meeting_off_the_dates_is_asked_about(client_of, alice, off):
    response = client_of(alice).post(restore_url("meeting", off))
    page = response.content.decode()
    assert response.status_code == 422
    assert "was on Wed 25 Nov, and its visit has other dates now" in page
    assert (
        '<button class="button" type="submit" name="on" value="2026-11-24">Tue 24 Nov</button>'
        in page
    )


def test_it_comes_back_on_the_date_that_was_chosen(client_of, alice, off):
    client = client_of(alice)
    assert client.post(restore_url("meeting", off), {"on": "2026-11-25"}).status_code == 422
    client.post(restore_url("meeting", off), {"on": "2026-11-24"})
    off.refresh_from_db()
    assert (off.deleted_at, f"{off.local_start:%d %H:%M}", f"{off.local_end:%d %H:%M}") == (
        None, "24 09:00", "24 09:30",
    )  # fmt: skip


def test_a_date_on_which_its_time_is_taken_is_asked_about_in_turn(client_of, alice, off):
    a_meeting(alice, day=off.day, title="Tour")
    client = client_of(alice)
    page = client.post(restore_url("meeting", off), {"on": "2026-11-24"}).content.decode()
    assert '<input type="hidden" name="on" value="2026-11-24">' in page
    client.post(restore_url("meeting", off), {"on": "2026-11-24", "how": "same_time"})
    off.refresh_from_db()
    assert (off.deleted_at, off.overlap_allowed, f"{off.local_start:%d %H:%M}") == (
        None, True, "24 09:00",
    )  # fmt: skip


# Emptying


def test_emptying_deletes_for_good_what_is_older(alice, capsys):
    old, recent = of_each_kind(alice), CompanyFactory(owner=alice)
    AttendanceFactory(meeting=old["meeting"], person=old["person"])
    live = CompanyFactory(owner=alice)
    delete(old["company"], days_ago=31)
    delete(recent, days_ago=29)
    call_command("empty_trash")
    out = capsys.readouterr().out
    assert out.endswith(" UTC: visit: 1, meeting: 1, application: 1, person: 1, company: 1.\n")
    assert out.count("\n") == 1
    assert set(Company.objects.all()) == {recent, live}
    assert Interviewer.objects.count() == Meeting.objects.count() == 0


def test_emptying_with_other_days(alice, capsys):
    delete(CompanyFactory(owner=alice))
    call_command("empty_trash", "--days", "0")
    assert Company.objects.count() == 0
    call_command("empty_trash")
    assert capsys.readouterr().out.splitlines()[1].endswith(" UTC: nothing.")


@pytest.mark.parametrize("days", ["-1", "99999999999"])
def test_days_that_there_are_not_are_a_sentence(days):
    with pytest.raises(CommandError, match=f"^--days must be from 0 to 36500; it is {days}.$"):
        call_command("empty_trash", f"--days={days}")


@pytest.mark.parametrize(
    ("back_to", "at", "says"),
    [
        (date(2026, 3, 29), "01:30", "leave out 01:30: it is at 02:30."),
        (date(2026, 10, 25), "01:30", "01:30 comes twice on that date, and it is at the first."),
        (date(2026, 3, 30), "01:30", "is back."),
    ],
)
def test_clock_time_that_the_other_date_has_not_is_told(client_of, alice, back_to, at, says):
    day = a_day(alice, date=date(2026, 6, 2))
    meeting = MeetingFactory(day=day, at=at, to="02:00", title="Night shift")
    delete(meeting)
    InterviewDay.objects.filter(pk=day.pk).update(date=back_to)

    answer = client_of(alice).post(
        restore_url("meeting", meeting), {"on": back_to.isoformat()}, follow=True
    )
    (said,) = [str(message) for message in answer.context["messages"]]
    assert said.endswith(says)
