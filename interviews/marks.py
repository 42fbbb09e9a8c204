"""Quick marks: words at the beginning of a line that say what a passage of a note is.

They are plain text, so that they are written as easily by hand, and read without this program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from interviews.passages import plain

MARKS = {
    "they-said": "They said",
    "i-said": "I said",
    "follow-up": "Follow up",
    "red-flag": "Red flag",
    "number": "Number",
    "look-up": "Look up",
}
KEYS = {label.casefold(): key for key, label in MARKS.items()}
WORDS = "|".join(map(re.escape, MARKS.values()))
# At the beginning of a line, perhaps in a list or a quotation, perhaps in bold: “- **Red flag?**”.
MARKED = re.compile(
    rf"^[ \t]*(?:[-*+>]|\d+[.)])?[ \t]*(?:\*\*)?(?P<label>{WORDS})(?:[:?!]\*\*|\*\*:|:)"
    r"[ \t]*(?P<words>.*)$",
    re.IGNORECASE,
)
# What ends a passage: an empty line, or the next item of a list, heading or quotation.
NEW_ITEM = re.compile(r"^[ \t]*(?:$|[-*+>][ \t]|\d+[.)][ \t]|#)")


@dataclass(frozen=True, slots=True)
class Marked:
    """One passage, without its mark and in one line."""

    key: str
    words: str

    @property
    def label(self) -> str:
        return MARKS[self.key]


def marked(text: str, key: str = "") -> list[Marked]:
    """The marked passages of a note in order; with `key`, those of that mark alone."""
    found: list[tuple[str, list[str]]] = []
    is_open = False
    for line in text.split("\n"):
        if match := MARKED.match(line):
            found.append((KEYS[match["label"].casefold()], [match["words"]]))
            is_open = True
        elif not is_open or NEW_ITEM.match(line):
            is_open = False
        else:
            found[-1][1].append(line)
    passages = ((k, " ".join(plain("\n".join(lines)).split())) for k, lines in found)
    return [Marked(k, words) for k, words in passages if words and key in ("", k)]
