"""What letters begin as, and end with."""

from django.urls import reverse

from interviews.models import LetterTemplate
from tests.views.letters.writing import met, page, write


def test_signature_of_the_user_is_under_the_draft(client, alice, day, panel):
    nadia = met(panel, "Nadia")
    client.post(reverse("letter-templates"), {"letter_signature": "Yours\nA. Liddell"})

    body = write(client, day, nadia).context["form"]["body"].value()

    assert body.endswith("\n\nYours\nA. Liddell")


def test_template_of_ones_own_is_used(client, alice, day, panel):
    nadia = met(panel, "Nadia")
    LetterTemplate.objects.of(alice)
    template = LetterTemplate.objects.get(name="Colleague")
    data = {"name": "Mine", "kind": "anyone", "subject": "Hello", "body": "Hi {name}! {unknown}"}

    client.post(template.get_absolute_url(), data)

    form = write(client, day, nadia).context["form"]
    assert (form["subject"].value(), form["body"].value()) == (
        "Hello",
        "Hi Nadia! {unknown}\n\nKind regards\nAlice",
    )


def test_template_of_a_taken_name_is_turned_down_beside_the_field(client, alice):
    LetterTemplate.objects.of(alice)
    data = {"name": "Colleague", "kind": "anyone", "subject": "Hello", "body": "Hi {name}"}

    response = client.post(reverse("letter-template-create"), data)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["name"]


def test_drafts_of_one_template_share_no_words_of_their_own(client, alice, day, panel):
    LetterTemplate.objects.of(alice)
    LetterTemplate.objects.exclude(name="Colleague").delete()
    for name in ("Nadia", "Gregor"):
        person = met(panel, name)
        form = write(client, day, person).context["form"]
        write(client, day, person, subject="Hi", body=form["body"].value(), was="")

    assert page(client, day).context["letters"].shared == {}


def test_deleted_template_comes_back(client, alice):
    template = LetterTemplate.objects.of(alice)[0]
    address = reverse("letter-template-delete", args=[template.pk])
    assert "undo it right after" in client.get(address).text

    client.post(address)
    assert not LetterTemplate.objects.filter(pk=template.pk).exists()
    client.post(reverse("removed-restore"))

    back = LetterTemplate.objects.get(pk=template.pk)
    assert (back.owner, back.name, back.body) == (alice, template.name, template.body)
