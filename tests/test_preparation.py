"""What a job description offers, and what fits a meeting."""

from types import SimpleNamespace

from interviews.models.quality import fitting, offers_of

DESCRIPTION = """\
Look after the filling lines. Tune loops, cut scrap.

Wanted:
- control engineering (5+ years)
* patience with old equipment;
2) clear writing
Also: a licence, Dutch, and humour.
"""


def test_job_description_is_offered_line_by_line_and_lists_in_parts():
    assert offers_of(DESCRIPTION) == [
        "Look after the filling lines",
        "Tune loops, cut scrap",
        "control engineering (5+ years)",
        "patience with old equipment",
        "clear writing",
        "a licence",
        "Dutch",
        "humour",
    ]


def test_offers_have_an_end_and_no_doubles():
    assert offers_of("") == []
    assert offers_of("Same.\nSame.\n" * 5) == ["Same"]
    assert len(offers_of("\n".join(f"line {n} {'x' * 400}" for n in range(500)))) == 60


def test_qualities_fit_a_meeting_by_words_that_say_something():
    sought = ["control engineering", "work with shifts", "clear writing", "Führung von Teams"]
    rows = [SimpleNamespace(sought=text) for text in sought]

    def fits(*topics):
        return [row.sought for row in fitting(rows, topics)]

    assert fits("Process Controls and your thesis", "") == ["control engineering"]
    assert fits("Panel", "work with each shift") == ["work with shifts"]
    assert fits("FÜHRUNG") == ["Führung von Teams"]
    assert fits("Working with the line", "") == []
