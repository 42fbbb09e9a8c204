import re
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from interviews.models import AgendaImport, Company, InterviewDay
from tests.factories import (
    AgendaImportFactory,
    AttendanceFactory,
    ImpressionFactory,
    MeetingFactory,
    RoleFactory,
    a_day,
    a_note,
    utc,
)

NEW = {
    "company": "Marrable",
    "position": "Engineer",
    "date": "2026-11-24",
    "last_date": "",
    "time_zone": "America/New_York",
    "address": "1 High Street",
}
EDIT = {"date": "2026-11-24", "time_zone": "Europe/London", "status": "scheduled",
        "structure": "unknown"}  # fmt: skip
NAMES = ["visit-detail", "visit-edit", "visit-move-back", "visit-delete", "visit-mail"]


@pytest.fixture
def day(alice):
    return a_day(alice)


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


def edit(day):
    return reverse("visit-edit", args=[day.pk])


# New


def test_new_visit_proposes_ones_own_zone_and_companies(client, day):
    html = client.get(reverse("visit-create")).text
    assert re.findall(r'<option value="([^"]*)" selected>', html) == ["Europe/London"]
    assert '<option value="Marrable">' in html


def test_new_visit_leads_to_its_agenda(client):
    response = client.post(reverse("visit-create"), NEW)
    day = InterviewDay.objects.get()
    assert (response.status_code, response["Location"]) == (
        302, reverse("visit-agenda", args=[day.pk]),
    )  # fmt: skip
    assert (day.date, day.time_zone, day.address) == (
        date(2026, 11, 24), "America/New_York", "1 High Street",
    )  # fmt: skip


def test_new_visit_that_is_wrong_comes_back_with_everything_typed(client):
    typed = {**NEW, "company": "<script>שלום 🙂", "date": "9999-12-31"}
    response = client.post(reverse("visit-create"), typed)
    assert response.status_code == 422
    assert "The date must lie in the years 2000 to 2100." in response.text
    assert 'value="&lt;script&gt;שלום 🙂"' in response.text
    assert 'value="1 High Street"' in response.text
    assert '<option value="America/New_York" selected>' in response.text
    assert 'href="#id_date"' in response.text  # the summary leads to the field
    assert (InterviewDay.objects.count(), Company.objects.count()) == (0, 0)


# The visit


def test_visit_page_shows_the_day_its_people_and_what_is_open(client, day):
    attendance = AttendanceFactory(meeting__day=day, person__name="Anna", person__title="")
    RoleFactory(application=day.application, person__name="Ben", role="coordinator")
    ImpressionFactory(day=day)
    a_note(day.owner, "from the *lobby*", meeting=None, day=day)
    with time_machine.travel(utc(2026, 11, 25), tick=False):
        html = client.get(day.get_absolute_url()).text
    assert f'id="meeting-{attendance.meeting_id}"' in html
    assert "<em>lobby</em>" in html
    for what, count in (
        ("People known by name and title", "1 of 2"),
        ("Meetings with a note", "0 of 1"),
        ("Impressions with an observation", "0 of 1"),
    ):
        assert re.search(rf'{what}</a><span class="num">{count}</span>', html)
    assert "Coordinator" in html


def test_visit_page_leaves_out_what_is_in_the_trash(client, day):
    MeetingFactory(day=day, title="Gone meeting", deleted_at=utc(2026, 11, 1))
    person = {"person__name": "Gone person", "person__deleted_at": utc(2026, 11, 1)}
    AttendanceFactory(meeting__day=day, **person)
    RoleFactory(application=day.application, **person)
    assert "Gone" not in client.get(day.get_absolute_url()).text


def test_visit_list_sorts_ahead_waiting_and_past(client, alice):
    with time_machine.travel(utc(2026, 11, 20), tick=False):
        a_day(alice, "Ahead")
        a_day(alice, "Waits", date=date(2026, 11, 2))
        a_day(alice, "Off", status="cancelled")
        heard = a_day(alice, "Heard", date=date(2026, 11, 1))
        heard.application.outcome = "offer"
        heard.application.save()
        a_day(alice, "Gone").trash(utc(2026, 11, 19))
        html = client.get(reverse("visit-list")).text
    found = re.findall(
        r'id="(upcoming|waiting|past)"|<a href="/visits/[0-9a-f-]{36}/">(\w+)</a>', html
    )
    assert [a or b for a, b in found] == [
        "upcoming", "Ahead", "waiting", "Waits", "past", "Off", "Heard",
    ]  # fmt: skip


def test_visit_list_of_a_new_user_says_what_to_do(client):
    assert "Add your first visit" in client.get(reverse("visit-list")).text


# Changing and moving


def test_changed_visit_goes_to_its_page(client, day):
    response = client.post(edit(day), {**EDIT, "address": "2 Low Road"})
    assert (response.status_code, response["Location"]) == (302, day.get_absolute_url())
    day.refresh_from_db()
    assert (day.address, day.moved_from) == ("2 Low Road", None)


def test_moved_visit_can_be_moved_back(client, day):
    meeting = MeetingFactory(day=day)
    response = client.post(edit(day), {**EDIT, "date": "2026-12-01"}, follow=True)
    undo = reverse("visit-move-back", args=[day.pk])
    assert "The visit has moved; its meetings keep their clock times." in response.text
    assert f'action="{undo}"' in response.text
    assert f'action="{undo}"' in client.get(edit(day)).text
    meeting.refresh_from_db()
    assert meeting.starts_at == utc(2026, 12, 1, 9)
    assert "The visit is back where it was." in client.post(undo, follow=True).text
    meeting.refresh_from_db()
    day.refresh_from_db()
    assert (meeting.starts_at, day.date) == (utc(2026, 11, 24, 9), date(2026, 11, 24))
    assert client.post(undo).status_code == 302  # again: nothing happens
    day.refresh_from_db()
    assert day.date == date(2026, 11, 24)


