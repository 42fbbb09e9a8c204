"""What was read about a company, and where it is of use."""

from django.urls import reverse

from interviews.models import PlannedQuestion, Question, Source
from tests.factories import MeetingFactory, a_day


def at(name, day, *ids):
    return reverse(name, args=[day.pk, *ids])


def test_source_is_kept_with_the_company_and_shows_at_other_visits(client, alice, day):
    meetings = [
        MeetingFactory(day=day, title=title, at=at, to=to)
        for title, at, to in (("Panel", "09:00", "09:30"), ("Wrap-up", "16:00", "16:30"))
    ]
    data = {"title": "Annual report", "kind": "report", "address": "harrow.example/report",
            "read_on": "2026-11-17", "learned": "A new hall.",
            "meetings": [meeting.pk for meeting in meetings]}  # fmt: skip
    client.post(at("prepare-sources", day), data)

    source = Source.objects.get()
    assert source.company == day.application.company
    assert {use.meeting for use in source.uses.all()} == set(meetings)
    for meeting in meetings:
        assert "A new hall." in client.get(meeting.get_absolute_url()).text
    assert "A new hall." in client.get(day.application.company.get_absolute_url()).text
    assert '<dt>Read</dt><dd dir="auto">Annual report</dd>' in client.get(at("day-sheet", day)).text
    assert source.address == "https://harrow.example/report"
    other = a_day(alice, "Harrow", "Quality engineer")
    assert "A new hall." in client.get(at("prepare-sources", other)).text

    client.post(at("source-edit", day, source.pk), data | {"meetings": [meetings[1].pk]})
    assert [use.meeting for use in source.uses.all()] == meetings[1:]
    assert "A new hall." not in client.get(meetings[0].get_absolute_url()).text


def test_source_becomes_a_question_planned_for_its_meeting(client, alice, day):
    meeting = MeetingFactory(day=day)
    data = {"title": "Report", "kind": "report", "meetings": meeting.pk, "question": "Why a hall?"}
    client.post(at("prepare-sources", day), data)
    client.post(at("source-edit", day, Source.objects.get().pk), data)  # again: still one

    (planned,) = PlannedQuestion.objects.filter(meeting=meeting)
    assert planned.question.text == "Why a hall?"
    assert Question.objects.visible_to(alice).count() > 32  # beside those that ship
    page = client.get(at("prepare-sources", day)).text
    assert f'asked as <a href="{planned.question.get_absolute_url()}"' in page


def test_source_takes_no_meeting_of_another_visit(client, alice, day):
    elsewhere = MeetingFactory(day=a_day(alice, "Marrable"))
    data = {"title": "News", "kind": "periodical", "meetings": elsewhere.pk}

    assert client.post(at("prepare-sources", day), data).status_code == 422
    assert Source.objects.count() == 0
