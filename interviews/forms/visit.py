"""Forms for a visit: making one, changing it, keeping the recruiter's mail."""

from __future__ import annotations

import datetime as dt
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db import DatabaseError, IntegrityError, transaction

from interviews.forms.base import OUT_OF_RANGE, DateInput, OwnedForm
from interviews.forms.careful import CarefulForm
from interviews.forms.long_select import LongSelect
from interviews.forms.when import WHICH, FirstOrSecondField, never_message, twice_message
from interviews.models import AgendaImport, Application, Company, InterviewDay, Meeting
from interviews.models.day import MOST_DAYS
from interviews.models.time_zone import Clock, clock, rezoned, time_zone_names

NO_ZONE = "is not a time zone. Choose one such as Europe/London."


class TimeZoneField(forms.ChoiceField):
    """One of the IANA names, from a list."""

    def __init__(self, *, blank: str = "", **kwargs: Any) -> None:
        names = [(name, name.replace("_", " ")) for name in time_zone_names()]
        kwargs["choices"] = [("", blank), *names] if blank else names
        kwargs["widget"] = LongSelect
        kwargs.setdefault(
            "error_messages",
            {"invalid_choice": f"“%(value).64s” {NO_ZONE}"},
        )
        super().__init__(**kwargs)


class DatesForm(OwnedForm):
    """What the forms for a visit share: its dates and zone, and the rules on them."""

    date = forms.DateField(label="Date", widget=DateInput)
    last_date = forms.DateField(
        label="Last date",
        required=False,
        widget=DateInput,
        help_text="Only when it takes more than one day, up to a week.",
    )
    time_zone = TimeZoneField(label="Time zone", help_text="Of the place that you go to.")

    constraint_messages = {
        "day_date_range": ("date", OUT_OF_RANGE),
        "day_last_date_range": (
            "last_date",
            f"The last date must be the first one or at most {MOST_DAYS - 1} days later.",
        ),
        "day_zone_known": (
            "time_zone",
            f"That {NO_ZONE}",
        ),
    }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        first, last = data.get("date"), data.get("last_date")
        if first and last:
            if not first <= last <= first + timedelta(days=MOST_DAYS - 1):
                self.add_error(*self.constraint_messages["day_last_date_range"])
            elif first == last:
                data["last_date"] = None
        return data


class NewVisitForm(DatesForm):
    """A visit, with its company and position, in one go."""

    company = forms.CharField(
        label="Company",
        max_length=200,
        widget=forms.TextInput(attrs={"list": "companies", "autocomplete": "off"}),
        error_messages={"required": "Which company do you visit?"},
    )
    position = forms.CharField(
        label="Position",
        max_length=200,
        error_messages={"required": "Which position is it for?"},
    )

    class Meta:
        model = InterviewDay
        fields = ["date", "last_date", "time_zone", "address"]
        widgets = {"address": forms.TextInput(attrs={"autocomplete": "off"})}
        help_texts = {"address": "Street and town, as you would give it to a taxi."}

    field_order = ["company", "position", "date", "last_date", "time_zone", "address"]

    def clean_company(self) -> str:
        return " ".join(self.cleaned_data["company"].split())

    def clean_position(self) -> str:
        return " ".join(self.cleaned_data["position"].split())

    def companies(self) -> list[str]:
        """The names to suggest."""
        return list(Company.objects.visible_to(self.user).values_list("name", flat=True))

    @transaction.atomic
    def save(self, commit: bool = True) -> InterviewDay:
        self.instance.application = self.application_at(
            self.company_named(self.cleaned_data["company"])
        )
        self.instance.owner = self.user
        day: InterviewDay = super().save(commit)
        return day

    def company_named(self, name: str) -> Company:
        """The user's company of that name, in whatever letters, or a new one."""
        mine = Company.objects.visible_to(self.user).named(name)
        if company := mine.locked().first():  # it cannot go into the trash meanwhile
            return company
        try:
            with transaction.atomic():
                return Company.objects.create(owner=self.user, name=name)
        except IntegrityError:  # another request made it in between
            return mine.get()

    def application_at(self, company: Company) -> Application:
        """The application for that position there, or a new one."""
        position = self.cleaned_data["position"]
        mine = Application.objects.visible_to(self.user).filter(company=company)
        return mine.filter(position__iexact=position).first() or Application.objects.create(
            owner=self.user, company=company, position=position
        )


