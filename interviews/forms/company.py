"""The form for a company."""

from __future__ import annotations

from django import forms

from interviews.forms.careful import CarefulForm
from interviews.forms.web_address import WebAddressField
from interviews.models import Company


class CompanyForm(CarefulForm):
    """What one knows of a company."""

    website = WebAddressField(label="Website")

    class Meta:
        model = Company
        fields = ["name", "website", "industry", "location", "about", "culture"]
        labels = {"about": "About it", "culture": "What it says of its culture"}
        help_texts = {
            "about": "Products, places, management, recent news.",
            "culture": "Values, ways of working: what you will hold against what you see.",
        }
        error_messages = {"name": {"required": "What is the company called?"}}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "off"})}

    constraint_messages = {
        "company_name_unique": ("name", "You have a company of that name already."),
        "company_name_not_blank": ("name", "What is the company called?"),
    }

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())
