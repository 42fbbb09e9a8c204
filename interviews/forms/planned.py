"""The answer to one of my questions."""

from __future__ import annotations

from typing import Any

from django import forms

from interviews.models.question import LONGEST_ANSWER
from interviews.models.text import keep_both

LONGEST_TYPED = 5_000


class AnswerForm(forms.Form):
    """What they answered; what another device wrote since `was` was shown stays."""

    answer = forms.CharField(
        label="What did they say?",
        required=False,
        max_length=LONGEST_TYPED,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
    was = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, stored: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored = stored

    def clean(self) -> None:
        data = self.cleaned_data
        kept = keep_both(self.stored, data.get("answer", ""), data.get("was", ""))
        if len(kept) > LONGEST_ANSWER:
            self.add_error("answer", "Together with what another device wrote this is too long.")
