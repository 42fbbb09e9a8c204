"""Quick marks are found in what was written, however it was written."""

import pytest

from interviews.marks import Marked, marked
from interviews.templatetags.notes import markdown

NOTE = """They said: two engineers left in spring,
both moved to R&D.

- **Red flag?** On call one week in four.
- i said: could start 1 March
1. Number: 62,000 before tax
   and a car

> Look up: Smith predictor on *line 3*
Follow up:

He followed up: no mark of mine. Numbers: none either."""


def test_marked_passages_are_found_in_order():
    assert marked(NOTE) == [
        Marked("they-said", "two engineers left in spring, both moved to R&D."),
        Marked("red-flag", "On call one week in four."),
        Marked("i-said", "could start 1 March"),
        Marked("number", "62,000 before tax and a car"),
        Marked("look-up", "Smith predictor on line 3"),
    ]


def test_one_mark_is_picked_out():
    assert [m.words for m in marked(NOTE, "number")] == ["62,000 before tax and a car"]
    assert marked(NOTE, "number")[0].label == "Number"


@pytest.mark.parametrize(
    "text", ["", "They said", "He said: no", "They said so: twice", "theysaid: x"]
)
def test_what_is_no_mark_is_none(text):
    assert marked(text) == []


def test_marks_are_set_in_type():
    html = markdown("They said: yes\n- **Red flag?** no\n\nI saw: nothing")

    assert '<p><b class="quick-mark they-said">They said</b> yes' in html
    assert '<li><b class="quick-mark red-flag">Red flag</b> no' in html
    assert html.count("quick-mark") == 2


def test_no_mark_brings_html_in():
    html = markdown("They said: <script>alert(1)</script>")

    assert "<script" not in html
    assert "&lt;script&gt;" in html
