"""Forms of the preparation: what was asked, the first interview, logistics."""

from __future__ import annotations

from typing import Any

from django import forms

from interviews.forms.base import OUT_OF_RANGE, DateInput, PartForm
from interviews.forms.careful import CarefulForm
from interviews.models import Application, InterviewDay


class AskedForm(PartForm):
    """When one asked for what is unknown, and when the answer came."""

    class Meta:
        model = InterviewDay
        fields = ["asked_on", "answered_on"]
        labels = {"asked_on": "Asked on", "answered_on": "Answered on"}
        widgets = {"asked_on": DateInput, "answered_on": DateInput}

    constraint_messages = {
        "day_answered_was_asked": ("asked_on", "When did you ask?"),
    }

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        asked, answered = data.get("asked_on"), data.get("answered_on")
        if answered and not asked and "asked_on" not in self.errors:
            self.add_error("asked_on", self.constraint_messages["day_answered_was_asked"][1])
        if answered and asked and answered < asked:
            self.add_error("answered_on", "The answer cannot come before the question.")
        return data


class FirstInterviewForm(CarefulForm, PartForm):
    """What was said at the first interview of an application."""

    class Meta:
        model = Application
        fields = ["first_on", "first_with", "first_said", "first_promised"]
        labels = {
            "first_on": "When",
            "first_with": "With whom",
            "first_said": "What they said",
            "first_promised": "What they promised to send",
        }
        widgets = {"first_on": DateInput, "first_said": forms.Textarea(attrs={"rows": 8})}

    constraint_messages = {
        "application_first_on_range": ("first_on", OUT_OF_RANGE),
    }


class LogisticsForm(CarefulForm, PartForm):
    """How one gets there, and what one wears, brings and needs."""

    class Meta:
        model = InterviewDay
        fields = ["arrival", "travel", "dress", "bring", "accommodation"]
        labels = {
            "arrival": "Where and when to arrive",
            "dress": "What to wear, also for the social parts",
            "bring": "What to bring",
            "accommodation": "What I need: health, diet, access (private)",
        }
        help_texts = {
            "arrival": "Such as 08:45 at reception, ask for Ms Adeyemi.",
            "dress": "For the meetings, the tour and the dinner.",
            "travel": "The way there and back, who pays, which receipts count.",
            "accommodation": "Stays out of shared and printed sheets unless you say so.",
        }
