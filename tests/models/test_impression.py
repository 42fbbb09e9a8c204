"""Impressions and the list of dimensions that they rate."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction

from interviews.models import Dimension, Impression
from interviews.models.dimension import DEFAULT_DIMENSIONS
from interviews.models.impression import quick_impressions
from tests.factories import DimensionFactory, ImpressionFactory, a_day, a_meeting


def test_list_of_dimensions_begins_with_the_default_one(alice, mallory):
    mine = Dimension.objects.of(alice)

    assert [(d.name, d.prompt, d.direction, d.shows_in) for d in mine] == list(DEFAULT_DIMENSIONS)
    assert [d.pk for d in Dimension.objects.of(alice)] == [d.pk for d in mine]
    assert Dimension.objects.visible_to(mallory).count() == 0


def test_dimension_moves_and_stays_within_the_list(alice):
    names = [d.name for d in Dimension.objects.of(alice)]
    second = Dimension.objects.get(owner=alice, position=2)

    Dimension.objects.move(second, -1)
    Dimension.objects.move(second, -1)

    expected = [names[1], names[0], *names[2:]]
    assert [d.name for d in Dimension.objects.of(alice)] == expected


def test_dimension_moves_where_positions_are_equal(alice):
    for name in "abc":
        DimensionFactory(owner=alice, name=name, position=0)

    Dimension.objects.move(Dimension.objects.get(name="c"), -1)

    assert [d.name for d in Dimension.objects.of(alice)] == ["a", "c", "b"]


@pytest.mark.parametrize(
    ("rating", "said"),
    [(-2, "−2 bad sign"), (-1, "−1 some doubt"), (0, "0 neutral"), (1, "+1 good"),
     (2, "+2 great sign")],
)  # fmt: skip
def test_rating_is_said_in_sign_and_words(rating, said):
    seen = Impression(rating=rating)

    assert f"{seen.sign} {seen.get_rating_display()}" == said


@pytest.mark.parametrize("rating", [-3, 3])
def test_rating_out_of_range_is_refused_by_the_database(alice, rating):
    with pytest.raises(IntegrityError, match="impression_rating_range"), transaction.atomic():
        ImpressionFactory(day=a_day(alice), rating=rating)


def test_second_impression_of_the_whole_visit_is_refused_by_the_database(alice):
    seen = ImpressionFactory(day=a_day(alice))

    with pytest.raises(IntegrityError, match="impression_once"), transaction.atomic():
        ImpressionFactory(day=seen.day, dimension=seen.dimension)


def test_recording_again_changes_the_rating_and_keeps_the_observation(alice):
    meeting, dimension = a_meeting(alice), DimensionFactory(owner=alice)
    Impression.record(meeting.day, meeting, dimension, 1, observation="Doors stand open.")

    Impression.record(meeting.day, meeting, dimension, -1)

    seen = Impression.objects.get(meeting=meeting)
    assert (seen.rating, seen.observation) == (-1, "Doors stand open.")


@pytest.mark.parametrize(
    ("stored", "was", "sent", "kept"),
    [
        ("", "", "New.", "New."),
        ("Old.", "Old.", "New.", "New."),
        ("Old.", "Old.", "", ""),
        ("Old.", "Old.", "Old.", "Old."),
        ("Theirs.", "Old.", "Mine.", "Theirs.\n\nMine."),
        ("Theirs.", "Old.", "", "Theirs."),
        ("Theirs.", "Old.", "Old.", "Theirs."),
        ("Theirs. Mine.", "", "Mine.", "Theirs. Mine."),
        ("Theirs.", "", "", "Theirs."),
    ],
)
def test_observation_written_on_two_devices_loses_no_sentence(stored, was, sent, kept):
    seen = Impression(observation=stored)

    seen.observe(sent, was)

    assert seen.observation == kept


def test_visit_and_meeting_have_an_impression_each(alice):
    meeting, dimension = a_meeting(alice), DimensionFactory(owner=alice)

    Impression.record(meeting.day, None, dimension, 1)
    Impression.record(meeting.day, meeting, dimension, 2)

    found = Impression.objects.filter(day=meeting.day).values_list("meeting", "rating")
    assert set(found) == {(None, 1), (meeting.pk, 2)}


@pytest.mark.django_db(transaction=True)
def test_two_requests_racing_make_one_impression(alice):
    meeting, dimension = a_meeting(alice), DimensionFactory(owner=alice)
    start, errors = threading.Barrier(4), []

    def tap(rating):
        try:
            start.wait()
            Impression.record(meeting.day, meeting, dimension, rating, observation=f"Saw {rating}.")
        except Exception as error:  # noqa: BLE001 whatever it is, the test tells
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=tap, args=(rating,)) for rating in (-2, -1, 1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    seen = Impression.objects.get(meeting=meeting, dimension=dimension)
    assert sorted(seen.observation.split("\n\n")) == ["Saw -1.", "Saw -2.", "Saw 1.", "Saw 2."]


def test_impressions_of_trashed_meeting_and_visit_are_not_visible(alice, mallory):
    meeting = a_meeting(alice)
    kept = ImpressionFactory(day=meeting.day, dimension=DimensionFactory(owner=alice))
    gone = ImpressionFactory(meeting=meeting, dimension=kept.dimension)

    meeting.trash(meeting.starts_at)

    assert [i.pk for i in Impression.objects.visible_to(alice)] == [kept.pk]
    assert list(Impression.objects.visible_to(mallory)) == []
    meeting.day.trash(meeting.starts_at)
    assert list(Impression.objects.visible_to(alice)) == []
    assert Impression.objects.filter(pk=gone.pk).exists()


def test_unbacked_are_those_without_words(alice):
    day = a_day(alice)
    bare = ImpressionFactory(day=day)
    ImpressionFactory(day=day, observation="Daylight.")

    assert list(Impression.objects.visible_to(alice).unbacked()) == [bare]


def test_quick_impressions_pair_each_dimension_in_one_query(alice, django_assert_num_queries):
    meeting = a_meeting(alice)
    dimensions = Dimension.objects.of(alice)
    seen = ImpressionFactory(meeting=meeting, dimension=dimensions[3])
    ImpressionFactory(day=meeting.day, dimension=dimensions[4])

    with django_assert_num_queries(1):
        pairs = quick_impressions(alice, meeting)

    assert pairs == [(d, seen if d == dimensions[3] else None) for d in dimensions]
