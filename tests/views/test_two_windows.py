"""Two windows that change the same row: nothing is replaced unseen."""

import pytest
from django.urls import reverse

from tests.factories import (
    InterviewerFactory,
    QualityFactory,
    QuestionFactory,
    SourceFactory,
    TaskFactory,
    a_day,
)

# Each form: a good answer to its other fields, and a text of it that two windows write.
WRITING = {
    "task-edit": ({"stage": "before", "days": "2"}, "text"),
    "quality-edit": ({"sought": "patience"}, "example"),
    "source-edit": ({"title": "Report", "kind": "report"}, "learned"),
    "prepare-first": ({"first_with": "Priya"}, "first_said"),
    "prepare-logistics": ({"arrival": "08:45"}, "travel"),
    "question-edit": ({"text": "Why?", "topic": "team", "when": "early"}, "whom"),
    "visit-edit": (
        {"date": "2026-11-24", "time_zone": "Europe/London", "status": "scheduled",
         "structure": "mixed"},
        "address",
    ),
    "application-edit": ({"position": "Engineer", "outcome": "waiting"}, "job_description"),
    "company-edit": ({"name": "Harrow"}, "about"),
    "person-edit": ({"name": "Ann"}, "remarks"),
}  # fmt: skip


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


@pytest.fixture
def day(alice):
    return a_day(alice, "Harrow", "Engineer")


def address_of(name, day):
    application = day.application
    made = {
        "task-edit": lambda: [day, TaskFactory(day=day)],
        "quality-edit": lambda: [day, QualityFactory(application=application)],
        "source-edit": lambda: [day, SourceFactory(company=application.company)],
        "question-edit": lambda: [QuestionFactory(owner=day.owner)],
        "application-edit": lambda: [application],
        "company-edit": lambda: [application.company],
        "person-edit": lambda: [InterviewerFactory(owner=day.owner, company=None)],
    }
    return reverse(name, args=[row.pk for row in made.get(name, lambda: [day])()])


@pytest.mark.parametrize("name", WRITING)
def test_text_of_another_window_is_shown_before_it_is_replaced(client, day, name):
    address, (typed, text) = address_of(name, day), WRITING[name]
    typed = typed | {"was": client.get(address).context["form"]["was"].value()}

    assert client.post(address, typed | {text: "On the laptop."}).status_code == 302
    stale = client.post(address, typed | {text: "On the phone."})
    assert stale.status_code == 409
    form = stale.context["form"]
    assert [field.text for field in form.theirs] == ["On the laptop."]
    assert (form[text].value(), "On the laptop." in stale.text) == ("On the phone.", True)
    again = typed | {text: "On the phone.", "was": form["was"].value()}
    assert client.post(address, again).status_code == 302
    assert client.get(address).context["form"][text].value() == "On the phone."


def test_what_two_windows_wrote_in_different_fields_is_both_kept(client, day):
    address = reverse("prepare-logistics", args=[day.pk])
    was = client.get(address).context["form"]["was"].value()
    client.post(address, {"arrival": "08:45", "travel": "", "was": was})

    saved = client.post(address, {"arrival": "", "travel": "By train", "was": was})
    assert saved.status_code == 302
    day.refresh_from_db()
    assert (day.arrival, day.travel) == ("08:45", "By train")


def test_choice_of_another_window_is_said_in_words(client, day):
    address = address_of("question-edit", day)
    typed = {"text": "Why?", "topic": "team", "whom": "", "when": "early",
             "was": client.get(address).context["form"]["was"].value()}  # fmt: skip
    client.post(address, typed | {"topic": "salary"})

    stale = client.post(address, typed | {"topic": "culture"})
    assert [(f.label, f.text) for f in stale.context["form"].theirs] == [("Topic", "Salary")]
