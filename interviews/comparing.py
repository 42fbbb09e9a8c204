"""What changed from one text to another, line by line, for people to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

AROUND = 2  # lines shown before and after a change
MOST_EQUAL_PAIRS = 1_000_000  # above so many, comparing would take seconds


@dataclass(frozen=True, slots=True)
class Line:
    """A line of both texts ("same"), of the first alone ("gone") or the second alone ("new").

    Of kind "skipped" it stands for lines of both, and `text` says how many.
    """

    kind: str
    text: str


def differences(before: str, after: str) -> list[Line] | None:
    """The changed lines with a few around them; None where comparing would take too long."""
    old, new = before.splitlines(), after.splitlines()
    here, there = Counter(old), Counter(new)
    if sum(count * there[line] for line, count in here.items()) > MOST_EQUAL_PAIRS:
        return None
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    groups = list(matcher.get_grouped_opcodes(AROUND))
    return list(lines_of(groups, old, new))


def lines_of(groups: list, old: list[str], new: list[str]) -> Iterator[Line]:
    at = 0  # how far the old text is shown
    for group in groups:
        yield from skipped(group[0][1] - at)
        for kind, old_from, old_to, new_from, new_to in group:
            if kind == "equal":
                yield from (Line("same", line) for line in old[old_from:old_to])
                continue
            yield from (Line("gone", line) for line in old[old_from:old_to])
            yield from (Line("new", line) for line in new[new_from:new_to])
        at = group[-1][2]
    if groups:
        yield from skipped(len(old) - at)


def skipped(count: int) -> Iterator[Line]:
    """The sign for so many lines that did not change; nothing for none."""
    if count:
        yield Line("skipped", "1 line as it was" if count == 1 else f"{count} lines as they were")
