"""What the job asks for, and the own examples."""

from django.urls import reverse

from interviews.models import Letter, Quality
from tests.factories import AttendanceFactory, MeetingFactory, QualityFactory


def at(name, day, *ids):
    return reverse(name, args=[day.pk, *ids])


def test_qualities_are_picked_from_the_job_description(client, day):
    day.application.job_description = "Tune loops. Wanted: clear writing, patience."
    day.application.save()
    page = client.get(at("prepare-qualities", day))
    assert page.context["offers"] == ["Tune loops", "clear writing", "patience"]

    data = {"picked": ["patience", "Tune loops"], "sought": "good  humour"}
    client.post(at("prepare-qualities", day), data)
    assert set(Quality.objects.values_list("sought", flat=True)) == {
        "patience", "Tune loops", "good humour",
    }  # fmt: skip
    assert client.get(at("prepare-qualities", day)).context["offers"] == ["clear writing"]

    forged = client.post(at("prepare-qualities", day), {"picked": ["<not there>"]})
    assert (forged.status_code, Quality.objects.count()) == (422, 3)
    assert client.post(at("prepare-qualities", day), {}).status_code == 422


def test_quality_takes_an_example_and_stands_once(client, day):
    row = QualityFactory(application=day.application, sought="patience")
    QualityFactory(application=day.application, sought="writing")
    client.post(at("quality-edit", day, row.pk), {"sought": "patience", "example": "The valve."})
    row.refresh_from_db()
    assert row.example == "The valve."

    response = client.post(at("quality-edit", day, row.pk), {"sought": "writing"})
    assert response.status_code == 422
    assert "That is on your list already." in response.text


def test_quality_appears_at_the_meetings_that_it_fits_and_in_letters(client, day):
    quality = {"application": day.application, "example": "Dead time at the dairy."}
    QualityFactory(sought="control engineering", **quality)
    meeting = MeetingFactory(day=day, title="Process controls")
    lunch = MeetingFactory(day=day, title="Lunch", at="12:00", to="13:00")
    person = AttendanceFactory(meeting=meeting).person

    assert "Dead time at the dairy." in client.get(meeting.get_absolute_url()).text
    assert "Dead time at the dairy." not in client.get(lunch.get_absolute_url()).text
    letter = client.get(at("letter-write", day, person.pk))
    found = [m for m in letter.context["material"] if m.text == "Dead time at the dairy."]
    assert [m.source for m in found] == ["Your example of “control engineering”"]
    client.post(
        at("letter-write", day, person.pk),
        {"subject": "Thanks", "body": letter.context["form"].initial["body"],
         "taken": found[0].key},
    )  # fmt: skip
    assert "Dead time at the dairy." in Letter.objects.get().body
