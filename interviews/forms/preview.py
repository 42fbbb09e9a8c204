"""An agenda as it was read, to look over: a form for each meeting, and the rules across them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict

from interviews.agenda.drafts import MeetingDraft
from interviews.dayline import MEDIA
from interviews.forms.agenda import AddedRowForm, RowForm
from interviews.forms.preview_row import Flaw, Row, RowDate, mark_clashes
from interviews.forms.when import never_message
from interviews.importing.keep import Wanted
from interviews.importing.proposal import dates_of, proposal_of, shortened
from interviews.importing.stored import agenda_of
from interviews.models import AgendaImport, Meeting, User
from interviews.models.day import MOST_DAYS
from interviews.models.time_zone import Clock, clock, instant, time_zone_names
from interviews.when import day_name

LATE, EARLY = dt.time(17), dt.time(6)  # what begins in the evening may end in the night
MOST_ADDED = 20
TOO_MUCH = "That is too much to keep in one go. Leave some of it out."
TOO_LONG = f"A visit takes at most {MOST_DAYS} days. Leave out what is another’s."


class Preview:
    """What every page has that looks an agenda over. `mail` is what was read; a child says what the
    rows begin with (`row_of`), and what to keep of them.
    """

    def __init__(self, data: QueryDict | None, *, user: User, mail: AgendaImport) -> None:
        self.user, self.mail, self.data = user, mail, data
        self.agenda = agenda_of(mail.agenda)
        self.dates = dates_of(self.agenda)
        # Whether each meeting has a date of its own; else it is the visit's, which is asked once.
        self.is_dated = len(self.dates) > 1 and all(m.date for m in self.agenda.meetings)
        self.rows: list[Row] = []
        self.general: list[str] = []
        self.wanted: list[Wanted] = []

    def read_rows(self) -> None:
        """Make the rows: one for each meeting that was read, and those that the page has added."""
        self.rows = [self.row_of(n, draft) for n, draft in enumerate(self.agenda.meetings)]
        self.rows += [self.added_row(n) for n in range(self.added)]
        mark_clashes(self.rows)

    def row_of(self, number: int, draft: MeetingDraft) -> Row:
        raise NotImplementedError

    def known_people(self) -> frozenset[str]:
        raise NotImplementedError

    def form_of(
        self, number: int, draft: MeetingDraft, window: list[date]
    ) -> tuple[RowForm, dict[str, Any]]:
        """The form of a meeting that was read, and what it begins with."""
        proposal = proposal_of(draft, window)
        if len(self.dates) < 2:
            proposal.initial["date"] = None  # that of the visit, which the page has once
            proposal.doubts.pop("date", None)
        initial, doubts = proposal.initial, proposal.doubts
        return RowForm(self.data, prefix=f"m{number}", initial=initial, doubts=doubts), initial

    def source_of(self, draft: MeetingDraft) -> list[str]:
        """The lines that the meeting was read from."""
        lines = self.agenda.lines
        return [lines[n] for n in draft.lines if 0 <= n < len(lines)]

    def added_row(self, number: int) -> Row:
        initial = {
            "date": self.dates[-1] if self.is_dated else None,
            "format": Meeting.Format.ONE_ON_ONE,
        }
        form = AddedRowForm(self.data, prefix=f"added{number}", initial=initial)
        return Row(form, known=self.known_people())

    @property
    def added(self) -> int:
        """How many rows the page has added: one, and one more each time it is asked."""
        if self.data is None:
            return 1
        sent = self.data.get("added", "")
        count = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 4 else 1
        return min(max(count, 1) + ("add" in self.data), MOST_ADDED)

    # What the page draws

    @property
    def by_date(self) -> list[RowDate]:
        """The rows in their order, under their dates."""
        found: list[RowDate] = []
        for row in self.rows:
            if isinstance(row.form, AddedRowForm):
                continue
            name = day_name(row.on) if row.on else ""
            if not found or found[-1].name != name:
                found.append(RowDate(name, []))
            found[-1].rows.append(row)
        return found

    @property
    def more(self) -> list[Row]:
        return [row for row in self.rows if isinstance(row.form, AddedRowForm)]

    @property
    def text(self) -> list[tuple[int, str, bool]]:
        """The lines of the text: number, words, and whether nobody understood it."""
        left = set(self.agenda.left_over)
        return [(n, line, n in left) for n, line in enumerate(self.agenda.lines)]

    @property
    def left_over(self) -> list[str]:
        return [line for _, line, left in self.text if left and line.strip()]

    @property
    def unsure(self) -> int:
        """How many meetings have something to check."""
        return sum(bool(row.doubts) for row in self.rows)

    # From what is typed to what is kept

    def wanted_of(self, row: Row, date_of_visit: date | None, zone: ZoneInfo) -> Wanted | None:
        """The meeting that the row's form says, or None with a message beside its field."""
        data, draft = row.form.cleaned_data, row.draft
        on = data["date"] or date_of_visit
        if on is None:
            row.form.add_error("date", "On which date is it?")
            return None
        own = self.own_zone(row, zone)
        moments = moments_of(row.form, on, ZoneInfo(own) if own else zone)
        if moments is None:
            return None
        return Wanted(
            title=data["title"],
            format=data["format"],
            starts_at=moments[0],
            ends_at=moments[1],
            time_zone=own,
            medium=draft.medium if draft and draft.medium in MEDIA else Meeting.Medium.IN_PERSON,
            focus=shortened((draft and draft.focus) or "", 200),
            location=data["location"],
            people=data["people"],
            uid=(draft.uid or "")[:255] if draft else "",
            sequence=min(max(draft.sequence, 0), 2**31 - 1) if draft else 0,
            match=row.match,
        )

    def own_zone(self, row: Row, zone: ZoneInfo) -> str:
        """The zone that the meeting's times are printed in; empty for that of the visit."""
        own = row.draft.time_zone if row.draft else None
        return own if own and own != zone.key and own in time_zone_names() else ""

    def dates_of_wanted(
        self, placed: list[tuple[Row, Wanted | None]], zone: ZoneInfo, more: list[date]
    ) -> list[date]:
        """Every date of the visit, in order; what does not fit into a week is told at its row."""
        on = [(row, w.starts_at.astimezone(zone).date()) for row, w in placed if w]
        dates = sorted({*more, *(date for _, date in on)})
        for row, date_of_row in on:
            if (date_of_row - dates[0]).days >= MOST_DAYS:
                row.form.add_error("date", TOO_LONG)
        return dates

    # What the summary of errors asks of a form

    def __iter__(self) -> Iterator[Flaw | forms.BoundField]:
        for row in self.rows:
            if row.is_kept:
                yield from row.flaws()

    @property
    def is_bound(self) -> bool:
        return self.data is not None

    @property
    def errors(self) -> list[str]:
        if not self.is_bound:
            return []
        return [*self.non_field_errors, *(str(error) for flaw in self for error in flaw.errors)]

    @property
    def non_field_errors(self) -> list[str]:
        return self.general


def moments_of(
    form: RowForm, on: date, zone: ZoneInfo
) -> tuple[dt.datetime, dt.datetime | None] | None:
    """The instants of the row's clock times, or None with a message beside the one that is wrong.

    Of a time that comes twice when the clocks go back, the first one is taken.
    """
    start, end = form.cleaned_data["start"], form.cleaned_data["end"]
    for name, at in (("start", start), ("end", end)):
        if at and clock(on, at, zone) is Clock.NEVER:
            form.add_error(name, never_message(on, at, zone))
            return None
    starts_at = instant(on, start, zone)
    if not end:
        return starts_at, None
    over_night = end <= start and start >= LATE and end <= EARLY
    ends_at = instant(on + timedelta(days=over_night), end, zone)
    if ends_at <= starts_at:
        form.add_error("end", "It must end after its start.")
        return None
    return starts_at, ends_at
