"""The way in: whatever was pasted, dropped or chosen, read into an agenda."""

from __future__ import annotations

import datetime as dt

from interviews.agenda import mails, markup, pdfs
from interviews.agenda.calendars import is_calendar, read_calendar
from interviews.agenda.drafts import Agenda
from interviews.agenda.plain import cleaned, decoded, forget
from interviews.agenda.texts import read_text

MOST_BYTES = 1_048_576


class Unreadable(Exception):
    """What was given cannot be read: its text is one sentence for the reader."""


def read(
    source: str | bytes, *, date: dt.date | None = None, time_zone: str | None = None
) -> Agenda:
    """The agenda of a text, a page of HTML, a calendar file or a PDF.

    `date` is a day near the one of the agenda, for one that prints no year; `time_zone` that of the
    reader, for a calendar whose times have none.
    """
    try:
        return _read(source, date, time_zone)
    finally:
        forget()


def _text_of(source: str | bytes) -> str:
    if isinstance(source, str):
        return source
    if pdfs.is_pdf(source):
        text = pdfs.lines(source)
        if text is None:
            raise Unreadable("This PDF cannot be read: open it, and paste its text instead.")
        if not text.strip():
            raise Unreadable("This PDF holds pictures and no text: type or paste its text instead.")
        return text
    mail = mails.body(source)
    return decoded(source) if mail is None else mail


def _read(source: str | bytes, date: dt.date | None, time_zone: str | None) -> Agenda:
    size = len(source) if isinstance(source, bytes) else len(source.encode("utf-8", "replace"))
    if size > MOST_BYTES:
        raise Unreadable("That is more than 1 MB: give the part with the agenda alone.")
    text = cleaned(_text_of(source))
    if not text.strip():
        raise Unreadable("There is nothing to read in it.")
    if is_calendar(text):
        return read_calendar(text, time_zone=time_zone)
    text = markup.page(text) if markup.is_html(text) else markup.without_breaks(text)
    return read_text(text, date=date)
