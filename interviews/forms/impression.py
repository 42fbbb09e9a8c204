"""Forms for impressions, and for the list of dimensions that they rate."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models

from interviews.forms.base import OwnedForm
from interviews.models import Dimension, Impression

LONGEST_OBSERVATION = 5_000
USUAL = ("direction", "shows_in", "weight")  # fields of a dimension that have a usual value


class ImpressionForm(forms.Form):
    """A rating, and the observation behind it, which may follow later.

    `was` is the observation as the page showed it, so that what another device wrote stays.
    """

    rating = forms.TypedChoiceField(
        coerce=int,
        choices=[(rating.value, f"{rating.sign} {rating.label}") for rating in Impression.Rating],
        error_messages={
            "required": "Choose one of the five, from −2 to +2.",
            "invalid_choice": "Choose one of the five, from −2 to +2.",
        },
    )
    observation = forms.CharField(
        label="What did you see or hear?",
        required=False,
        max_length=LONGEST_OBSERVATION,
        widget=forms.Textarea,
    )
    was = forms.CharField(required=False, widget=forms.HiddenInput)


class DimensionForm(OwnedForm):
    """One dimension of the user's own list; a new one comes last."""

    class Meta:
        model = Dimension
        fields = ["name", "prompt", "direction", "shows_in", "weight"]
        labels = {
            "prompt": "What to look for",
            "direction": "Which way it looks",
            "shows_in": "Where it shows best",
            "weight": "In the comparison it",
        }
        widgets = {"prompt": forms.Textarea(attrs={"rows": 2})}
        error_messages = {"name": {"required": "What do you want to look at?"}}

    constraint_messages = {
        "dimension_name_unique": ("name", "You have a dimension of that name already."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in USUAL:
            self.fields[name].required = False

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean(self) -> None:
        """What is left out stays as it is; a new one is as the usual ones are."""
        for name in USUAL:
            if self.cleaned_data.get(name, "") in ("", None) and name not in self.errors:
                self.cleaned_data[name] = getattr(self.instance, name)

    def save(self, commit: bool = True) -> Any:
        if self.instance._state.adding:
            mine = Dimension.objects.visible_to(self.user)
            last = mine.aggregate(last=models.Max("position"))["last"] or 0
            self.instance.position = min(last + 1, 32_767)
        return super().save(commit)
