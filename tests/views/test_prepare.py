"""Preparing a visit: tasks, what is open and unknown, qualities, sources, logistics, expenses."""

from datetime import date
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.urls import reverse

from interviews.models import Expense, Letter, PlannedQuestion, Quality, Question, Source, Task
from interviews.models.task import DEFAULT_TASKS
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
    a_day,
    utc,
)

NOW = utc(2026, 11, 18, 9, 0)  # the Wednesday before the visit on Tuesday, 24 November


@pytest.fixture(autouse=True)
def on_the_wednesday_before():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


@pytest.fixture
def day(alice):
    return a_day(alice, "Harrow", "Process engineer")


@pytest.fixture
def begun(day):
    """The visit, with an empty list of tasks."""
    day.tasks_begun_at = NOW
    day.save()
    return day


def at(name, day, *ids):
    return reverse(name, args=[day.pk, *ids])


def texts(day):
    return list(Task.objects.filter(day=day).values_list("text", flat=True))


def fractions(response):
    return {row.what: (row.done, row.of) for row in response.context["open"]}


# Tasks


def test_first_list_has_ten_tasks_due_before_and_after_the_visit(client, day):
    response = client.get(at("visit-prepare", day))

    tasks = Task.objects.of(day)
    assert [task.text for task in tasks] == [text for _, text, _ in DEFAULT_TASKS]
    assert len(tasks) == 10
    assert [task.due_on.day for task in tasks] == [18, 18, 18, 18, 20, 22, 22, 24, 25, 27]
    assert "overdue" not in response.text  # the visit is six days away: due today at the earliest
    with time_machine.travel(utc(2026, 11, 21, 9), tick=False):
        assert client.get(at("visit-prepare", day)).text.count("overdue") == 5
    assert fractions(response)["Tasks done"] == (0, 10)


def test_list_is_made_once_and_an_emptied_one_stays_empty(client, day):
    client.get(at("visit-prepare", day))
    Task.objects.filter(day=day).delete()

    assert "Nothing on the list." in client.get(at("visit-prepare", day)).text
    assert texts(day) == []


def test_later_visit_starts_from_the_last_list_and_nothing_of_it_is_done(client, alice, begun):
    TaskFactory(day=begun, text="Polish the shoes", stage="after", days=3, done_at=NOW)
    sample = a_day(alice, "Sample", tasks_begun_at=utc(2026, 11, 19))
    sample.application.company.is_sample = True
    sample.application.company.save()
    later = a_day(alice, "Marrable")
    client.get(at("visit-prepare", later))

    (task,) = Task.objects.filter(day=later)
    assert (task.text, task.stage, task.days, task.done_at) == (
        "Polish the shoes",
        "after",
        3,
        None,
    )


def test_task_is_done_with_one_tap_and_open_again_with_another(client, begun):
    task = TaskFactory(day=begun)
    client.post(at("task-done", begun, task.pk), {"done": "1"})
    task.refresh_from_db()
    assert task.done_at == NOW

    response = client.post(
        at("task-done", begun, task.pk), {"done": ""}, headers={"HX-Request": "true"}
    )
    task.refresh_from_db()
    assert task.done_at is None
    assert "<html" not in response.text
    assert f"Not done: {task.text}" in response.text
    assert 'hx-swap-oob="true"' in response.text
    assert "0 of 1" in response.text


def test_task_is_added_moved_and_moves_with_its_visit(client, begun):
    typed = {"text": "  Iron  the shirt ", "stage": "before", "days": "1"}
    client.post(at("visit-prepare", begun), typed)
    client.post(at("visit-prepare", begun), {"shipped": DEFAULT_TASKS[0][1]})
    assert texts(begun) == ["Iron the shirt", DEFAULT_TASKS[0][1]]

    task = Task.objects.of(begun)[1]
    client.post(at("task-move", begun, task.pk), {"to": "up"})
    begun.date = date(2026, 12, 1)
    assert [(t.text[:4], t.due_on.day) for t in Task.objects.of(begun)] == [
        ("Conf", 21),
        ("Iron", 30),
    ]


def test_task_without_words_or_too_far_away_is_refused(client, begun):
    response = client.post(
        at("visit-prepare", begun), {"text": " ", "stage": "before", "days": 400}
    )

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"text", "days"}
    assert texts(begun) == []


