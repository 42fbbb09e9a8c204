"""The pages around a person."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from interviews.forms.web_address import NO_ADDRESS
from interviews.models import Attendance, Interviewer
from tests.addresses import EVERY_REQUEST
from tests.factories import (
    AttendanceFactory,
    CompanyFactory,
    InterviewerFactory,
    RoleFactory,
    a_day,
    a_meeting,
)


def form_data(**fields):
    blank = dict.fromkeys(("name", "title", "company", "email", "phone", "link", "remarks"), "")
    return blank | {"name": "Ana Ruiz"} | fields


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def a_person(owner, name="Ana Ruiz", company=None, **fields):
    return InterviewerFactory(owner=owner, company=company, name=name, **fields)


def test_a_person_is_added(alice, client_of):
    company = CompanyFactory(owner=alice)
    data = form_data(
        name=" Ana \t Ruiz ", company=company.pk, email="ana@example.org", remarks="🙂"
    )
    response = client_of(alice).post(reverse("person-create"), data)
    person = Interviewer.objects.visible_to(alice).get()
    assert response["Location"] == person.get_absolute_url()
    assert (person.name, person.company, person.remarks) == ("Ana Ruiz", company, "🙂")
    assert said(response) == ["Ana Ruiz is among your people."]


def test_the_company_of_the_address_is_proposed(alice, client_of):
    company = CompanyFactory(owner=alice)
    page = client_of(alice).get(reverse("person-create"), {"company": str(company.pk)})
    assert f'<option value="{company.pk}" selected>' in page.content.decode()


@pytest.mark.parametrize("company", ["5" * 5000, "not-a-uuid", "\x00"])
def test_a_strange_company_in_the_address_is_overlooked(alice, client_of, company):
    ana = a_person(alice)
    for name in ("person-create", "person-list"):
        page = client_of(alice).get(reverse(name), {"company": company})
        assert page.status_code == 200
    assert page.context["people"] == [ana]


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"name": "\u2003 "}, "name", "What is their name?"),
        ({"name": "x" * 300}, "name", "Ensure this value has at most 200 characters (it has 300)."),
        ({"company": "5" * 5000}, "company", "That company is not one of the choices."),
        ({"link": "javascript:alert(1)"}, "link", NO_ADDRESS),
    ],
)  # fmt: skip
def test_bad_input_is_a_message_beside_its_field(alice, client_of, fields, field, message):
    response = client_of(alice).post(reverse("person-create"), form_data(remarks="kept", **fields))
    assert response.status_code == 422
    assert response.context["form"].errors == {field: [message]}
    assert "kept</textarea>" in response.content.decode()


def test_a_company_of_somebody_else_is_not_one_of_the_choices(alice, mallory, client_of):
    theirs = CompanyFactory(owner=mallory, name="Secret")
    response = client_of(alice).post(reverse("person-create"), form_data(company=theirs.pk))
    errors = response.context["form"].errors
    assert errors == {"company": ["That company is not one of the choices."]}
    assert "Secret" not in response.content.decode()


def test_a_company_in_the_trash_is_not_one_of_the_choices(alice, client_of):
    company = CompanyFactory(owner=alice)
    company.trash(company.created_at)
    response = client_of(alice).post(reverse("person-create"), form_data(company=company.pk))
    assert list(response.context["form"].errors) == ["company"]


def test_the_same_name_at_the_same_company_leads_to_merging(alice, client_of):
    company = CompanyFactory(owner=alice)
    known = a_person(alice, "Dr. Zoë <b>Müller", company)
    a_person(alice, "Zoe <b>Muller")  # of no company
    data = form_data(name="zoe <b>muller", company=company.pk)
    response = client_of(alice).post(reverse("person-create"), data)
    new = Interviewer.objects.get(name="zoe <b>muller")
    url = f"{reverse('person-merge', args=[new.pk])}?with={known.pk}"
    assert said(response)[1] == (
        "You know <bdi>Dr. Zoë &lt;b&gt;Müller</bdi> there already. Is that the same person? "
        f'<a href="{url}">Merge them</a>'
    )
    page = client_of(alice).get(new.get_absolute_url())
    assert client_of(alice).get(url).context["other"] == known
    assert page.status_code == 200


def test_changing_what_is_no_name_asks_nothing(alice, client_of):
    a_person(alice)
    person = a_person(alice)
    url = reverse("person-edit", args=[person.pk])
    assert said(client_of(alice).post(url, form_data(title="CEO"))) == ["Ana Ruiz is saved."]


def test_the_page_shows_meetings_lines_and_roles(alice, client_of):
    meeting = a_meeting(alice, title="Tour", day=a_day(alice, time_zone="America/New_York"))
    person = a_person(alice, company=meeting.day.application.company, phone="+44 (0)20 79 46")
    AttendanceFactory(meeting=meeting, person=person, remember="Sails <i>", title="Head of X")
    RoleFactory(application=meeting.day.application, person=person, role="peer")
    gone = a_meeting(alice, title="Gone", day=meeting.day, at="12:00", to="13:00")
    AttendanceFactory(meeting=gone, person=person)
    gone.trash(gone.created_at)
    page = client_of(alice).get(person.get_absolute_url()).content.decode()
    assert 'href="tel:+44207946"' in page
    assert f'href="{meeting.get_absolute_url()}"' in page
    assert "Tue 24 Nov, 09:00" in page
    assert "Sails &lt;i&gt;" in page
    assert "Head of X" in page
    assert "peer" in page
    assert "Gone" not in page


def test_a_phone_that_is_no_number_is_no_link(alice, client_of):
    person = a_person(alice, phone="ask reception")
    page = client_of(alice).get(person.get_absolute_url()).content.decode()
    assert "ask reception" in page
    assert "tel:" not in page


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_three_queries(alice, client_of, django_assert_num_queries, count):
    day = a_day(alice)
    person = a_person(alice, company=day.application.company)
    for n in range(count):
        meeting = a_meeting(alice, day=day, at=f"{n // 2:02}:{n % 2 * 30:02}", to=None)
        AttendanceFactory(meeting=meeting, person=person)
        RoleFactory(application=a_day(alice).application, person=person)
    client = client_of(alice)
    with django_assert_num_queries(EVERY_REQUEST + 3):
        client.get(person.get_absolute_url())


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_two_queries(alice, client_of, django_assert_num_queries, count):
    for company in CompanyFactory.create_batch(count, owner=alice):
        InterviewerFactory(company=company)
    client = client_of(alice)
    with django_assert_num_queries(EVERY_REQUEST + 2):
        client.get(reverse("person-list"))


def test_the_list_is_grouped_and_can_be_narrowed(alice, mallory, client_of):
    zeta, beta = (CompanyFactory(owner=alice, name=name) for name in ("Zeta", "beta"))
    ana, ben = a_person(alice, company=zeta), a_person(alice, "ben", beta)
    agent, zoe = a_person(alice, "Agent"), a_person(alice, "Zoe", beta)
    a_person(mallory, "Secret", CompanyFactory(owner=mallory))
    client = client_of(alice)
    assert client.get(reverse("person-list")).context["people"] == [ben, zoe, ana, agent]
    narrowed = client.get(reverse("person-list"), {"company": str(zeta.pk)})
    assert narrowed.context["people"] == [ana]


def test_the_empty_list_says_what_to_do(alice, client_of):
    page = client_of(alice).get(reverse("person-list")).content.decode()
    assert "Nobody yet" in page
    assert reverse("person-create") in page


def test_merging_proposes_the_same_name_first(alice, mallory, client_of):
    person = a_person(alice)
    likely = a_person(alice, "Ms ANA RUÍZ", CompanyFactory(owner=alice))
    other = a_person(alice, "Ben")
    a_person(mallory)
    a_person(alice).trash(person.created_at)
    context = client_of(alice).get(reverse("person-merge", args=[person.pk])).context
    assert (context["likely"], context["others"]) == ([likely], [other])


def test_merging_keeps_everything_that_was_written(alice, client_of):
    day = a_day(alice)
    first, second = a_meeting(alice, day=day), a_meeting(alice, day=day, at="10:00", to="11:00")
    company = day.application.company
    person = a_person(alice, "Ana", company, title="CEO", email="", remarks="Kind.", phone="123")
    other = a_person(
        alice, "Ana Ruiz", None, title="Boss", email="a@example.org", remarks="Quick.", phone="456"
    )
    AttendanceFactory(meeting=first, person=person, remember="Sails", title="Chief")
    AttendanceFactory(meeting=first, person=other, remember="Reads", title="Head", status="met")
    moved = AttendanceFactory(meeting=second, person=other, remember="Dog")
    for someone, kind in ((person, "peer"), (other, "peer"), (other, "head_of_hr")):
        RoleFactory(application=day.application, person=someone, role=kind)
    client, url = client_of(alice), reverse("person-merge", args=[person.pk])
    response = client.post(url, {"duplicate": str(other.pk)})
    assert response["Location"] == person.get_absolute_url()
    person.refresh_from_db()
    other.refresh_from_db()
    moved.refresh_from_db()
    assert other.deleted_at is not None
    assert (person.name, person.title, person.company) == ("Ana", "CEO", company)
    assert (person.email, person.phone) == ("a@example.org", "123")
    for words in ("Kind.", "Quick.", "Ana Ruiz", "Boss", "456", "Head"):
        assert words in person.remarks
    shared = Attendance.objects.get(meeting=first)
    assert (shared.person, shared.remember, shared.title, shared.status) == (
        person, "Sails; Reads", "Chief", "met",
    )  # fmt: skip
    assert (moved.person, moved.remember) == (person, "Dog")
    assert sorted(person.roles.values_list("role", flat=True)) == ["head_of_hr", "peer"]


def test_a_line_that_finds_no_room_goes_into_the_remarks(alice, client_of):
    meeting = a_meeting(alice)
    person, other = a_person(alice), a_person(alice)
    AttendanceFactory(meeting=meeting, person=person, remember="a" * 200)
    AttendanceFactory(meeting=meeting, person=other, remember="b" * 200)
    url = reverse("person-merge", args=[person.pk])
    client_of(alice).post(url, {"duplicate": str(other.pk)})
    person.refresh_from_db()
    assert Attendance.objects.get().remember == "a" * 200
    assert person.remarks == "b" * 200


def test_the_page_before_merging_shows_what_will_come_of_it(alice, client_of):
    person = a_person(alice, "Ana", title="", remarks="")
    other = a_person(alice, "Ana Ruiz", title="Boss", remarks="Kind.")
    AttendanceFactory(meeting=a_meeting(alice), person=other)
    response = client_of(alice).get(
        reverse("person-merge", args=[person.pk]), {"with": str(other.pk)}
    )
    lines = {line[0]: line[1:] for line in response.context["lines"]}
    assert lines["Title"] == ("", "Boss", "Boss")
    assert lines["Remarks"] == ("", "Kind.", "Kind.\n\nAlso: Ana Ruiz")
    assert response.context["meetings"] == 1
    person.refresh_from_db()
    assert person.title == ""


def test_merging_twice_is_harmless(alice, client_of):
    person, other = a_person(alice), a_person(alice)
    client, url = client_of(alice), reverse("person-merge", args=[person.pk])
    client.post(url, {"duplicate": str(other.pk)})
    response = client.post(url, {"duplicate": str(other.pk)})
    assert response["Location"] == person.get_absolute_url()
    assert list(Interviewer.objects.visible_to(alice)) == [person]


def test_merging_with_oneself_or_a_stranger_is_impossible(alice, mallory, client_of):
    person, theirs = a_person(alice), a_person(mallory)
    client, url = client_of(alice), reverse("person-merge", args=[person.pk])
    for duplicate in (person.pk, theirs.pk, "", "x", "5" * 5000):
        assert client.get(url, {"with": str(duplicate)}).status_code == 404
        assert client.post(url, {"duplicate": str(duplicate)}).status_code == 404
    assert Interviewer.objects.live().count() == 2


def test_deleting_hides_the_person_in_meetings_until_it_is_undone(alice, client_of):
    client, meeting = client_of(alice), a_meeting(alice)
    person = a_person(alice)
    AttendanceFactory(meeting=meeting, person=person, remember="Sails")
    url = reverse("person-delete", args=[person.pk])
    assert "Delete this person?" in client.get(url).content.decode()
    response = client.post(url)
    undo = reverse("trash-restore", args=["person", person.pk])
    assert next(iter(get_messages(response.wsgi_request))).extra_tags == f"undo:{undo}"
    client.get(reverse("person-list"))  # shows the message
    assert "Ana Ruiz" not in client.get(meeting.get_absolute_url()).content.decode()
    assert client.post(url).status_code == 302
    client.post(undo)
    assert "Sails" in client.get(meeting.get_absolute_url()).content.decode()


@pytest.mark.parametrize("name", ["person-detail", "person-edit", "person-merge", "person-delete"])
def test_mallory_finds_no_person_of_alice(alice, mallory, client_of, name):
    person, theirs = a_person(alice), a_person(mallory)
    client, url = client_of(mallory), reverse(name, args=[person.pk])
    assert client.get(url).status_code == 404
    if name != "person-detail":
        data = form_data(name="Mine", duplicate=str(theirs.pk))
        assert client.post(url, data).status_code == 404
    person.refresh_from_db()
    assert (person.name, person.deleted_at) == ("Ana Ruiz", None)
