"""What is open and unknown before a visit, the first interview, logistics."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.urls import reverse

from tests.factories import (
    AttendanceFactory,
    ExpenseFactory,
    InterviewerFactory,
    MeetingFactory,
    PlannedQuestionFactory,
    QualityFactory,
    QuestionFactory,
    RoleFactory,
    SourceFactory,
    TaskFactory,
    utc,
)


def at(name, day, *ids):
    return reverse(name, args=[day.pk, *ids])


def fractions(response):
    return {row.what: (row.done, row.of) for row in response.context["open"]}


def test_fractions_count_facts(client, begun, now):
    meeting = MeetingFactory(day=begun)
    AttendanceFactory(meeting=meeting, person__title="Director")
    AttendanceFactory(meeting=meeting, person__title="")
    MeetingFactory(day=begun, at="10:00", to="10:30")  # with nobody knows whom
    MeetingFactory(day=begun, at="12:00", to="13:00", format="meal")
    application = begun.application
    SourceFactory(company=application.company, read_on=None)
    SourceFactory(company=application.company)
    QualityFactory(application=application, example="At the dairy.")
    QualityFactory(application=application)
    TaskFactory(day=begun, done_at=now)
    for text in ("Why?", "How?"):
        question = QuestionFactory(owner=begun.owner, text=text)
        PlannedQuestionFactory(meeting=meeting, question=question)
    expected = {
        "People known by name and title": (1, 3),
        "Meetings with a question planned": (1, 2),
        "Sources read": (1, 2),
        "Qualities with an example": (1, 2),
        "Tasks done": (1, 1),
    }

    response = client.get(at("visit-prepare", begun))
    assert fractions(response) == expected
    assert "%" not in response.text.split('id="what-is-open"')[1].split("</section>")[0]
    for address in (begun.get_absolute_url(), "/"):
        assert fractions(client.get(address)) == expected


def test_message_asks_the_first_contact_for_what_is_unknown(client, day):
    company = day.application.company
    contact = InterviewerFactory(company=company, name="Priya Raman", email="priya@example.org")
    RoleFactory(application=day.application, person=contact, role="first_contact")
    RoleFactory(application=day.application, role="coordinator")
    MeetingFactory(day=day, title="Career paths", at="13:15", to="14:00")
    mute = MeetingFactory(day=day, title="The unclear one", format="other", at="15:00", to="15:30")
    AttendanceFactory(meeting=mute, person__name="J. Ferreira", person__title="")

    response = client.get(at("prepare-unknown", day))
    body = response.context["message"].body
    assert body.startswith("Dear Priya Raman,")
    assert "whom I shall meet for “Career paths” at 13:15" in body
    assert "the title of J. Ferreira" in body
    assert "whether “The unclear one” at 15:00 is a talk with one person or a panel" in body
    assert "the position of Process engineer and about Harrow" in body
    assert body.endswith("Kind regards\nAlice")
    link = urlsplit(response.context["mailto"])
    assert (link.scheme, link.path) == ("mailto", "priya@example.org")
    assert parse_qs(link.query)["subject"] == ["Before my visit on Tuesday, 24 November"]


def test_unanswered_question_reminds_after_two_working_days(client, day):
    client.post(at("prepare-unknown", day), {"did": "asked"})  # on a Wednesday
    day.refresh_from_db()
    assert day.asked_on == date(2026, 11, 18)
    reminder = "more than two working days have passed"
    for on, reminds in ((20, False), (21, True)):
        with time_machine.travel(utc(2026, 11, on, 12), tick=False):
            assert (reminder in client.get(at("visit-prepare", day)).text) is reminds
            assert ("has not answered" in client.get("/").text) is reminds

    client.post(at("prepare-unknown", day), {"did": "answered"})
    with time_machine.travel(utc(2026, 11, 23, 12), tick=False):
        assert reminder not in client.get(at("visit-prepare", day)).text
        assert "has not answered" not in client.get("/").text


@pytest.mark.parametrize(
    ("zone", "at", "reminds"),
    [
        ("Pacific/Auckland", utc(2026, 11, 20, 12), True),  # Saturday there
        ("America/New_York", utc(2026, 11, 21, 4), False),  # still Friday there
        ("America/New_York", utc(2026, 11, 21, 6), True),
    ],
)
def test_two_working_days_are_those_of_the_visits_zone(client, day, zone, at, reminds):
    day.time_zone, day.asked_on = zone, date(2026, 11, 18)
    day.save()

    with time_machine.travel(at, tick=False):
        page = client.get(reverse("visit-prepare", args=[day.pk])).text
    assert ("more than two working days have passed" in page) is reminds


def test_dates_of_asking_can_be_set_and_must_follow(client, day):
    address = at("prepare-unknown", day)
    client.post(address, {"asked_on": "2026-11-10", "answered_on": "2026-11-12"})
    day.refresh_from_db()
    assert (day.asked_on, day.answered_on) == (date(2026, 11, 10), date(2026, 11, 12))

    for asked, answered, field in (
        ("", "2026-11-12", "asked_on"),
        ("2026-11-12", "2026-11-10", "answered_on"),
        ("1999-12-31", "", "asked_on"),
    ):
        response = client.post(address, {"asked_on": asked, "answered_on": answered})
        assert (response.status_code, list(response.context["form"].errors)) == (422, [field])


def test_first_interview_belongs_to_the_application(client, day):
    typed = {"first_on": "2026-10-30", "first_with": "Priya", "first_said": "Line 3."}
    client.post(at("prepare-first", day), typed | {"first_promised": "The description"})

    day.application.refresh_from_db()
    assert day.application.first_on == date(2026, 10, 30)
    assert day.application.first_promised == "The description"
    assert "30 Oct, Priya" in client.get(at("visit-prepare", day)).text


def test_logistics_change_only_what_is_theirs(client, day):
    client.post(at("prepare-logistics", day), {"arrival": "08:45", "accommodation": "No nuts"})

    day.refresh_from_db()
    assert (day.arrival, day.accommodation, day.date) == ("08:45", "No nuts", date(2026, 11, 24))


def test_preparation_is_found_by_its_words(client, day, now):
    company = day.application.company
    SourceFactory(company=company, title="Annual report", learned="A new xylophone hall.")
    QualityFactory(application=day.application, sought="Xylophones", example="In a band.")
    day.application.first_said = "They like the xylophone."
    day.application.save()
    task = TaskFactory(day=day, text="Tune the xylophone")
    expense = ExpenseFactory(day=day, what="Xylophone, hired", amount="42.5", currency="GBP")

    hits = client.get(reverse("history"), {"q": "xylophone"}).context["rows"]
    application = day.application.get_absolute_url()
    assert {(hit.kind, hit.title, hit.url, hit.company) for hit in hits} == {
        ("source", "Annual report", f"{company.get_absolute_url()}#sources-title", "Harrow"),
        ("quality", "Xylophones", f"{application}#qualities", "Harrow"),
        ("application", "Process engineer", application, "Harrow"),
        (
            "task",
            "Task: Tune the xylophone",
            f"{at('visit-prepare', day)}#task-{task.pk}",
            "Harrow",
        ),
        (
            "expense",
            "Expense, 42.50 GBP",
            f"{at('prepare-expenses', day)}#expense-{expense.pk}",
            "Harrow",
        ),
    }
    day.application.trash(now)
    hits = client.get(reverse("history"), {"q": "xylophone"}).context["rows"]
    assert [hit.kind for hit in hits] == ["source"]
