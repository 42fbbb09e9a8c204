"""What an application must have, and the limit below which it is a no."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from interviews.forms.base import OwnedForm
from interviews.models import Impression, MustHave

LIMITS = [
    (rating.value, f"{rating.sign} {rating.label}")
    for rating in Impression.Rating
    if rating > Impression.Rating.BAD_SIGN  # nothing lies below the lowest
]


class MustHaveForm(OwnedForm):
    """One must-have; it is dated to the day on which it is written, in the user's zone."""

    limit = forms.TypedChoiceField(
        label="Below this it is a no",
        coerce=int,
        empty_value=None,
        required=False,
        choices=[("", "no limit"), *LIMITS],
        error_messages={"invalid_choice": "Choose one of these."},
    )

    class Meta:
        model = MustHave
        fields = ["text", "dimension", "limit", "met"]
        labels = {"text": "It must …", "dimension": "Seen in", "met": "Is it so?"}
        help_texts = {
            "dimension": "With a limit, your impressions of it decide.",
            "met": "Where no limit decides, you say so yourself.",
        }
        error_messages = {
            "text": {"required": "What must it have?"},
            "dimension": {"invalid_choice": "Choose one of your dimensions."},
        }

    constraint_messages = {
        "must_have_not_blank": ("text", "What must it have?"),
        "must_have_limit_of_dimension": ("dimension", "Of which dimension is this the limit?"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was = self.instance.in_words if self.instance.text else ""
        self.met_before = self.instance.met

    def clean_text(self) -> str:
        return " ".join(self.cleaned_data["text"].split())

    def clean(self) -> None:
        data = self.cleaned_data
        if data.get("limit") is not None and "dimension" in data and data["dimension"] is None:
            self.add_error("dimension", "Of which dimension is this the limit?")

    def save(self, commit: bool = True) -> Any:
        row: MustHave = self.instance
        today = timezone.now().astimezone(self.user.zone).date()
        if row._state.adding:
            row.written_on = today
            row.after_offer = row.application.outcome == row.application.Outcome.OFFER
        else:
            row.note_change(self.was, today)
            said, row.met = row.met, self.met_before
            if said != row.met:
                row.say(said)
        return super().save(commit)
