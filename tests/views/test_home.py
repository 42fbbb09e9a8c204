import re
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from tests.factories import (
    AttendanceFactory,
    DayFactory,
    ImpressionFactory,
    LetterFactory,
    MeetingFactory,
    a_day,
    a_meeting,
    a_note,
    utc,
)

MORNING = utc(2026, 11, 24, 8)


@pytest.fixture
def home(alice, client_of):
    """A function: Alice's home page at an instant."""
    client = client_of(alice)

    def at(now):
        with time_machine.travel(now, tick=False):
            return client.get("/").text

    return at


def test_new_user_finds_two_doors(home):
    html = home(MORNING)
    assert f'href="{reverse("visit-create")}"' in html
    assert f'action="{reverse("sample-create")}"' in html


def test_visit_in_the_trash_leaves_the_two_doors(alice, home):
    a_day(alice).trash(MORNING)
    assert f'action="{reverse("sample-create")}"' in home(MORNING)


def test_home_shows_the_next_visit_with_its_line(alice, home):
    later = a_day(alice, "Later", date=date(2026, 12, 1))
    MeetingFactory(day=later, title="Another day")
    day = a_day(alice, address="1 High Street")
    AttendanceFactory(meeting=a_meeting(alice, day=day, title="Plant tour"), person__name="Anna")
    html = home(utc(2026, 11, 23, 8))
    assert re.search(r"<h1[^>]*><a[^>]*>Marrable</a> tomorrow</h1>", html)
    assert "1 High Street" in html
    assert "Plant tour" in html
    assert "<b>Anna</b>" in html
    assert "Another day" not in html
    assert re.search(r"After that.*>Later</a>", html, re.DOTALL)


def test_home_says_on_the_day_what_is_next_and_what_runs(alice, home):
    day = a_day(alice)
    first = a_meeting(alice, day=day, title="Welcome", location="Lobby")
    second = a_meeting(alice, day=day, title="Tour", at="10:00", to="11:00")
    said = (
        r"<p class=\"message\"><span>(\w+): <b[^>]*>(\w+)</b>[^<]*</span> <a[^>]*href=\"([^\"#]+)"
    )
    assert re.findall(said, home(utc(2026, 11, 23, 8))) == []
    for hour, word, meeting in ((8, "Next", first), (9, "Now", first), (10, "Now", second)):
        (found,) = re.findall(said, home(utc(2026, 11, 24, hour)))
        assert found == (word, meeting.title, reverse("now"))
    assert re.findall(said, home(utc(2026, 11, 24, 12))) == []


def test_home_without_a_visit_ahead_says_so(alice, home):
    a_day(alice)
    assert "Nothing ahead" in home(utc(2026, 12, 1))


def test_home_and_now_lead_to_a_call_with_one_tap_whatever_is_ahead(alice, home, client_of):
    """An offer comes when it comes: also before a visit, and between two."""
    link = f'href="{reverse("call-create")}"'
    a_day(alice)
    for now in (utc(2026, 11, 20), MORNING, utc(2026, 12, 1)):
        assert link in home(now)
        with time_machine.travel(now, tick=False):
            assert link in client_of(alice).get(reverse("now"), follow=True).text


def test_home_says_who_keeps_one_waiting_the_longest_first(alice, home):
    for name, on in (("Early", 1), ("Late", 20)):
        a_day(alice, name, date=date(2026, 11, on), last_date=date(2026, 11, on + 1))
    answered = a_day(alice, "Answered", date=date(2026, 11, 2))
    answered.application.outcome = "rejected"
    answered.application.save()
    a_day(alice, "Off", date=date(2026, 12, 2), status="cancelled")
    html = home(MORNING)
    rows = re.findall(r'>(\w+)</a><span class="num">since ([^<]+)<', html)
    assert [(name, since.strip()) for name, since in rows] == [
        ("Early", "Mon 2 Nov"),
        ("Late", "Sat 21 Nov"),
    ]
    assert html.count(">inquire</span>") == 1


