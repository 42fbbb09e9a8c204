"""A later mail changes the day: what is shown, what is done of it, what survives."""

import datetime as dt

import pytest
from django.urls import reverse

from interviews.agenda.drafts import PersonDraft
from interviews.importing.stored import stored
from interviews.models import AgendaImport, Attendance, InterviewDay, Interviewer, Meeting
from tests.factories import (
    AgendaImportFactory,
    AttendanceFactory,
    ImpressionFactory,
    InterviewerFactory,
    MeetingFactory,
    a_day,
    a_note,
    utc,
)
from tests.views.test_agenda import DAY, HARROW, agenda, draft, filled, reads  # noqa: F401

RUTH, OWEN, SANA = PersonDraft("Ruth A", "HR"), PersonDraft("Owen P"), PersonDraft("Sana M")


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


@pytest.fixture
def day(alice):
    """Welcome with Ruth, tour with Owen, lunch."""
    day = a_day(alice, "Harrow")
    company = day.application.company
    for at, to, title, name in (
        ("09:00", "09:30", "Welcome", "Ruth A"),
        ("11:00", "12:00", "Plant tour", "Owen P"),
        ("12:00", "13:00", "Lunch", None),
    ):
        meeting = MeetingFactory(day=day, at=at, to=to, title=title, format="tour")
        if name:
            person = InterviewerFactory(company=company, name=name)
            AttendanceFactory(meeting=meeting, person=person)
    return day


def called(title):
    return Meeting.objects.get(title=title)


WELCOME = draft("09:00", "09:30", "Welcome", people=(RUTH,))
TOUR = draft("11:00", "12:00", "Plant tour", people=(OWEN,))
LUNCH = draft("12:00", "13:00", "Lunch")


def changes_page(day, *meetings, **fields):
    """The address of what a later mail with these meetings changes."""
    mail = AgendaImportFactory(day=day, agenda=stored(agenda(*meetings, **fields)))
    return reverse("agenda-changes", args=[day.pk, mail.pk])


def change(client, address, **more):
    """Do what is proposed, with these changes to it."""
    data = filled(client.get(address).text) | more
    return client.post(address, data)


def state(day):
    return list(
        Meeting.objects.live().filter(day=day).in_order()
        .values_list("title", "starts_at", "ends_at", "status")
    )  # fmt: skip


def test_later_mail_is_kept_with_the_visit_and_compared(client, day, reads):  # noqa: F811
    reads(HARROW)
    address = reverse("agenda-import", args=[day.pk])
    answers = [client.post(address, {"agenda-source": "Dear Alice"}) for _ in range(2)]
    mail = AgendaImport.objects.get()

    assert (mail.day, mail.text) == (day, "Dear Alice")
    assert {a["Location"] for a in answers} == {reverse("agenda-changes", args=[day.pk, mail.pk])}


def test_the_same_agenda_changes_nothing(client, day):
    address = changes_page(day, WELCOME, TOUR, LUNCH)
    before = state(day)
    html = client.get(address).text

    assert "All of it is there already." in html
    assert html.count("as it is</span>") == 3
    change(client, address)
    assert state(day) == before


def test_new_moved_changed_and_gone_are_shown_and_done(client, day):
    address = changes_page(
        day,
        draft("09:00", "09:45", "Welcome", people=(RUTH,), location="Room 9"),
        draft("15:00", "16:00", "Plant tour", people=(OWEN, SANA)),
        draft("16:00", "16:30", "Wrap-up", people=(RUTH,)),
    )
    html = client.get(address).text
    for words in (
        "was until 09:30, without a place", "was 11:00, without Sana M",
        ">new</span>", ">moved</span>", ">changed</span>", "No longer on it",
    ):  # fmt: skip
        assert words in html
    response = change(client, address)

    assert response["Location"] == reverse("visit-agenda", args=[day.pk])
    assert state(day) == [
        ("Welcome", utc(2026, 11, 24, 9), utc(2026, 11, 24, 9, 45), "planned"),
        ("Plant tour", utc(2026, 11, 24, 15), utc(2026, 11, 24, 16), "planned"),
        ("Wrap-up", utc(2026, 11, 24, 16), utc(2026, 11, 24, 16, 30), "planned"),
    ]
    tour = called("Plant tour")
    assert (tour.format, called("Welcome").location) == ("tour", "Room 9")
    assert set(tour.attendances.values_list("person__name", flat=True)) == {"Owen P", "Sana M"}
    html = client.get(response["Location"]).text
    assert "The day is changed: 1 new, 2 changed, 1 gone." in html


