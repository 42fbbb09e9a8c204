import re
from datetime import date

import pytest
from django.urls import reverse

from interviews.models import Attendance, Interviewer, Meeting
from tests.factories import (
    AttendanceFactory,
    InterviewerFactory,
    MeetingFactory,
    a_day,
    a_meeting,
    a_note,
    utc,
)

NEW = {"title": "Plant tour", "date": "2026-11-24", "start": "09:00", "end": "09:45"}


@pytest.fixture
def day(alice):
    return a_day(alice)


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


def agenda(day):
    return reverse("visit-agenda", args=[day.pk])


def values(html):
    """Name and value of the inputs, chosen options and texts on a page, as they would be sent."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", html):
        name, value = (re.search(rf' {what}="([^"]*)"', tag) for what in ("name", "value"))
        is_choice = re.search(r'type="(checkbox|radio)"', tag)
        if name and ("checked" in tag or not is_choice):
            found[name[1]] = value[1] if value else ""
    for name, options in re.findall(r'<select[^>]* name="(\w+)"[^>]*>([^§]*?)</select>', html):
        chosen = re.search(r'value="([^"]*)"[^>]* selected', options)
        found[name] = chosen[1] if chosen else ""
    return found | dict(re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>\n?([^<]*)<', html))


# The agenda


def test_agenda_of_an_empty_day_says_what_to_do(client, day):
    html = client.get(agenda(day)).text
    assert "An empty day" in html
    assert values(html)["date"] == "2026-11-24"
    assert values(html)["start"] == ""


def test_added_meeting_leads_back_to_the_form_and_proposes_its_end(client, day):
    response = client.post(agenda(day), {**NEW, "people": "Anna Adeyemi, CTO"})
    meeting = Meeting.objects.get()
    assert (response.status_code, response["Location"]) == (
        302, f"{agenda(day)}?after={meeting.pk}#add",
    )  # fmt: skip
    html = client.get(response["Location"]).text
    assert "“Plant tour” is on the agenda." in html
    assert values(html)["start"] == "09:45"
    assert "Anna Adeyemi, CTO" in html  # to be ticked in the next meeting
    assert values(html)["people"] == ""


def test_next_proposal_follows_the_meeting_just_added(client, alice):
    day = a_day(alice, last_date=date(2026, 11, 26))
    MeetingFactory(day=day, days=2, at="15:00", to="16:00")
    added = MeetingFactory(day=day, days=1, at="11:00", to="11:30")
    html = client.get(f"{agenda(day)}?after={added.pk}").text
    assert (values(html)["date"], values(html)["start"]) == ("2026-11-25", "11:30")
    for after in ("", "?after=", "?after=x", f"?after={'9' * 5000}", "?after=%00"):
        html = client.get(agenda(day) + after).text
        assert (values(html)["date"], values(html)["start"]) == ("2026-11-26", "16:00")


def test_next_proposal_without_an_end_has_the_date_only(client, alice):
    day = a_day(alice, last_date=date(2026, 11, 25))
    MeetingFactory(day=day, days=1, to=None)
    html = client.get(agenda(day)).text
    assert (values(html)["date"], values(html)["start"]) == ("2026-11-25", "")


def test_next_proposal_after_midnight_is_on_the_next_date(client, alice):
    day = a_day(alice, last_date=date(2026, 11, 25))
    times = {"starts_at": utc(2026, 11, 24, 23), "ends_at": utc(2026, 11, 25, 0, 30)}
    MeetingFactory(day=day, **times)
    html = client.get(agenda(day)).text
    assert (values(html)["date"], values(html)["start"]) == ("2026-11-25", "00:30")


def test_invalid_meeting_comes_back_with_everything_typed(client, day):
    anna = InterviewerFactory(company=day.application.company, name="Anna")
    MeetingFactory(day=day, title="Test")
    typed = {
        **NEW, "format": "panel", "medium": "video", "focus": "depth", "location": "Room 3",
        "known": str(anna.pk), "people": "Ben, CTO\nשרה 🙂",
    }  # fmt: skip
    response = client.post(agenda(day), typed)
    assert response.status_code == 422
    assert "“Test” is from 09:00 to 09:30." in response.text
    assert "overlap_allowed" in response.text
    assert {name: values(response.text)[name] for name in typed} == typed
    assert client.post(agenda(day), {**typed, "overlap_allowed": "on"}).status_code == 302
    attendances = day.meetings.get(title="Plant tour").attendances.with_person()
    assert [a.person.name for a in attendances] == ["Anna", "Ben", "שרה 🙂"]


def test_htmx_gets_the_part_that_changes(client, day):
    response = client.post(agenda(day), NEW, headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert response.text.strip().startswith('<div class="two" id="agenda">')
    assert "“Plant tour” is on the agenda." in response.text
    assert values(response.text)["start"] == "09:45"
    again = client.post(agenda(day), NEW, headers={"HX-Request": "true"})
    assert again.status_code == 422
    assert "<html" not in again.text
    assert "“Plant tour” is from 09:00 to 09:45." in again.text
    assert values(again.text)["title"] == "Plant tour"


def test_htmx_without_a_session_goes_to_the_log_in(db, day):
    from django.test import Client

    response = Client().post(agenda(day), NEW, headers={"HX-Request": "true"})
    assert (response.status_code, response["HX-Redirect"]) == (401, "account_login")


def test_person_of_another_user_cannot_be_ticked(client, mallory, day):
    theirs = InterviewerFactory(company=a_day(mallory).application.company, name="Their secret")
    response = client.post(agenda(day), {**NEW, "known": str(theirs.pk)})
    assert response.status_code == 422
    assert "Their secret" not in response.text
    assert Attendance.objects.count() == 0


# One meeting


def test_meeting_page_has_note_people_and_neighbours(client, day):
    before = MeetingFactory(day=day, at="08:00", to="08:30", title="Welcome")
    MeetingFactory(day=day, at="08:30", to="09:00", title="Off", status="cancelled")
    meeting = MeetingFactory(day=day, title="Interview")
    after = MeetingFactory(day=day, at="10:00", to="10:30", title="Lunch")
    AttendanceFactory(meeting=meeting, person__name="Anna", title="Head of HR")
    a_note(day.owner, "They *were* kind.", meeting=meeting)
    html = client.get(meeting.get_absolute_url()).text
    assert "<em>were</em>" in html
    assert "<b>Anna</b> <span>Head of HR</span>" in html
    assert f'href="{before.get_absolute_url()}" rel="prev"' in html
    assert f'href="{after.get_absolute_url()}" rel="next"' in html
    assert "Off" not in re.findall(r"Previous: (\w+)", html)


def test_cancelled_meeting_still_has_a_page(client, day):
    meeting = MeetingFactory(day=day, status="cancelled")
    assert (
        '<span class="pill plain">cancelled</span>' in client.get(meeting.get_absolute_url()).text
    )


def test_changed_meeting_goes_back_to_the_agenda(client, day):
    meeting = AttendanceFactory(meeting__day=day, remember="red glasses").meeting
    address = reverse("meeting-edit", args=[meeting.pk])
    data = values(client.get(address).text)
    response = client.post(address, {**data, "title": "Changed", "end": "10:15"})
    assert (response.status_code, response["Location"]) == (302, agenda(day))
    meeting.refresh_from_db()
    assert (meeting.title, meeting.ends_at) == ("Changed", utc(2026, 11, 24, 10, 15))
    assert meeting.attendances.get().remember == "red glasses"


def test_changed_meeting_that_is_wrong_comes_back(client, day):
    meeting = MeetingFactory(day=day)
    address = reverse("meeting-edit", args=[meeting.pk])
    response = client.post(address, {**NEW, "end": "08:00", "location": "Room 3"})
    assert response.status_code == 422
    assert "Does it end after midnight?" in response.text
    assert values(response.text)["location"] == "Room 3"


@pytest.mark.parametrize("status", ["cancelled", "skipped", "held"])
def test_meeting_takes_a_status_and_gives_it_back(client, day, status):
    meeting = MeetingFactory(day=day)
    address = reverse("meeting-status", args=[meeting.pk])
    for wanted in (status, "planned"):
        assert client.post(address, {"status": wanted})["Location"] == agenda(day)
        meeting.refresh_from_db()
        assert meeting.status == wanted


@pytest.mark.parametrize("status", ["", "perhaps", "9" * 5000])
def test_unknown_status_changes_nothing(client, day, status):
    meeting = MeetingFactory(day=day)
    client.post(reverse("meeting-status", args=[meeting.pk]), {"status": status})
    meeting.refresh_from_db()
    assert meeting.status == "planned"


def test_cancelled_meeting_whose_time_is_taken_asks(client, day):
    meeting = MeetingFactory(day=day, status="cancelled", title="Tour")
    MeetingFactory(day=day)
    response = client.post(
        reverse("meeting-status", args=[meeting.pk]), {"status": "planned"}, follow=True
    )
    assert response.redirect_chain == [(reverse("meeting-edit", args=[meeting.pk]), 302)]
    assert "Another meeting is now at that time: change the time of “Tour”" in response.text
    meeting.refresh_from_db()
    assert meeting.status == "cancelled"


def test_deleted_meeting_waits_in_the_trash_with_a_way_back(client, day):
    meeting = MeetingFactory(day=day, title="Tour")
    address = reverse("meeting-delete", args=[meeting.pk])
    assert "Delete this meeting?" in client.get(address).text
    meeting.refresh_from_db()
    assert meeting.deleted_at is None
    html = client.post(address, follow=True).text
    assert "“Tour” is in the trash." in html
    assert reverse("trash-restore", args=["meeting", meeting.pk]) in html
    assert client.get(meeting.get_absolute_url()).status_code == 404


def test_line_to_remember_is_kept(client, day):
    attendance = AttendanceFactory(meeting__day=day)
    address = reverse("attendance", args=[attendance.pk])
    data = {"remember": "red <b>glasses</b> 🙂", "title": "CTO", "status": "met"}
    response = client.post(address, {f"{attendance.pk}-{k}": v for k, v in data.items()})
    page = attendance.meeting.get_absolute_url()
    assert (response.status_code, response["Location"]) == (302, f"{page}#people")
    attendance.refresh_from_db()
    assert (attendance.remember, attendance.title, attendance.status) == tuple(data.values())
    assert "red &lt;b&gt;glasses&lt;/b&gt; 🙂" in client.get(page).text


def test_line_to_remember_that_is_too_long_comes_back(client, day):
    attendance = AttendanceFactory(meeting__day=day)
    data = {"remember": "x" * 301, "title": "", "status": "met"}
    response = client.post(
        reverse("attendance", args=[attendance.pk]),
        {f"{attendance.pk}-{k}": v for k, v in data.items()},
    )
    assert response.status_code == 422
    assert "x" * 301 in response.text


# Others


@pytest.mark.parametrize(
    "name", ["meeting-detail", "meeting-edit", "meeting-status", "meeting-delete"]
)
def test_meeting_of_another_user_is_404(client_of, alice, mallory, name):
    meeting = AttendanceFactory(meeting=a_meeting(alice, title="Secret")).meeting
    client, address = client_of(mallory), reverse(name, args=[meeting.pk])
    was = Meeting.objects.filter(pk=meeting.pk).values().get()
    for response in (client.get(address), client.post(address, {**NEW, "status": "cancelled"})):
        assert (response.status_code, "Secret" in response.text) in ((404, False), (405, False))
    assert Meeting.objects.filter(pk=meeting.pk).values().get() == was


def test_agenda_and_attendance_of_another_user_are_404(client_of, alice, mallory, day):
    attendance = AttendanceFactory(meeting__day=day)
    client = client_of(mallory)
    assert client.get(agenda(day)).status_code == 404
    assert client.post(agenda(day), NEW).status_code == 404
    data = {f"{attendance.pk}-remember": "mallory", f"{attendance.pk}-status": "met"}
    assert client.post(reverse("attendance", args=[attendance.pk]), data).status_code == 404
    attendance.refresh_from_db()
    assert (attendance.remember, day.meetings.count()) == ("", 1)
    assert Interviewer.objects.count() == 1
