"""The bank of own questions, and what becomes of one in a meeting."""

from collections import Counter

import pytest
from django.db import IntegrityError, transaction

from interviews.models import PlannedQuestion, Question
from interviews.models.default_questions import DEFAULT_QUESTIONS
from interviews.models.text import keep_both
from tests.factories import PlannedQuestionFactory, QuestionFactory, a_meeting, utc

NOW = utc(2026, 11, 24, 10, 0)


def test_default_bank_has_two_questions_or_more_for_each_topic():
    counts = Counter(topic for topic, *_ in DEFAULT_QUESTIONS)

    assert counts.keys() == set(Question.Topic.values)
    assert len(counts) == 16
    assert min(counts.values()) >= 2
    assert all(whom for _, _, whom, _ in DEFAULT_QUESTIONS)
    assert {when for topic, _, whom, when in DEFAULT_QUESTIONS
            if topic in ("salary", "benefits")} == {"if_raised"}  # fmt: skip


def test_bank_is_made_once_and_is_ones_own(alice, mallory):
    first = Question.objects.of(alice)
    first[0].text = "Mine now?"
    first[0].save()

    again = Question.objects.of(alice)

    assert [q.topic for q in first] == [topic for topic, *_ in DEFAULT_QUESTIONS]
    assert [q.pk for q in again] == [q.pk for q in first]
    assert Question.objects.visible_to(mallory).count() == 0
    assert Question.objects.visible_to(alice).filter(text="Mine now?").count() == 1


def test_planning_twice_keeps_what_was_answered(alice):
    planned = PlannedQuestionFactory(meeting=a_meeting(alice), answer="Every week.")

    PlannedQuestion.plan([planned.meeting], [planned.question, QuestionFactory(owner=alice)])
    gone = PlannedQuestion.unplan(planned.meeting, Question.objects.visible_to(alice))

    assert gone == 1
    assert [p.answer for p in PlannedQuestion.objects.visible_to(alice)] == ["Every week."]


def test_answer_says_that_it_was_asked_and_stays(alice):
    planned = PlannedQuestionFactory(meeting=a_meeting(alice))
    assert planned.state == "planned"

    planned.record("", "", NOW)
    assert (planned.state, planned.asked_at, planned.reopen()) == ("asked", NOW, True)
    planned.record("On Fridays.", "", NOW)
    assert (planned.state, planned.reopen()) == ("answered", False)
    planned.record("On Mondays.", "", NOW)  # from a phone that had not seen the first one

    planned.refresh_from_db()
    assert (planned.answer, planned.asked_at) == ("On Fridays.\n\nOn Mondays.", NOW)


@pytest.mark.parametrize(
    ("stored", "text", "was", "kept"),
    [
        ("A", "A", "A", "A"),
        ("A", "B", "A", "B"),
        ("A", "", "A", ""),
        ("", "B", "A", "B"),
        ("C", "B", "A", "C\n\nB"),
        ("C", "", "A", "C"),
        ("BC", "B", "A", "BC"),
    ],
)
def test_no_sentence_is_lost(stored, text, was, kept):
    assert keep_both(stored, text, was) == kept


def test_planned_question_goes_to_the_trash_with_its_meeting(alice):
    planned = PlannedQuestionFactory(meeting=a_meeting(alice))
    planned.meeting.day.trash(NOW)

    assert not PlannedQuestion.objects.visible_to(alice).exists()
    assert PlannedQuestion.objects.filter(owner=alice).exists()


@pytest.mark.parametrize(
    ("factory", "rule", "fields"),
    [
        (QuestionFactory, "question_text_not_blank", {"text": ""}),
        (QuestionFactory, "question_topic_known", {"topic": "weather"}),
        (QuestionFactory, "question_when_known", {"when": "never"}),
        (
            PlannedQuestionFactory,
            "planned_question_answer_asked",
            {"answer": "x", "asked_at": None},
        ),
    ],
)
def test_rules_are_kept_by_the_database(db, factory, rule, fields):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        factory(**fields)


def test_question_is_in_the_bank_once(alice):
    QuestionFactory(owner=alice, text="Why?")
    with pytest.raises(IntegrityError, match="question_text_unique"), transaction.atomic():
        QuestionFactory(owner=alice, text="Why?")
