"""Requests that come at the same moment, with real threads and real transactions."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from interviews.models import Company, InterviewDay, Meeting, Note, NoteRevision, uuid7
from tests.factories import MeetingFactory, a_day, a_meeting, a_note, utc

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 4
SECONDS = 20  # for one request, waiting included


def at_once(*requests):
    """The answers to these requests (functions), which begin at the same moment."""
    start = threading.Barrier(len(requests), timeout=SECONDS)

    def run(request):
        try:
            start.wait()
            return request()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(requests)) as pool:
        return [each.result(SECONDS) for each in [pool.submit(run, r) for r in requests]]


def posting(user, address, data):
    client = Client()
    client.force_login(user)
    return lambda: client.post(address, data)


def saving(user, pk, text, *, base=0, op=None, **place):
    """A note's save by script, from a device of its own."""
    client = Client()
    client.force_login(user)
    headers = {
        "Idempotency-Key": str(op or uuid7()),
        "If-Match": f'"{base}"',
        "X-Owner": str(user.pk),
        **{f"X-{name}": str(key) for name, key in place.items()},
    }
    address = reverse("note-detail", args=[pk])
    return lambda: client.put(address, text.encode(), content_type="text/plain", headers=headers)


def statuses(answers):
    return sorted(answer.status_code for answer in answers)


def test_two_meetings_at_the_same_time(alice):
    day = a_day(alice)
    address = reverse("visit-agenda", args=[day.pk])
    for hour in range(9, 9 + ROUNDS):
        titles = (f"Tour at {hour}", f"Test at {hour}")
        forms = [
            {"title": title, "date": "2026-11-24", "start": f"{hour}:00", "end": f"{hour}:45"}
            for title in titles
        ]
        answers = at_once(*(posting(alice, address, form) for form in forms))
        assert statuses(answers) == [302, 422]
        (stored,) = day.meetings.filter(title__in=titles)
        refused = next(answer for answer in answers if answer.status_code == 422).text
        assert f"“{stored.title}” is from {hour:02}:00 to {hour:02}:45." in refused


def test_two_visits_to_the_same_new_company(alice):
    for n in range(ROUNDS):
        names = (f"Marrable {n}", f"MARRABLE {n}", f" marrable  {n}")
        form = {"position": "Engineer", "date": "2026-11-24", "time_zone": "Europe/London"}
        address = reverse("visit-create")
        answers = at_once(*(posting(alice, address, {**form, "company": x}) for x in names))
        assert statuses(answers) == [302, 302, 302]
        assert Company.objects.count() == n + 1
        assert InterviewDay.objects.count() == 3 * (n + 1)


def test_moving_a_visit_while_a_meeting_is_added(alice):
    for _ in range(ROUNDS):
        day = a_day(alice)
        MeetingFactory(day=day, at="09:00", to="10:00")
        move = {"date": "2026-12-01", "time_zone": "America/New_York", "status": "scheduled",
                "structure": "unknown"}  # fmt: skip
        add = {"title": "Tour", "date": "2026-11-24", "start": "11:00", "end": "12:00"}
        moved, added = at_once(
            posting(alice, reverse("visit-edit", args=[day.pk]), move),
            posting(alice, reverse("visit-agenda", args=[day.pk]), add),
        )
        assert moved.status_code == 302
        starts = list(day.meetings.in_order().values_list("starts_at", flat=True))
        if added.status_code == 302:  # before the move, and so moved with it
            assert starts == [utc(2026, 12, 1, 14), utc(2026, 12, 1, 16)]
        else:  # after it, when the visit is on another date
            assert (added.status_code, starts) == (422, [utc(2026, 12, 1, 14)])


def test_moving_a_visit_while_a_meeting_is_changed(alice):
    for _ in range(ROUNDS):
        day = a_day(alice, last_date=utc(2026, 11, 25).date())
        meeting = MeetingFactory(day=day, at="09:00", to="10:00")
        shrink = {"date": "2026-11-24", "time_zone": "Europe/London", "status": "scheduled",
                  "structure": "unknown"}  # fmt: skip
        change = {"title": "Tour", "date": "2026-11-25", "start": "09:00", "end": "10:00"}
        answers = at_once(
            posting(alice, reverse("visit-edit", args=[day.pk]), shrink),
            posting(alice, reverse("meeting-edit", args=[meeting.pk]), change),
        )
        assert statuses(answers) == [302, 422]
        day.refresh_from_db()
        meeting.refresh_from_db()
        assert meeting.date in day.dates


