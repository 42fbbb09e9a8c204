"""What other calendars get to see of one's meetings."""

from __future__ import annotations

from django import forms

from interviews.forms.base import OwnedForm
from interviews.models import CalendarFeed


class CalendarForm(OwnedForm):
    """The choices for every calendar file, and for the one that is subscribed to."""

    alarm = forms.TypedChoiceField(
        label="Alarm",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "none"), *CalendarFeed.AlarmBefore.choices],
    )

    class Meta:
        model = CalendarFeed
        fields = ["alarm", "with_notes"]
        labels = {"with_notes": "Put my notes into the calendar"}
        help_texts = {
            "with_notes": "Whoever can see that calendar then reads them.",
        }
