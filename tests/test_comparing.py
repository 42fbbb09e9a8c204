import time

import pytest

from interviews.comparing import differences


def shown(before, after):
    """Each line with its sign."""
    signs = {"same": "  ", "gone": "- ", "new": "+ ", "skipped": "… "}
    return [signs[line.kind] + line.text for line in differences(before, after)]


def test_changed_lines_stand_among_those_around_them():
    lines = [str(n) for n in range(10)]
    changed = [*lines[:4], "four", *lines[5:], "ten"]

    assert shown("\n".join(lines), "\n".join(changed)) == [
        "… 2 lines as they were",
        "  2",
        "  3",
        "- 4",
        "+ four",
        "  5",
        "  6",
        "… 1 line as it was",
        "  8",
        "  9",
        "+ ten",
    ]


@pytest.mark.parametrize("text", ["", "one", "one\ntwo\n"])
def test_equal_texts_differ_in_nothing(text):
    assert differences(text, text) == []


def test_texts_that_would_take_long_are_not_compared():
    began = time.monotonic()
    assert differences("x\n" * 60_000, "y\n" + "x\n" * 60_000) is None
    assert time.monotonic() - began < 1
