"""Calendar files, the secret address for subscriptions, and cards of people."""

import io
import logging
import re

import icalendar
import pytest
import vobject
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interviews.log import JsonFormatter
from interviews.models import Attendance, CalendarFeed, Interviewer, Meeting, Note
from tests.factories import (
    AttendanceFactory,
    InterviewerFactory,
    RoleFactory,
    a_day,
    a_meeting,
    a_note,
    utc,
)


def events(response):
    return icalendar.Calendar.from_ical(response.content).walk("VEVENT")


def new_address(client):
    """The path of the address that the page shows once."""
    page = client.post(reverse("feed-renew")).text
    return re.search(r"http://testserver(/calendar/[\w-]{43}\.ics)</textarea>", page)[1]


def test_visit_calendar_has_each_meeting_once(alice, client_of):
    day = a_day(alice, address="1 High Street")
    first = a_meeting(alice, day=day, title="Welcome", location="Room 1")
    off = a_meeting(alice, day=day, at="10:00", to="11:00", status="cancelled")
    ruth = InterviewerFactory(company=day.application.company, name="Ruth", title="HR lead")
    AttendanceFactory(meeting=first, person=ruth)
    found = events(client_of(alice).get(reverse("visit-calendar", args=[day.pk])))

    assert [(e["uid"], e["status"]) for e in found] == [
        (f"{first.pk}@second-look", "CONFIRMED"),
        (f"{off.pk}@second-look", "CANCELLED"),
    ]
    assert found[0]["location"] == "Room 1, 1 High Street"
    assert str(found[0]["description"]) == "Engineer, Marrable\n\nRuth, HR lead"
    assert found[0]["dtstart"].params["TZID"] == "Europe/London"


def test_sequence_grows_with_what_a_calendar_shows(alice):
    meeting = a_meeting(alice)

    def sequence():
        return Meeting.objects.get(pk=meeting.pk).sequence

    assert sequence() == 0
    meeting.format = "panel"  # not shown
    meeting.save()
    assert sequence() == 0
    meeting.location = "Room 2"
    meeting.save()
    assert sequence() == 1
    meeting.day.move(meeting.day.date.replace(day=25), None, "Europe/London")
    assert sequence() == 2
    meeting.refresh_from_db()
    meeting.take_status("cancelled")
    assert sequence() == 3


def test_notes_leave_only_where_chosen(alice, client_of):
    note = a_note(alice, "What I really think.")
    client, address = client_of(alice), reverse("meeting-calendar", args=[note.meeting_id])

    assert "really think" not in str(events(client.get(address))[0]["description"])
    client.post(reverse("account-calendar"), {"with_notes": "on", "alarm": "30"})
    (event,) = events(client.get(address))
    assert "What I really think." in event["description"]
    assert len(event.walk("VALARM")) == 1


def test_feed_shows_its_owner_alone(alice, mallory, client_of):
    mine = a_meeting(alice)
    a_meeting(mallory)
    sample = a_day(alice, "Sample")
    sample.application.company.is_sample = True
    sample.application.company.save()
    a_meeting(alice, day=sample)
    address = new_address(client_of(alice))

    for client in (Client(), client_of(mallory)):
        assert [e["uid"] for e in events(client.get(address))] == [f"{mine.pk}@second-look"]


def test_feed_is_kept_as_a_hash_and_stays_out_of_the_log(alice, client_of):
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    try:
        address = new_address(client_of(alice))
        Client().get(address)
        Client().get(address.replace(".ics", "x.ics"))
    finally:
        logging.getLogger().removeHandler(handler)
    token = address.removeprefix("/calendar/").removesuffix(".ics")

    assert stream.getvalue().count('"route": "calendar-feed"') == 2
    assert token not in stream.getvalue()
    assert token not in str(CalendarFeed.objects.values())