def test_place_that_the_title_has_already_is_no_change(client, day):
    Meeting.objects.filter(title="Lunch").update(title="Lunch, canteen")
    lunch = draft("12:00", "13:00", "Lunch with us", location="Canteen")

    assert client.get(changes_page(day, WELCOME, TOUR, lunch)).text.count("as it is</span>") == 2
    lunch = draft("12:00", "13:00", "Lunch canteen", location="Canteen")
    assert client.get(changes_page(day, WELCOME, TOUR, lunch)).text.count("as it is</span>") == 3


def test_what_is_not_ticked_stays(client, day):
    address = changes_page(day, draft("10:00", "10:30", "Welcome", people=(RUTH,)), TOUR)
    before = state(day)
    data = filled(client.get(address).text)
    assert (data.pop("m0-keep"), bool(data.pop("gone"))) == ("on", True)
    client.post(address, data)

    assert state(day) == before


@pytest.mark.parametrize("words", ["note", "impression", "line"])
def test_gone_meeting_with_words_is_kept_and_cancelled(client, day, alice, words):
    tour = called("Plant tour")
    if words == "note":
        a_note(alice, "They measure twice.", meeting=tour)
    elif words == "impression":
        ImpressionFactory(meeting=tour, day=day, dimension__owner=alice)
    else:
        tour.attendances.update(remember="laughs")
    change(client, changes_page(day, WELCOME, LUNCH))
    tour.refresh_from_db()

    assert (tour.status, tour.deleted_at) == ("cancelled", None)
    if words == "note":
        assert tour.note.text == "They measure twice."


def test_notes_survive_a_move_to_another_day(client, day, alice):
    a_note(alice, "They measure twice.", meeting=called("Plant tour"))
    later = dt.date(2026, 11, 26)
    moved = [draft(f"{m.start}"[:5], f"{m.end}"[:5], m.title, people=m.people, date=later)
             for m in (WELCOME, TOUR, LUNCH)]  # fmt: skip
    change(client, changes_page(day, *moved, date=later))
    day.refresh_from_db()

    assert (day.date, day.last_date) == (later, None)
    assert called("Plant tour").note.text == "They measure twice."
    assert [start for _, start, _, _ in state(day)] == [
        utc(2026, 11, 26, 9), utc(2026, 11, 26, 11), utc(2026, 11, 26, 12),
    ]  # fmt: skip


def test_meetings_may_change_places(client, day):
    change(
        client,
        changes_page(
            day,
            WELCOME,
            draft("12:00", "13:00", "Plant tour", people=(OWEN,)),
            draft("11:00", "12:00", "Lunch"),
        ),
    )
    assert [title for title, *_ in state(day)] == ["Welcome", "Lunch", "Plant tour"]


def test_somebody_with_a_line_is_kept_as_absent(client, day):
    called("Plant tour").attendances.update(remember="laughs")
    change(
        client,
        changes_page(day, WELCOME, LUNCH, draft("11:00", "12:00", "Plant tour", people=(SANA,))),
    )

    assert set(called("Plant tour").attendances.values_list("person__name", "status")) == {
        ("Owen P", "absent"), ("Sana M", "planned"),
    }  # fmt: skip


def test_cancelled_meeting_that_is_on_again_is_planned(client, day):
    called("Plant tour").take_status("cancelled")
    address = changes_page(day, WELCOME, TOUR, LUNCH)
    assert "was cancelled" in client.get(address).text
    change(client, address)
    assert called("Plant tour").status == "planned"


def test_older_invitation_is_not_proposed(client, day):
    Meeting.objects.filter(title="Welcome").update(import_uid="1@x", import_sequence=3)
    older = draft("08:00", "09:00", "Welcome", people=(RUTH,), uid="1@x", sequence=2)
    address = changes_page(day, older, TOUR, LUNCH)
    html = client.get(address).text

    assert "This invitation is older than the one that you have." in html
    assert "m0-keep" not in filled(html)


