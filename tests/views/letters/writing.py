"""People met, and letters to them."""

from django.urls import reverse

from tests.factories import AttendanceFactory, InterviewerFactory, RoleFactory, utc

END = utc(2026, 11, 24, 14, 0)  # of the panel, a Tuesday


def met(meeting, name, role=None, **fields):
    """Somebody in that meeting."""
    company = meeting.day.application.company
    email = fields.pop("email", "")
    person = InterviewerFactory(company=company, name=name, email=email)
    AttendanceFactory(meeting=meeting, person=person, **fields)
    if role:
        RoleFactory(application=meeting.day.application, person=person, role=role)
    return person


def page(client, day):
    return client.get(reverse("visit-letters", args=[day.pk]))


def write(client, day, person, **data):
    address = reverse("letter-write", args=[day.pk, person.pk])
    return client.post(address, data) if data else client.get(address)