def test_removed_row_comes_back_as_it_was(client, begun):
    rows = [
        ("task", TaskFactory(day=begun, done_at=NOW)),
        ("expense", ExpenseFactory(day=begun)),
        ("quality", QualityFactory(application=begun.application, example="I did.")),
        ("source", SourceFactory(company=begun.application.company, learned="Much.")),
    ]
    for noun, row in rows:
        before = type(row).objects.filter(pk=row.pk).values().get()
        assert "Remove it" in client.get(at(f"{noun}-remove", begun, row.pk)).text
        client.post(at(f"{noun}-remove", begun, row.pk))
        assert not type(row).objects.filter(pk=row.pk).exists()
        client.post(reverse("removed-restore"))
        assert type(row).objects.filter(pk=row.pk).values().get() == before


def test_removed_row_does_not_come_back_to_a_visit_in_the_trash(client, begun):
    task = TaskFactory(day=begun)
    client.post(at("task-remove", begun, task.pk))
    begun.trash(NOW)

    assert client.post(reverse("removed-restore")).status_code == 404
    assert not Task.objects.exists()


# What is open, and what is unknown


def test_fractions_count_facts(client, begun):
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
    TaskFactory(day=begun, done_at=NOW)
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


# Qualities


def test_qualities_are_picked_from_the_job_description(client, day):
    day.application.job_description = "Tune loops. Wanted: clear writing, patience."
    day.application.save()
    page = client.get(at("prepare-qualities", day))
    assert page.context["offers"] == ["Tune loops", "clear writing", "patience"]

    data = {"picked": ["patience", "Tune loops"], "sought": "good  humour"}
    client.post(at("prepare-qualities", day), data)
    assert set(Quality.objects.values_list("sought", flat=True)) == {
        "patience", "Tune loops", "good humour",
    }  # fmt: skip
    assert client.get(at("prepare-qualities", day)).context["offers"] == ["clear writing"]

    forged = client.post(at("prepare-qualities", day), {"picked": ["<not there>"]})
    assert (forged.status_code, Quality.objects.count()) == (422, 3)
    assert client.post(at("prepare-qualities", day), {}).status_code == 422


def test_quality_takes_an_example_and_stands_once(client, day):
    row = QualityFactory(application=day.application, sought="patience")
    QualityFactory(application=day.application, sought="writing")
    client.post(at("quality-edit", day, row.pk), {"sought": "patience", "example": "The valve."})
    row.refresh_from_db()
    assert row.example == "The valve."

    response = client.post(at("quality-edit", day, row.pk), {"sought": "writing"})
    assert response.status_code == 422
    assert "That is on your list already." in response.text


def test_quality_appears_at_the_meetings_that_it_fits_and_in_letters(client, day):
    quality = {"application": day.application, "example": "Dead time at the dairy."}
    QualityFactory(sought="control engineering", **quality)
    meeting = MeetingFactory(day=day, title="Process controls")
    lunch = MeetingFactory(day=day, title="Lunch", at="12:00", to="13:00")
    person = AttendanceFactory(meeting=meeting).person

    assert "Dead time at the dairy." in client.get(meeting.get_absolute_url()).text
    assert "Dead time at the dairy." not in client.get(lunch.get_absolute_url()).text
    letter = client.get(at("letter-write", day, person.pk))
    found = [m for m in letter.context["material"] if m.text == "Dead time at the dairy."]
    assert [m.source for m in found] == ["Your example of “control engineering”"]
    client.post(
        at("letter-write", day, person.pk),
        {"subject": "Thanks", "body": letter.context["form"].initial["body"],
         "taken": found[0].key},
    )  # fmt: skip
    assert "Dead time at the dairy." in Letter.objects.get().body


# Sources


