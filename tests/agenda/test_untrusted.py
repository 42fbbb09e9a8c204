"""What nobody means well is read in bounded time, or refused with a sentence."""

import datetime as dt
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.agenda.reading import Unreadable, read

AGENDAS = Path(__file__).resolve().parent.parent / "agendas"
LARGE = 128 * 1024
NASTY = {
    "spaces": " " * LARGE + "9:00 x",
    "tabs": "a\t" * (LARGE // 2),
    "one line": "9:00 lunch with Anna Meier, " * (LARGE // 28),
    "words": "word " * (LARGE // 5),
    "brackets": "(" * LARGE,
    "quotes": "> " * (LARGE // 2),
    "digits": "9:00-" * (LARGE // 5),
    "tags": "<div>" * (LARGE // 5),
    "heads": "From: x\nSent: y\n" * (LARGE // 16),
    "folds": "BEGIN:VEVENT\nDESCRIPTION:x\n" + " y\n" * (LARGE // 3),
    "parameters": "BEGIN:VEVENT\nDTSTART" + ";A=b" * (LARGE // 4) + ":20250101T090000\nSUMMARY:x\n",
    "begins": "BEGIN:VEVENT\n" * (LARGE // 13),
}  # fmt: skip


@pytest.mark.parametrize("name", NASTY)
def test_what_explodes_is_read_in_bounded_time(name):
    began = time.process_time()
    read(NASTY[name])
    assert time.process_time() - began < 4  # a second for 256 kB, with room for a busy machine


def test_time_grows_no_faster_than_the_text():
    line = "9:00 - 9:45 am: System design with Rosa Ndiaye-Lambert, Senior Scientist - Room 3.210\n"
    spent = []
    for copies in (60, 240):
        began = time.process_time()
        read(line * copies)
        spent.append(time.process_time() - began)
    assert spent[1] < 9 * spent[0] + 0.2


@given(st.one_of(st.text(max_size=600), st.binary(max_size=600)))
@settings(deadline=None, max_examples=30)
def test_anything_is_read_or_refused_with_a_sentence(source):
    try:
        agenda = read(source, date=dt.date(2026, 3, 1), time_zone="Europe/Berlin")
    except Unreadable as refused:
        said = str(refused)
    else:
        said = f"{type(agenda).__name__}."
    assert said.endswith(".")


@pytest.mark.parametrize("seed", range(3))
def test_agendas_with_broken_bytes_are_read(seed):
    chosen = random.Random(seed)
    for path in chosen.sample(sorted(AGENDAS.glob("*.txt")) + sorted(AGENDAS.glob("*.ics")), 8):
        content = bytearray(path.read_bytes())
        for _ in range(chosen.randrange(1, 40)):
            place = chosen.randrange(len(content))
            content[place : place + chosen.randrange(6)] = chosen.randbytes(chosen.randrange(6))
        agenda = read(bytes(content))
        assert all(
            0 <= line < len(agenda.lines) for meeting in agenda.meetings for line in meeting.lines
        )


def test_a_calendar_of_many_events_is_bounded():
    event = "BEGIN:VEVENT\nUID:{0}\nDTSTART:20260{1}03T090000Z\nSUMMARY:Interview {0}\nEND:VEVENT\n"
    events = "".join(event.format(number, number % 9 + 1) for number in range(700))
    agenda = read(f"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n")
    assert len(agenda.meetings) == 500
    assert agenda.reports
