"""The pages around a company."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from interviews.models import Company
from tests.addresses import EVERY_REQUEST
from tests.factories import (
    ApplicationFactory,
    CompanyFactory,
    DayFactory,
    InterviewerFactory,
    a_day,
)

LONG = "x" * 300


def form_data(**fields):
    blank = dict.fromkeys(("name", "website", "industry", "location", "about", "culture"), "")
    return blank | fields


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_a_company_is_added_with_its_whitespace_collapsed(alice, client_of):
    data = form_data(name="  Marrable \t &  Sons ", website="marrable.example", culture="Kind.")
    response = client_of(alice).post(reverse("company-create"), data)
    company = Company.objects.visible_to(alice).get()
    assert (response.status_code, response["Location"]) == (302, company.get_absolute_url())
    assert (company.name, company.website) == ("Marrable & Sons", "https://marrable.example")
    assert said(response) == ["Marrable & Sons is among your companies."]


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"name": "MARRABLE"}, "name", "You have a company of that name already."),
        ({"name": " \u2003 "}, "name", "What is the company called?"),
        ({"name": LONG}, "name", "Ensure this value has at most 200 characters (it has 300)."),
    ],
)
def test_a_name_that_will_not_do_is_a_message_beside_it(alice, client_of, fields, field, message):
    CompanyFactory(owner=alice, name="Marrable")
    response = client_of(alice).post(reverse("company-create"), form_data(about="Pumps", **fields))
    assert response.status_code == 422
    assert response.context["form"].errors == {field: [message]}
    assert "Pumps</textarea>" in response.content.decode()
    assert Company.objects.count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript://%0aalert(1)",
        "data:text/html,x",
        "ftp://a.example",
        "h ttp",
    ],
)
def test_a_website_that_a_browser_would_run_is_refused(alice, client_of, address):
    data = form_data(name="Marrable", website=address)
    response = client_of(alice).post(reverse("company-create"), data)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["website"]


def test_a_website_that_got_in_elsewhere_is_never_a_link(alice, client_of):
    company = CompanyFactory(owner=alice, website="javascript:alert(1)")
    page = client_of(alice).get(company.get_absolute_url()).content.decode()
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page


def test_two_users_may_know_a_company_of_the_same_name(alice, mallory, client_of):
    CompanyFactory(owner=alice, name="Marrable")
    client_of(mallory).post(reverse("company-create"), form_data(name="marrable"))
    assert Company.objects.visible_to(mallory).get().name == "marrable"


def test_a_name_in_the_trash_is_free(alice, client_of):
    client = client_of(alice)
    company = CompanyFactory(owner=alice, name="Marrable")
    client.post(reverse("company-delete", args=[company.pk]))
    client.post(reverse("company-create"), form_data(name="Marrable"))
    assert Company.objects.visible_to(alice).named("Marrable").count() == 1


def test_a_company_may_change_the_letters_of_its_own_name(alice, client_of):
    company = CompanyFactory(owner=alice, name="marrable")
    client_of(alice).post(reverse("company-edit", args=[company.pk]), form_data(name="MARRABLE"))
    company.refresh_from_db()
    assert company.name == "MARRABLE"


def test_a_name_taken_while_changing_keeps_the_heading_and_what_was_typed(alice, client_of):
    CompanyFactory(owner=alice, name="Other")
    company = CompanyFactory(owner=alice, name="Marrable")
    url = reverse("company-edit", args=[company.pk])
    response = client_of(alice).post(url, form_data(name="other", about="Pumps"))
    page = response.content.decode()
    assert response.status_code == 422
    assert '<h1 dir="auto">Marrable</h1>' in page
    assert 'value="other"' in page
    company.refresh_from_db()
    assert (company.name, company.about) == ("Marrable", "")


def test_the_page_shows_applications_visits_and_people(alice, client_of):
    day = a_day(alice, position="Pump engineer")
    company = day.application.company
    InterviewerFactory(company=company, name="Ana <script>", title="Head of HR")
    gone = a_day(alice, position="Gone")
    gone.application.trash(gone.created_at)
    page = client_of(alice).get(company.get_absolute_url()).content.decode()
    assert "Pump engineer" in page
    assert f'href="{day.get_absolute_url()}"' in page
    assert "Ana &lt;script&gt;" in page
    assert "Head of HR" in page
    assert "Gone" not in page


def test_the_list_counts_live_applications_and_people(alice, client_of):
    company = CompanyFactory(owner=alice, name="Marrable")
    ApplicationFactory(company=company)
    ApplicationFactory(company=company).trash(company.created_at)
    InterviewerFactory.create_batch(2, company=company)
    InterviewerFactory(company=company).trash(company.created_at)
    [shown] = client_of(alice).get(reverse("company-list")).context["companies"]
    assert (shown.application_count, shown.person_count) == (1, 2)


def test_the_empty_list_says_what_to_do(alice, mallory, client_of):
    CompanyFactory(owner=mallory, name="Secret")
    page = client_of(alice).get(reverse("company-list")).content.decode()
    assert "No company yet" in page
    assert "Secret" not in page


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_one_query(alice, client_of, django_assert_num_queries, count):
    CompanyFactory.create_batch(count, owner=alice)
    client = client_of(alice)
    with django_assert_num_queries(EVERY_REQUEST + 1):
        client.get(reverse("company-list"))


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_five_queries(alice, client_of, django_assert_num_queries, count):
    company = CompanyFactory(owner=alice)
    for application in ApplicationFactory.create_batch(count, company=company):
        DayFactory(application=application)
    InterviewerFactory.create_batch(count, company=company)
    client = client_of(alice)
    with django_assert_num_queries(EVERY_REQUEST + 5):
        client.get(company.get_absolute_url())


def test_deleting_takes_everything_along_and_can_be_undone(alice, client_of):
    client = client_of(alice)
    day = a_day(alice)
    company = day.application.company
    person = InterviewerFactory(company=company)
    response = client.post(reverse("company-delete", args=[company.pk]))
    assert response["Location"] == reverse("company-list")
    [message] = get_messages(response.wsgi_request)
    undo = reverse("trash-restore", args=["company", company.pk])
    assert (str(message), message.extra_tags) == ("Marrable is in the trash.", f"undo:{undo}")
    assert [client.get(row.get_absolute_url()).status_code for row in (company, day, person)] == [
        404, 404, 404,
    ]  # fmt: skip
    client.post(undo)
    assert [client.get(row.get_absolute_url()).status_code for row in (company, day, person)] == [
        200, 200, 200,
    ]  # fmt: skip


def test_deleting_twice_is_harmless(alice, client_of):
    client = client_of(alice)
    day = a_day(alice)
    company = day.application.company
    url = reverse("company-delete", args=[company.pk])
    client.post(url)
    company.refresh_from_db()
    first = company.deleted_at
    assert client.post(url).status_code == 302
    company.refresh_from_db()
    day.refresh_from_db()
    assert (company.deleted_at, day.deleted_at) == (first, first)


def test_asking_first_deletes_nothing(alice, client_of):
    company = CompanyFactory(owner=alice)
    page = client_of(alice).get(reverse("company-delete", args=[company.pk])).content.decode()
    assert "Delete this company?" in page
    assert Company.objects.visible_to(alice).count() == 1


@pytest.mark.parametrize(
    "name", ["company-detail", "company-edit", "company-delete", "application-create"]
)
def test_mallory_finds_no_company_of_alice(alice, mallory, client_of, name):
    company = CompanyFactory(owner=alice, name="Marrable")
    client, url = client_of(mallory), reverse(name, args=[company.pk])
    assert client.get(url).status_code == 404
    if name != "company-detail":
        assert client.post(url, form_data(name="Mine", position="x")).status_code == 404
    company.refresh_from_db()
    assert (company.name, company.deleted_at) == ("Marrable", None)
