"""Who sees a row; the trash; and that both hold when two requests race."""

import threading
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from interviews.models import Company, InterviewDay, Interviewer, Meeting
from interviews.models.owned import uuid7
from interviews.models.trash import throw_away
from tests.factories import AttendanceFactory, CompanyFactory, InterviewerFactory, a_day, a_meeting

PATIENCE = 20  # seconds
WAITS_FOR_US = (
    "SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
)


def test_ids_made_later_sort_later():
    ids = [uuid7() for _ in range(50)]
    assert {(i.version, i.variant) for i in ids} == {(7, "specified in RFC 4122")}
    assert [i.int >> 80 for i in ids] == sorted(i.int >> 80 for i in ids)


def test_rows_are_visible_to_their_owner_only(alice, mallory):
    company = CompanyFactory(owner=alice)
    seen = [list(Company.objects.visible_to(user)) for user in (alice, mallory, AnonymousUser())]
    assert seen == [[company], [], []]


def test_the_trash_is_visible_to_its_owner_only(alice, mallory):
    company = CompanyFactory(owner=alice)
    company.trash(timezone.now())
    assert list(Company.objects.visible_to(alice)) == []
    assert [list(Company.objects.in_trash_of(u)) for u in (alice, mallory)] == [[company], []]
    assert [list(Company.objects.kept_for(u)) for u in (alice, mallory)] == [[company], []]


def test_parts_share_the_instant_and_come_back_together(alice):
    day = a_day(alice)
    early, late = a_meeting(alice, day=day), a_meeting(alice, day=day, at="10:00", to="11:00")
    now = timezone.now()
    early.trash(now - timedelta(hours=1))
    day.application.company.trash(now)
    for row in (day, early, late):
        row.refresh_from_db()
    assert [row.deleted_at for row in (day, late, early)] == [now, now, now - timedelta(hours=1)]
    day.application.company.restore()
    assert list(Meeting.objects.visible_to(alice)) == [late]


# Two requests at once


@pytest.fixture
def meanwhile():
    """A function: start something in a thread, and return once it waits for a lock of ours.

    Call what it returns, after our transaction, for the result.
    """

    def start(act):
        result = []

        def run():
            try:
                result.append(act())
            finally:
                connection.close()

        thread = threading.Thread(target=run)
        thread.start()
        until = timezone.now() + timedelta(seconds=PATIENCE)
        with connection.cursor() as cursor:
            while timezone.now() < until and thread.is_alive():
                cursor.execute(WAITS_FOR_US)
                if cursor.fetchone():
                    break
                thread.join(0.02)

        def finish():
            thread.join(PATIENCE)
            [value] = result
            return value

        return finish

    return start


@pytest.mark.django_db(transaction=True)
def test_the_second_of_two_equal_names_is_a_message(transactional_db, alice, client_of, meanwhile):
    client, data = client_of(alice), {"name": "MARRABLE", "about": "Pumps"}
    with transaction.atomic():
        CompanyFactory(owner=alice, name="Marrable")
        finish = meanwhile(lambda: client.post(reverse("company-create"), data))
    response = finish()
    assert response.status_code == 422
    assert response.context["form"].errors == {"name": ["You have a company of that name already."]}
    assert Company.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_name_taken_while_restoring_is_asked_about(transactional_db, alice, client_of, meanwhile):
    client, company = client_of(alice), CompanyFactory(owner=alice, name="Marrable")
    company.trash(timezone.now())
    url = reverse("trash-restore", args=["company", company.pk])
    with transaction.atomic():
        CompanyFactory(owner=alice, name="marrable")
        finish = meanwhile(lambda: client.post(url))
    response = finish()
    assert response.status_code == 422
    assert "You have another company of the name" in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_meeting_time_taken_while_restoring_is_asked_about(
    transactional_db, alice, client_of, meanwhile
):
    client, meeting = client_of(alice), a_meeting(alice)
    meeting.trash(timezone.now())
    url = reverse("trash-restore", args=["meeting", meeting.pk])
    with transaction.atomic():
        day = InterviewDay.objects.locked().get(pk=meeting.day_id)
        a_meeting(alice, day=day, title="Tour")
        finish = meanwhile(lambda: client.post(url))
    response = finish()
    assert response.status_code == 422
    assert "Tour" in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_company_deleted_twice_at_once_keeps_its_parts(transactional_db, alice, meanwhile):
    day, now = a_day(alice), timezone.now()
    company = day.application.company
    with transaction.atomic():
        throw_away(company, now)
        finish = meanwhile(lambda: throw_away(company, now + timedelta(seconds=1)))
    assert finish() is False
    company.refresh_from_db()
    day.refresh_from_db()
    assert (company.deleted_at, day.deleted_at) == (now, now)


@pytest.mark.django_db(transaction=True)
def test_two_people_merged_into_each_other_leave_one(transactional_db, alice, client_of, meanwhile):
    meeting, client = a_meeting(alice), client_of(alice)
    one, two = InterviewerFactory.create_batch(2, company=meeting.day.application.company)
    AttendanceFactory(meeting=meeting, person=two)
    url = reverse("person-merge", args=[two.pk])
    with transaction.atomic():
        people = Interviewer.objects.filter(pk__in=(one.pk, two.pk)).order_by("pk").locked()
        first, second = people
        first.merge(second, timezone.now())
        finish = meanwhile(lambda: client.post(url, {"duplicate": str(one.pk)}))
    assert finish().status_code == 302
    assert list(Interviewer.objects.visible_to(alice)) == [one]
    assert one.attendances.get().meeting == meeting