def test_feed_ends_when_it_is_renewed_revoked_or_its_user_is_gone(alice, client_of):
    client = client_of(alice)
    first = new_address(client)
    second = new_address(client)
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)
    client.post(reverse("feed-revoke"))
    assert Client().get(second).status_code == 404
    third = new_address(client)
    alice.is_active = False
    alice.save()
    assert Client().get(third).status_code == 404


def test_feed_tells_when_it_was_used_last(alice, client_of):
    client = client_of(alice)
    address = new_address(client)
    assert "No calendar has asked yet." in client.get(reverse("account-calendar")).text
    Client().get(address)
    assert "A calendar last asked" in client.get(reverse("account-calendar")).text


def test_unchanged_feed_is_not_sent_again(alice, client_of):
    meeting = a_meeting(alice)
    address = new_address(client_of(alice))
    first = Client().get(address)
    headers = {"If-None-Match": first["ETag"]}
    again = Client().get(address, headers=headers)
    assert (again.status_code, again.content) == (304, b"")
    meeting.trash(timezone.now())
    changed = Client().get(address, headers=headers)
    assert (changed.status_code, events(changed)) == (200, [])


def test_visit_cards_are_those_who_come_in_it(alice, client_of):
    meeting = a_meeting(alice)
    company = meeting.day.application.company
    AttendanceFactory(meeting=meeting, person=InterviewerFactory(company=company, name="Ruth A"))
    RoleFactory(
        application=meeting.day.application,
        person=InterviewerFactory(company=company, name="Owen B"),
    )
    InterviewerFactory(company=company, name="Nobody C")
    content = client_of(alice).get(reverse("visit-cards", args=[meeting.day.pk])).content.decode()

    assert [card.fn.value for card in vobject.readComponents(content)] == ["Owen B", "Ruth A"]


@pytest.mark.parametrize("alarm", ["7", "x"])
def test_unknown_alarm_is_turned_down(alice, client_of, alarm):
    response = client_of(alice).post(reverse("account-calendar"), {"alarm": alarm})

    assert response.status_code == 422
    assert CalendarFeed.objects.visible_to(alice).values_list("alarm").first() in (None, (None,))


def test_sequence_grows_with_what_an_event_shows_of_its_visit(alice):
    meeting = a_meeting(alice)
    day = meeting.day

    def sequence():
        return Meeting.objects.get(pk=meeting.pk).sequence

    day.dress = "not shown"
    day.save()
    assert sequence() == 0
    day.address = "2 High Street"
    day.save()
    assert sequence() == 1
    meeting.focus = "depth"
    meeting.save()  # its own count is an old one by now
    assert sequence() == 2
    day.status = "cancelled"
    day.save()
    assert sequence() == 3


def test_events_of_a_cancelled_visit_say_so(alice, client_of):
    meeting = a_meeting(alice, day=a_day(alice, status="cancelled"))
    (event,) = events(client_of(alice).get(reverse("meeting-calendar", args=[meeting.pk])))

    assert (event["status"], str(event["summary"])) == ("CANCELLED", "Cancelled: Interview")


def test_stamp_is_that_of_the_last_change_to_what_is_shown(alice, client_of):
    note = a_note(alice, "Kind.")
    attendance = AttendanceFactory(meeting=note.meeting)
    Meeting.objects.update(updated_at=utc(2026, 1, 1))
    Interviewer.objects.update(updated_at=utc(2026, 1, 2))
    Attendance.objects.filter(pk=attendance.pk).update(updated_at=utc(2026, 1, 3))
    Note.objects.update(updated_at=utc(2026, 1, 4))
    client, address = client_of(alice), reverse("meeting-calendar", args=[note.meeting_id])

    def stamp():
        return events(client.get(address))[0]["dtstamp"].dt

    assert stamp() == utc(2026, 1, 3)
    client.post(reverse("account-calendar"), {"with_notes": "on", "alarm": ""})
    assert stamp() == utc(2026, 1, 4)
