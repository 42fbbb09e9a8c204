"""Compare: applications side by side, as pictures and as a table."""

import re
from datetime import date
from uuid import UUID

import pytest
from django.urls import reverse

from tests.factories import DimensionFactory, ImpressionFactory, MustHaveFactory, a_day, a_meeting

ADDRESS = reverse("compare")


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


@pytest.fixture
def mood(alice):
    return DimensionFactory(owner=alice, name="Mood")


def saw(day, dimension, *ratings, words="Seen."):
    for hour, rating in enumerate(ratings, start=10):
        meeting = a_meeting(day.owner, day=day, at=f"{hour}:00", to=f"{hour}:30")
        ImpressionFactory(meeting=meeting, dimension=dimension, rating=rating, observation=words)


def cells(page, dimension):
    """What the table says of that dimension: of whom, and what."""
    row = re.search(rf'rowheader"[^>]*>{dimension}</th>(.*?)</tr>', page, re.DOTALL)[1]
    found = re.findall(r'data-of="([^"]*)">(.*?)</td>', row, re.DOTALL)
    return {of: " ".join(re.sub(r"<[^>]+>", " ", text).split()) for of, text in found}


def test_each_value_has_its_number_of_observations_in_picture_and_table(client, alice, mood):
    days = [a_day(alice, company=name) for name in ("Marrable", "Harrow", "Tansy", "Quill")]
    saw(days[0], mood, 2, 1)
    saw(days[1], mood, 0)
    saw(days[2], mood, -2, words="")

    page = client.get(
        ADDRESS + "?" + "&".join(f"application={d.application_id}" for d in days)
    ).text

    assert cells(page, "Mood") == {
        "A Marrable": "+1.5 2 obs.",
        "B Harrow": "0 1 obs.",
        "C Tansy": "−2 unbacked",
        "D Quill": "not observed",
    }
    assert cells(page, "Weighted mean") == {
        "A Marrable": "+1.5 over 1",
        "B Harrow": "0 over 1",
        "C Tansy": "nothing observed",
        "D Quill": "nothing observed",
    }
    labels = re.findall(r'<text class="(label[^"]*)"[^>]*>([^<]*)</text>', page)
    assert sorted(labels) == [("label", "A 2"), ("label", "B 1"), ("label unbacked", "C 0")]
    assert (
        'aria-label="Mood: Marrable +1.5 from 2 observations; Harrow 0 from 1 observation; '
        'Tansy −2, unbacked; Quill not observed"' in page
    )
    assert "Not observed: D" in page


def test_line_on_which_nobody_showed_anything_is_not_drawn(client, alice, mood):
    DimensionFactory(owner=alice, name="Light")
    saw(a_day(alice), mood, 0)

    page = client.get(ADDRESS).text

    assert page.count('class="strip"') == 1
    assert page.count("Not observed: A") == 1
    assert cells(page, "Light") == {"A Marrable": "not observed"}


def test_must_haves_offer_and_overall_impression_stand_side_by_side(client, alice, mood):
    day = a_day(alice, overall_impression="strong_yes")
    saw(day, mood, -1)
    application = day.application
    MustHaveFactory(application=application, text="Laughter", dimension=mood, limit=0)
    MustHaveFactory(application=application, text="A window", changed_on=date(2026, 11, 26))
    application.outcome, application.pay, application.benefits = "offer", "£52,000", "Pension 8 %"
    application.answer_by = date(2027, 1, 5)
    application.save()

    text = " ".join(re.sub(r"<[^>]+>", " ", client.get(ADDRESS).text).split())

    assert "not met Laughter" in text
    assert "not known yet A window changed after the offer" in text
    for said in ("Pay £52,000", "Pension 8 %", "Answer by Tue 5 Jan", "strong yes"):
        assert said in text


def test_without_a_choice_offers_come_first_and_six_are_shown(client, alice):
    days = [a_day(alice, company=f"Company {n}") for n in range(8)]
    days[0].application.outcome = "offer"
    days[0].application.save()

    chosen = [str(a.company) for a in client.get(ADDRESS).context["form"].chosen]

    assert len(chosen) == 6
    assert chosen[0] == "Company 0"


@pytest.mark.parametrize("asked", ["not-an-id", str(UUID(int=7)), "theirs"])
def test_what_is_not_mine_is_left_out_with_a_word(client, alice, mallory, asked):
    mine = a_day(alice).application_id
    theirs = a_day(mallory, company="Secret Works").application_id
    asked = str(theirs) if asked == "theirs" else asked

    answer = client.get(ADDRESS, {"application": [asked, str(mine)]})

    assert answer.status_code == 200
    assert "so it was left out" in answer.text
    assert "Secret Works" not in answer.text
    assert [a.pk for a in answer.context["form"].chosen] == [mine]


def test_more_than_six_are_too_many(client, alice):
    keys = [str(a_day(alice, company=f"Company {n}").application_id) for n in range(7)]

    answer = client.get(ADDRESS, {"application": keys})

    assert "At most 6 stand side by side" in answer.text
    assert [str(a.pk) for a in answer.context["form"].chosen] == keys[:6]


def test_without_a_visit_the_page_says_what_to_do(client):
    page = client.get(ADDRESS).text

    assert "Nothing to compare yet" in page
    assert reverse("visit-create") in page
