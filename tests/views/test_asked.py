"""What I was asked: taken down, found again while it is typed, compared, corrected by hand."""

import pytest
from django.urls import reverse

from interviews.models import AskedQuestion
from tests.factories import AskedQuestionFactory, AttendanceFactory, a_day, a_meeting

LEAVE = "Why do you want to leave your present job?"


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


def asked_in(meeting):
    return reverse("meeting-asked", args=[meeting.pk])


def taken_down(client, meeting, **data):
    return client.post(asked_in(meeting), data)


def test_question_is_taken_down_with_answer_and_how_it_landed(client, alice):
    meeting = a_meeting(alice)
    data = {"text": f" {LEAVE} ", "answer": "To build.", "landed": "2", "tag": "pay", "told": "52k"}

    answer = taken_down(client, meeting, **data)

    assert (answer.status_code, answer.url) == (302, f"{meeting.get_absolute_url()}#asked")
    row = AskedQuestion.objects.get()
    assert (row.text, row.answer, row.landed, row.tag, row.told) == (
        LEAVE, "To build.", 2, "pay", "52k",
    )  # fmt: skip
    page = client.get(meeting.get_absolute_url()).text
    assert "To build." in page
    assert '<span class="pill">+2</span>' in page


@pytest.mark.parametrize(
    ("data", "fields"),
    [
        ({"text": " "}, ["text"]),
        ({"text": "x" * 501}, ["text"]),
        ({"text": "Why?", "answer": "x" * 5_001}, ["answer"]),
        ({"text": "Why?", "landed": "3"}, ["landed"]),
        ({"text": "Why?", "told": "52k"}, ["tag"]),
        ({"text": "Why?", "same": "no id"}, ["same"]),
    ],
)
def test_what_cannot_be_is_explained_and_nothing_is_lost(client, alice, data, fields):
    answer = taken_down(client, a_meeting(alice), **data)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, fields)
    assert not AskedQuestion.objects.exists()


def test_like_question_tells_when_and_to_whom_it_was_answered(client, alice):
    day = a_day(alice)
    first = a_meeting(alice, day=day, at="10:15", to="10:45")
    for name in ("Mei-Lin Hsu", "Owen Pritchard"):
        AttendanceFactory(meeting=first, person__name=name)
    AskedQuestionFactory(meeting=first, text=LEAVE, answer="To build.", landed=1)
    second = a_meeting(alice, day=day, at="11:00", to="11:30")
    address = reverse("asked-like", args=[second.pk])
    data = {"text": "so why do you want to leave"}

    part = client.post(address, data, headers={"HX-Request": "true"}).text
    page = client.post(address, data | {"answer": "half typed", "landed": "1"})

    plain = " ".join(part.replace('<span dir="auto">', "").replace("</span>", "").split())
    assert "You answered this at 10:15 to Mei-Lin Hsu and Owen Pritchard · it landed +1" in plain
    assert "<html" not in part
    assert (page.status_code, "<h1>What I was asked</h1>" in page.text) == (200, True)
    assert "half typed" in page.text
    assert "To build." in page.text
    assert AskedQuestion.objects.count() == 1


def test_like_question_of_another_user_is_not_told(client, alice, mallory):
    AskedQuestionFactory(meeting=a_meeting(mallory), text=LEAVE, answer="Secret.")
    address = reverse("asked-like", args=[a_meeting(alice).pk])

    assert "Secret." not in client.post(address, {"text": LEAVE}).text


def test_same_question_in_other_words_joins_its_group_by_itself_or_by_hand(client, alice):
    first = AskedQuestionFactory(meeting=a_meeting(alice), text=LEAVE)
    taken_down(client, a_meeting(alice), text="Why do you want to leave your job?")
    taken_down(client, a_meeting(alice), text="What drives you away?", same=first.pk)
    taken_down(client, a_meeting(alice), text="What is your greatest weakness?")

    groups = dict(AskedQuestion.objects.values_list("text", "group"))
    assert groups["Why do you want to leave your job?"] == first.group
    assert groups["What drives you away?"] == first.group
    assert groups["What is your greatest weakness?"] != first.group


def test_another_users_question_is_no_group_to_join(client, alice, mallory):
    theirs = AskedQuestionFactory(meeting=a_meeting(mallory), text=LEAVE)

    assert taken_down(client, a_meeting(alice), text="Why?", same=theirs.pk).status_code == 422


