"""The form in which one chooses what to be reminded of by mail."""

from __future__ import annotations

from django import forms

from interviews.models import Reminder


class RemindersForm(forms.Form):
    """Which reminders one wants; none is fine too."""

    kinds = forms.MultipleChoiceField(
        choices=Reminder.Kind.choices,
        required=False,
        label="Remind me by mail",
        widget=forms.CheckboxSelectMultiple,
    )
