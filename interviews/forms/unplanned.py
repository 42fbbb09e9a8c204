"""What nobody planned: a person who joins, a meeting that comes about, captured in two taps.

The ids may be made by the page, so that what was captured without a network has its address at
once, and a repeat is harmless.
"""

from __future__ import annotations

import uuid
from datetime import datetime, time
from typing import Any

from django import forms
from django.db import IntegrityError, transaction
from django.utils import timezone

from interviews.forms.meeting import LONGEST_NAME, name_and_title
from interviews.models import Attendance, InterviewDay, Interviewer, Meeting, User, uuid7
from interviews.models.interviewer import name_key
from interviews.models.time_zone import instant

UNPLANNED = "Unplanned meeting"
NOON = time(12)


class SomeoneForm(forms.Form):
    """Somebody who is in the meeting after all: known, or typed as “Name, title”."""

    person = forms.ModelChoiceField(Interviewer.objects.none(), required=False)
    name = forms.CharField(
        label="Name, title",
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    attendance = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: User, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.meeting = user, meeting
        known: Any = self.fields["person"]
        known.queryset = Interviewer.objects.visible_to(user)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        name, title = name_and_title(" ".join(data.get("name", "").split()))
        if not self.errors and not data.get("person") and not name:
            self.add_error("name", "Who is it? A first name will do.")
        return {**data, "name": name, "title": title}

    @transaction.atomic
    def save(self) -> Attendance:
        """Their attendance, as met; the one that is there where they are in the meeting already."""
        person = self.cleaned_data["person"] or self.named()
        wanted = self.cleaned_data["attendance"] or uuid7()
        try:
            with transaction.atomic():
                attendance, made = self.attend(person, wanted)
        except IntegrityError:  # the id is taken
            attendance, made = self.attend(person, uuid7())
        if not made and attendance.status != Attendance.Status.MET:
            attendance.status = Attendance.Status.MET
            attendance.save(update_fields=["status", "updated_at"])
        return attendance

    def attend(self, person: Interviewer, key: uuid.UUID) -> tuple[Attendance, bool]:
        """The person's attendance, and whether it was made, with that key."""
        return Attendance.objects.get_or_create(
            meeting=self.meeting,
            person=person,
            defaults={
                "id": key,
                "owner_id": self.user.pk,
                "title": self.cleaned_data["title"],
                "status": Attendance.Status.MET,
            },
        )

    def named(self) -> Interviewer:
        """The person of that name at the company, made where there is none yet."""
        name, title = self.cleaned_data["name"], self.cleaned_data["title"]
        company_id = self.meeting.day.application.company_id
        there = Interviewer.objects.visible_to(self.user).filter(company=company_id)
        known = next((p for p in there if name_key(p.name) == name_key(name)), None)
        return known or Interviewer.objects.create(
            owner=self.user, company_id=company_id, name=name, title=title
        )


class UnplannedForm(forms.Form):
    """A meeting that came about: it begins now, or at the moment when it was captured."""

    id = forms.UUIDField(required=False)
    title = forms.CharField(required=False, max_length=200)
    at = forms.DateTimeField(required=False, input_formats=["%Y-%m-%dT%H:%M:%S.%fZ"])

    def __init__(self, *args: Any, user: User, day: InterviewDay) -> None:
        super().__init__(*args)
        self.user, self.day = user, day

    def save(self) -> Meeting:
        """The meeting; where it was made before, as it is now."""
        pk = self.cleaned_data["id"] or uuid7()
        mine = Meeting.objects.kept_for(self.user)
        if made := mine.filter(pk=pk, day=self.day).first():
            return made
        return Meeting.objects.create(
            pk=pk,
            owner=self.user,
            day=self.day,
            title=" ".join(self.cleaned_data["title"].split()) or UNPLANNED,
            format=Meeting.Format.OTHER,
            starts_at=self.starts_at(),
            added_on_the_day=True,
        )

    def starts_at(self) -> datetime:
        """The captured moment where it lies on the visit's dates, else after its last meeting."""
        at = self.cleaned_data["at"] or timezone.now()
        at = at.replace(second=0, microsecond=0)
        if at.astimezone(self.day.zone).date() in self.day.dates:
            return at
        last = self.day.meetings.live().in_order().last()
        end = (last.ends_at or last.starts_at) if last else None
        if end and end.astimezone(self.day.zone).date() in self.day.dates:
            return end
        return instant(self.day.dates[-1], NOON, self.day.zone)
