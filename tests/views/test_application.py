"""The pages around an application."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from interviews.models import Application, Role
from tests.addresses import EVERY_REQUEST
from tests.factories import (
    ApplicationFactory,
    AttendanceFactory,
    CompanyFactory,
    DayFactory,
    InterviewerFactory,
    RoleFactory,
    a_day,
    a_meeting,
)


def form_data(**fields):
    return {
        "position": "Engineer",
        "job_description": "",
        "outcome": "waiting",
        "heard_on": "",
    } | fields


def roles_of(person):
    return sorted(person.roles.values_list("role", flat=True))


def test_an_application_is_added_from_the_company(alice, client_of):
    company = CompanyFactory(owner=alice)
    url = reverse("application-create", args=[company.pk])
    response = client_of(alice).post(url, form_data(position=" Pump   engineer "))
    application = Application.objects.visible_to(alice).get()
    assert response["Location"] == application.get_absolute_url()
    assert (application.company, application.position) == (company, "Pump engineer")


def test_the_outcome_and_its_date_are_saved(alice, client_of):
    application = ApplicationFactory(company=CompanyFactory(owner=alice))
    data = form_data(outcome="offer", heard_on="2026-12-01", job_description="Pumps\r\nand pipes")
    client_of(alice).post(reverse("application-edit", args=[application.pk]), data)
    application.refresh_from_db()
    assert (application.outcome, application.heard_on) == ("offer", date(2026, 12, 1))
    assert application.job_description == "Pumps\nand pipes"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"position": " "}, "position"),
        ({"position": "x" * 300}, "position"),
        ({"heard_on": "0001-01-01"}, "heard_on"),
        ({"heard_on": "1999-12-31"}, "heard_on"),
        ({"heard_on": "9999-12-31"}, "heard_on"),
        ({"heard_on": "soon"}, "heard_on"),
        ({"outcome": "hired"}, "outcome"),
    ],
)
def test_bad_input_is_a_message_beside_its_field(alice, client_of, fields, field):
    application = ApplicationFactory(company=CompanyFactory(owner=alice))
    url = reverse("application-edit", args=[application.pk])
    response = client_of(alice).post(url, form_data(job_description="kept", **fields))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "kept</textarea>" in response.content.decode()


def test_the_page_shows_visits_and_who_is_what(alice, client_of):
    day = a_day(alice, position="Engineer")
    role = RoleFactory(application=day.application, role=Role.Kind.HEAD_OF_HR)
    gone = RoleFactory(application=day.application, person__name="Gone")
    gone.person.trash(gone.created_at)
    page = client_of(alice).get(day.application.get_absolute_url()).content.decode()
    assert f'href="{day.get_absolute_url()}"' in page
    assert role.person.name in page
    assert "head of HR" in page
    assert "Gone" not in page


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_five_queries(alice, client_of, django_assert_num_queries, count):
    application = ApplicationFactory(company=CompanyFactory(owner=alice))
    DayFactory.create_batch(count, application=application)
    RoleFactory.create_batch(count, application=application)
    client = client_of(alice)
    with django_assert_num_queries(EVERY_REQUEST + 5):
        client.get(application.get_absolute_url())


@pytest.mark.parametrize("count", [1, 30])
def test_the_roles_page_takes_three_queries(alice, client_of, django_assert_num_queries, count):
    application = ApplicationFactory(company=CompanyFactory(owner=alice))
    RoleFactory.create_batch(count, application=application)
    client = client_of(alice)
    with django_assert_num_queries(EVERY_REQUEST + 3):
        client.get(reverse("application-roles", args=[application.pk]))


def test_roles_are_saved_as_a_whole(alice, client_of):
    application = ApplicationFactory(company=CompanyFactory(owner=alice))
    ana, ben, late = InterviewerFactory.create_batch(3, company=application.company)
    for person, kind in ((ana, "peer"), (ben, "recruiter"), (late, "other")):
        RoleFactory(application=application, person=person, role=kind)
    data = {
        "shown": [str(ana.pk), str(ben.pk)],
        f"roles-{ana.pk}": ["head_of_hr", "committee_head"],
    }
    response = client_of(alice).post(reverse("application-roles", args=[application.pk]), data)
    assert response["Location"] == application.get_absolute_url()
    assert [roles_of(person) for person in (ana, ben)] == [["committee_head", "head_of_hr"], []]
    assert roles_of(late) == ["other"]  # was not on the page


def test_an_agencys_recruiter_can_have_a_role_once_in_a_meeting(alice, client_of):
    meeting = a_meeting(alice)
    application = meeting.day.application
    agent = InterviewerFactory(owner=alice, company=None, name="Agent")
    InterviewerFactory(owner=alice, company=None, name="Elsewhere")
    AttendanceFactory(meeting=meeting, person=agent)
    url = reverse("application-roles", args=[application.pk])
    client = client_of(alice)
    assert list(client.get(url).context["form"].people.values()) == [agent]
    client.post(url, {"shown": str(agent.pk), f"roles-{agent.pk}": "recruiter"})
    assert roles_of(agent) == ["recruiter"]


def test_a_role_that_there_is_not_is_a_message(alice, client_of):
    application = ApplicationFactory(company=CompanyFactory(owner=alice))
    ana = InterviewerFactory(company=application.company)
    url = reverse("application-roles", args=[application.pk])
    data = {"shown": str(ana.pk), f"roles-{ana.pk}": ["peer", "king"]}
    response = client_of(alice).post(url, data)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [f"roles-{ana.pk}"]
    assert roles_of(ana) == []


def test_nobody_gets_a_role_in_anothers_application(alice, mallory, client_of):
    application = ApplicationFactory(company=CompanyFactory(owner=alice))
    theirs = InterviewerFactory(company=CompanyFactory(owner=mallory))
    url = reverse("application-roles", args=[application.pk])
    client_of(alice).post(url, {"shown": str(theirs.pk), f"roles-{theirs.pk}": "peer"})
    assert Role.objects.count() == 0


def test_roles_without_people_say_what_to_do(alice, client_of):
    application = ApplicationFactory(company=CompanyFactory(owner=alice))
    page = client_of(alice).get(reverse("application-roles", args=[application.pk]))
    assert "Add the people first" in page.content.decode()


def test_deleting_takes_the_visits_along_and_leads_to_the_company(alice, client_of):
    client, day = client_of(alice), a_day(alice)
    application = day.application
    url = reverse("application-delete", args=[application.pk])
    assert "Delete this application?" in client.get(url).content.decode()
    response = client.post(url)
    assert response["Location"] == application.company.get_absolute_url()
    [message] = get_messages(response.wsgi_request)
    assert (
        message.extra_tags
        == f"undo:{reverse('trash-restore', args=['application', application.pk])}"
    )
    assert client.get(day.get_absolute_url()).status_code == 404
    assert client.post(url).status_code == 302


@pytest.mark.parametrize(
    "name",
    ["application-detail", "application-edit", "application-roles", "application-delete"],
)
def test_mallory_finds_no_application_of_alice(alice, mallory, client_of, name):
    application = ApplicationFactory(company=CompanyFactory(owner=alice))
    client, url = client_of(mallory), reverse(name, args=[application.pk])
    assert client.get(url).status_code == 404
    if name != "application-detail":
        assert client.post(url, form_data(position="Mine")).status_code == 404
    application.refresh_from_db()
    assert (application.position, application.deleted_at) == ("Engineer", None)
