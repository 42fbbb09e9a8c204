"""The form for one task of a visit."""

from __future__ import annotations

from typing import Any

from django import forms

from interviews.forms.careful import CarefulForm
from interviews.models import Task
from interviews.models.task import MOST_DAYS_AWAY


class TaskForm(CarefulForm):
    """A task; a new one comes last."""

    days = forms.IntegerField(
        label="Due, in days before or after it",
        required=False,
        min_value=0,
        max_value=MOST_DAYS_AWAY,
        help_text="0 is the day itself. It moves when the visit moves.",
    )

    class Meta:
        model = Task
        fields = ["text", "stage", "days"]
        labels = {"text": "What is there to do?", "stage": "When"}
        error_messages = {"text": {"required": "What is there to do?"}}

    constraint_messages = {
        "task_text_not_blank": ("text", "What is there to do?"),
        "task_days_range": ("days", "At most a year before or after."),
    }

    def clean_text(self) -> str:
        return " ".join(self.cleaned_data["text"].split())

    def save(self, commit: bool = True) -> Any:
        if not self.instance._state.adding:
            return super().save(commit)
        Task.objects.add(self.instance)
        return self.instance
