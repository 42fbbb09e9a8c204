"""Between two meetings: everything in few taps, on a phone, with or without a network."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from interviews.models import AskedQuestion, Capture, Impression, Meeting, Note
from tests.factories import (
    AskedQuestionFactory,
    AttendanceFactory,
    DimensionFactory,
    MeetingFactory,
    a_day,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TO_TYPING, TO_THE_NEXT = 2, 7


@pytest.fixture
def meeting(alice):
    """A meeting that has just ended, today; the next one begins in twelve minutes."""
    now = timezone.now().replace(microsecond=0)
    zone = f"Etc/GMT{now.hour - 12:+d}"  # midday there; its sign is the other way round
    day = a_day(alice, "Marrable", time_zone=zone, date=now.date())
    DimensionFactory(owner=alice, name="Mood and enthusiasm")
    ended, soon = now - timedelta(minutes=1), now + timedelta(minutes=12)
    meeting = MeetingFactory(
        day=day, title="Thesis", starts_at=now - timedelta(hours=1), ends_at=ended
    )
    MeetingFactory(day=day, title="Panel", starts_at=soon, ends_at=soon + timedelta(hours=1))
    AttendanceFactory(meeting=meeting, person__name="Nadia Rahman")
    return meeting


@pytest.fixture
def taps():
    """A function that taps an element, and counts."""

    def tap(element):
        tap.count += 1
        element.tap() if tap.touch else element.click()

    tap.count, tap.touch = 0, False
    return tap


def written(meeting):
    """What the server has of a meeting: its note, its lines to remember by, its ratings."""
    note = Note.objects.filter(meeting=meeting).first()
    return (
        note and note.text,
        list(meeting.attendances.values_list("person__name", "remember")),
        list(meeting.impressions.values_list("dimension__name", "rating")),
    )


def eventually(page, check):
    """Whether it becomes true within a few seconds."""
    for _ in range(60):
        if check():
            return True
        page.wait_for_timeout(100)
    return False


def test_note_impression_and_line_take_at_most_seven_taps(inside, meeting, taps):
    page = inside.page
    inside.open("/now/")
    taps.count += 1  # the icon
    taps(page.get_by_role("textbox", name="Note"))
    assert taps.count <= TO_TYPING
    page.keyboard.type("Wants someone who has tuned a real loop.")
    taps(page.get_by_label("To remember them by"))
    page.keyboard.type("laughed at the pager")
    taps(page.get_by_role("button", name="Keep for Nadia Rahman"))
    taps(page.locator("summary").filter(has_text="Mood and enthusiasm"))
    taps(page.get_by_role("button", name="+1 good"))
    taps(page.get_by_role("link", name="Done, next meeting"))

    page.get_by_role("heading", name="Panel", level=1).wait_for()
    assert taps.count <= TO_THE_NEXT
    expected = (
        "Wants someone who has tuned a real loop.",
        [("Nadia Rahman", "laughed at the pager")],
        [("Mood and enthusiasm", 1)],
    )
    assert eventually(page, lambda: written(meeting) == expected), written(meeting)
    assert inside.trouble == []


def test_marks_go_where_one_writes(inside, meeting):
    page = inside.page
    inside.open(meeting.get_absolute_url())
    note = page.get_by_role("textbox", name="Note")
    page.get_by_role("button", name="They said").click()
    page.keyboard.type("two left")
    page.get_by_role("button", name="Red flag").click()
    page.keyboard.type("pager")

    assert note.input_value() == "They said: two left\nRed flag: pager"


def test_what_nobody_planned_takes_two_taps(inside, meeting, taps):
    page = inside.page
    earlier = meeting.starts_at - timedelta(hours=1)
    AttendanceFactory(
        meeting=MeetingFactory(day=meeting.day, starts_at=earlier, ends_at=meeting.starts_at),
        person__name="Gregor Mair",
    )
    inside.open(meeting.get_absolute_url())
    taps(page.get_by_role("button", name="Someone else"))
    taps(page.get_by_role("button", name="Gregor Mair"))
    assert taps.count == 2
    page.keyboard.type("the alarm list")  # the cursor is in the line to remember him by
    page.keyboard.press("Enter")
    expected = [("Nadia Rahman", ""), ("Gregor Mair", "the alarm list")]
    assert eventually(page, lambda: written(meeting)[1] == expected), written(meeting)[1]

    page.get_by_role("button", name="Someone else").click()
    page.get_by_role("button", name="A meeting that was not planned").click()
    page.get_by_role("heading", name="Unplanned meeting", level=1).wait_for()
    assert Meeting.objects.get(added_on_the_day=True).day == meeting.day


def test_captures_from_a_cold_start_without_a_network_come_through_once(
    cold_phone, client_of, alice, meeting
):
    phone, network = cold_phone, cold_phone.network
    phone.log_in(client_of(alice))
    phone.open(meeting.get_absolute_url())
    phone.page.get_by_text("Ready offline, checked").wait_for()
    network.cut()
    phone.restart()

    page = phone.page
    phone.open("/now/")
    page.get_by_role("textbox", name="Note").fill("Not one character lost.")
    page.get_by_label("To remember them by").fill("the pager")
    page.get_by_role("button", name="Keep for Nadia Rahman").click()
    page.locator("summary").filter(has_text="Mood and enthusiasm").click()
    page.get_by_role("button", name="−1 some doubt").click()
    page.get_by_role("button", name="Someone else").click()
    page.get_by_label("Name, title").fill("Gregor Mair, Alarms")
    page.get_by_role("button", name="Add to this meeting").click()
    page.keyboard.type("4,012 entries")
    page.keyboard.press("Enter")
    page.reload()  # the page as it was kept, with what waits in it
    assert page.get_by_role("textbox", name="Note").input_value() == "Not one character lost."
    assert page.locator("summary .pill", has_text="−1").count() == 1
    assert page.get_by_role("heading", name="Gregor Mair").is_visible()

    page.get_by_role("button", name="Someone else").click()
    page.get_by_role("button", name="A meeting that was not planned").click()
    page.get_by_role("heading", name="Unplanned meeting", level=1).wait_for()
    page.get_by_role("textbox", name="Note").fill("In the lift.")
    page.wait_for_timeout(300)
    phone.open("/now/")
    page.get_by_role("button", name="Someone else").click()
    page.get_by_role("link", name="On with the one you began").click()
    page.get_by_role("heading", name="Unplanned meeting", level=1).wait_for()
    assert page.get_by_role("textbox", name="Note").input_value() == "In the lift."
    assert (Note.objects.count(), Capture.objects.count()) == (0, 0)

    phone.restart()
    network.mend()
    phone.open("/now/")
    page = phone.page
    expected = (
        "Not one character lost.",
        [("Nadia Rahman", "the pager"), ("Gregor Mair", "4,012 entries")],
        [("Mood and enthusiasm", -1)],
    )
    assert eventually(page, lambda: written(meeting) == expected), written(meeting)
    assert eventually(page, lambda: Note.objects.filter(text="In the lift.").exists())
    unplanned = Meeting.objects.get(added_on_the_day=True)
    assert unplanned.note.text == "In the lift."
    assert (Capture.objects.count(), Impression.objects.count()) == (5, 1)


def test_same_question_stays_ticked_while_one_types_on(inside, meeting):
    first = AskedQuestionFactory(
        meeting=meeting, text="Why do you want to leave?", answer="To build."
    )
    page = inside.page
    inside.open(meeting.get_absolute_url())
    part = page.locator("#asked")
    part.get_by_text("One more").click()
    expect(part.locator("[data-look]")).to_have_count(0)  # the script is there
    typed = part.get_by_label("What did they ask?")
    typed.press_sequentially("Why do you want to leave")
    same = part.get_by_label("The same question")
    same.check()

    for more in (" us", " xyzzy, and what about the other matter of the plant in the north"):
        with page.expect_response("**/asked/like/"):
            typed.press_sequentially(more)
        expect(same).to_be_checked()
    part.get_by_role("button", name="Keep", exact=True).click()
    made = AskedQuestion.objects.exclude(pk=first.pk)
    assert eventually(page, made.exists)
    assert made.get().group == first.group
