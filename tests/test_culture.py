"""What the impressions of a visit add up to, and what they say of must-haves."""

import pytest

from interviews.culture import VisitCulture, counting, judged, total
from interviews.models import Dimension
from interviews.picture import Value, signed, strip
from interviews.transfer import everything_of
from tests.factories import (
    A_DATE,
    AttendanceFactory,
    DimensionFactory,
    ImpressionFactory,
    MustHaveFactory,
    a_day,
    a_meeting,
    a_note,
    at_clock,
)


@pytest.fixture
def day(alice):
    return a_day(alice)


def culture_of(day, at="08:00"):
    return VisitCulture(day.owner, day, at_clock(day, at))


def evidence(culture, name):
    return next(e for e in culture.evidence if e.dimension.name == name)


def saw(day, dimension, rating, words="Seen.", **meeting):
    place = a_meeting(day.owner, day=day, **meeting) if meeting else None
    return ImpressionFactory(
        day=day, meeting=place, dimension=dimension, rating=rating, observation=words
    )


def test_evidence_stands_in_the_order_of_the_day_the_whole_visit_last(day, alice):
    mood = DimensionFactory(owner=alice, name="Mood")
    saw(day, mood, 0)
    saw(day, mood, 2, at="14:00", to="15:00")
    first = saw(day, mood, 1, at="09:00", to="10:00")
    AttendanceFactory(meeting=first.meeting, person__name="Ann")
    AttendanceFactory(meeting=first.meeting, person__name="Ben", status="absent")

    item = evidence(culture_of(day), "Mood")

    assert [i.rating for i in item.seen] == [1, 2, 0]
    assert item.seen[0].people == ["Ann"]
    assert item.says == "From −2 to +2: +1 at 09:00, +2 at 14:00, 0 for the whole visit"


def test_unbacked_rating_moves_no_mean_and_is_listed(day, alice):
    mood = DimensionFactory(owner=alice, name="Mood")
    saw(day, mood, 2, at="09:00", to="10:00")
    bare = saw(day, mood, -2, "", at="11:00", to="12:00")

    culture = culture_of(day)
    item = evidence(culture, "Mood")

    assert (item.mean, item.sign, item.unbacked) == (2, "+2", 1)
    assert culture.unbacked == [bare]
    assert {m.label: m.is_backed for m in item.picture.marks} == {"09:00": True, "11:00": False}
    assert "−2 at 11:00, unbacked" in item.says


def test_neutral_counts_and_not_observed_does_not(day, alice):
    for name, rating in (("Mood", 0), ("Pace", 1)):
        saw(day, DimensionFactory(owner=alice, name=name), rating)
    DimensionFactory(owner=alice, name="Light")

    culture = culture_of(day)

    assert (total(culture.evidence), counting(culture.evidence)) == (0.5, 2)
    assert (evidence(culture, "Mood").mean, evidence(culture, "Light").mean) == (0, None)
    assert (culture.observed, len(culture.evidence)) == (2, 3)


def test_export_has_a_row_for_neutral_and_none_for_not_observed(day, alice):
    mood, light = (DimensionFactory(owner=alice, name=name) for name in ("Mood", "Light"))
    saw(day, mood, 0)

    taken = everything_of(alice)

    assert [(i["dimension_id"], i["rating"]) for i in taken["impression"]] == [(mood.pk, 0)]
    assert {d["id"] for d in taken["dimension"]} == {mood.pk, light.pk}


def test_weights_and_directions(day, alice):
    for name, rating, weight, direction in (
        ("Mood", 2, 3, "theirs"),
        ("Pace", -2, 1, "theirs"),
        ("Parking", -2, 0, "theirs"),
        ("Skill", 1, 1, "mine"),
    ):
        dimension = DimensionFactory(owner=alice, name=name, weight=weight, direction=direction)
        saw(day, dimension, rating)

    assert culture_of(day).sums == [("how they fit me", "+1", 2), ("how I fit them", "+1", 1)]


@pytest.mark.parametrize(("ratings", "apart"), [((1, 2), False), ((-1, 1), True), ((2,), False)])
def test_spread_says_where_people_disagreed(day, alice, ratings, apart):
    mood = DimensionFactory(owner=alice, name="Mood")
    for hour, rating in enumerate(ratings, start=10):
        saw(day, mood, rating, at=f"{hour}:00", to=f"{hour}:30")

    item = evidence(culture_of(day), "Mood")

    assert item.disagrees is apart
    assert (item.lowest.rating, item.highest.rating) == (min(ratings), max(ratings))