def test_visit_that_cannot_move_back_says_why(client, day):
    client.post(edit(day), {**EDIT, "last_date": "2026-11-25"})
    day.refresh_from_db()
    MeetingFactory(day=day, days=1, title="Second day")
    html = client.post(reverse("visit-move-back", args=[day.pk]), follow=True).text
    assert "“Second day” would fall outside of its dates." in html
    day.refresh_from_db()
    assert day.last_date == date(2026, 11, 25)


def test_visit_that_would_leave_a_meeting_behind_comes_back(client, alice):
    day = a_day(alice, last_date=date(2026, 11, 25))
    MeetingFactory(day=day, days=1, title="Late")
    response = client.post(edit(day), {**EDIT, "address": "2 Low Road"})
    assert response.status_code == 422
    assert "“Late” would fall on Wed 25 Nov, outside of the visit." in response.text
    assert 'value="2 Low Road"' in response.text
    day.refresh_from_db()
    assert (day.last_date, day.address) == (date(2026, 11, 25), "")


def test_visit_that_moves_onto_a_doubled_hour_asks(client, day):
    meeting = MeetingFactory(day=day, at="01:30", to="02:30", title="Night")
    data = {**EDIT, "date": "2026-10-25"}
    response = client.post(edit(day), data)
    assert response.status_code == 422
    assert "“Night”: 01:30 comes twice on Sun 25 Oct" in response.text
    assert 'name="which"' in response.text
    assert client.post(edit(day), {**data, "which": "second"}).status_code == 302
    meeting.refresh_from_db()
    assert meeting.starts_at == utc(2026, 10, 25, 1, 30)


def test_overlap_in_another_zone_is_a_message(client, day):
    MeetingFactory(day=day, at="14:00", to="15:00", time_zone="America/New_York")
    MeetingFactory(day=day, at="18:00", to="19:00")
    response = client.post(edit(day), {**EDIT, "time_zone": "Asia/Dubai"})
    assert response.status_code == 422
    assert "Two meetings would overlap there" in response.text
    assert "This visit has moved" not in response.text
    day.refresh_from_db()
    assert (day.time_zone, day.moved_from) == ("Europe/London", None)


# Deleting


def test_deleted_visit_waits_in_the_trash_with_a_way_back(client, day):
    address = reverse("visit-delete", args=[day.pk])
    assert "Delete this visit?" in client.get(address).text
    day.refresh_from_db()
    assert day.deleted_at is None
    html = client.post(address, follow=True).text
    assert "The visit to Marrable is in the trash." in html
    assert reverse("trash-restore", args=["visit", day.pk]) in html
    for name in NAMES:
        assert client.get(reverse(name, args=[day.pk])).status_code in (404, 405)


# The mail


def test_mail_is_kept_and_shown_as_it_came(client, day):
    address = reverse("visit-mail", args=[day.pk])
    text = "  Dear <b>Alice</b>,\r\n\t09:00  Welcome\r\n"
    assert client.post(address, {"text": text, "received_on": "2026-11-01"})["Location"] == address
    kept = AgendaImport.objects.get()
    assert (kept.text, kept.received_on) == (
        "  Dear <b>Alice</b>,\n\t09:00  Welcome\n",
        date(2026, 11, 1),
    )
    html = client.get(address).text
    assert "  Dear &lt;b&gt;Alice&lt;/b&gt;,\n\t09:00  Welcome\n" in html
    assert "Received Sun 1 Nov" in html


def test_empty_mail_comes_back(client, day):
    response = client.post(reverse("visit-mail", args=[day.pk]), {"text": " ", "received_on": ""})
    assert response.status_code == 422
    assert AgendaImport.objects.count() == 0


def test_mail_is_deleted_for_good(client, day):
    kept = AgendaImportFactory(day=day)
    address = reverse("mail-delete", args=[day.pk, kept.pk])
    assert kept.text in client.get(address).text
    assert AgendaImport.objects.count() == 1
    assert client.post(address)["Location"] == reverse("visit-mail", args=[day.pk])
    assert AgendaImport.objects.count() == 0


# Others


@pytest.mark.parametrize("name", NAMES)
def test_visit_of_another_user_is_404(client_of, mallory, day, name):
    day.move(date(2026, 12, 1), None, "Europe/London")
    was = InterviewDay.objects.filter(pk=day.pk).values().get()
    client, address = client_of(mallory), reverse(name, args=[day.pk])
    for response in (client.get(address), client.post(address, {**EDIT, "text": "x"})):
        assert response.status_code in (404, 405)
        assert "Marrable" not in response.text
    assert InterviewDay.objects.filter(pk=day.pk).values().get() == was
    assert AgendaImport.objects.count() == 0


def test_mail_of_another_user_or_visit_is_404(client_of, client, alice, mallory, day):
    kept = AgendaImportFactory(day=day)
    theirs = a_day(mallory)
    for user, visit in ((mallory, day), (mallory, theirs), (alice, a_day(alice))):
        address = reverse("mail-delete", args=[visit.pk, kept.pk])
        assert client_of(user).post(address).status_code == 404
    assert list(AgendaImport.objects.all()) == [kept]


def test_visit_list_shows_ones_own_only(client_of, mallory, day):
    a_day(mallory, "Theirs")
    html = client_of(mallory).get(reverse("visit-list")).text
    assert "Theirs" in html
    assert "Marrable" not in html
    assert "Marrable" not in client_of(mallory).get(reverse("visit-create")).text