def test_application_keeps_one_waiting_once_and_not_while_another_visit_is_ahead(alice, home):
    first = a_day(alice, "Twice", date=date(2026, 10, 1))
    DayFactory(application=first.application, date=date(2026, 11, 10))
    a_day(alice, "Once", date=date(2026, 10, 20), last_date=date(2026, 10, 22))
    ahead = a_day(alice, "Again", date=date(2026, 9, 1)).application
    DayFactory(application=ahead, date=date(2026, 12, 1))

    rows = re.findall(r'>(\w+)</a><span class="num">since ([^<]+)<', home(MORNING))

    assert [(name, since.strip()) for name, since in rows] == [
        ("Once", "Thu 22 Oct"),
        ("Twice", "Tue 10 Nov"),
    ]


def test_home_shows_recent_notes_newest_first(alice, home):
    with time_machine.travel(utc(2026, 11, 23, 9), tick=False):
        a_note(alice, "older " + "x" * 300)
    with time_machine.travel(utc(2026, 11, 23, 10), tick=False):
        a_note(alice, "newer <script>", meeting=None, day=a_day(alice))
    html = home(MORNING)
    assert html.index("newer &lt;script&gt;") < html.index("older xxx")
    assert "x" * 200 not in html


def test_home_leaves_out_notes_of_what_is_in_the_trash(alice, home):
    a_day(alice)
    for where in ("meeting", "day"):
        note = a_note(alice, f"gone with its {where}")
        (note.meeting if where == "meeting" else note.day).trash(MORNING)
    a_note(alice, "")
    html = home(MORNING)
    assert "gone with its" not in html
    assert "What you write in a meeting appears here." in html


def test_home_counts_impressions_without_an_observation(alice, home):
    day = a_day(alice)
    ImpressionFactory.create_batch(2, day=day)
    ImpressionFactory(day=day, observation="They laughed.")
    ImpressionFactory(meeting=a_meeting(alice, day=day, deleted_at=MORNING))
    assert re.search(
        r'Impressions of Marrable without an observation</a><span class="num">2</span>',
        home(MORNING),
    )


def test_home_shows_nothing_of_others(alice, mallory, home):
    a_day(alice, "Mine")
    day = a_day(mallory, "Secret")
    a_note(mallory, "Secret note", meeting=a_meeting(mallory, day=day, title="Secret meeting"))
    ImpressionFactory(day=day)
    a_day(mallory, "Secret past", date=date(2026, 1, 1))
    html = home(MORNING)
    assert "Mine" in html
    assert "Secret" not in html


def test_recent_notes_read_without_their_marks(alice, client_of):
    a_note(alice, "## Before\n- **Ask early:** who is `J_F`? 2 * 3 is 6, snake_case stays")

    page = client_of(alice).get(reverse("home")).content.decode()

    assert "Before\nAsk early: who is J_F? 2 * 3 is 6, snake_case stays" in page


def test_home_counts_the_letters_that_are_left(alice, client_of):
    day = a_day(alice, "Marrable", date=date(2026, 11, 22))
    for at in ("08:00", "08:30", "09:00"):
        AttendanceFactory(meeting=MeetingFactory(day=day, at=at, to=None))
    done = AttendanceFactory(meeting=MeetingFactory(day=day, at="10:00", to=None))
    LetterFactory(day=day, person=done.person, status="not_needed")
    again = MeetingFactory(day=day, at="11:00", to=None)
    AttendanceFactory(meeting=again, person=done.person)
    long_ago = a_day(alice, "Harrow", date=date(2026, 10, 14))
    AttendanceFactory(meeting=MeetingFactory(day=long_ago))

    with time_machine.travel(MORNING, tick=False):
        assert client_of(alice).get("/").context["letters"] == [(day, 3)]
