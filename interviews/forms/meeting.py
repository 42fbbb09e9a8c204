"""The form for a meeting: when, what, where, with whom."""

from __future__ import annotations

import datetime as dt
import re
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db import models, transaction

from interviews.forms.base import OwnedForm, TimeInput
from interviews.forms.visit import TimeZoneField
from interviews.forms.when import (
    WHICH,
    FirstOrSecondField,
    never_message,
    twice_message,
    which_of_two,
)
from interviews.models import Attendance, InterviewDay, Interviewer, Meeting, User
from interviews.models.interviewer import name_key
from interviews.models.time_zone import Clock, clock, instant
from interviews.when import day_name

PRESET = ("format", "medium", "status")  # what is not sent of these stays as it is
MOST_PEOPLE = 50
LONGEST_NAME = 200


class PeopleField(forms.CharField):
    """People typed one a line, “Name, title”; cleaned to a list of (name, title)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 2, "dir": "auto"}))
        super().__init__(required=False, max_length=20_000, **kwargs)

    def clean(self, value: Any) -> list[tuple[str, str]]:
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        people = [name_and_title(line) for line in lines if line.strip(" ,;-–—")]
        if len(people) > MOST_PEOPLE:
            raise forms.ValidationError(f"At most {MOST_PEOPLE} people in one meeting.")
        for name, title in people:
            if max(len(name), len(title)) > LONGEST_NAME:
                raise forms.ValidationError(
                    f"A name or title has at most {LONGEST_NAME} characters: “{name[:40]}…”. "
                    "One person a line, please."
                )
        return people


def name_and_title(line: str) -> tuple[str, str]:
    """Split “Name, title”, “Name – title”, “Name (title)” or a line copied out of a table."""
    parts = re.split(r"\s*[,;\t]\s*|\s+[-–—|]\s+", line.strip(" ,;-–—•*"), maxsplit=1)
    name, title = parts[0], parts[1] if len(parts) > 1 else ""
    if not title and (match := re.fullmatch(r"([^()]+?)\s*\(([^()]+)\)", name)):
        name, title = match.groups()
    return name.strip(), title.strip(" ,;")


class MeetingForm(OwnedForm):
    """A meeting in the visit's clock times.

    `day` is the visit, locked by the caller, so that the rules across its meetings hold when two
    requests race. `questions` are the fields that only an answer so far has made necessary.
    """

    date = forms.TypedChoiceField(label="Date", coerce=dt.date.fromisoformat)
    start = forms.TimeField(
        label="Starts", widget=TimeInput, error_messages={"required": "When does it start?"}
    )
    start_which = FirstOrSecondField()
    end = forms.TimeField(label="Ends", required=False, widget=TimeInput)
    end_which = FirstOrSecondField()
    ends_next_day = forms.BooleanField(label="It ends after midnight", required=False)
    time_zone = TimeZoneField(
        label="Time zone of this meeting",
        required=False,
        blank="that of the visit",
        help_text="Only for a call with times printed in another zone; the date is the visit’s.",
    )
    known = forms.ModelMultipleChoiceField(
        label="People you know there",
        queryset=Interviewer.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    people = PeopleField(
        label="Someone new",
        help_text="One person a line: Name, title.",
    )

    class Meta:
        model = Meeting
        fields = ["title", "format", "medium", "focus", "location", "status", "overlap_allowed"]
        labels = {
            "title": "What",
            "format": "Kind",
            "location": "Where",
            "overlap_allowed": "They do run at the same time",
        }
        error_messages = {"title": {"required": "What is it? “Interview” will do."}}
        help_texts = {"focus": "The area that this one is about: technical depth, work background."}

    constraint_messages = {
        "meeting_no_overlap": ("start", "Another meeting of this visit is at that time."),
        "meeting_end_after_start": ("end", "It must end after its start, within 24 hours."),
        "meeting_zone_known": ("time_zone", "That is not a time zone."),
    }

    def __init__(self, *args: Any, user: User, day: InterviewDay, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.day, self.instance.day = day, day
        self.asked = {
            name
            for name in ("start_which", "end_which", "overlap_allowed")
            if self.data.get(self.add_prefix(name))
        }
        fields: dict[str, Any] = self.fields
        for name in fields.keys() & {"title", "focus", "location"}:
            fields[name].widget.attrs["dir"] = "auto"
        for name in fields.keys() & set(PRESET):
            fields[name].required, fields[name].is_preset = False, True
        self.offer()
        if self.instance.overlap_allowed:
            self.asked.add("overlap_allowed")
        if not self.is_bound and not self.instance._state.adding:
            self.initial = {**self.initial, **self.written()}
            self.asked |= {name for name in ("start_which", "end_which") if self.initial[name]}

    def offer(self) -> None:
        """Fill the choices: the visit's dates, and the people to tick."""
        fields: dict[str, Any] = self.fields
        fields["date"].choices = [(on.isoformat(), day_name(on)) for on in self.day.dates]
        fields["known"].queryset = there = self.people_there()
        fields["known"].choices = [
            (p.pk, f"{p.name}, {p.title}" if p.title else p.name) for p in there
        ]

    def people_there(self) -> models.QuerySet[Interviewer]:
        """The people to tick: those of the company, and those that already are in the meeting."""
        there = models.Q(company=self.day.application.company_id)
        if not self.instance._state.adding:
            there |= models.Q(attendances__meeting=self.instance.pk)
        mine = Interviewer.objects.visible_to(self.user)
        return mine.filter(there).distinct().order_by("name")

    def written(self) -> dict[str, Any]:
        """What the form says of a saved meeting."""
        start, end = self.instance.local_start, self.instance.local_end
        present = self.instance.attendances.exclude(status=Attendance.Status.ABSENT)
        return {
            "date": self.instance.date.isoformat(),
            "start": start.time(),
            "start_which": which_of_two(start),
            "end": end.time() if end else None,
            "end_which": which_of_two(end) if end else "",
            "ends_next_day": bool(end and end.date() > start.date()),
            "time_zone": self.instance.time_zone,
            "known": list(present.values_list("person_id", flat=True)),
        }

    @property
    def questions(self) -> list[forms.BoundField]:
        """The fields that only now need an answer."""
        names = ("start_which", "end_which", "ends_next_day", "overlap_allowed")
        shown = set(self.asked)
        if self["ends_next_day"].value() not in (None, "", False):
            shown.add("ends_next_day")
        return [self[name] for name in names if name in shown]

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in PRESET:
            data[name] = data.get(name) or getattr(self.instance, name)
        if {"date", "start", "time_zone"} <= data.keys() and "end" in data:
            self.place(dict(data))  # an error takes its field out of the form's own
        return data

    def place(self, data: dict[str, Any]) -> None:
        """Find the instants of the clock times; each rule that they break is a message."""
        zone = ZoneInfo(data["time_zone"]) if data["time_zone"] else self.day.zone
        on = self.own_date(data["date"], data["start"], zone)
        starts_at = self.moment("start", on, data["start"], zone)
        ends_at = self.end_moment(data, on, zone) if data["end"] else None
        if self.errors:
            return
        assert starts_at is not None
        if self.visit_date(starts_at) not in self.day.dates:
            self.add_error("date", "In the visit's own zone that is outside of its dates.")
        elif ends_at is not None and not timedelta(0) < ends_at - starts_at <= timedelta(hours=24):
            self.asked.add("ends_next_day")
            self.add_error("end", "It must end after its start, within 24 hours.")
        else:
            self.instance.starts_at, self.instance.ends_at = starts_at, ends_at
            self.instance.time_zone = data["time_zone"]
            self.check_overlap(data, starts_at, ends_at)

    def own_date(self, on: dt.date, at: time, zone: ZoneInfo) -> dt.date:
        """The date in that zone on which the clock time falls on the visit's date `on`.

        It is another one for a call with people who are far away.
        """
        dates = (on + timedelta(days=days) for days in (0, 1, -1, 2, -2))
        there = (own for own in dates if self.visit_date(instant(own, at, zone)) == on)
        return next(there, on)

    def visit_date(self, moment: datetime) -> dt.date:
        return moment.astimezone(self.day.zone).date()

    def end_moment(self, data: dict[str, Any], on: dt.date, zone: ZoneInfo) -> datetime | None:
        """The instant of the end: on the day after the start's, `on`, where that is ticked."""
        if data["end"] <= data["start"] and not data["ends_next_day"] and not data["end_which"]:
            self.asked.add("ends_next_day")
            if clock(on, data["end"], zone) is Clock.TWICE:
                self.asked.add("end_which")
            self.add_error("end", "It must end after its start. Does it end after midnight?")
            return None
        later = data["ends_next_day"] and data["end"] <= data["start"]
        return self.moment("end", on + timedelta(days=later), data["end"], zone)

    def moment(self, name: str, day: dt.date, at: time, zone: ZoneInfo) -> datetime | None:
        """The instant of the clock time in field `name`, or None with a message."""
        which = self.cleaned_data.get(f"{name}_which")
        match clock(day, at, zone):
            case Clock.NEVER:
                self.add_error(name, never_message(day, at, zone))
                return None
            case Clock.TWICE if not which:
                self.asked.add(f"{name}_which")
                self.add_error(name, twice_message(day, at, zone))
                return None
            case Clock.TWICE:
                return instant(day, at, zone, fold=WHICH[str(which)])
        return instant(day, at, zone)

    def check_overlap(
        self, data: dict[str, Any], starts_at: datetime, ends_at: datetime | None
    ) -> None:
        if ends_at is None or data["overlap_allowed"] or data["status"] in Meeting.OFF:
            return
        others = self.day.meetings.overlapping(starts_at, ends_at).exclude(pk=self.instance.pk)
        other = others.in_order().first()
        if other is not None and other.ends_at is not None:
            self.asked.add("overlap_allowed")
            zone = self.day.zone
            self.add_error(
                "start",
                f"“{other.title}” is from {other.starts_at.astimezone(zone):%H:%M} "
                f"to {other.ends_at.astimezone(zone):%H:%M}. Choose another time, or say that "
                "they run at the same time.",
            )

    @transaction.atomic
    def save(self, commit: bool = True) -> Meeting:
        self.instance.owner_id = self.user.pk
        meeting: Meeting = super().save(commit)
        self.save_people(meeting)
        return meeting

    def save_people(self, meeting: Meeting) -> None:
        """Make the attendances those of the form; a line to remember somebody by is never lost."""
        known = self.cleaned_data.get("known", ())
        wanted = {person.pk: (person, person.title) for person in known}
        typed = self.typed()
        wanted |= {person.pk: (person, title or person.title) for person, title in typed}
        titles = {person.pk: title for person, title in typed}
        there = {a.person_id: a for a in meeting.attendances.all()}
        for person_id, attendance in there.items():
            if person_id in wanted:
                attendance.expect(titles.get(person_id, ""))
            else:
                attendance.withdraw()
        Attendance.objects.bulk_create(
            Attendance(owner_id=self.user.pk, meeting=meeting, person=person, title=title)
            for person_id, (person, title) in wanted.items()
            if person_id not in there
        )

    def typed(self) -> list[tuple[Interviewer, str]]:
        """The people typed by name: known ones of the company are found, others are made."""
        if not self.cleaned_data["people"]:
            return []
        company_id = self.day.application.company_id
        known = {
            name_key(person.name): person
            for person in Interviewer.objects.visible_to(self.user).filter(company=company_id)
        }
        found = []
        for name, title in self.cleaned_data["people"]:
            person = known.get(name_key(name))
            if person is None:
                person = Interviewer.objects.create(
                    owner=self.user, company_id=company_id, name=name, title=title
                )
                known[name_key(name)] = person
            elif title and not person.title:
                person.title = title
                person.save(update_fields=["title", "updated_at"])
            found.append((person, title))
        return found


class RememberForm(OwnedForm):
    """What to remember somebody in a meeting by."""

    class Meta:
        model = Attendance
        fields = ["remember", "title", "status"]
        labels = {"remember": "To remember them by", "status": "Were they there?"}
