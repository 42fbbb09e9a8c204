import datetime as dt
import json

from interviews.agenda.drafts import Agenda, MeetingDraft, PersonDraft
from interviews.importing.stored import agenda_of, stored

AGENDA = Agenda(
    lines=("Dear Ann,", "09:00 Welcome"),
    meetings=(
        MeetingDraft(
            date=dt.date(2026, 11, 24),
            start=dt.time(9),
            end=None,
            title="Welcome",
            kind="hr",
            people=(PersonDraft("Ruth A", "HR", "ruth@example.org", "1"),),
            lines=(1,),
            doubts=("end",),
            uid="1@x",
            sequence=2,
        ),
    ),
    days=(dt.date(2026, 11, 24),),
    coordinator=PersonDraft("Ruth A"),
    left_over=(0,),
)


def test_agenda_comes_back_as_it_was_read():
    assert agenda_of(json.loads(json.dumps(stored(AGENDA)))) == AGENDA
    assert agenda_of(json.loads(json.dumps(stored(Agenda())))) == Agenda()


def test_what_the_database_cannot_hold_is_taken_out():
    made = stored(Agenda(lines=("a\x00b", "c\ud800"), company="\x00"))

    assert (made["lines"], made["company"]) == (["ab", "c?"], "")


def test_what_another_version_wrote_is_passed_over():
    assert agenda_of({**stored(AGENDA), "mood": "bright"}) == AGENDA


def test_of_a_very_long_text_the_beginning_is_kept():
    lines = tuple(f"{n} " + "x" * 1_000 for n in range(500))
    made = stored(Agenda(lines=lines, left_over=tuple(range(500))))

    assert sum(map(len, made["lines"])) <= 200_000
    assert max(made["left_over"]) < len(made["lines"])
    assert made["reports"] == ["The text is long: only its beginning is shown."]