def test_source_is_kept_with_the_company_and_shows_at_other_visits(client, alice, day):
    meeting = MeetingFactory(day=day, title="Wrap-up")
    data = {"title": "Annual report", "kind": "report", "address": "harrow.example/report",
            "read_on": "2026-11-17", "learned": "A new hall.", "use_in": meeting.pk}  # fmt: skip
    client.post(at("prepare-sources", day), data)

    source = Source.objects.get()
    assert (source.company, source.use_in) == (day.application.company, meeting)
    assert "A new hall." in client.get(meeting.get_absolute_url()).text
    assert "A new hall." in client.get(day.application.company.get_absolute_url()).text
    assert '<dt>Read</dt><dd dir="auto">Annual report</dd>' in client.get(at("day-sheet", day)).text
    assert source.address == "https://harrow.example/report"
    other = a_day(alice, "Harrow", "Quality engineer")
    assert "A new hall." in client.get(at("prepare-sources", other)).text


def test_source_becomes_a_question_planned_for_its_meeting(client, alice, day):
    meeting = MeetingFactory(day=day)
    data = {"title": "Report", "kind": "report", "use_in": meeting.pk, "question": "Why a hall?"}
    client.post(at("prepare-sources", day), data)
    client.post(at("source-edit", day, Source.objects.get().pk), data)  # again: still one

    (planned,) = PlannedQuestion.objects.filter(meeting=meeting)
    assert planned.question.text == "Why a hall?"
    assert Question.objects.visible_to(alice).count() > 32  # beside those that ship


def test_source_takes_no_meeting_of_another_visit(client, alice, day):
    elsewhere = MeetingFactory(day=a_day(alice, "Marrable"))
    data = {"title": "News", "kind": "periodical", "use_in": elsewhere.pk}

    assert client.post(at("prepare-sources", day), data).status_code == 422
    assert Source.objects.count() == 0


# Logistics


def test_logistics_change_only_what_is_theirs(client, day):
    client.post(at("prepare-logistics", day), {"arrival": "08:45", "accommodation": "No nuts"})

    day.refresh_from_db()
    assert (day.arrival, day.accommodation, day.date) == ("08:45", "No nuts", date(2026, 11, 24))


def test_expenses_add_up_by_currency(client, begun):
    address = at("prepare-expenses", begun)
    for what, amount, currency in (("Train", "42,50", "gbp"), ("Taxi", "7.5", "GBP"),
                                   ("Hotel", "80", "EUR")):  # fmt: skip
        data = {"what": what, "amount": amount, "currency": currency}
        assert client.post(address, data).status_code == 302
    train = Expense.objects.get(what="Train")
    client.post(at("expense-state", begun, train.pk), {"state": "paid"})

    sums = client.get(address).context["sums"]
    assert [(s.currency, s.spent, s.claimed, s.missing) for s in sums] == [
        ("EUR", Decimal(80), 0, Decimal(80)),
        ("GBP", Decimal(50), Decimal("42.50"), Decimal("7.50")),
    ]
    client.post(at("expense-state", begun, train.pk), {"state": "open"})
    train.refresh_from_db()
    assert (train.claimed_at, train.paid_at) == (None, None)


@pytest.mark.parametrize(
    ("amount", "currency", "field"),
    [("0", "GBP", "amount"), ("-1", "GBP", "amount"), ("NaN", "GBP", "amount"),
     ("1e400", "GBP", "amount"), ("1", "€", "currency"), ("1", "ÄÖÜ", "currency")],
)  # fmt: skip
def test_expense_that_is_no_money_is_refused(client, begun, amount, currency, field):
    data = {"what": "Train", "amount": amount, "currency": currency}
    response = client.post(at("prepare-expenses", begun), data)

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert Expense.objects.count() == 0


# Found again


def test_preparation_is_found_by_its_words(client, day):
    company = day.application.company
    SourceFactory(company=company, title="Annual report", learned="A new xylophone hall.")
    QualityFactory(application=day.application, sought="Xylophones", example="In a band.")
    day.application.first_said = "They like the xylophone."
    day.application.save()

    hits = client.get(reverse("history"), {"q": "xylophone"}).context["rows"]
    application = day.application.get_absolute_url()
    assert {(hit.kind, hit.title, hit.url, hit.company) for hit in hits} == {
        ("source", "Annual report", f"{company.get_absolute_url()}#sources-title", "Harrow"),
        ("quality", "Xylophones", f"{application}#qualities", "Harrow"),
        ("application", "Process engineer", application, "Harrow"),
    }
    day.application.trash(NOW)
    hits = client.get(reverse("history"), {"q": "xylophone"}).context["rows"]
    assert [hit.kind for hit in hits] == ["source"]