def test_undo_brings_the_day_back(client, day, alice):
    a_note(alice, "kept", meeting=called("Lunch"))
    called("Plant tour").attendances.update(remember="laughs", title="Quality")
    before = state(day)
    people = sorted(Attendance.objects.values_list("meeting", "person", "title", "status"))
    address = changes_page(
        day,
        draft("08:00", "08:15", "Hello", people=(SANA,), date=dt.date(2026, 11, 25)),
        draft("14:00", "15:00", "Plant tour", people=(SANA,)),
        draft("09:00", "09:30", "Coffee and welcome", people=(RUTH,)),
        date=None,
    )
    data = filled(client.get(address).text)
    data["gone"] = str(called("Lunch").pk)
    client.post(address, data)
    assert state(day) != before
    mail = AgendaImport.objects.get(day=day)
    response = client.post(reverse("agenda-undo", args=[day.pk, mail.pk]), follow=True)

    assert "Taken back: the day is as it was." in response.text
    assert state(day) == before
    live = Attendance.objects.live()
    assert sorted(live.values_list("meeting", "person", "title", "status")) == people
    day.refresh_from_db()
    assert (day.date, day.last_date) == (DAY, None)
    assert set(Interviewer.objects.visible_to(alice).values_list("name", flat=True)) == {
        "Ruth A", "Owen P",
    }  # fmt: skip
    assert client.get(address).status_code == 200  # it can be looked at again


def test_undo_leaves_what_was_changed_since(client, day):
    change(
        client,
        changes_page(day, WELCOME, LUNCH, draft("14:00", "15:00", "Plant tour", people=(OWEN,))),
    )
    Meeting.objects.filter(title="Plant tour").update(location="Gate 3", title="Big tour")
    mail = AgendaImport.objects.get(day=day)
    client.post(reverse("agenda-undo", args=[day.pk, mail.pk]))

    assert (called("Big tour").location, called("Big tour").starts_at) == (
        "Gate 3", utc(2026, 11, 24, 11),
    )  # fmt: skip


def test_undo_that_would_overlap_says_so_and_changes_nothing(client, day):
    change(
        client,
        changes_page(day, WELCOME, LUNCH, draft("14:00", "15:00", "Plant tour", people=(OWEN,))),
    )
    MeetingFactory(day=day, at="11:00", to="12:00", title="Call")
    before = state(day)
    mail = AgendaImport.objects.get(day=day)
    response = client.post(reverse("agenda-undo", args=[day.pk, mail.pk]), follow=True)

    assert "The day stays as it is. Two of its meetings would overlap." in response.text
    assert state(day) == before


def test_day_that_changed_meanwhile_is_looked_at_again(client, day):
    address = changes_page(day, draft("14:00", "15:00", "Plant tour", people=(OWEN,)))
    data = filled(client.get(address).text)
    called("Plant tour").trash(utc(2026, 11, 1))
    before = state(day)
    response = client.post(address, data)

    assert response.status_code == 409
    assert "The day has changed meanwhile: please look again." in response.text
    assert state(day) == before


def test_second_click_changes_nothing_more(client, day):
    address = changes_page(day, WELCOME, TOUR, LUNCH, draft("16:00", "17:00", "Wrap-up"))
    data = filled(client.get(address).text)
    answers = [client.post(address, data)["Location"] for _ in range(2)]

    assert answers == [reverse("visit-agenda", args=[day.pk])] * 2
    assert Meeting.objects.filter(title="Wrap-up").count() == 1


def test_more_than_a_week_is_told(client, day):
    far = draft("09:00", "10:00", "Second visit", date=dt.date(2026, 12, 24))
    response = change(client, changes_page(day, far, date=far.date))

    assert response.status_code == 422
    assert "a visit takes at most seven days" in response.text


def test_times_in_another_zone_are_compared_by_their_instants(client, day):
    call = draft("04:00", "04:30", "Welcome", people=(RUTH,), time_zone="America/New_York")
    html = client.get(changes_page(day, call, TOUR, LUNCH)).text

    assert "All of it is there already." in html


@pytest.mark.parametrize("name", ["agenda-changes", "agenda-undo"])
def test_changes_of_another_user_or_visit_are_404(client, client_of, mallory, alice, day, name):
    mail = AgendaImportFactory(day=day, agenda=stored(HARROW), made={"visit": True})
    other = a_day(alice, "Other")
    for user, pk in ((client_of(mallory), day.pk), (client, other.pk)):
        assert user.post(reverse(name, args=[pk, mail.pk])).status_code == 404
    assert InterviewDay.objects.live().count() == 2
