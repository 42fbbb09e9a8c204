"""The evening after: six letters in few taps."""

import pytest
import time_machine

from interviews.models import Letter
from tests.factories import AttendanceFactory, LetterFactory, MeetingFactory, a_day, utc

MOST_TAPS = 25
EVENING = utc(2026, 11, 24, 19, 0)


@pytest.fixture
def taps():
    """A function that taps an element, and counts."""

    def tap(element):
        tap.count += 1
        element.click()

    tap.count = 0
    return tap


@pytest.mark.soak
@pytest.mark.django_db(transaction=True)
def test_six_letters_take_at_most_25_taps(inside, alice, taps):
    day = a_day(alice, "Marrable")
    for n in range(6):
        meeting = MeetingFactory(day=day, at=f"{9 + n:02}:00", to=f"{9 + n:02}:30")
        AttendanceFactory(meeting=meeting, person__name=f"Person {n}", remember=f"line {n}")
    page = inside.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=inside.url)
    copied = []

    with time_machine.travel(EVENING):
        inside.open(day.get_absolute_url())
        taps(page.get_by_role("link", name="Letters", exact=True))
        taps(page.get_by_role("link", name="Person 0", exact=True))
        for _ in range(6):
            taps(page.get_by_role("button", name="Keep and send"))
            taps(page.get_by_role("button", name="Copy the letter"))
            page.get_by_text("Copied.").wait_for()
            copied.append(page.evaluate("navigator.clipboard.readText()"))
            taps(page.get_by_role("button", name="Sent by e-mail"))

        page.get_by_role("heading", name="All done").wait_for()
    assert [f"line {n}" in text for n, text in enumerate(copied)] == [True] * 6
    assert copied == [letter.body for letter in Letter.objects.order_by("person__name")]
    assert {letter.status for letter in Letter.objects.all()} == {"sent"}
    assert taps.count <= MOST_TAPS
    assert inside.trouble == []


@pytest.mark.django_db(transaction=True)
def test_passage_is_taken_up_at_the_cursor(inside, alice):
    day = a_day(alice, "Marrable")
    meeting = MeetingFactory(day=day)
    AttendanceFactory(meeting=meeting, person__name="Nadia", remember="the night shift")
    person = meeting.attendances.get().person
    LetterFactory(day=day, person=person, subject="Thank you", body="Thank you.")
    page = inside.page
    inside.open(f"{day.get_absolute_url()}letters/{person.pk}/")
    letter = page.get_by_label("Letter")
    letter.fill("I think of.")
    letter.press("ArrowLeft")

    page.get_by_role("button", name="Take up").click()

    assert letter.input_value() == "I think of the night shift."
