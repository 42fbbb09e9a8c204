"""What is removed from a preparation comes back."""

from django.urls import reverse

from interviews.models import Task
from tests.factories import (
    ExpenseFactory,
    MeetingFactory,
    QualityFactory,
    QuestionFactory,
    SourceFactory,
    SourceUseFactory,
    TaskFactory,
)


def at(name, day, *ids):
    return reverse(name, args=[day.pk, *ids])


def test_removed_row_comes_back_as_it_was(client, begun, now):
    rows = [
        ("task", TaskFactory(day=begun, done_at=now)),
        ("expense", ExpenseFactory(day=begun)),
        ("quality", QualityFactory(application=begun.application, example="I did.")),
        ("source", SourceFactory(company=begun.application.company, learned="Much.")),
    ]
    for noun, row in rows:
        before = type(row).objects.filter(pk=row.pk).values().get()
        assert "Remove it" in client.get(at(f"{noun}-remove", begun, row.pk)).text
        client.post(at(f"{noun}-remove", begun, row.pk))
        assert not type(row).objects.filter(pk=row.pk).exists()
        client.post(reverse("removed-restore"))
        assert type(row).objects.filter(pk=row.pk).values().get() == before


def test_removed_source_comes_back_with_its_uses_that_are_still_there(client, begun, now):
    source = SourceFactory(company=begun.application.company)
    kept, gone = (MeetingFactory(day=begun, at=at, to=None) for at in ("09:00", "10:00"))
    question = QuestionFactory(owner=begun.owner)
    for use in ({"meeting": kept}, {"meeting": gone}, {"question": question}):
        SourceUseFactory(source=source, **use)
    client.post(at("source-remove", begun, source.pk))
    gone.trash(now)

    client.post(reverse("removed-restore"))
    assert {use.meeting or use.question for use in source.uses.all()} == {kept, question}


def test_removed_row_does_not_come_back_to_a_visit_in_the_trash(client, begun, now):
    task = TaskFactory(day=begun)
    client.post(at("task-remove", begun, task.pk))
    begun.trash(now)

    assert client.post(reverse("removed-restore")).status_code == 404
    assert not Task.objects.exists()
