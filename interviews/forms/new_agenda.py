"""An agenda that becomes a visit: everything of it kept in one go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db import IntegrityError, transaction
from django.http import QueryDict

from interviews.agenda.drafts import MeetingDraft
from interviews.forms.agenda import ImportVisitForm
from interviews.forms.preview import TOO_MUCH, Preview
from interviews.forms.preview_row import Flaw, Row
from interviews.importing.keep import People, add_meetings, allow_overlaps, give_role
from interviews.importing.proposal import coordinator_of, shortened, week_of
from interviews.importing.zones import zone_meant
from interviews.models import (
    AgendaImport,
    Application,
    Company,
    InterviewDay,
    Interviewer,
    Role,
    User,
)
from interviews.models.agenda_import import TOO_MUCH_MADE
from interviews.models.interviewer import name_key
from interviews.models.time_zone import time_zone_names
from interviews.models.trash import broken_rule
from interviews.when import place_of


class NewVisitPreview(Preview):
    """All of an agenda to look over, with the visit that it makes.

    The caller holds the lock on the mail where it is to be kept, so that two clicks make one visit.
    """

    def __init__(
        self, data: QueryDict | None, *, user: User, mail: AgendaImport, today: date
    ) -> None:
        super().__init__(data, user=user, mail=mail)
        self.window = week_of(self.dates, today)
        first = self.window[0] if self.window else None
        self.zone = zone_meant(self.agenda.time_zone, user.time_zone, first)
        self.visit = ImportVisitForm(
            data,
            user=user,
            is_dated=self.is_dated,
            date_words=self.date_words(first),
            initial=self.visit_initial(first),
        )
        self.read_rows()

    def date_words(self, first: date | None) -> str:
        """What to say of a date of which not all is printed; a calendar's always is."""
        if first is None:
            return "No date is printed that one could be sure of."
        is_calendar = self.agenda.time_zone in time_zone_names()
        year = f"{first:%Y}"
        if is_calendar or any(year in line or f"{first:/%y}" in line for line in self.agenda.lines):
            return ""
        return "No year is printed: is it this one?"

    def visit_initial(self, first: date | None) -> dict[str, Any]:
        agenda = self.agenda
        return {
            "company": shortened(agenda.company or "", 200),
            "position": shortened(agenda.position or "", 200),
            "date": first,
            "time_zone": self.zone or self.user.time_zone,
            "address": shortened(agenda.address or agenda.default_location or "", 500),
            "dress": shortened(agenda.dress or "", 300),
            "bring": (agenda.bring or "")[:5_000],
            **coordinator_of(agenda),
        }

    @cached_property
    def known(self) -> frozenset[str]:
        """The people of the company whom one knows, as `name_key` spells them."""
        name = " ".join(str(self.visit["company"].value() or "").split())
        companies = Company.objects.visible_to(self.user).named(name[:200])
        people = Interviewer.objects.visible_to(self.user).filter(company__in=companies)
        return frozenset(name_key(name) for name in people.values_list("name", flat=True))

    def known_people(self) -> frozenset[str]:
        return self.known

    def row_of(self, number: int, draft: MeetingDraft) -> Row:
        form, _ = self.form_of(number, draft, self.window)
        return Row(form, draft, self.source_of(draft), self.known)

    @property
    def assumes_zone(self) -> bool:
        """Whether the zone is a guess, for the agenda prints none that we know."""
        return self.zone is None

    @property
    def folded_words(self) -> str:
        """What is folded away of the visit, in short."""
        values = [self.visit[name].value() for name in ("time_zone", "address", "coordinator")]
        zone, *rest = ["" if value is None else str(value) for value in values]
        return " · ".join(filter(None, [f"Times in {place_of(zone)}", *rest]))

    @property
    def folded_is_wrong(self) -> bool:
        return self.is_bound and any(bound.errors for bound in self.visit.folded)

    def is_valid(self) -> bool:
        kept = [row for row in self.rows if row.is_kept]
        if all([self.visit.is_valid(), *[row.form.is_valid() for row in kept]]):
            self.place(kept)
        return not self.errors

    def place(self, kept: list[Row]) -> None:
        """Find the instants of each meeting, and the dates of the visit."""
        data = self.visit.cleaned_data
        zone = ZoneInfo(data["time_zone"])
        placed = [(row, self.wanted_of(row, data.get("date"), zone)) for row in kept]
        self.wanted = [wanted for _, wanted in placed if wanted]
        dates = self.dates_of_wanted(placed, zone, [] if self.wanted else self.date_of_visit())
        if not dates:
            self.general.append("Keep at least one meeting, for it tells the date.")
            return
        day: InterviewDay = self.visit.instance
        day.date, day.last_date = dates[0], dates[-1] if len(dates) > 1 else None
        allow_overlaps(self.wanted)

    def date_of_visit(self) -> list[date]:
        """The date that the visit's own form says, where it has one."""
        on = self.visit.cleaned_data.get("date")
        return [on] if on else []

    def keep(self) -> InterviewDay | None:
        """Make all of it; None, with the broken rule as an error, where the database says no."""
        try:
            return self.make()
        except IntegrityError as error:
            if broken_rule(error) != TOO_MUCH_MADE:
                raise
            self.general.append(TOO_MUCH)
            return None

    @transaction.atomic
    def make(self) -> InterviewDay | None:
        company = Company.objects.visible_to(self.user).named(self.visit.cleaned_data["company"])
        known = set(Application.objects.visible_to(self.user).values_list("pk", flat=True))
        knew_company = company.exists()
        day: InterviewDay | None = self.visit.save_or_explain()
        if day is None:
            return None
        drafts = [person for meeting in self.agenda.meetings for person in meeting.people]
        people = People(day.application, drafts)
        meetings = add_meetings(day, self.wanted, people)
        self.mail.day = day
        self.mail.made = {
            "visit": True,
            "company": not knew_company,
            "application": day.application_id not in known,
            "meetings": [str(meeting.pk) for meeting in meetings],
            "roles": self.keep_coordinator(people),
            "people": [str(key) for key in people.made],
        }
        self.mail.save(update_fields=["day", "made", "updated_at"])
        return day

    def keep_coordinator(self, people: People) -> list[str]:
        """Make them a person with that role; the id of the role where it is new."""
        data = self.visit.cleaned_data
        if not data["coordinator"]:
            return []
        told = [data[f"coordinator_{name}"] for name in ("title", "email", "phone")]
        person = people.named(data["coordinator"], *told)
        role = give_role(people.application, person, Role.Kind.COORDINATOR)
        return [str(role)] if role else []

    def __iter__(self) -> Iterator[Flaw | forms.BoundField]:
        yield from (bound for bound in self.visit if bound.errors)
        yield from super().__iter__()

    @property
    def non_field_errors(self) -> list[str]:
        return [*self.general, *map(str, self.visit.non_field_errors() if self.is_bound else [])]
