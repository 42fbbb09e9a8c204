"""HTML into lines: rows of tables with tabs between their cells, and nothing that is struck out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from interviews.agenda.parts import BREAK_IN_CELL

DEEPEST = 200  # tags in tags that are kept apart; what is deeper is read as text
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "dt",
        "dd",
        "dl",
        "pre",
        "address",
        "table",
        "form",
        "fieldset",
        "main",
        "nav",
        "center",
    ]
)
_SILENT = frozenset(["script", "style", "head", "title", "noscript", "template", "svg"])
_STRUCK = frozenset(["s", "del", "strike"])
_VOID = frozenset(
    [
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "area",
        "base",
        "col",
        "embed",
        "source",
        "track",
        "wbr",
    ]
)
_LINE_THROUGH = re.compile(
    r"text-decoration[^;\"]*line-through|mso-style-strike|display\s*:\s*none", re.IGNORECASE
)
_TAGS = re.compile(
    r"<(?:/?(?:html|body|table|tr|td|th|p|br|div|ul|ol|li|span|b|strong|em|i|font|h[1-6]|a|s|del|strike|meta|!doctype)\b[^<>]*|!--)/?>?",
    re.IGNORECASE,
)


def is_html(text: str) -> bool:
    """Whether the text is a page, or a piece of one, rather than plain."""
    found = _TAGS.findall(text[:20_000])
    return (
        bool(
            re.match(
                r"\s*<(?:!doctype|html|table|meta|body|div|p|ul|b|span)\b",
                text[:200],
                re.IGNORECASE,
            )
        )
        or len(found) >= 4
    )


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.silent = 0
        self.rows: list[int] = []  # cells so far in each open table's row
        # Cells of rows above that reach down: for how many rows yet, and what they say.
        self.pending: dict[int, tuple[int, str]] = {}
        self.reaching: tuple[int, int, int] | None = None  # the open cell that does

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = next((value or "" for name, value in attrs if name == "style"), "")
        if tag == "br":
            self._break(in_cell=True)
        if tag in _VOID:
            return
        is_silent = tag in _SILENT or tag in _STRUCK or bool(_LINE_THROUGH.search(style))
        if len(self.open) < DEEPEST:
            self.open.append((tag, is_silent))
            self.silent += is_silent
        if tag == "tr":
            self.out.append("\n")
            self.rows.append(0)
        elif tag in ("td", "th"):
            self._cell(dict(attrs))
        elif tag == "blockquote":
            self.out.append("\n")
        elif tag in _BLOCKS:
            self._break(in_cell=True)

    def _cell(self, attrs: dict[str, str | None]) -> None:
        if not self.rows:
            self.rows.append(0)
        self._reach_down()
        if self.rows[-1]:
            self.out.append("\t")
        down = str(attrs.get("rowspan") or "1")
        if down.isdigit() and 1 < int(down) < 60:
            self.reaching = (self.rows[-1], int(down) - 1, len(self.out))
        self.rows[-1] += 1

    def _reach_down(self) -> None:
        """Repeat what a cell of a row above says of this row too."""
        while self.rows and self.pending.get(self.rows[-1], (0, ""))[0] > 0:
            column = self.rows[-1]
            left, text = self.pending[column]
            self.pending[column] = (left - 1, text)
            if column:
                self.out.append("\t")
            self.out.append(text)
            self.rows[-1] += 1

    def _end_of_cell(self) -> None:
        if self.reaching:
            column, left, begin = self.reaching
            self.pending[column] = (left, "".join(self.out[begin:]).strip())
            self.reaching = None

    def _break(self, *, in_cell: bool) -> None:
        if self.rows and in_cell:
            if self.out and self.out[-1].strip() and self.out[-1] not in ("\t", "\n"):
                self.out.append(f" {BREAK_IN_CELL} ")
        else:
            self.out.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        self._close(tag)
        if tag in ("td", "th"):
            self._end_of_cell()
        elif tag == "tr":
            self._end_of_row()
        elif tag == "table":
            self.out.append("\n")
            self.rows.clear()
            self.pending.clear()
        elif tag in _BLOCKS:
            self._break(in_cell=True)

    def _close(self, tag: str) -> None:
        for place in range(len(self.open) - 1, max(-1, len(self.open) - 12), -1):
            if self.open[place][0] == tag:
                self.silent -= sum(is_silent for _, is_silent in self.open[place:])
                del self.open[place:]
                return

    def _end_of_row(self) -> None:
        if self.rows and self.rows[-1]:
            self._reach_down()
        self.out.append("\n")
        if self.rows:
            self.rows.pop()

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        text = re.sub(r"\s+", " ", data)
        if text.strip() or (text and self.out and self.out[-1][-1:] not in ("\n", "\t", " ")):
            self.out.append(text)


def lines(html: str) -> str:
    """The readable text of the page."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    text = "".join(parser.out)
    text = re.sub(rf"(?: *{BREAK_IN_CELL} *)+(?=\t|\n|$)", "", text)
    text = re.sub(rf"(?<=[\t\n])(?: *{BREAK_IN_CELL} *)+", "", text)
    text = "\n".join(line.strip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


_BREAK_TAG = re.compile(r"\s*<br\s?/?>\s*", re.IGNORECASE)


def without_breaks(text: str) -> str:
    """Plain text with the line breaks that Markdown's tables have within their cells."""
    return _BREAK_TAG.sub(f" {BREAK_IN_CELL} ", text) if "<" in text else text


_FIRST_TAG = re.compile(
    r"<(?:!doctype|html|body|head|table|div|p|ul|ol|meta|span|br)\b", re.IGNORECASE
)


def page(text: str) -> str:
    """The readable text of a page with, maybe, the head of a mail above it."""
    first = _FIRST_TAG.search(text)
    above = text[: first.start()] if first else ""
    if ":" not in above:
        return lines(text)
    return f"{above.strip()}\n\n{lines(text[len(above) :])}"
