"""Forms for what a job asks for: picked from its description, or one's own, with an example."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from interviews.forms.careful import CarefulForm
from interviews.models import Application, Quality
from interviews.models.quality import LONGEST_SOUGHT


class QualityForm(CarefulForm):
    """One quality, and the example that shows it."""

    class Meta:
        model = Quality
        fields = ["sought", "example"]
        labels = {"sought": "What they look for", "example": "My example"}
        help_texts = {
            "example": "Where and when you showed it, and what came of it. "
            "It appears at the meetings that it fits, and letters can take it up."
        }
        error_messages = {"sought": {"required": "What do they look for?"}}

    constraint_messages = {
        "quality_once": ("sought", "That is on your list already."),
        "quality_sought_not_blank": ("sought", "What do they look for?"),
    }

    def clean_sought(self) -> str:
        return " ".join(self.cleaned_data["sought"].split())


class PickForm(forms.Form):
    """What the job description asks for, chosen from its lines, and one of one's own words."""

    picked = forms.MultipleChoiceField(
        label="In the job description",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "That line is not in the job description any more."},
    )
    sought = forms.CharField(
        label="In my own words",
        required=False,
        max_length=LONGEST_SOUGHT,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, data: QueryDict | None, *, offers: list[str]) -> None:
        super().__init__(data)
        field: Any = self.fields["picked"]
        field.choices = [(offer, offer) for offer in offers]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.chosen():
            self.add_error("sought", "Tick a line, or write what they look for.")
        return data

    def chosen(self) -> list[str]:
        """What was chosen, each once."""
        own = " ".join(self.cleaned_data.get("sought", "").split())
        return list(dict.fromkeys([*self.cleaned_data.get("picked", []), *([own] if own else [])]))

    def save(self, application: Application) -> int:
        """Add what is not on the list yet; how many were chosen."""
        chosen = self.chosen()
        Quality.objects.bulk_create(
            [
                Quality(owner_id=application.owner_id, application=application, sought=sought)
                for sought in chosen
            ],
            ignore_conflicts=True,
        )
        return len(chosen)
