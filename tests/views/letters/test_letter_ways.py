"""Letters on their way: one for everyone, the ways out, that they have gone."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from interviews.models import Letter, Role
from tests.factories import LetterFactory
from tests.views.letters.writing import END, met, page, write


def test_kept_letter_leads_to_the_ways_out(client, day, panel):
    nadia = met(panel, "Nadia", email="nadia@marrable.example")

    response = write(client, day, nadia, subject="Thank\r\nyou", body="Dear Nadia", was="")

    letter = Letter.objects.get()
    assert response["Location"] == reverse("letter-send", args=[letter.pk])
    assert (letter.subject, letter.body, letter.status) == ("Thank you", "Dear Nadia", "drafted")
    context = client.get(response["Location"]).context
    assert (
        context["mailto"] == "mailto:nadia@marrable.example?subject=Thank%20you&body=Dear%20Nadia"
    )


def test_missing_address_goes_through_the_coordinator(client, day, panel):
    fiona = met(panel, "Fiona", Role.Kind.COORDINATOR, email="fiona@marrable.example")
    letter = LetterFactory(day=day, person=met(panel, "Nadia"), subject="Hi", body="Dear Nadia")

    context = client.get(letter.get_absolute_url()).context

    assert (context["address"], context["through"]) == ("fiona@marrable.example", fiona)


def test_sent_letter_leads_to_the_next_one_and_can_be_opened_again(client, day, panel):
    fiona, nadia = met(panel, "Fiona", "head_of_hr"), met(panel, "Nadia")
    letter = LetterFactory(day=day, person=fiona, subject="Hi", body="Dear Fiona")

    with time_machine.travel(END, tick=False):
        response = client.post(reverse("letter-sent", args=[letter.pk]), {"channel": "post"})

    assert response["Location"] == reverse("letter-write", args=[day.pk, nadia.pk])
    letter.refresh_from_db()
    assert (letter.status, letter.channel, letter.sent_at) == ("sent", "post", END)
    client.post(reverse("letter-reopen", args=[letter.pk]))
    letter.refresh_from_db()
    assert (letter.status, letter.sent_at) == ("drafted", None)


def test_sent_twice_keeps_the_first_time(client, day, panel):
    letter = LetterFactory(day=day, person=met(panel, "Nadia"), body="Dear Nadia")
    for hours, channel in ((0, "email"), (1, "post")):
        with time_machine.travel(END + timedelta(hours=hours), tick=False):
            client.post(reverse("letter-sent", args=[letter.pk]), {"channel": channel})

    letter.refresh_from_db()
    assert (letter.sent_at, letter.channel) == (END, "email")


def test_person_can_go_without_a_letter(client, day, panel):
    nadia = met(panel, "Nadia")

    client.post(reverse("letter-skip", args=[day.pk, nadia.pk]))

    assert Letter.objects.get().status == "not_needed"
    assert page(client, day).context["letters"].left == []


def test_seven_people_get_letters_of_their_own_and_eight_may_get_one(client, day, panel):
    fiona = met(panel, "Fiona", Role.Kind.COORDINATOR, email="fiona@marrable.example")
    others = [met(panel, f"Person {n}") for n in range(6)]
    assert page(client, day).context["letters"].is_for_many is False
    others.append(met(panel, "Person 6"))
    assert page(client, day).context["letters"].is_for_many is True

    response = client.post(reverse("letters-everyone", args=[day.pk]))

    assert response["Location"] == reverse("letter-write", args=[day.pk, fiona.pk])
    letter = Letter.objects.get(person=fiona)
    assert "Person 0, Person 1, Person 2, Person 3, Person 4, Person 5 and Person 6?" in letter.body
    assert {r.status for r in Letter.objects.exclude(person=fiona)} == {"not_needed"}
    assert Letter.objects.count() == len(others) + 1


@pytest.fixture
def many(panel):
    """The coordinator, and the eight others who were met."""
    fiona = met(panel, "Fiona", Role.Kind.COORDINATOR, email="fiona@marrable.example")
    return fiona, [met(panel, f"Person {n}") for n in range(8)]


def for_everyone(client, day):
    return client.post(reverse("letters-everyone", args=[day.pk]))


def test_letter_begun_to_the_coordinator_goes_on_with_everyone_named(client, day, many):
    fiona, _ = many
    body = write(client, day, fiona).context["form"]["body"].value()
    write(client, day, fiona, subject="Hi", body=f"{body}\n\nPS", was="")

    for_everyone(client, day)

    letter = Letter.objects.get(person=fiona)
    names = ", ".join(f"Person {n}" for n in range(7))
    assert f"Would you pass my thanks on to {names} and Person 7?\n\n" in letter.body
    assert letter.body.endswith("\n\nKind regards\nAlice\n\nPS")
    assert page(client, day).context["letters"].left[0].person == fiona


def test_letters_of_their_own_come_back(client, day, many):
    fiona, others = many
    undo = reverse("letters-each", args=[day.pk])
    assert f'action="{undo}"' in client.get(for_everyone(client, day).url).text
    assert [r.person for r in page(client, day).context["letters"].left] == [fiona]

    assert client.post(undo).url == reverse("visit-letters", args=[day.pk])

    left = page(client, day).context["letters"].left
    assert {r.person for r in left} == {fiona, *others}


def test_letter_that_has_gone_to_the_coordinator_takes_nobody_in(client, day, many):
    fiona, others = many
    letter = LetterFactory(day=day, person=fiona, subject="Hi", body="Dear Fiona")
    client.post(reverse("letter-sent", args=[letter.pk]), {"channel": "post"})

    answer = client.post(reverse("letters-everyone", args=[day.pk]), follow=True)

    assert "Open the letter to Fiona again first." in answer.text
    assert len(page(client, day).context["letters"].left) == len(others)


def test_letter_for_everyone_needs_somebody_to_name(client, day, panel):
    fiona = met(panel, "Fiona", Role.Kind.COORDINATOR)

    answer = client.post(reverse("letters-everyone", args=[day.pk]), follow=True)

    assert "Nobody is left to thank but Fiona." in answer.text
    assert answer.context["recipient"].person == fiona


def test_without_a_coordinator_one_is_asked_for(client, day, panel):
    for n in range(8):
        met(panel, f"Person {n}")
    assert "say who that is" in page(client, day).text

    answer = for_everyone(client, day)

    assert answer.url == reverse("application-roles", args=[day.application_id])


def test_mail_file_through_the_coordinator_is_addressed_to_them(client, day, panel):
    met(panel, "Fiona", Role.Kind.COORDINATOR, email="fiona@marrable.example")
    letter = LetterFactory(day=day, person=met(panel, "Nadia"), subject="Hi", body="Dear Nadia")

    mail = client.get(reverse("letter-file", args=[letter.pk])).content

    assert b"To: Fiona <fiona@marrable.example>\r\n" in mail


def test_mail_file_goes_to_the_person(client, day, panel):
    nadia = met(panel, "Nadia Rahman", email="nadia@marrable.example")
    letter = LetterFactory(day=day, person=nadia, subject="Thank you", body="Dear Nadia")

    response = client.get(reverse("letter-file", args=[letter.pk]))

    assert response["Content-Disposition"] == 'attachment; filename="letter-nadia-rahman.eml"'
    assert b"To: Nadia Rahman <nadia@marrable.example>\r\n" in response.content
    assert response.content.endswith(b"\r\n\r\nDear Nadia\r\n")
