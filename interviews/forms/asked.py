"""What I was asked, and what I answered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction

from interviews.forms.base import OwnedForm
from interviews.forms.planned import LONGEST_TYPED
from interviews.models import AskedQuestion
from interviews.models.asked import LONGEST_ASKED
from interviews.models.question import LONGEST_ANSWER
from interviews.models.text import keep_both

LANDED = [(rating.value, f"{rating.sign} {rating.label}") for rating in AskedQuestion.Landed]


class SameField(forms.ModelChoiceField):
    """The question that this one is again, or that it is none of those shown."""

    NONE = "none"
    empty_values = [*forms.ModelChoiceField.empty_values, NONE]


class AskedForm(OwnedForm):
    """A question, my answer, how it landed; a told value with what it was about.

    `same`: the question that this one is again, or that it is a new one; where that is not said,
    the most alike one is taken, if there is one. `was`: the answer as the page showed it, so that
    what another device wrote stays.
    """

    landed = forms.TypedChoiceField(
        label="How did it land?",
        coerce=int,
        empty_value=None,
        required=False,
        choices=LANDED,
        widget=forms.RadioSelect,
    )
    same = SameField(AskedQuestion.objects.all(), required=False, widget=forms.HiddenInput)
    was = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = AskedQuestion
        fields = ["text", "answer", "landed", "tag", "told"]
        labels = {"text": "What did they ask?", "answer": "What did I answer?"}
        error_messages = {"text": {"required": "What did they ask?"}}
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2, "maxlength": LONGEST_ASKED}),
            "answer": forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_TYPED}),
        }

    constraint_messages = {
        "asked_text_not_blank": ("text", "What did they ask?"),
        "asked_told_has_tag": ("tag", "Say what it was about, so that it can be compared."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "id_asked_%s")  # beside the note's field
        super().__init__(*args, **kwargs)
        asked: AskedQuestion = self.instance
        self.stored = self.initial["was"] = asked.answer

    def clean_text(self) -> str:
        return " ".join(self.cleaned_data["text"].split())

    def clean_told(self) -> str:
        return " ".join(self.cleaned_data["told"].split())

    def clean_answer(self) -> str:
        typed: str = self.cleaned_data["answer"]
        was = str(self.data.get("was", "")).replace("\r\n", "\n").strip()
        kept = keep_both(self.stored, typed, was)
        if len(typed) > max(LONGEST_TYPED, len(self.stored)) or len(kept) > LONGEST_ANSWER:
            raise forms.ValidationError(f"At most {LONGEST_TYPED} characters, please.")
        return kept

    def clean(self) -> None:
        if self.cleaned_data.get("told") and not self.cleaned_data.get("tag"):
            self.add_error("tag", self.constraint_messages["asked_told_has_tag"][1])

    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        """Save it; a new one joins the question that it is again."""
        asked: AskedQuestion = self.instance
        mine = AskedQuestion.objects.visible_to(self.user)
        same = self.cleaned_data["same"]
        is_new = self.data.get("same") == SameField.NONE
        if same is None and asked._state.adding and not is_new:
            same = mine.same_as(asked.text)
        if same is not None:
            asked.group = same.group
        return super().save(commit)
