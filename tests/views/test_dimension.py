"""The list of what one looks at: adding, changing, moving, removing, the usual ones."""

import pytest
from django.urls import reverse

from interviews.models import Dimension
from tests.factories import DimensionFactory, ImpressionFactory, a_day, a_meeting

MINE = ["What I can do, and what they need", "My way of working, and theirs",
        "Myself among these people"]  # fmt: skip


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


@pytest.fixture
def dimension(alice):
    return Dimension.objects.of(alice)[0]


def test_dimension_is_added_at_the_end(client, alice):
    Dimension.objects.of(alice)

    answer = client.post(reverse("dimension-list"), {"name": " Coffee  machine ", "prompt": "Who?"})

    assert answer.status_code == 302
    last = Dimension.objects.of(alice)[-1]
    assert (last.name, last.prompt, last.position) == ("Coffee machine", "Who?", 14)


@pytest.mark.parametrize("data", [{"name": ""}, {"name": "x" * 101}, {"name": "Room to grow"}])
def test_dimension_that_breaks_a_rule_is_a_message(client, alice, data):
    Dimension.objects.of(alice)

    answer = client.post(reverse("dimension-list"), data)

    assert answer.status_code == 422
    assert 'aria-describedby="id_name_error"' in answer.content.decode()
    assert Dimension.objects.visible_to(alice).count() == 13


def test_dimension_is_renamed(client, dimension):
    address = reverse("dimension-edit", args=[dimension.pk])

    client.post(address, {"name": "Welcome", "prompt": "Was there coffee?"})
    clash = client.post(address, {"name": "Room to grow"})

    dimension.refresh_from_db()
    assert (dimension.name, dimension.prompt) == ("Welcome", "Was there coffee?")
    assert clash.status_code == 422
    assert "You have a dimension of that name already." in clash.content.decode()


def test_dimension_is_moved(client, alice, dimension):
    address = reverse("dimension-move", args=[dimension.pk])

    client.post(address, {"to": "down"})
    client.post(address, {"to": "sideways"})

    assert Dimension.objects.of(alice)[1] == dimension
    page = client.get(reverse("dimension-list")).content.decode()
    assert page.index("Mood and enthusiasm</h2>") < page.index("Welcome and friendliness</h2>")


def test_unused_dimension_is_removed_and_put_back_in_its_place(client, alice, dimension):
    address = reverse("dimension-remove", args=[dimension.pk])

    assert "Take this off your list?" in client.get(address).content.decode()
    client.post(address)
    assert Dimension.objects.visible_to(alice).count() == 12
    client.post(reverse("dimension-restore"))

    first = Dimension.objects.of(alice)[0]
    assert (first.name, first.prompt) == (dimension.name, dimension.prompt)


def test_used_dimension_stays_and_the_page_says_why(client, alice, dimension):
    meeting = a_meeting(alice)
    ImpressionFactory(meeting=meeting, dimension=dimension)
    meeting.trash(meeting.starts_at)

    answer = client.post(reverse("dimension-remove", args=[dimension.pk]))

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "is used by 1 impression or must-have, those in the trash included" in page
    assert Dimension.objects.filter(pk=dimension.pk).exists()


def test_who_began_before_the_second_direction_is_offered_it_where_it_is_missing(client, alice):
    """Their list was made from the ten of then; the three that look the other way came later."""
    Dimension.objects.of(alice)
    Dimension.objects.filter(direction="mine").delete()
    place = reverse("visit-impressions", args=[a_day(alice).pk])
    page = client.get(place).text
    assert "Nothing on your list looks this way yet." in page
    assert 'name="direction" value="mine"' in page

    answer = client.post(reverse("dimension-usual"), {"direction": "mine", "back": place})

    assert answer.url == place
    rows = Dimension.objects.of(alice)
    assert [(row.name, row.position) for row in rows[10:]] == list(
        zip(MINE, (11, 12, 13), strict=True)
    )
    page = client.get(place).text
    assert "“Myself among these people” is on your list." in page
    assert "Nothing on your list looks this way yet." not in page


def test_usual_ones_that_are_not_on_the_list_can_be_taken_one_by_one(client, alice, mallory):
    DimensionFactory(owner=alice, name="Coffee", position=4)
    address = reverse("dimension-list")
    assert len(client.get(address).context["usual"]) == 13

    client.post(reverse("dimension-usual"), {"name": MINE[1]})
    client.post(reverse("dimension-usual"), {"name": MINE[1]})
    client.post(reverse("dimension-usual"), {"name": "Nothing of the kind"})
    client.post(reverse("dimension-usual"))

    assert [row.name for row in Dimension.objects.of(alice)] == ["Coffee", MINE[1]]
    client.post(reverse("dimension-usual"), {"direction": "", "back": "https://evil.example/"})
    assert Dimension.objects.visible_to(alice).count() == 14
    assert "From the usual list" not in client.get(address).text
    assert Dimension.objects.visible_to(mallory).count() == 0
