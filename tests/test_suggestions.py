"""Whom to ask what, and whether answers agree: tables and words, without a database."""

import pytest

from interviews.consistency import told_key
from interviews.models import Meeting, Question, Role
from interviews.suggestions import LATE, OF_FORMAT, OF_ROLE, is_with_hr, topics_for


def test_tables_name_known_roles_kinds_and_topics():
    topics = {topic for row in (*OF_ROLE.values(), *OF_FORMAT.values(), LATE) for topic in row}

    assert OF_ROLE.keys() == set(Role.Kind.values)
    assert OF_FORMAT.keys() <= set(Meeting.Format.values)
    assert topics == set(Question.Topic.values)


def test_supervisor_gets_what_a_supervisor_knows():
    found = topics_for(["potential_supervisor"], "one_on_one", is_late=False)

    assert found[:3] == ["supervisor", "expectations", "assessment"]
    assert not {"salary", "benefits"} & set(found)


def test_pay_and_benefits_are_for_hr_and_late():
    early = topics_for(["head_of_hr", "coordinator"], "hr", is_late=False)
    late = topics_for(["head_of_hr", "coordinator"], "hr", is_late=True)

    assert not {"salary", "benefits"} & set(early)
    assert late[:2] == ["salary", "benefits"]
    assert is_with_hr([], "hr")
    assert is_with_hr(["peer", "recruiter"], "panel")
    assert not is_with_hr(["peer"], "panel")


def test_without_roles_the_kind_of_meeting_decides():
    assert topics_for([], "panel", is_late=False) == list(OF_FORMAT["panel"])
    assert topics_for([], "break", is_late=False) == []


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("52,000 €", "€52k", True),
        ("52 000", "52.000 EUR", True),
        ("52k", "54k", False),
        ("3 months", "3  Months.", True),
        ("1 March", "1 April", False),
        ("52.5k", "52,500", True),
    ],
)
def test_values_are_compared_by_what_they_say(one, other, is_same):
    assert (told_key(one) == told_key(other)) is is_same
