"""Forms for the bank of own questions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction

from interviews.forms.base import TEXT_ROWS
from interviews.forms.careful import CarefulForm
from interviews.models import Question
from interviews.models.question import LONGEST_QUESTION

MOST_AT_ONCE = 50


class QuestionForm(CarefulForm):
    """One question of the bank."""

    class Meta:
        model = Question
        fields = ["text", "topic", "whom", "when"]
        widgets = {"text": forms.Textarea(attrs={"rows": 2, "maxlength": LONGEST_QUESTION})}
        error_messages = {
            "text": {"required": "What do you want to ask?"},
            "topic": {"required": "What is it about?"},
        }

    constraint_messages = {
        "question_text_unique": ("text", "You have that question already, perhaps retired."),
        "question_text_not_blank": ("text", "What do you want to ask?"),
    }

    def clean_text(self) -> str:
        return " ".join(self.cleaned_data["text"].split())


class NewQuestionsForm(QuestionForm):
    """Several questions at once, a line each, on one topic."""

    text = forms.CharField(
        label="Questions",
        help_text="One a line.",
        max_length=MOST_AT_ONCE * LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": TEXT_ROWS, "dir": "auto"}),
        error_messages={"required": "What do you want to ask?"},
    )

    def clean_text(self) -> str:
        lines = (" ".join(line.split()) for line in self.cleaned_data["text"].splitlines())
        self.lines = list(dict.fromkeys(line for line in lines if line))
        if not self.lines:
            raise forms.ValidationError("What do you want to ask?")
        if len(self.lines) > MOST_AT_ONCE:
            raise forms.ValidationError(f"At most {MOST_AT_ONCE} at once, please.")
        if any(len(line) > LONGEST_QUESTION for line in self.lines):
            raise forms.ValidationError(
                f"A question has at most {LONGEST_QUESTION} characters; put each on its own line."
            )
        return self.lines[0]

    @transaction.atomic
    def save_new(self) -> tuple[int, int]:
        """Keep the questions that are new; how many these were, and how many there were already.

        One that was retired comes back instead.
        """
        data = self.cleaned_data
        mine = Question.objects.visible_to(self.user)
        known: Any = mine.filter(text__in=self.lines)
        already = set(known.values_list("text", flat=True))
        known.filter(retired_at__isnull=False).update(retired_at=None)
        Question.objects.bulk_create(
            [
                Question(
                    owner_id=self.user.pk,
                    text=line,
                    topic=data["topic"],
                    whom=data["whom"],
                    when=data["when"],
                )
                for line in self.lines
                if line not in already
            ],
            ignore_conflicts=True,
        )
        return len(self.lines) - len(already), len(already)