class VisitForm(CarefulForm, DatesForm):
    """When and where a visit is. Its meetings keep their clock times when dates or zone change."""

    which = FirstOrSecondField()

    class Meta:
        model = InterviewDay
        fields = ["date", "last_date", "time_zone", "address", "status", "structure"]
        help_texts = {
            "structure": "Does each interviewer have an area, or does everyone ask general things?",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day: InterviewDay = self.instance
        self.stood = (day.date, day.last_date, day.time_zone)
        self.moved_from = day.moved_from
        self.asks_which = "which" in self.data

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors and self.moves():
            self.check_meetings(data["date"], data["last_date"], ZoneInfo(data["time_zone"]))
        return data

    def moves(self) -> bool:
        data = self.cleaned_data
        return (data["date"], data["last_date"], data["time_zone"]) != self.stood

    def check_meetings(self, first: dt.date, last: dt.date | None, zone: ZoneInfo) -> None:
        """Each live meeting must find its clock time, once, on one of the new dates."""
        old, days = ZoneInfo(self.stood[2]), (first - self.stood[0]).days
        for meeting in self.instance.meetings.live().in_order():
            own = ZoneInfo(meeting.time_zone) if meeting.time_zone else None
            here, there = own or old, own or zone
            now = rezoned(meeting.starts_at, here, there, days).astimezone(zone)
            if not first <= now.date() <= (last or first):
                field = "date" if now.date() < first or last is None else "last_date"
                self.add_error(
                    field, f"“{meeting.title}” would fall on {now:%a %-d %b}, outside of the visit."
                )
            elif (here.key, 0) != (there.key, days):  # else it stays, and so does its clock time
                for moment in filter(None, (meeting.starts_at, meeting.ends_at)):
                    self.check_clock(meeting, moment.astimezone(here), days, there)

    def check_clock(self, meeting: Meeting, local: dt.datetime, days: int, zone: ZoneInfo) -> None:
        """A clock time of the meeting must exist so many days later, or be chosen of two."""
        day, at = local.date() + timedelta(days=days), local.time()
        match clock(day, at, zone):
            case Clock.NEVER:
                self.add_error("date", f"“{meeting.title}”: {never_message(day, at, zone)}")
            case Clock.TWICE if not self.cleaned_data["which"]:
                self.asks_which = True
                self.add_error("which", f"“{meeting.title}”: {twice_message(day, at, zone)}")

    @transaction.atomic
    def save(self, commit: bool = True) -> InterviewDay:
        day: InterviewDay = self.instance
        if self.moves():
            data = self.cleaned_data
            day.date, day.last_date, day.time_zone = self.stood
            day.move(
                data["date"],
                data["last_date"],
                data["time_zone"],
                fold=WHICH.get(data["which"]),
            )
        super().save(commit)
        return day

    def explain(self, error: DatabaseError) -> bool:
        self.instance.moved_from = self.moved_from  # it has not moved after all
        if "meeting_no_overlap" in str(error):
            self.add_error("time_zone", "Two meetings would overlap there; move one of them first.")
            return True
        return super().explain(error)


class AgendaMailForm(OwnedForm):
    """The mail that brought the agenda, kept as it came."""

    class Meta:
        model = AgendaImport
        fields = ["text", "received_on"]
        labels = {"text": "The mail", "received_on": "Received on"}
        widgets = {"text": forms.Textarea(attrs={"rows": 12}), "received_on": DateInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text: Any = self.fields["text"]
        text.strip = False  # kept as it came

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError(self.fields["text"].error_messages["required"])
        return text


class OverallForm(OwnedForm):
    """The overall impression of a visit."""

    overall_impression = forms.ChoiceField(
        label="All in all, do I want to work there?",
        required=False,
        choices=[*InterviewDay.Overall.choices, ("", "not yet said")],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = InterviewDay
        fields = ["overall_impression"]
