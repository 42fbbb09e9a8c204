"""Which applications stand side by side."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.http import QueryDict

from interviews.comparison import MOST
from interviews.models import Application

LEFT_OUT = "One of these is no application of yours, so it was left out."
TOO_MANY = f"At most {MOST} stand side by side: the first {MOST} are shown."


class ComparisonForm(forms.Form):
    """A choice among the user's applications; without one, the likeliest are taken.

    What cannot be meant is left out, with a word beside the field.
    """

    application = forms.MultipleChoiceField(
        label="Applications",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: QueryDict, *, applications: Sequence[Application]) -> None:
        self.known = {str(row.pk): row for row in applications}
        asked = [key for key in dict.fromkeys(data.getlist("application")) if key]
        found = [key for key in asked if key in self.known]
        self.left_out = len(found) < len(asked)
        self.too_many = len(found) > MOST
        self.keys = found[:MOST] if asked else list(self.known)[:MOST]
        super().__init__(QueryDict(f"application={'&application='.join(self.keys)}"))
        field = self.fields["application"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, f"{row.company}, {row.position}") for key, row in self.known.items()]

    def clean(self) -> None:
        if self.left_out:
            self.add_error("application", LEFT_OUT)
        if self.too_many:
            self.add_error("application", TOO_MANY)

    @property
    def chosen(self) -> list[Application]:
        return [self.known[key] for key in self.keys]
