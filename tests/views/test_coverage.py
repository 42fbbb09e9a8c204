"""My questions at a visit: planned, asked, answered, and what is still open."""

import pytest
from django.urls import reverse

from interviews.models import InterviewDay, PlannedQuestion, Question
from tests.factories import (
    AttendanceFactory,
    PlannedQuestionFactory,
    QuestionFactory,
    RoleFactory,
    a_day,
    a_meeting,
    utc,
)

MORNING, NOON = utc(2026, 11, 24, 8, 0), utc(2026, 11, 24, 12, 0)


@pytest.fixture
def client(alice, client_of, time_machine):
    time_machine.move_to(NOON, tick=False)
    return client_of(alice)


@pytest.fixture
def day(alice):
    return a_day(alice, structure=InterviewDay.Structure.STRUCTURED)


def meet(day, at, to, name, role=None, **fields):
    meeting = a_meeting(day.owner, day=day, at=at, to=to, title=f"Meeting {name}", **fields)
    attendance = AttendanceFactory(meeting=meeting, person__name=name)
    if role:
        RoleFactory(application=day.application, person=attendance.person, role=role)
    return meeting


def page_of(client, day):
    return client.get(reverse("visit-questions", args=[day.pk]))


def plan(client, day, **data):
    return client.post(reverse("visit-questions", args=[day.pk]), data)


def test_each_gets_what_suits_and_hr_is_asked_about_pay_last(client, alice, day):
    meet(day, "13:00", "13:30", "Ruth", "head_of_hr")
    meet(day, "14:00", "14:30", "Tomasz", "potential_supervisor")
    meet(day, "16:00", "16:30", "Ruth Again", "head_of_hr")

    slots = page_of(client, day).context["coverage"].slots

    topics = [{q.topic for q in slot.suggested} for slot in slots]
    assert topics[1] == {"supervisor", "expectations"}
    assert topics[2] == {"salary", "benefits"}
    assert "salary" not in topics[0]


def test_question_is_planned_and_taken_off_in_place(client, day):
    meeting = meet(day, "14:00", "14:30", "Tomasz")
    question = QuestionFactory(owner=day.owner, text="What about tools?")
    key = f"{meeting.pk}:{question.pk}"

    answer = plan(client, day, plan=key)
    assert (answer.status_code, answer.url) == (302, reverse("visit-questions", args=[day.pk]))
    part = client.post(answer.url, {"unplan": key}, headers={"HX-Request": "true"})

    assert part.text.lstrip().startswith("<form") or '<form id="coverage"' in part.text
    assert "No longer planned for Meeting Tomasz." in part.text
    assert not PlannedQuestion.objects.exists()


def test_asking_everyone_plans_it_for_all_who_are_still_to_come(client, day):
    meet(day, "09:00", "09:30", "Gone")
    coming = [meet(day, "13:00", "13:30", "Ann"), meet(day, "14:00", "14:30", "Bob")]
    meet(day, "15:00", "15:30", "Off", status="cancelled")
    question = QuestionFactory(owner=day.owner)

    plan(client, day, everyone=question.pk)

    planned = PlannedQuestion.objects.filter(question=question)
    assert set(planned.values_list("meeting", flat=True)) == {m.pk for m in coming}


def test_answers_stand_side_by_side_and_cover_their_topic(client, day):
    question = QuestionFactory(owner=day.owner, topic="training", text="How does one learn?")
    for at, name, words in (("09:00", "Ann", "A week."), ("10:00", "Bob", "A year.")):
        meeting = meet(day, at, f"{at[:2]}:30", name)
        PlannedQuestionFactory(meeting=meeting, question=question, answer=words)

    answer = page_of(client, day)

    (line,) = answer.context["coverage"].side_by_side
    assert [(c.slot.names, c.planned.answer) for c in line.asked] == [
        (["Ann"], "A week."), (["Bob"], "A year."),
    ]  # fmt: skip
    assert "Answers side by side" in answer.text
    uncovered = {key for key, *_ in answer.context["coverage"].uncovered}
    assert uncovered == set(Question.Topic.values) - {"training"}


def test_what_was_not_asked_names_who_is_left(client, day):
    question = QuestionFactory(owner=day.owner, text="Who left?")
    PlannedQuestionFactory(meeting=meet(day, "09:00", "09:30", "Gone"), question=question)
    meet(day, "14:00", "14:30", "Ann")

    (line,) = page_of(client, day).context["coverage"].open

    assert (line.text, [slot.names for slot in line.left]) == ("Who left?", [["Ann"]])


