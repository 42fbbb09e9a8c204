"""Forms of the decision page, one for each part of an application.

The wait, the outcome, the offer, the decision, and what one learned.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from interviews.forms.base import OUT_OF_RANGE, DateInput, PartForm
from interviews.models import Application, User

DECIDED = "You have decided about an offer here: take that decision back first."


class ApplicationPart(PartForm):
    """Some fields of an application, saved without touching the others.

    `part` names it among the forms of the page, and begins the ids of its fields.
    """

    part: ClassVar[str]
    done: ClassVar[str]

    def __init__(self, data: QueryDict | None, *, application: Application, user: User) -> None:
        super().__init__(data, instance=application, user=user, auto_id=f"id_{self.part}_%s")


class WaitForm(ApplicationPart):
    """By when an answer was promised, and by whom."""

    part, done = "wait", "The promised date is kept."

    class Meta:
        model = Application
        fields = ["promised_on", "promised_by"]
        labels = {"promised_on": "Answer promised by", "promised_by": "Who promised it"}
        widgets = {"promised_on": DateInput}

    constraint_messages = {"application_promised_on_range": ("promised_on", OUT_OF_RANGE)}


class OutcomeForm(ApplicationPart):
    """What came of it, and when one heard."""

    part, done = "outcome", "The outcome is kept."

    class Meta:
        model = Application
        fields = ["outcome", "heard_on"]
        labels = {"heard_on": "Heard on"}
        widgets = {"heard_on": DateInput}

    constraint_messages = {
        "application_heard_on_range": ("heard_on", OUT_OF_RANGE),
        "application_decision_needs_offer": ("outcome", DECIDED),
    }


class OfferForm(ApplicationPart):
    """The terms of an offer."""

    part, done = "offer", "The offer is kept."

    class Meta:
        model = Application
        fields = ["pay", "benefits", "starts_on", "answer_by"]
        labels = {"starts_on": "Start", "answer_by": "Answer by"}
        help_texts = {"pay": "As they said it: amount, currency, per year or month."}
        widgets = {
            "starts_on": DateInput,
            "answer_by": DateInput,
            "benefits": forms.Textarea(attrs={"rows": 3}),
        }

    constraint_messages = {
        "application_starts_on_range": ("starts_on", OUT_OF_RANGE),
        "application_answer_by_range": ("answer_by", OUT_OF_RANGE),
    }


class DecisionForm(ApplicationPart):
    """What one answers to an offer, and why."""

    part, done = "decision", "Your decision is kept."

    class Meta:
        model = Application
        fields = ["decision", "decided_on", "decline_reason", "reason"]
        labels = {
            "decision": "My decision",
            "decided_on": "Decided on",
            "decline_reason": "If declined, because of",
            "reason": "Why, in my own words",
        }
        widgets = {"decided_on": DateInput, "reason": forms.Textarea(attrs={"rows": 3})}

    constraint_messages = {
        "application_decided_on_range": ("decided_on", OUT_OF_RANGE),
        "application_decision_needs_offer": (None, "There is no offer to decide about yet."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("decision", "decline_reason"):
            choices: Any = self.fields[name]
            choices.choices = [("", "not yet said"), *choices.choices[1:]]

    def clean(self) -> dict[str, Any]:
        """A reason for declining goes with declining only."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("decision") != Application.Decision.DECLINED:
            cleaned["decline_reason"] = ""
        return cleaned


class LessonForm(ApplicationPart):
    """What one would do differently at the next visit."""

    part, done = "lesson", "Kept for the next visit."

    class Meta:
        model = Application
        fields = ["lesson"]
        labels = {"lesson": "What I would do differently"}
        widgets = {"lesson": forms.Textarea(attrs={"rows": 4})}


PARTS: dict[str, type[ApplicationPart]] = {
    form.part: form for form in (WaitForm, OutcomeForm, OfferForm, DecisionForm, LessonForm)
}
