"""Thank-you letters of a visit: whom, the draft, taking up, the ways out, sent."""

from datetime import timedelta

import pytest
import time_machine

from interviews.models import Attendance, Letter
from tests.factories import (
    AskedQuestionFactory,
    AttendanceFactory,
    ImpressionFactory,
    InterviewerFactory,
    LetterFactory,
    MeetingFactory,
    PlannedQuestionFactory,
    QualityFactory,
    QuestionFactory,
    a_note,
)
from tests.views.letters.writing import END, met, page, write


def names(response):
    return [row.person.name for row in response.context["letters"].rows]


def test_three_that_matter_come_first_then_the_order_of_the_day(client, day, panel):
    met(panel, "Zoe", "peer")
    met(panel, "Duncan", "committee_head")
    early = MeetingFactory(day=day, at="08:00", to="08:30")
    met(early, "Nadia")
    met(panel, "Alasdair", "potential_supervisor")
    met(panel, "Fiona", "head_of_hr")

    assert names(page(client, day)) == ["Fiona", "Alasdair", "Duncan", "Nadia", "Zoe"]


def test_without_anybody_met_nothing_is_said_to_be_done(client, day, panel):
    assert "Nothing to send yet" in page(client, day).text
    assert "All done" not in page(client, day).text


def test_who_was_not_there_gets_no_letter(client, day, panel):
    met(panel, "Lewis", status=Attendance.Status.ABSENT)
    off = MeetingFactory(day=day, at="09:00", to="09:30", status="cancelled")
    met(off, "Owen")
    gone = met(panel, "Gone")
    gone.trash(END)
    met(panel, "Nadia")

    assert names(page(client, day)) == ["Nadia"]


def test_who_is_met_twice_gets_one_letter(client, day, panel):
    nadia = met(panel, "Nadia", remember="a dairy")
    lunch = MeetingFactory(day=day, at="11:00", to="12:00")
    AttendanceFactory(meeting=lunch, person=nadia, remember="the night shift")

    response = page(client, day)

    assert names(response) == ["Nadia"]
    assert response.context["letters"].rows[0].remembered == ["the night shift", "a dairy"]


@pytest.mark.parametrize(
    ("after", "state"),
    [
        (timedelta(hours=23), None),
        (timedelta(hours=25), "due"),
        (timedelta(hours=57), "due"),  # Thursday, 23:00
        (timedelta(hours=59), "overdue"),  # Friday, 01:00
    ],
)
def test_letters_are_due_a_day_after_and_overdue_after_two_working_days(
    client, day, panel, after, state
):
    met(panel, "Nadia")

    with time_machine.travel(END + after, tick=False):
        shown = page(client, day).content.decode()

    assert [word for word in (">due<", ">overdue<") if word in shown] == (
        [f">{state}<"] if state else []
    )


def test_missing_role_of_the_three_is_asked_for(client, day, panel):
    met(panel, "Fiona", "head_of_hr")

    missing = page(client, day).context["letters"].missing

    assert missing == ["potential supervisor", "head of the committee"]


def test_draft_thanks_takes_up_the_line_and_says_the_position(client, alice, day, panel):
    nadia = met(panel, "Nadia", remember="came from a dairy too")

    form = write(client, day, nadia).context["form"]

    body = form["body"].value()
    assert body.startswith("Dear Nadia,\n\nthank you for taking the time")
    assert "What stays with me: came from a dairy too\n" in body
    assert "Tuesday, 24 November" in body
    assert "Controls engineer" in body
    assert body.endswith("\n\nKind regards\nAlice")
    assert form["subject"].value() == "Thank you for your time on Tuesday, 24 November"
    assert Letter.objects.count() == 0


def test_each_of_a_panel_has_a_draft_of_their_own(client, day, panel):
    people = [met(panel, name, remember=f"{name}’s line") for name in ("Nadia", "Gregor", "Lewis")]

    bodies = [write(client, day, person).context["form"]["body"].value() for person in people]

    openings = {body.split("\n\n")[1] for body in bodies}
    assert len(openings) == 3
    assert all(f"{p.name}’s line" in body for p, body in zip(people, bodies, strict=True))


def test_material_is_what_was_written_of_the_persons_meetings(client, alice, day, panel):
    nadia = met(panel, "Nadia", remember="came from a dairy")
    a_note(alice, "# Panel\n\nOn call one week in four.\n\n- the **pager**", meeting=panel, day=day)
    ImpressionFactory(meeting=panel, observation="both looked tired", dimension__owner=alice)
    other = MeetingFactory(day=day, at="09:00", to="09:30")
    a_note(alice, "not hers", meeting=other, day=day)

    material = write(client, day, nadia).context["material"]

    assert [m.text for m in material] == [
        "came from a dairy",
        "both looked tired",
        "On call one week in four.",
        "the pager",
    ]


