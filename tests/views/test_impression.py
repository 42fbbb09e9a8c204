"""The pages about impressions, by plain forms."""

import pytest
from django.urls import reverse

from interviews.models import Dimension, Impression
from tests.addresses import EVERY_REQUEST
from tests.factories import (
    AttendanceFactory,
    DimensionFactory,
    ImpressionFactory,
    a_day,
    a_meeting,
)


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


@pytest.fixture
def day(alice):
    return a_day(alice)


@pytest.fixture
def dimension(alice):
    return Dimension.objects.of(alice)[0]


def impressions_of(day):
    return reverse("visit-impressions", args=[day.pk])


def test_page_shows_evidence_with_sign_words_and_place(client, alice, dimension):
    meeting = a_meeting(alice, at="10:30", to="11:30", title="Panel <b>")
    AttendanceFactory(meeting=meeting, person__name="Mei-Lin Hsu")
    ImpressionFactory(
        meeting=meeting, dimension=dimension, rating=-1, observation="<script>alert(1)</script>"
    )

    page = client.get(impressions_of(meeting.day)).content.decode()

    assert '<b class="num">−1</b> some doubt' in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page
    assert "Panel &lt;b&gt;</a>, <time" in page
    assert '>10:30</time>, with <span dir="auto">Mei-Lin Hsu</span>' in page
    assert page.count("not observed") == 12


def test_neutral_is_not_the_same_as_not_observed(client, day, dimension):
    before = client.get(impressions_of(day)).content.decode()
    ImpressionFactory(day=day, dimension=dimension, rating=0, observation="Neither.")
    after = client.get(impressions_of(day)).content.decode()

    assert before.count("not observed") == 13
    assert after.count("not observed") == 12
    assert '<b class="num">0</b> neutral' in after


def test_rating_the_visit_keeps_it_and_goes_back(client, day, dimension):
    data = {"dimension": dimension.pk, "rating": "2", "observation": " Daylight. "}

    answer = client.post(impressions_of(day), data)

    assert (answer.status_code, answer.url) == (302, f"{impressions_of(day)}#dimensions")
    seen = Impression.objects.get()
    assert (seen.owner, seen.day, seen.meeting, seen.dimension, seen.rating, seen.observation) == (
        day.owner, day, None, dimension, 2, "Daylight.",
    )  # fmt: skip


def test_evening_list_comes_first_and_takes_the_words(client, alice, dimension):
    meeting = a_meeting(alice)
    seen = ImpressionFactory(meeting=meeting, dimension=dimension, rating=-2)
    address = impressions_of(meeting.day)

    page = client.get(address).content.decode()
    assert page.index("Still to put into words") < page.index("How they fit me")
    data = {"dimension": dimension.pk, "meeting": meeting.pk, "rating": "-2", "was": ""}
    client.post(address, {**data, "observation": "They laughed at the porter."})

    seen.refresh_from_db()
    assert (seen.rating, seen.observation) == (-2, "They laughed at the porter.")
    assert "Still to put into words" not in client.get(address).content.decode()


def test_words_for_a_removed_impression_put_it_back(client, alice, dimension):
    meeting = a_meeting(alice)
    ImpressionFactory(meeting=meeting, dimension=dimension).delete()
    data = {"dimension": dimension.pk, "meeting": meeting.pk, "rating": "1", "was": ""}

    client.post(impressions_of(meeting.day), {**data, "observation": "Kept."})

    assert Impression.objects.get(meeting=meeting).observation == "Kept."


def test_two_taps_in_a_meeting_rate_and_return(client, alice, dimension):
    meeting = a_meeting(alice)
    address = reverse("meeting-impression", args=[meeting.pk])

    answer = client.post(address, {"dimension": dimension.pk, "rating": "-1"})

    assert (answer.status_code, answer.url) == (302, f"/meetings/{meeting.pk}/#impressions")
    assert Impression.objects.values_list("meeting", "rating", "observation").get() == (
        meeting.pk, -1, "",
    )  # fmt: skip
    page = client.get(answer.url).content.decode()
    assert '<span class="pill">−1 some doubt</span>' in page
    assert page.count('aria-pressed="true"') == 1


def test_tapping_again_keeps_the_words(client, alice, dimension):
    meeting = a_meeting(alice)
    ImpressionFactory(meeting=meeting, dimension=dimension, observation="Kind.")
    address = reverse("meeting-impression", args=[meeting.pk])

    client.post(address, {"dimension": dimension.pk, "rating": "2"})

    assert Impression.objects.values_list("rating", "observation").get() == (2, "Kind.")


@pytest.mark.parametrize("rating", ["", "3", "-3", "x", "1.5", "9" * 5000, "\x00", "½"])
def test_wrong_rating_is_a_message_and_the_words_stay(client, day, dimension, rating):
    data = {"dimension": dimension.pk, "rating": rating, "observation": "Every <b>word</b>."}

    answer = client.post(impressions_of(day), data)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("Choose one of the five, from −2 to +2.") == 2  # summary and field
    assert "Every &lt;b&gt;word&lt;/b&gt;." in page
    assert Impression.objects.count() == 0


