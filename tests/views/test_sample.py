"""The sample visits with one click."""

import pytest
from django.urls import reverse

from interviews.models import Company, InterviewDay
from tests.factories import CompanyFactory

CREATE, REMOVE, RESTORE = (reverse(f"sample-{what}") for what in ("create", "remove", "restore"))


@pytest.fixture
def client(alice, client_of):
    return client_of(alice)


def upcoming(user):
    return InterviewDay.objects.visible_to(user).upcoming().get()


def test_one_click_makes_the_sample_and_opens_the_visit_ahead(client, alice):
    answer = client.post(CREATE)

    assert (answer.status_code, answer.url) == (302, upcoming(alice).get_absolute_url())
    client.post(CREATE)
    assert InterviewDay.objects.visible_to(alice).count() == 2
    page = client.get(answer.url).content.decode()
    assert "Process control and your thesis" in page
    assert f'action="{REMOVE}"' in page


def test_one_click_removes_it_and_another_brings_it_back(client, alice):
    client.post(CREATE)
    day = upcoming(alice)

    removed = client.post(REMOVE, follow=True).content.decode()
    assert f'action="{RESTORE}"' in removed
    assert InterviewDay.objects.visible_to(alice).count() == 0
    client.post(RESTORE)

    assert upcoming(alice) == day


def test_nothing_to_remove_or_restore_is_said(client):
    removed = client.post(REMOVE, follow=True).content.decode()
    restored = client.post(RESTORE, follow=True).content.decode()

    assert "There is no sample visit to remove." in removed
    assert "There is no sample visit to restore." in restored


def test_restoring_beside_a_company_of_the_same_name_is_a_message(client, alice):
    client.post(CREATE)
    client.post(REMOVE)
    CompanyFactory(owner=alice, name="harrow instruments")

    page = client.post(RESTORE, follow=True).content.decode()

    assert "You have a company of the same name now" in page
    assert Company.objects.visible_to(alice).count() == 1


def test_sample_whose_visits_are_all_deleted_says_where_they_are(client, alice):
    client.post(CREATE)
    for day in InterviewDay.objects.visible_to(alice):
        day.trash(day.created_at)

    page = client.post(CREATE, follow=True).content.decode()

    assert "The sample visits are in the trash" in page


@pytest.mark.parametrize("address", [CREATE, REMOVE, RESTORE])
def test_a_link_alone_does_nothing(client, alice, address):
    assert client.get(address).status_code == 405
    assert Company.objects.visible_to(alice).count() == 0
