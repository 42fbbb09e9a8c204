"""The day sheet: what one needs on the day, and nothing private that was not asked for."""

import pytest
from django.urls import reverse

from interviews.models import Role
from tests.factories import (
    AttendanceFactory,
    InterviewerFactory,
    MeetingFactory,
    PlannedQuestionFactory,
    RoleFactory,
    a_day,
)


@pytest.fixture
def day(alice):
    return a_day(alice, "Marrable", address="12 Saltmarket Wynd, Leith")


def sheet(client, day):
    return client.get(reverse("day-sheet", args=[day.pk])).text


def test_day_sheet_says_when_who_and_where(client_of, alice, day):
    meeting = MeetingFactory(day=day, at="09:00", to="09:45", title="Closing", location="Room 2")
    AttendanceFactory(meeting=meeting, person__name="Fiona Tulloch", title="Head of HR")
    text = sheet(client_of(alice), day)

    for part in ("09:00", "09:45", "Closing", "Room 2", "Fiona Tulloch", "Head of HR"):
        assert part in text
    assert 'data-since="2026-11-24T09:00:00Z" data-until="2026-11-24T09:45:00Z"' in text


def test_questions_stand_with_the_meeting_they_are_for(client_of, alice, day):
    for at, to, text in (("09:00", "09:45", "Who leaves?"), ("10:00", "10:30", "Who stays?")):
        PlannedQuestionFactory(
            meeting=MeetingFactory(day=day, at=at, to=to),
            question__owner=alice,
            question__text=text,
        )
    dropped = MeetingFactory(day=day, at="11:00", to="12:00")
    PlannedQuestionFactory(meeting=dropped, question__owner=alice, question__text="Gone?")
    dropped.trash(dropped.ends_at)
    answer = client_of(alice).get(reverse("day-sheet", args=[day.pk]))
    (date,) = answer.context["line"]

    assert [row.questions for row in date.rows] == [["Who leaves?"], ["Who stays?"]]
    assert "Gone?" not in answer.text


def test_coordinator_is_one_tap_away(client_of, alice, day):
    person = InterviewerFactory(
        company=day.application.company, name="Fiona Tulloch", phone="+44 131 496 0210"
    )
    RoleFactory(application=day.application, person=person, role=Role.Kind.COORDINATOR)

    assert sheet(client_of(alice), day).count('href="tel:+441314960210"') == 2


def test_map_is_a_link_that_asks_nothing_by_itself(client_of, alice, day):
    text = sheet(client_of(alice), day)

    assert (
        'href="https://www.openstreetmap.org/search?query=12+Saltmarket+Wynd%2C+Leith" '
        'target="_blank" rel="noopener noreferrer"' in text
    )
    assert text.count("openstreetmap.org/") == 1


def test_cancelled_meeting_counts_as_neither_now_nor_next(client_of, alice, day):
    MeetingFactory(day=day, status="cancelled", title="Dropped")
    text = sheet(client_of(alice), day)

    assert "Dropped" in text
    assert "data-since" not in text
