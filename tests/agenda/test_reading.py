"""Whole agendas read: the way in."""

import datetime as dt
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from interviews.agenda.reading import MOST_BYTES, Unreadable, read

AGENDAS = Path(__file__).resolve().parent.parent / "agendas"


def test_a_line_becomes_a_meeting_with_its_people_and_room():
    agenda = read(
        "Tuesday, March 10, 2026\n"
        "9:00 - 9:45 am: System design with Rosa Ndiaye-Lambert, PhD, Senior Scientist II - 3.210\n"
        "12:15 Lunch with Dr. Hyun-woo Seo\n1:30 Wrap-up\n"
    )
    design, lunch, wrap_up = agenda.meetings
    assert agenda.date == dt.date(2026, 3, 10)
    assert (design.start, design.end) == (dt.time(9), dt.time(9, 45))
    assert (design.kind, design.location) == ("technical", "3.210")
    assert [(person.name, person.title) for person in design.people] == [
        ("Rosa Ndiaye-Lambert", "Senior Scientist II")
    ]
    assert [person.name for person in lunch.people] == ["Hyun-woo Seo"]
    assert (wrap_up.start, wrap_up.end) == (dt.time(13, 30), None)
    assert design.lines == (1,)


def test_nothing_and_too_much_cannot_be_read():
    with pytest.raises(Unreadable):
        read(" \n\x00 ")
    with pytest.raises(Unreadable):
        read(b"9:00 Lunch\n" * (MOST_BYTES // 10))


def test_command_prints_json_and_says_what_it_cannot_read(capsys, tmp_path):
    call_command("parse_agenda", str(AGENDAS / "a08.txt"))
    printed = json.loads(capsys.readouterr().out)
    assert [meeting["start"] for meeting in printed["meetings"]][:2] == ["07:00", "07:30"]
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("parse_agenda", str(tmp_path / "nothing.txt"))


def told(text):
    """Start, title and names of each meeting that is read of the text."""
    return [
        (f"{meeting.start:%H:%M}", tuple(person.name for person in meeting.people))
        for meeting in read(text).meetings
    ]


def test_names_on_no_list_are_found_by_the_titles_behind_them():
    text = (
        "9:00 Coding, Hyejin Park (Director, Product)\n"
        "10:00 Fit, Marco Ferrante (Engineer)\n11:00 Lunch"
    )
    assert told(text) == [
        ("09:00", ("Hyejin Park",)),
        ("10:00", ("Marco Ferrante",)),
        ("11:00", ()),
    ]


def test_a_legend_says_who_takes_part():
    text = (
        "9:00 Interview A\n10:00 Interview B\n11:00 Break\n\n"
        "Interview A: Ana Sol, Bo Reyes\nInterview B: Cy Dahl"
    )
    assert told(text) == [
        ("09:00", ("Ana Sol", "Bo Reyes")),
        ("10:00", ("Cy Dahl",)),
        ("11:00", ()),
    ]


def test_lists_side_by_side_are_read_one_after_the_other():
    rows = [("9:00 - 9:30", "1:00 - 1:30"), ("Welcome", "Interview"), ("", "")]
    rows += [("10:00 - 10:30", "2:00 - 2:30"), ("Campus tour", "Seminar"), ("", "")]
    rows += [("11:00 - 11:30", "3:00 - 3:30"), ("Break", "Close")]
    text = "\n".join(f"{left:40}{right}".rstrip() for left, right in rows)
    starts = [start for start, _ in told(text)]
    assert starts == ["09:00", "10:00", "11:00", "13:00", "14:00", "15:00"]


@pytest.mark.parametrize(
    ("line", "title", "place"),
    [
        ("Tour, Board Room", "Tour", "Board Room"),
        ("Talk to the team (20 minutes plus questions), Room 4", "Talk to the team", "Room 4"),
        ("Pitch (45 min), Conference Suite", "Pitch", "Conference Suite"),
    ],
)
def test_titles_leave_out_how_long_and_where(line, title, place):
    (meeting,) = read(f"3 March 2027\n10:00 - 11:00 {line}").meetings

    assert (meeting.title, meeting.location) == (title, place)
