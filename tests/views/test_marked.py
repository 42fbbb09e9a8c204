"""Marked passages are found again: of one visit, and of all of them."""

import pytest
from django.urls import reverse

from tests.factories import MeetingFactory, a_day, a_note


@pytest.fixture
def day(alice):
    day = a_day(alice, "Marrable")
    late = MeetingFactory(day=day, at="14:00", to="15:00", title="Late")
    early = MeetingFactory(day=day, at="09:00", to="10:00", title="Early")
    a_note(alice, "Red flag: the pager\nThey said: no plan", meeting=late)
    a_note(alice, "They said: two left\n\nnothing of note", meeting=early)
    a_note(alice, "They said nothing.", meeting=None, day=day)
    return day


def found(answer):
    return [
        (row.note.meeting.title, [p.words for p in row.passages]) for row in answer.context["rows"]
    ]


def test_marked_passages_of_a_visit_come_in_the_order_of_the_day(client_of, alice, day):
    address = reverse("visit-marks", args=[day.pk])

    assert found(client_of(alice).get(address)) == [
        ("Early", ["two left"]),
        ("Late", ["the pager", "no plan"]),
    ]
    assert found(client_of(alice).get(address + "?mark=red-flag")) == [("Late", ["the pager"])]
    assert len(found(client_of(alice).get(address + "?mark=nonsense"))) == 2


def test_history_finds_passages_by_their_mark_words_and_visit(client_of, alice, mallory, day):
    a_note(mallory, "They said: hers", meeting=MeetingFactory(day=a_day(mallory)))
    ask = lambda query: found(client_of(alice).get(reverse("history") + query))  # noqa: E731

    assert dict(ask("?mark=they-said")) == {"Early": ["two left"], "Late": ["no plan"]}
    assert ask("?mark=they-said&q=TWO") == [("Early", ["two left"])]
    assert ask("?mark=they-said&year=2026&outcome=offer") == []
    assert ask("?mark=number") == []
