"""The day sheet moves on with the clock, and fits on two sheets of paper."""

import re

import pytest
from django.urls import reverse

from tests.factories import AttendanceFactory, MeetingFactory, PlannedQuestionFactory, a_day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def day(alice):
    day = a_day(alice, "Marrable", time_zone="America/New_York", accommodation="No nuts.")
    for n in range(10):
        meeting = MeetingFactory(
            day=day,
            at=f"{8 + n:02}:00",
            to=f"{8 + n:02}:45",
            title=f"Meeting {n} about controls",
            location="Room 2.11, second floor of the north building",
            focus="technical depth",
        )
        for question in ("What would a good first half year look like?", "Who left?", "Why?"):
            PlannedQuestionFactory(meeting=meeting, question__text=f"{question} ({n})")
        for name in ("Nadia Rahman", "Gregor Mair"):
            AttendanceFactory(meeting=meeting, person__name=name, title="Principal engineer")
    return day


def test_now_and_next_move_on_by_themselves(inside, day):
    page = inside.page
    page.clock.install(time="2026-11-24T13:30:00Z")  # 08:30 there
    inside.open(reverse("day-sheet", args=[day.pk]))
    now, following = page.locator(".dayline > .now"), page.locator(".dayline > .next")
    assert "Meeting 0" in now.inner_text()
    assert "Meeting 1" in following.inner_text()

    page.context.set_offline(True)
    page.clock.fast_forward("20:00")
    assert (now.count(), "Meeting 1" in following.inner_text()) == (0, True)
    page.clock.fast_forward("10:30")
    assert "Meeting 1" in now.inner_text()
    assert page.locator(".dayline [data-badge]").all_inner_texts() == ["now", "next"]
    page.clock.fast_forward("24:00:00")
    assert page.locator(".dayline > :is(.now, .next)").count() == 0
    assert page.locator(".dayline > .held").count() == 10


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_ten_meetings_fit_on_two_sheets(inside, day, paper):
    inside.open(reverse("day-sheet", args=[day.pk]))
    pdf = inside.page.pdf(format=paper)

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2


def test_private_remarks_are_printed_only_where_ticked(inside, day):
    page = inside.page
    inside.open(reverse("day-sheet", args=[day.pk]))
    needs, box = page.get_by_text("No nuts."), page.get_by_label("Show and print my needs")
    page.emulate_media(media="print")
    assert not needs.is_visible()
    assert not page.locator(".bar").is_visible()

    page.emulate_media(media="screen")
    box.check()
    page.emulate_media(media="print")
    assert needs.is_visible()
    assert not box.is_visible()
