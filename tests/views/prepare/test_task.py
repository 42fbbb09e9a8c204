"""Tasks before and after a visit: the first list, one tap, by their dates, moved with the visit."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from interviews.models import Task
from interviews.models.task import DEFAULT_TASKS
from tests.factories import TaskFactory, a_day, utc


def at(name, day, *ids):
    return reverse(name, args=[day.pk, *ids])


def texts(day):
    return list(Task.objects.filter(day=day).values_list("text", flat=True))


def fractions(response):
    return {row.what: (row.done, row.of) for row in response.context["open"]}


def test_first_list_has_ten_tasks_due_before_and_after_the_visit(client, day):
    response = client.get(at("visit-prepare", day))

    day.refresh_from_db()
    tasks = Task.objects.of(day)
    assert [task.text for task in tasks] == [text for _, text, _ in DEFAULT_TASKS]
    assert len(tasks) == 10
    assert [task.due_on.day for task in tasks] == [18, 18, 18, 18, 20, 22, 22, 24, 25, 27]
    assert "overdue" not in response.text  # the visit is six days away: due today at the earliest
    with time_machine.travel(utc(2026, 11, 21, 9), tick=False):
        assert client.get(at("visit-prepare", day)).text.count("overdue") == 5
    assert fractions(response)["Tasks done"] == (0, 10)


def test_list_is_made_once_and_an_emptied_one_stays_empty(client, day):
    client.get(at("visit-prepare", day))
    Task.objects.filter(day=day).delete()

    assert "Nothing on the list." in client.get(at("visit-prepare", day)).text
    assert texts(day) == []


def test_later_visit_starts_from_the_last_list_and_nothing_of_it_is_done(client, alice, begun, now):
    TaskFactory(day=begun, text="Polish the shoes", stage="after", days=3, done_at=now)
    sample = a_day(alice, "Sample", tasks_begun_at=utc(2026, 11, 19))
    sample.application.company.is_sample = True
    sample.application.company.save()
    later = a_day(alice, "Marrable")
    client.get(at("visit-prepare", later))

    (task,) = Task.objects.filter(day=later)
    assert (task.text, task.stage, task.days, task.done_at) == (
        "Polish the shoes",
        "after",
        3,
        None,
    )


def test_task_is_done_with_one_tap_and_open_again_with_another(client, begun, now):
    task = TaskFactory(day=begun)
    client.post(at("task-done", begun, task.pk), {"done": "1"})
    task.refresh_from_db()
    assert task.done_at == now

    response = client.post(
        at("task-done", begun, task.pk), {"done": ""}, headers={"HX-Request": "true"}
    )
    task.refresh_from_db()
    assert task.done_at is None
    assert "<html" not in response.text
    assert f"Not done: {task.text}" in response.text
    assert 'hx-swap-oob="true"' in response.text
    assert "0 of 1" in response.text


def test_task_is_added_moved_and_moves_with_its_visit(client, begun):
    typed = {"text": "  Iron  the shirt ", "stage": "before", "days": "1"}
    client.post(at("visit-prepare", begun), typed)
    client.post(at("visit-prepare", begun), {"shipped": DEFAULT_TASKS[0][1]})
    assert texts(begun) == ["Iron the shirt", DEFAULT_TASKS[0][1]]

    task = Task.objects.of(begun)[1]
    client.post(at("task-move", begun, task.pk), {"to": "up"})
    begun.date = date(2026, 12, 1)
    assert [(t.text[:4], t.due_on.day) for t in Task.objects.of(begun)] == [
        ("Conf", 21),
        ("Iron", 30),
    ]


def test_task_without_words_or_too_far_away_is_refused(client, begun):
    response = client.post(
        at("visit-prepare", begun), {"text": " ", "stage": "before", "days": 400}
    )

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"text", "days"}
    assert texts(begun) == []


def test_own_task_stands_by_its_date_and_moves_only_among_those_due_with_it(client, begun):
    for text, stage, days in (
        ("Rest", "before", "1"), ("Write", "after", "1"), ("Whenever", "before", ""),
        ("Read", "before", "4"), ("Iron", "before", "1"), ("Note", "after", "0"),
    ):  # fmt: skip
        client.post(at("visit-prepare", begun), {"text": text, "stage": stage, "days": days})

    def shown():
        stages = client.get(at("visit-prepare", begun)).context["stages"]
        return [[task.text for task, _ in rows] for _, rows in stages]

    assert shown() == [["Read", "Rest", "Iron", "Whenever"], ["Note", "Write"]]
    rest, read = (Task.objects.get(text=text) for text in ("Rest", "Read"))
    assert client.get(at("task-edit", begun, rest.pk)).context["steps"] == ["down"]
    assert client.get(at("task-edit", begun, read.pk)).context["steps"] == []
    for task in (read, rest):
        client.post(at("task-move", begun, task.pk), {"to": "down"})
    assert shown()[0] == ["Read", "Iron", "Rest", "Whenever"]


def test_dates_of_tasks_follow_the_visit_and_the_next_list_has_the_own_distances(
    client, alice, day
):
    client.get(at("visit-prepare", day))  # six days before: nothing is due before today
    form = {"date": "2026-12-15", "time_zone": day.time_zone, "status": "scheduled",
            "structure": "unknown"}  # fmt: skip
    client.post(at("visit-edit", day), form)
    day.refresh_from_db()
    dates = [task.due_on for task in Task.objects.of(day)]
    assert dates[:5] == [date(2026, 12, d) for d in (5, 8, 8, 8, 11)]
    assert dates[-1] == date(2026, 12, 18)

    client.post(at("visit-move-back", day))
    day.refresh_from_db()
    assert Task.objects.of(day)[0].due_on == date(2026, 11, 18)
    later = a_day(alice, "Marrable", date=date(2027, 1, 20))
    client.get(at("visit-prepare", later))
    assert [task.days for task in Task.objects.of(later)] == [days for _, _, days in DEFAULT_TASKS]


@pytest.mark.parametrize(("zone", "due"), [("Pacific/Auckland", 19), ("America/New_York", 18)])
def test_todays_date_for_the_first_list_is_that_of_the_visits_zone(client, alice, zone, due):
    day = a_day(alice, "Far away", time_zone=zone)
    with time_machine.travel(utc(2026, 11, 18, 23), tick=False):
        page = client.get(at("visit-prepare", day))

    (_, before), _ = page.context["stages"]
    assert before[0][0].due_on == date(2026, 11, due)
    assert not any(is_late for _, is_late in before)
