"""The evening after: six letters in few taps, the ways out, and paper."""

import io

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

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


@pytest.fixture
def letter(alice):
    """A letter of the usual length to somebody with an address."""
    meeting = MeetingFactory(day=a_day(alice, "Marrable", address="12 Saltmarket Wynd"))
    person = AttendanceFactory(
        meeting=meeting, person__name="Nadia Rahman", person__email="nadia@marrable.example"
    ).person
    body = "\n\n".join(["Dear Nadia,", *["I think of the night shift. " * 9] * 4, "Alice"])
    return LetterFactory(day=meeting.day, person=person, subject="Thank you", body=body)


def asks_whether_sent(page):
    return page.evaluate("document.activeElement.id") == "sent"


@pytest.mark.django_db(transaction=True)
def test_coming_back_asks_whether_it_was_sent(inside, letter):
    page = inside.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=inside.url)
    come_back = "document.dispatchEvent(new Event('visibilitychange'))"
    for way in ("Copy the letter", "Open the mail program", "As a mail file"):
        inside.open(letter.get_absolute_url())
        page.evaluate(come_back)
        assert not asks_whether_sent(page), way

        page.get_by_text(way).click()
        page.wait_for_timeout(100)  # for the clipboard, or a file to be saved
        page.evaluate(come_back)
        assert asks_whether_sent(page), way

    page.get_by_role("button", name="Sent by e-mail").click()
    page.get_by_text("The letter to Nadia Rahman is marked as sent.").wait_for()


@pytest.mark.django_db(transaction=True)
def test_paper_holds_the_letter_alone_and_asks_whether_it_was_sent(inside, letter):
    page = inside.page
    inside.open(letter.get_absolute_url())
    page.get_by_role("link", name="On paper").click()
    page.wait_for_url("**/print/")
    page.emulate_media(color_scheme="dark")
    for paper, size in (("A4", (210, 297)), ("Letter", (215.9, 279.4))):
        (sheet,) = PdfReader(io.BytesIO(page.pdf(format=paper, print_background=True))).pages
        assert [float(side) for side in sheet.mediabox[2:]] == pytest.approx(
            [mm / 25.4 * 72 for mm in size], abs=1
        )
        words = " ".join(sheet.extract_text().split())
        assert words.startswith("Nadia Rahman")
        assert words.endswith(" ".join(letter.body.split()))
        assert "Sent?" not in words
    assert asks_whether_sent(page)
    page.emulate_media(media="print", color_scheme="dark")
    ink, paper = page.evaluate(
        """() => [getComputedStyle(document.querySelector('.paper .letter')).color,
                  getComputedStyle(document.body).backgroundColor]"""
    )
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")

    page.emulate_media(media="screen")
    page.get_by_role("button", name="Sent by post").click()
    page.get_by_text("marked as sent").wait_for()
    assert Letter.objects.get().channel == "post"


@pytest.mark.django_db(transaction=True)
def test_long_letter_goes_on_to_a_second_sheet_with_nothing_lost(inside, letter):
    letter.body = "\n\n".join(f"Paragraph {n}. " + "I liked the hall. " * 12 for n in range(20))
    letter.save()
    inside.open(reverse("letter-print", args=[letter.pk]))

    sheets = PdfReader(io.BytesIO(inside.page.pdf(format="A4"))).pages

    words = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    assert len(sheets) in (2, 3)
    assert words.endswith(" ".join(letter.body.split()))
