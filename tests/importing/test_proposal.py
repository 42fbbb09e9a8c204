import datetime as dt

from interviews.agenda.drafts import MeetingDraft, PersonDraft
from interviews.importing.proposal import proposal_of, week_of

TODAY = dt.date(2026, 11, 20)


def a_draft(**fields):
    known = {
        "date": dt.date(2026, 11, 24),
        "start": dt.time(9),
        "end": None,
        "title": "Welcome",
        "kind": "hr",
    }
    return MeetingDraft(**(known | fields))


def on(*days):
    return [dt.date(2026, 11, day) for day in days]


def test_what_is_too_long_is_cut_and_says_so():
    proposal = proposal_of(
        a_draft(title="t" * 300, location="l" * 301, people=(PersonDraft("n" * 201),)), []
    )

    assert [len(proposal.initial[name]) for name in ("title", "location", "people")] == [
        200, 300, 200,
    ]  # fmt: skip
    assert set(proposal.doubts) == {"title", "location", "people"}


def test_doubts_are_said_at_their_fields():
    assert proposal_of(a_draft(doubts=("kind", "end")), []).doubts == {
        "format": "Is it that kind of meeting?",
        "end": "Does it end then?",
    }


def test_unknown_kind_is_something_else():
    assert proposal_of(a_draft(kind="séance"), []).initial["format"] == "other"


def test_people_are_written_as_the_field_reads_them():
    people = (PersonDraft("Benavides, Charlie", "Head; HR"), PersonDraft("Ruth A"))

    assert proposal_of(a_draft(people=people), []).initial["people"] == (
        "Benavides Charlie, Head; HR\nRuth A"
    )


def test_a_calendar_of_many_weeks_proposes_the_next_one():
    dates = [*on(2, 24, 25, 30), dt.date(2026, 12, 4)]

    assert week_of(dates, TODAY) == on(24, 25, 30)
    assert week_of(on(2, 3), TODAY) == on(2, 3)
    assert week_of(on(18, 19, 21), TODAY) == on(18, 19, 21)
    assert week_of([], TODAY) == []
    far = proposal_of(a_draft(date=dt.date(2026, 12, 24)), on(24, 25))
    assert far.initial["keep"] is False
