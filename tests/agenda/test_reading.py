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