def test_too_long_observation_is_a_message_on_a_page_of_its_own(client, alice, dimension):
    meeting = a_meeting(alice)
    address = reverse("meeting-impression", args=[meeting.pk])

    answer = client.post(
        address, {"dimension": dimension.pk, "rating": "1", "observation": "x" * 5001}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "x" * 5001 in page
    assert f'action="{address}"' in page
    assert 'name="rating" value="1" required checked' in page


@pytest.mark.parametrize("key", ["", "x", "9" * 5000, "00000000-0000-7000-8000-000000000000"])
def test_unknown_dimension_or_meeting_is_not_found(client, day, dimension, key):
    rated = {"rating": "1"}

    assert client.post(impressions_of(day), {**rated, "dimension": key}).status_code == 404
    if key:
        data = {**rated, "dimension": dimension.pk, "meeting": key}
        assert client.post(impressions_of(day), data).status_code == 404
    assert Impression.objects.count() == 0


def test_meeting_of_another_visit_is_not_found(client, alice, day, dimension):
    other = a_meeting(alice)

    answer = client.post(
        impressions_of(day), {"dimension": dimension.pk, "meeting": other.pk, "rating": "1"}
    )

    assert (answer.status_code, Impression.objects.count()) == (404, 0)


def test_somebody_elses_rows_are_not_found(alice, mallory, client_of):
    meeting = a_meeting(alice)
    hers = DimensionFactory(owner=alice)
    seen = ImpressionFactory(meeting=meeting, dimension=hers, observation="A secret.")
    client, his = client_of(mallory), Dimension.objects.of(mallory)[0]
    own_day = a_day(mallory)
    posts = [
        (impressions_of(meeting.day), {"dimension": his.pk, "rating": "1"}),
        (reverse("meeting-impression", args=[meeting.pk]), {"dimension": his.pk, "rating": "1"}),
        (impressions_of(own_day), {"dimension": hers.pk, "rating": "1"}),
        (impressions_of(own_day), {"dimension": his.pk, "rating": "1", "meeting": meeting.pk}),
        (reverse("visit-overall", args=[meeting.day_id]), {"overall_impression": "no"}),
        (reverse("impression-edit", args=[seen.pk]), {"rating": "-2", "observation": ""}),
        (reverse("impression-remove", args=[seen.pk]), {}),
        (reverse("dimension-edit", args=[hers.pk]), {"name": "Mine"}),
        (reverse("dimension-move", args=[hers.pk]), {"to": "up"}),
        (reverse("dimension-remove", args=[hers.pk]), {}),
    ]

    assert [client.post(address, data).status_code for address, data in posts] == [404] * 10
    gets = [impressions_of(meeting.day), *(address for address, _ in posts[5:8])]
    assert [client.get(address).status_code for address in gets] == [404] * 4
    assert Impression.objects.values_list("pk", "rating", "observation").get() == (
        seen.pk, 1, "A secret.",
    )  # fmt: skip


def test_impression_is_changed_from_its_own_page(client, day, dimension):
    seen = ImpressionFactory(day=day, dimension=dimension, rating=1, observation="Quiet.")
    address = reverse("impression-edit", args=[seen.pk])
    page = client.get(address).content.decode()

    client.post(address, {"rating": "0", "observation": "Quiet, dark.", "was": "Quiet."})

    assert 'value="1" required checked' in page
    seen.refresh_from_db()
    assert (seen.rating, seen.observation) == (0, "Quiet, dark.")


def test_removed_impression_can_be_put_back(client, alice, dimension):
    meeting = a_meeting(alice)
    seen = ImpressionFactory(meeting=meeting, dimension=dimension, rating=-2, observation="Cold.")
    address = reverse("impression-remove", args=[seen.pk])

    assert "Cold." in client.get(address).content.decode()
    assert Impression.objects.count() == 1
    answer = client.post(address, follow=True)
    assert Impression.objects.count() == 0
    assert f'action="{reverse("impression-restore")}"' in answer.content.decode()
    client.post(reverse("impression-restore"))

    back = Impression.objects.get()
    assert (back.meeting, back.dimension, back.rating, back.observation) == (
        meeting, dimension, -2, "Cold.",
    )  # fmt: skip
    client.post(reverse("impression-restore"))
    assert Impression.objects.count() == 1


def test_putting_back_keeps_what_was_written_meanwhile(client, day, dimension):
    seen = ImpressionFactory(day=day, dimension=dimension, observation="Before.")
    client.post(reverse("impression-remove", args=[seen.pk]))
    ImpressionFactory(day=day, dimension=dimension, observation="After.")

    client.post(reverse("impression-restore"))

    assert Impression.objects.get().observation == "After.\n\nBefore."


@pytest.mark.parametrize(("value", "said"), [("strong_no", "strong no"), ("", "not yet said")])
def test_overall_impression_is_kept(client, day, value, said):
    day.overall_impression = "yes"
    day.save()

    answer = client.post(
        reverse("visit-overall", args=[day.pk]), {"overall_impression": value}, follow=True
    )

    day.refresh_from_db()
    assert day.overall_impression == value
    assert f"Your overall impression: {said}." in answer.content.decode()


def test_unknown_overall_impression_is_a_message(client, day):
    answer = client.post(reverse("visit-overall", args=[day.pk]), {"overall_impression": "maybe"})

    day.refresh_from_db()
    assert (answer.status_code, day.overall_impression) == (422, "")
    assert "data-error-summary" in answer.content.decode()


@pytest.mark.parametrize("meetings", [1, 30])
def test_page_asks_the_database_the_same_with_one_meeting_and_thirty(
    client, alice, day, django_assert_num_queries, meetings
):
    dimensions = Dimension.objects.of(alice)
    for n in range(meetings):
        meeting = a_meeting(alice, day=day, at=f"{8 + n // 6:02}:{n % 6 * 10:02}", to=None)
        AttendanceFactory(meeting=meeting)
        ImpressionFactory(meeting=meeting, dimension=dimensions[n % 10], observation="x" * (n % 2))

    # session, user; visit, impressions, attendances, dimensions
    with django_assert_num_queries(EVERY_REQUEST + 6):
        client.get(impressions_of(day))
