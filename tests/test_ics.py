"""Calendar files and address cards, read back by two other programs' parsers."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from interviews.ics import CalendarEvent, calendar
from interviews.vcard import Card, cards
from tests.factories import utc

NASTY = "Room; 2, “Zoë” \\ <script>\nsecond line, " + "🧑‍🚀é" * 60


def an_event(**fields):
    known = {
        "uid": "1@second-look",
        "sequence": 3,
        "changed_at": utc(2026, 3, 1, 8, 0),
        "starts_at": utc(2026, 11, 24, 9, 0),
        "ends_at": utc(2026, 11, 24, 9, 45),
        "zone": ZoneInfo("Europe/London"),
        "title": "Interview",
    }
    return CalendarEvent(**(known | fields))


def read(content):
    """The events as icalendar and as vobject read them."""
    one = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return one, vobject.readOne(content.decode()).vevent_list


def test_text_survives_escaping_and_folding():
    content = calendar("Second Look", [an_event(title=NASTY, location=NASTY, description=NASTY)])
    (one,), (other,) = read(content)

    assert {str(one[key]) for key in ("summary", "location", "description")} == {NASTY}
    assert (other.summary.value, other.location.value) == (NASTY, NASTY)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


# Either side of, and across, the changes of the clocks, also on the other half of the world.
@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Europe/Berlin", utc(2026, 3, 29, 0, 30)),
        ("Europe/Berlin", utc(2026, 10, 25, 0, 30)),
        ("Europe/Berlin", utc(2026, 10, 25, 1, 30)),
        ("America/New_York", utc(2026, 11, 1, 5, 30)),
        ("America/New_York", utc(2026, 3, 8, 6, 45)),
        ("Australia/Lord_Howe", utc(2026, 4, 4, 15, 15)),
        ("Asia/Kolkata", utc(2026, 7, 1, 4, 0)),
        ("UTC", utc(2026, 7, 1, 4, 0)),
    ],
)
def test_instants_survive_changes_of_the_clocks(zone, start):
    event = an_event(zone=ZoneInfo(zone), starts_at=start, ends_at=start + timedelta(hours=1))
    content = calendar("Second Look", [event])
    (one,), (other,) = read(content)

    local = start.astimezone(ZoneInfo(zone))
    assert one["dtstart"].dt.astimezone(UTC) == start
    assert other.dtstart.value.astimezone(UTC) == start
    if zone != "UTC" and not local.fold:
        (known,) = icalendar.Calendar.from_ical(content).walk("VTIMEZONE")
        assert local.utcoffset() in {
            part["TZOFFSETTO"].td for part in (*known.standard, *known.daylight)
        }


def test_cancelled_event_says_so_and_has_no_alarm():
    off = an_event(uid="2@second-look", is_cancelled=True)
    content = calendar("Second Look", [an_event(), off], timedelta(minutes=30))
    (one, two), _ = read(content)

    assert (one["status"], two["status"]) == ("CONFIRMED", "CANCELLED")
    assert [alarm["trigger"].dt for alarm in one.walk("VALARM")] == [timedelta(minutes=-30)]
    assert two.walk("VALARM") == []


def test_uid_sequence_and_stamp_are_those_given():
    (one,), _ = read(calendar("Second Look", [an_event(ends_at=None)]))

    assert (one["uid"], one["sequence"]) == ("1@second-look", 3)
    assert one["dtstamp"].dt == datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
    assert "dtend" not in one


def test_an_empty_calendar_is_one():
    assert icalendar.Calendar.from_ical(calendar("Second Look", [])).walk("VEVENT") == []


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=120)


@given(name=TEXT, title=TEXT)
def test_card_of_any_text_reads_back(name, title):
    content = cards([Card("1", utc(2026, 3, 1, 8, 0), f"A{name}Z", f"A{title}Z")]).decode()

    read_back = vobject.readOne(content)
    assert (read_back.fn.value, read_back.title.value) == (f"A{name}Z", f"A{title}Z")
    assert max(len(line.encode()) for line in content.split("\r\n")) <= 75


def test_card_says_what_is_known():
    person = Card(
        uid="1",
        changed_at=utc(2026, 3, 1, 8, 0),
        name="Ruth van Adeyemi",
        title="Head; HR, EMEA",
        company="Marrable",
        email="ruth@example.org",
        phone="+44 20 7946 0000",
        link="https://example.org/ruth",
    )
    card = vobject.readOne(cards([person]).decode())

    assert (card.n.value.family, card.n.value.given) == ("Adeyemi", "Ruth van")
    assert (card.title.value, card.email.value) == ("Head; HR, EMEA", "ruth@example.org")
    assert (card.tel.value, card.url.value) == ("+44 20 7946 0000", "https://example.org/ruth")