def test_after_a_meeting_its_page_says_what_is_open_and_plans_it_for_who_is_left(client, day):
    question = QuestionFactory(owner=day.owner, text="Who left?", topic="team")
    over = meet(day, "09:00", "09:30", "Gone", focus="computer skills")
    PlannedQuestionFactory(meeting=over, question=question)
    coming = meet(day, "14:00", "14:30", "Ann")
    assert client.get(coming.get_absolute_url()).context["coverage"] is None

    page = client.get(over.get_absolute_url())
    part = page.text.split('id="open"')[1].split("</section>")[0]
    assert part.index("Who left?") < part.index("14:00 ") < part.index("Ann")
    assert "Promised and not discussed" in part
    assert "computer skills" in part
    assert "Topics that nobody has covered yet: 16" in part
    assert "<li>Training</li>" in part

    answer = plan(client, day, plan=f"{coming.pk}:{question.pk}", **{"from": over.pk})
    assert answer.url == f"{over.get_absolute_url()}#open"
    assert PlannedQuestion.objects.filter(meeting=coming, question=question).exists()
    elsewhere = a_meeting(day.owner)
    answer = plan(client, day, plan=f"{coming.pk}:{question.pk}", **{"from": elsewhere.pk})
    assert answer.url == reverse("visit-questions", args=[day.pk])


def test_once_the_day_is_over_now_says_what_was_left_open(client, day, time_machine):
    question = QuestionFactory(owner=day.owner, text="Who left?", topic="team")
    for at, name in (("09:00", "Ann"), ("14:00", "Bob")):
        meeting = meet(day, at, f"{at[:2]}:30", name, focus=f"{name}'s area")
        PlannedQuestionFactory(meeting=meeting, question=question)
    time_machine.move_to(utc(2026, 11, 24, 20), tick=False)

    part = client.get(reverse("now")).text.split('id="open"')[1].split("</section>")[0]
    assert "Nobody is left on the day" in part
    assert part.index("Ann&#x27;s area") < part.index("Bob&#x27;s area")
    assert "Topics that nobody has covered yet: 16" in part


def test_area_of_a_structured_day_that_left_no_trace_is_named(client, day):
    meet(day, "09:00", "09:30", "Ann", focus="computer skills")
    talked = meet(day, "10:00", "10:30", "Bob", focus="work background")
    meet(day, "14:00", "14:30", "Cid", focus="to come")
    PlannedQuestionFactory(meeting=talked, answer="Yes.")

    def named():
        slots = page_of(client, day).context["coverage"].undiscussed
        return [slot.meeting.focus for slot in slots]

    assert named() == ["computer skills"]
    InterviewDay.objects.filter(pk=day.pk).update(structure="unstructured")
    assert named() == []


def test_several_are_ticked_for_one_meeting_and_what_was_asked_stays(client, day):
    meeting = meet(day, "14:00", "14:30", "Ann")
    asked = PlannedQuestionFactory(meeting=meeting, answer="Yes.")
    off = PlannedQuestionFactory(meeting=meeting)
    on = QuestionFactory(owner=day.owner)
    address = reverse("meeting-questions", args=[meeting.pk])

    assert f'value="{asked.question_id}" checked disabled' in client.get(address).text
    client.post(address, {"question": [on.pk]})

    kept = set(PlannedQuestion.objects.values_list("question", flat=True))
    assert kept == {asked.question_id, on.pk}
    assert off.question_id not in kept


def test_answer_is_kept_on_the_meeting_page(client, alice):
    planned = PlannedQuestionFactory(meeting=a_meeting(alice), question__text="Who left?")
    address = reverse("planned-question", args=[planned.pk])

    answer = client.post(address, {"answer": "Nobody.", "was": ""}, follow=True)

    assert "“Who left?” is answered." in answer.text
    assert "data-state>answered</span>" in answer.text
    assert client.post(address, {"answer": "x" * 5_001}).status_code == 422
    assert "has an answer" in client.post(address, {"open": "1"}, follow=True).text


@pytest.mark.parametrize("key", ["", ":", "x:y", "\x00:\x00", "unknown"])
def test_odd_plans_are_not_found(client, day, key):
    assert plan(client, day, plan=key).status_code == 404
    assert plan(client, day, everyone=key or "x").status_code == 404


def test_mallory_plans_nothing_of_alices(client_of, mallory, alice, day):
    meeting = meet(day, "14:00", "14:30", "Ann")
    theirs = QuestionFactory(owner=mallory)
    client = client_of(mallory)

    assert plan(client, day, plan=f"{meeting.pk}:{theirs.pk}").status_code == 404
    own = a_day(mallory)
    assert plan(client, own, plan=f"{meeting.pk}:{theirs.pk}").status_code == 404
    assert not PlannedQuestion.objects.exists()
