"""The pages about my questions, by plain forms."""

import pytest
from django.urls import reverse

from interviews.models import Question
from tests.factories import QuestionFactory

BANK = "/questions/"


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


def texts(user, **fields):
    return list(Question.objects.visible_to(user).filter(**fields).values_list("text", flat=True))


def test_bank_begins_with_the_default_questions(client, alice):
    page = client.get(BANK).text

    assert page.count('name="question"') == len(texts(alice)) >= 32
    assert "Why the post is open, and turnover</h2>" in page
    assert "HR</span> · when they raise it; else late, with HR" in page


def test_several_are_added_at_once_and_known_ones_are_named(client, alice):
    QuestionFactory(owner=alice, text="Known?", retired_at="2026-01-01T00:00Z")
    data = {"text": "Who  left?\n\nKnown?\nWho left?\n", "topic": "team", "when": "late"}

    answer = client.post(BANK, data | {"whom": "peers"}, follow=True)

    assert "1 new in your questions. You had 1 of them already." in answer.text
    assert texts(alice, topic="team", whom="peers", when="late") == ["Who left?"]
    assert "Known?" in texts(alice, retired_at=None)


@pytest.mark.parametrize("text", [" \n ", "x" * 301, "\n".join(map(str, range(51)))])
def test_what_is_no_question_is_refused_and_still_there(client, alice, text):
    client.get(BANK)
    before = len(texts(alice))
    answer = client.post(BANK, {"text": text, "topic": "job", "when": "any_time"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["text"])
    assert len(texts(alice)) == before


def test_same_question_again_is_explained(client, alice):
    one, other = (
        QuestionFactory(owner=alice, text="One?"),
        QuestionFactory(owner=alice, text="Two?"),
    )
    address = reverse("question-edit", args=[other.pk])
    answer = client.post(address, {"text": " One? ", "topic": "job", "when": "any_time"})

    assert answer.status_code == 422
    assert "You have that question already" in answer.text
    assert texts(alice) == [one.text, "Two?"]


def test_several_are_put_away_and_brought_back(client, alice, mallory):
    mine = [QuestionFactory(owner=alice) for _ in range(3)]
    theirs = QuestionFactory(owner=mallory)
    ticked = [mine[0].pk, mine[1].pk, theirs.pk, "no id", "\x00"]

    answer = client.post("/questions/retire/", {"question": ticked}, follow=True)

    assert "2 questions are put away." in answer.text
    assert texts(alice, retired_at=None) == [mine[2].text]
    assert texts(mallory, retired_at=None) == [theirs.text]
    assert "2 questions are back." in client.post("/questions/restore/", follow=True).text
    assert len(texts(alice, retired_at=None)) == 3
