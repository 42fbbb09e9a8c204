"""A visit as people have them: ten meetings, nine people, notes and impressions."""

from datetime import date

from interviews.models import Note, Role
from tests.factories import (
    AttendanceFactory,
    DayFactory,
    DimensionFactory,
    ImpressionFactory,
    InterviewerFactory,
    MeetingFactory,
    RoleFactory,
    UserFactory,
    a_note,
)

CLOCKS = ("08:30", "09:00", "09:45", "10:30", "11:15", "12:00", "13:00", "13:45", "14:30", "15:15")


def alice():
    return UserFactory(email="alice@example.org", name="Alice")


def a_full_visit(owner, notes):
    """The visit, and the ids of as many notes, each of a meeting elsewhere, to save into."""
    day = DayFactory(
        application__company__owner=owner,
        application__company__name="Harrow Instruments",
        application__position="Process engineer",
        address="Building Four, Newport", bring="the drawing", dress="safety shoes",
    )  # fmt: skip
    company = day.application.company
    people = [
        InterviewerFactory(company=company, name=f"Person {n}", title=f"Head of part {n}")
        for n in range(9)
    ]
    RoleFactory(application=day.application, person=people[0], role=Role.Kind.COORDINATOR)
    RoleFactory(application=day.application, person=people[1], role=Role.Kind.PEER)
    dimension = DimensionFactory(owner=owner)
    for number, clock in enumerate(CLOCKS):
        meeting = MeetingFactory(
            day=day, at=clock, to=clock[:3] + str(int(clock[3:]) + 14), title=f"Part {number}",
            location="Room 4", format="one_on_one" if number % 2 else "panel", focus="ways",
        )  # fmt: skip
        AttendanceFactory(meeting=meeting, person=people[number % 9], title="Lead")
        if number < 5:
            a_note(owner, f"Part {number} went well.", meeting=meeting)
            ImpressionFactory(meeting=meeting, dimension=dimension)
    a_note(owner, "The lobby was full of plants.", meeting=None, day=day)
    elsewhere = DayFactory(application=day.application, date=date(2026, 12, 1))
    meetings = [
        MeetingFactory(day=elsewhere, title=f"Other {n}", overlap_allowed=True)
        for n in range(notes)
    ]
    return day, [
        str(Note.objects.get(pk=a_note(owner, "First words.", meeting=meeting).pk).pk)
        for meeting in meetings
    ]
