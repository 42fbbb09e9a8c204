"""What somebody wrote in Markdown, as plain passages."""

from __future__ import annotations

import re

# Marks of Markdown: at the start of a line, and around words.
MARKUP = re.compile(
    r"^[ \t]*(?:#+|>|[-*+]|\d+[.)])[ \t]+|\*\*|`|(?<!\w)[*_]+(?=\w)|(?<=\S)[*_]+(?!\w)",
    re.MULTILINE,
)
LIST_ITEM = re.compile(r"\n(?=[ \t]*(?:[-*+>]|\d+[.)])[ \t])")
BLANK_LINE = re.compile(r"\n[ \t]*\n")


def plain(text: str) -> str:
    """The text without the marks of Markdown."""
    return MARKUP.sub("", text)


def passages(text: str) -> list[str]:
    """Its paragraphs and list items in order, each on one line; headings are none."""
    parts: list[str] = []
    for paragraph in BLANK_LINE.split(text.replace("\r\n", "\n")):
        if not paragraph.lstrip().startswith("#"):
            parts += LIST_ITEM.split(paragraph)
    lines = (" ".join(plain(part).split()) for part in parts)
    return [line for line in lines if line]
