"""The form for a person."""

from __future__ import annotations

from typing import Any

from django import forms

from interviews.forms.careful import CarefulForm
from interviews.forms.web_address import WebAddressField
from interviews.models import Company, Interviewer


class CompanyField(forms.ModelChoiceField):
    """One of the user's companies; what is not even a key is no choice either."""

    def to_python(self, value: Any) -> Company | None:
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            message = self.error_messages["invalid_choice"]
            raise forms.ValidationError(message, code="invalid_choice") from error


class PersonForm(CarefulForm):
    """Somebody met, or to be met."""

    company = CompanyField(
        Company.objects.all(),
        required=False,
        empty_label="none: an agency, say",
        error_messages={"invalid_choice": "That company is not one of the choices."},
    )
    link = WebAddressField(label="Link")

    class Meta:
        model = Interviewer
        fields = ["name", "title", "company", "email", "phone", "link", "remarks"]
        labels = {"email": "E-mail"}
        help_texts = {
            "title": "As on their card: Head of Human Resources.",
            "link": "A profile, or a page about them.",
        }
        error_messages = {"name": {"required": "What is their name?"}}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "off"}),
            "title": forms.TextInput(attrs={"autocomplete": "off"}),
            "email": forms.EmailInput(attrs={"autocomplete": "off"}),
            "phone": forms.TextInput(
                attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off", "dir": "ltr"}
            ),
        }

    constraint_messages = {"interviewer_name_not_blank": ("name", "What is their name?")}

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def duplicates(self) -> list[Interviewer]:
        """Other people of the same company whose names are spelt almost the same."""
        found: Any = Interviewer.objects.visible_to(self.user).like(self.instance)
        return list(found)