def test_consistency_shows_answers_side_by_side_and_values_that_differ(client, alice):
    day = a_day(alice)
    group = None
    for at, name, told in (
        ("09:00", "Ann", "52k"),
        ("10:00", "Bob", "52,000 €"),
        ("11:00", "Cid", "55k"),
    ):
        meeting = a_meeting(alice, day=day, at=at, to=f"{at[:2]}:30")
        AttendanceFactory(meeting=meeting, person__name=name)
        row = AskedQuestionFactory(meeting=meeting, text=f"How much, {name}?", tag="pay", told=told)
        group = group or row.group
        AskedQuestion.objects.filter(pk=row.pk).update(group=group)

    answer = client.get(reverse("visit-asked", args=[day.pk]))

    (told,) = answer.context["told"]
    heard = [
        (value, [a.person.name for row in rows for a in row.meeting.attendances.all()])
        for value, rows in told.values
    ]
    assert heard == [("52k", ["Ann", "Bob"]), ("55k", ["Cid"])]
    assert "not everyone heard the same" in answer.text
    assert [len(group) for group in answer.context["repeated"]] == [3]


def test_groups_are_corrected_by_hand(client, alice):
    day = a_day(alice)
    one, two = (
        AskedQuestionFactory(meeting=a_meeting(alice, day=day, at=at, to=None), text=at)
        for at in ("09:00", "10:00")
    )
    address = reverse("asked-same", args=[two.pk])

    client.post(address, {"same": one.pk})
    two.refresh_from_db()
    assert two.group == one.group
    client.post(address)
    two.refresh_from_db()
    assert two.group != one.group
    assert client.post(address, {"same": "no id"}).status_code == 404


def test_like_ones_of_all_visits_are_offered_to_be_the_same(client, alice, mallory):
    day = a_day(alice)
    asked = AskedQuestionFactory(meeting=a_meeting(alice, day=day), text=LEAVE)
    elsewhere = AskedQuestionFactory(
        meeting=a_meeting(alice), text="Why do you leave?", answer="To build."
    )
    beside = AskedQuestionFactory(
        meeting=a_meeting(alice, day=day, at="10:00", to=None), text="What drives you?"
    )
    AskedQuestionFactory(meeting=a_meeting(mallory), text=LEAVE)
    address = reverse("asked-same", args=[asked.pk])

    page = client.get(address)
    assert [hit.asked for hit in page.context["like"]] == [elsewhere]
    assert page.context["others"] == [beside]
    assert [hit.asked for hit in client.get(address, {"words": "drives"}).context["like"]] == [
        beside
    ]
    client.post(address, {"same": elsewhere.pk})
    asked.refresh_from_db()
    assert asked.group == elsewhere.group
    assert client.get(address).context["like"] == []


def test_question_of_its_own_stays_apart_and_what_was_ticked_stays_ticked(client, alice):
    day = a_day(alice)
    first = AskedQuestionFactory(meeting=a_meeting(alice, day=day), text=LEAVE)
    second = a_meeting(alice, day=day, at="11:00", to="11:30")
    taken_down(client, second, text=LEAVE, same="none")
    assert AskedQuestion.objects.exclude(pk=first.pk).get().group != first.group

    refused = taken_down(client, second, text=LEAVE, same=str(first.pk), told="52k")
    assert refused.status_code == 422
    assert f'value="{first.pk}" checked' in refused.text


def test_removed_question_comes_back_as_it_was(client, alice):
    row = AskedQuestionFactory(
        meeting=a_meeting(alice), text=LEAVE, answer="A", landed=-1, tag="start", told="1 March"
    )
    client.post(reverse("asked-remove", args=[row.pk]))
    assert not AskedQuestion.objects.exists()

    client.post(reverse("asked-restore"))

    kept = ("text", "answer", "landed", "tag", "told", "group", "meeting_id")
    back = AskedQuestion.objects.get()
    assert [getattr(back, name) for name in kept] == [getattr(row, name) for name in kept]


def test_edit_keeps_what_another_device_wrote(client, alice):
    row = AskedQuestionFactory(meeting=a_meeting(alice), text=LEAVE, answer="From the phone.")
    data = {"text": LEAVE, "answer": "From the laptop.", "was": "Before."}

    client.post(reverse("asked-edit", args=[row.pk]), data)

    row.refresh_from_db()
    assert row.answer == "From the phone.\n\nFrom the laptop."


def test_most_asked_come_first_with_the_answer_that_landed_best(client, alice):
    first = AskedQuestionFactory(meeting=a_meeting(alice), text=LEAVE, answer="So.", landed=-1)
    for landed, answer in ((2, "Great."), (None, "Hm."), (0, "Well.")):
        AskedQuestionFactory(
            meeting=a_meeting(alice), text=LEAVE, answer=answer, landed=landed, group=first.group
        )
    AskedQuestionFactory(meeting=a_meeting(alice), text="Once?")

    groups = client.get("/asked/").context["groups"]

    assert [(n, [row.answer for row in rows]) for n, rows in groups] == [
        (4, ["Great.", "Well.", "So."]),
        (1, [""]),
    ]
