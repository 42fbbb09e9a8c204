"""Notes as people wrote them: Markdown, rendered safely."""

from __future__ import annotations

import re

import nh3
from django import template
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from interviews.marks import KEYS, MARKS, WORDS

register = template.Library()

TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "hr", "li", "ol", "p",
    "pre", "s", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
# A note's headings would break the page's own outline: they become strong lines.
HEADING = re.compile(r"<(/?)h[1-6]>")
# A quick mark at the beginning of a line, as `interviews.marks` finds it in the text.
MARK = re.compile(
    rf"(<p>|<li>|<br>\n?)(?:<strong>(?:({WORDS})[:?!]</strong>|({WORDS})</strong>:)|({WORDS}):)",
    re.IGNORECASE,
)
NESTING = 20  # levels; deeper markup is shown as it was typed

_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": NESTING})
_markdown.enable(["table", "strikethrough"]).disable(["image"])


@register.filter
def markdown(text: str) -> SafeString:
    """A note in type. HTML in it is shown as it was typed; links go only to the web and to mail."""
    html = HEADING.sub(r"<\1p><\1strong>", _markdown.render(text))
    safe = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer nofollow",
    )
    return mark_safe(MARK.sub(set_mark, safe))  # noqa: S308 nh3 has cleaned it; the marks are ours


def set_mark(match: re.Match[str]) -> str:
    """A quick mark in type."""
    key = KEYS[(match[2] or match[3] or match[4]).casefold()]
    return f'{match[1]}<b class="quick-mark {key}">{MARKS[key]}</b>'


@register.simple_tag
def marks() -> list[tuple[str, str]]:
    """The quick marks: key and label of each."""
    return list(MARKS.items())