def test_answers_and_what_they_asked_are_material_of_their_meeting_alone(client, alice, day, panel):
    nadia = met(panel, "Nadia")
    other = MeetingFactory(day=day, at="09:00", to="09:30")
    bank = QuestionFactory(owner=alice, text="How is performance assessed?")
    PlannedQuestionFactory(meeting=panel, question=bank, answer="Every quarter.")
    PlannedQuestionFactory(meeting=other, question=bank, answer="Nobody knows.")
    PlannedQuestionFactory(meeting=panel, question__owner=alice)
    AskedQuestionFactory(meeting=panel, text="Why controls?", answer="The stuck valve.")
    AskedQuestionFactory(meeting=other, text="Why not sales?")
    QualityFactory(application=day.application, sought="patience", example="the old dairy")
    QualityFactory(application=day.application, sought="clear writing")
    QualityFactory(application__company=day.application.company, example="of another position")

    material = write(client, day, nadia).context["material"]

    assert [(m.text, m.source) for m in material] == [
        ("Every quarter.", "Their answer to “How is performance assessed?”, Panel"),
        ("Why controls?", "They asked, Panel"),
        ("the old dairy", "Your example of “patience”"),
    ]


def test_marked_passages_come_before_the_others_and_once(client, alice, day, panel):
    nadia = met(panel, "Nadia Rahman")
    a_note(alice, "A long table.\n\n- **They said:** we hire in May", meeting=panel, day=day)

    material = write(client, day, nadia).context["material"]

    assert [(m.text, m.source) for m in material] == [
        ("we hire in May", "They said, Panel"),
        ("A long table.", "Note, Panel"),
    ]


def test_each_of_a_panel_is_offered_first_what_names_them(client, alice, day, panel):
    people = [met(panel, name) for name in ("Nadia Rahman", "Dr. Gregor Mair")]
    a_note(
        alice,
        "The long table.\n\nGregor on alarms.\n\nDr. Rahman’s night shift.",
        meeting=panel,
        day=day,
    )

    first = [write(client, day, person).context["material"][0].text for person in people]

    assert first == ["Dr. Rahman’s night shift.", "Gregor on alarms."]


def test_taken_up_passage_stands_before_the_last_sentences(client, alice, day, panel):
    nadia = met(panel, "Nadia")
    a_note(alice, "On call one week in four.", meeting=panel, day=day)
    response = write(client, day, nadia)
    (material,), form = response.context["material"], response.context["form"]

    data = {"subject": form["subject"].value(), "body": form["body"].value(), "was": ""}
    response = write(client, day, nadia, **data, taken=material.key)

    assert response.status_code == 302
    parts = Letter.objects.get(person=nadia).body.split("\n\n")
    assert parts[2] == "On call one week in four."
    assert parts[3].startswith("I would be glad to work with you")
    assert parts[-1] == "Kind regards\nAlice"


def test_passage_finds_a_place_where_nothing_of_the_template_is_left(client, alice, day, panel):
    letter = LetterFactory(day=day, person=met(panel, "Nadia"), subject="Hi", body="Dear Nadia")
    a_note(alice, "On call one week in four.", meeting=panel, day=day)
    response = write(client, day, letter.person)
    (material,), form = response.context["material"], response.context["form"]

    data = {"subject": "Hi", "body": "Dear Nadia", "was": form["was"].value()}
    write(client, day, letter.person, **data, taken=material.key)

    letter.refresh_from_db()
    assert letter.body == "Dear Nadia\n\nOn call one week in four."


@pytest.mark.parametrize("missing", ["subject", "body"])
def test_letter_lacks_nothing(client, day, panel, missing):
    nadia = met(panel, "Nadia")
    data = {"subject": "Thank you", "body": "Dear Nadia", missing: " "}

    response = write(client, day, nadia, **data)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [missing]
    assert Letter.objects.count() == 0


def test_letter_changed_in_another_window_is_shown_before_it_is_replaced(client, day, panel):
    letter = LetterFactory(day=day, person=met(panel, "Nadia"), subject="A", body="First")
    was = write(client, day, letter.person).context["form"]["was"].value()
    write(client, day, letter.person, subject="A", body="From the laptop", was=was)

    stale = write(client, day, letter.person, subject="A", body="From the phone", was=was)

    letter.refresh_from_db()
    assert (stale.status_code, letter.body) == (409, "From the laptop")
    form = stale.context["form"]
    assert [(field.label, field.text) for field in form.theirs] == [("Letter", "From the laptop")]
    assert form["body"].value() == "From the phone"
    data = {"subject": "A", "body": "From the phone", "was": form["was"].value()}
    assert write(client, day, letter.person, **data).status_code == 302
    letter.refresh_from_db()
    assert letter.body == "From the phone"


def test_same_words_in_two_letters_are_marked(client, day, panel):
    words = "I would be glad to share the pager with you"
    for name, rest in (("Nadia", "today."), ("Gregor", "always.")):
        LetterFactory(day=day, person=met(panel, name), body=f"Dear {name}, {words} {rest}")

    shared = page(client, day).context["letters"].shared

    assert sorted(shared.values()) == [[(words, "Gregor")], [(words, "Nadia")]]


def test_letters_to_merged_people_are_one(alice, day, panel):
    one, two = met(panel, "Nadia"), InterviewerFactory(company=day.application.company, name="N.")
    LetterFactory(day=day, person=one, body="Dear Nadia")
    LetterFactory(day=day, person=two, body="Dear N.")

    one.merge(two, END)

    assert [letter.body for letter in Letter.objects.visible_to(alice)] == ["Dear Nadia"]
    assert "Dear N." in one.remarks