def test_unobserved_names_the_coming_meetings_that_may_show_it(day, alice):
    DimensionFactory(owner=alice, name="Light", shows_in="around")
    a_meeting(alice, day=day, at="09:00", to="10:00", title="Early tour", format="tour")
    a_meeting(alice, day=day, at="11:00", to="12:00", title="Panel", format="panel")
    a_meeting(alice, day=day, at="13:00", to="14:00", title="Late tour", format="tour")
    a_meeting(alice, day=day, at="15:00", to="16:00", title="Off", format="tour", status="skipped")

    def coming(at):
        return [m.title for m in evidence(culture_of(day, at), "Light").coming]

    assert coming("08:00") == ["Early tour", "Late tour"]
    assert coming("10:30") == ["Late tour"]
    assert coming("16:30") == []


def test_notes_come_in_the_order_of_the_day_with_their_marks(day, alice):
    a_note(alice, "In the train.", meeting=None, day=day)
    late = a_meeting(alice, day=day, at="14:00", to="15:00")
    a_note(alice, "Calm.\n\nRed flag: no daylight", meeting=late)
    a_note(alice, "First.", meeting=a_meeting(alice, day=day, at="09:00", to="10:00"))

    culture = culture_of(day)

    assert [n.passages[0] for n in culture.noted] == ["First.", "Calm.", "In the train."]
    assert [[m.words for m in n.marked] for n in culture.noted] == [[], ["no daylight"], []]
    assert culture.has_marks


@pytest.mark.parametrize(
    ("seen", "state", "why"),
    [
        ([], "unknown", "not observed; below +1 it is a no"),
        ([(2, "")], "unknown", "only rated, not put into words; below +1 it is a no"),
        ([(2, "Kind."), (0, "Busy.")], "met", "+1 from 2 observations; below +1 it is a no"),
        ([(0, "Neither."), (2, "")], "unmet", "0 from 1 observation; below +1 it is a no"),
    ],
)
def test_limit_is_judged_by_what_was_put_into_words(day, alice, seen, state, why):
    mood = DimensionFactory(owner=alice)
    MustHaveFactory(application=day.application, dimension=mood, limit=1, met="unmet")
    for hour, (rating, words) in enumerate(seen, start=10):
        saw(day, mood, rating, words, at=f"{hour}:00", to=f"{hour}:30")

    (item,) = judged(alice, day.application)

    assert (item.state, item.why) == (state, why)


def test_without_a_limit_the_user_says_whether_it_is_met(day, alice):
    MustHaveFactory(application=day.application, met="met")

    (item,) = judged(alice, day.application)

    assert (item.state, item.words, item.why) == ("met", "met", "")


def test_must_haves_of_others_and_of_the_trash_are_not_seen(day, alice, mallory):
    must_have = MustHaveFactory(application=day.application)

    assert judged(mallory, day.application) == []
    day.application.trash(must_have.created_at)
    assert judged(alice, day.application) == []
    assert must_have.written_on == A_DATE
    assert Dimension.objects.visible_to(mallory).count() == 0


def test_marks_of_a_picture_stand_within_it_and_never_over_each_other():
    values = [
        Value(at, label) for at in (-2, -2, -1.9, 0, 0.1, 2, 2) for label in ("A 12", "09:15")
    ]

    drawn = strip(values)

    boxes = [(m.x, m.x + m.width, m.y) for m in drawn.marks]
    assert len(boxes) == len(values)
    assert all(start >= 0 and end <= 320 and 0 <= y < drawn.axis for start, end, y in boxes)
    apart = [
        a[2] != b[2] or a[1] <= b[0] or b[1] <= a[0] for i, a in enumerate(boxes) for b in boxes[:i]
    ]
    assert all(apart)


@pytest.mark.parametrize(
    ("value", "said"), [(None, ""), (0, "0"), (-0.01, "0"), (1.5, "+1.5"), (-1 / 3, "−0.3")]
)
def test_mean_is_said_with_its_sign(value, said):
    assert signed(value) == said
