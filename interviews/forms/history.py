"""The filters of the history; what cannot be meant is left out, with a word beside its field."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms

from interviews.history import MOST_PAGES, Filters
from interviews.marks import MARKS
from interviews.models import Application, InterviewDay, User

LONGEST_SEARCH = 200
LEFT_OUT = "This is not one of the choices, so it was left out."


class HistoryForm(forms.Form):
    """What to look for, and in which visits; companies and years are those of the user's visits."""

    q = forms.CharField(
        label="Search everything you wrote",
        required=False,
        max_length=LONGEST_SEARCH,
        widget=forms.TextInput(attrs={"type": "search", "dir": "auto"}),
        error_messages={"max_length": f"At most {LONGEST_SEARCH} characters, please."},
    )
    company = forms.ChoiceField(required=False, error_messages={"invalid_choice": LEFT_OUT})
    year = forms.ChoiceField(required=False, error_messages={"invalid_choice": LEFT_OUT})
    outcome = forms.ChoiceField(
        required=False,
        choices=[("", "any outcome"), *Application.Outcome.choices],
        error_messages={"invalid_choice": LEFT_OUT},
    )
    mark = forms.ChoiceField(
        required=False,
        choices=[("", "marked or not"), *MARKS.items()],
        error_messages={"invalid_choice": LEFT_OUT},
    )

    def __init__(self, data: Any, *, user: User) -> None:
        super().__init__(data)
        days = InterviewDay.objects.visible_to(user).order_by()
        company = ("application__company_id", "application__company__name")
        rows = list(days.values_list(*company, "date__year").distinct())
        names = sorted({(name, str(pk)) for pk, name, _ in rows}, key=lambda c: c[0].casefold())
        years = sorted({str(year) for *_, year in rows}, reverse=True)
        self.offer("company", [("", "any company"), *((pk, name) for name, pk in names)])
        self.offer("year", [("", "any year"), *((year, year) for year in years)])
        self.full_clean()

    def offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def words(self) -> str:
        return str(self.cleaned_data.get("q", ""))

    @property
    def marked_by(self) -> str:
        """The quick mark that passages are asked for by, or nothing."""
        return str(self.cleaned_data.get("mark", ""))

    @property
    def filters(self) -> Filters:
        """The filters that hold."""
        data = self.cleaned_data
        company, year = data.get("company"), data.get("year")
        return Filters(
            company=uuid.UUID(company) if company else None,
            year=int(year) if year else None,
            outcome=data.get("outcome", ""),
        )

    @property
    def is_filtered(self) -> bool:
        return self.filters != Filters() or bool(self.marked_by)


def page_number(text: str) -> int:
    """The number of a page that somebody asks for; the first for what is none."""
    if not text.isascii() or not text.isdecimal() or len(text) > len(str(MOST_PAGES)):
        return 1
    return min(max(int(text), 1), MOST_PAGES)