def test_undoing_a_move_twice(alice):
    for _ in range(ROUNDS):
        day = a_day(alice)
        meeting = MeetingFactory(day=day)
        day.move(utc(2026, 12, 1).date(), None, "Europe/London")
        address = reverse("visit-move-back", args=[day.pk])
        answers = at_once(*(posting(alice, address, {}) for _ in range(2)))
        meeting.refresh_from_db()
        assert (statuses(answers), meeting.starts_at) == ([302, 302], utc(2026, 11, 24, 9))


def test_putting_back_two_cancelled_meetings(alice):
    for _ in range(ROUNDS):
        day = a_day(alice)
        off = [MeetingFactory(day=day, status="cancelled") for _ in range(2)]
        addresses = [reverse("meeting-status", args=[meeting.pk]) for meeting in off]
        answers = at_once(*(posting(alice, a, {"status": "planned"}) for a in addresses))
        assert statuses(answers) == [302, 302]
        assert sorted(day.meetings.values_list("status", flat=True)) == ["cancelled", "planned"]


def test_two_devices_begin_a_note(alice):
    for _ in range(ROUNDS):
        meeting = a_meeting(alice)
        texts = ("phone", "laptop")
        answers = at_once(*(saving(alice, uuid7(), t, Meeting=meeting.pk) for t in texts))
        assert statuses(answers) == [200, 409]
        note = Note.objects.get(meeting=meeting)
        assert {answer.json()["id"] for answer in answers} == {str(note.pk)}
        assert set(note.revisions.values_list("text", flat=True)) == set(texts)


def test_two_devices_begin_the_loose_note(alice):
    for _ in range(ROUNDS):
        day = a_day(alice)
        answers = at_once(*(saving(alice, uuid7(), t, Visit=day.pk) for t in ("phone", "laptop")))
        assert statuses(answers) == [200, 409]
        note = Note.objects.get(day=day, meeting=None)
        assert set(note.revisions.values_list("text", flat=True)) == {"phone", "laptop"}


def test_one_device_begins_a_note_twice(alice):
    for _ in range(ROUNDS):
        meeting, key, op = a_meeting(alice), uuid7(), uuid7()
        saves = [saving(alice, key, "begun", op=op, Meeting=meeting.pk) for _ in range(3)]
        answers = at_once(*saves)
        assert statuses(answers) == [200, 200, 200]
        assert len({answer.content for answer in answers}) == 1
        assert NoteRevision.objects.get(op=op).replays == 2


def test_many_saves_of_one_note(alice):
    note = a_note(alice, "one\ntwo\n")
    texts = [f"{n}\ntwo\n" for n in range(4)]
    answers = at_once(*(saving(alice, note.pk, text, base=1) for text in texts))
    assert statuses(answers) == [200, 409, 409, 409]
    assert set(note.revisions.values_list("text", flat=True)) == {"one\ntwo\n", *texts}


def test_one_op_for_two_notes(alice):
    for _ in range(ROUNDS):
        notes, op = [a_note(alice, "") for _ in range(2)], uuid7()
        answers = at_once(*(saving(alice, note.pk, "text", op=op) for note in notes))
        assert statuses(answers) == [200, 422]
        assert NoteRevision.objects.filter(op=op).count() == 1


def test_deleting_a_meeting_while_its_note_is_saved(alice):
    for _ in range(ROUNDS):
        note = a_note(alice, "one")
        deleted, saved = at_once(
            posting(alice, reverse("meeting-delete", args=[note.meeting_id]), {}),
            saving(alice, note.pk, "two", base=1),
        )
        assert (deleted.status_code, saved.status_code) == (302, 200)
        note.refresh_from_db()
        assert note.text == "two"
        assert Meeting.objects.get(pk=note.meeting_id).deleted_at is not None
