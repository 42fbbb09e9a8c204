"""The trash: what lies there, how it comes back, what is asked where its place is taken."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from interviews.models import Company, Interviewer, Meeting
from interviews.models.trash import throw_away
from tests.addresses import EVERY_REQUEST
from tests.factories import (
    AttendanceFactory,
    CompanyFactory,
    InterviewerFactory,
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
