"""Forms for what came back from the company: a call taken down, an inquiry and its answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone

from interviews.forms.base import OUT_OF_RANGE, DateInput, OwnedForm
from interviews.forms.decision import DECIDED
from interviews.models import Application, Call, Inquiry, uuid7

LATEST_NEWS = timedelta(days=30)
RESULTS = [("", "No answer yet"), ("offer", "It was an offer"), ("rejected", "It was a no")]


class CallForm(OwnedForm):
    """A call from the company, taken down while it lasts.

    `key` is the id of the call to be: sent twice, the form makes one call.
    """

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    # When it was taken down, by the device: without a network the form arrives much later.
    taken_at = forms.CharField(required=False, widget=forms.HiddenInput)
    result = forms.ChoiceField(choices=RESULTS, required=False, label="What does it mean?")

    class Meta:
        model = Call
        fields = ["application", "caller", "said", "pay", "answer_by", "ask_back"]
        labels = {
            "application": "About",
            "caller": "Who called",
            "said": "What was said",
            "answer_by": "Answer by",
            "ask_back": "What to ask back",
        }
        help_texts = {"pay": "As they said it."}
        error_messages = {"application": {"required": "Which application is it about?"}}
        widgets = {
            "said": forms.Textarea(attrs={"rows": 5}),
            "answer_by": DateInput,
            "ask_back": forms.Textarea(attrs={"rows": 2}),
        }

    field_order = ("application", "caller", "said", "result", "pay", "answer_by", "ask_back")
    constraint_messages = {
        "call_answer_by_range": ("answer_by", OUT_OF_RANGE),
        "application_decision_needs_offer": ("result", DECIDED),
        "interviews_call_pkey": (None, "This could not be kept. Please send it once more."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["application"]
        field.empty_label = "Which application?"
        field.queryset = field.queryset.with_company().waiting_first()
        rows = list(iter(field.choices))  # without asking for their number first
        field.choices = rows[1:] if len(rows) == 2 else rows  # the only one needs no choosing
        self.has_choice = len(rows) > 1
        if not self.instance._state.adding:
            del self.fields["key"], self.fields["taken_at"]

    def clean_taken_at(self) -> datetime:
        """The device's time where it can be right; clocks go wrong, and then it is now."""
        now = timezone.now()
        try:
            taken = datetime.fromisoformat(self.cleaned_data["taken_at"])
        except ValueError:
            return now
        return taken if taken.tzinfo and now - LATEST_NEWS <= taken <= now else now

    @transaction.atomic
    def save(self, commit: bool = True) -> Call:
        call: Call = self.instance
        if call._state.adding:
            call.pk, call.at = self.cleaned_data["key"], self.cleaned_data["taken_at"]
        saved: Call = super().save(commit)
        if result := self.cleaned_data["result"]:
            today = call.at.astimezone(self.user.zone).date()
            call.application.hear(Application.Outcome(result), today, call.pay, call.answer_by)
        return saved


class InquiryForm(OwnedForm):
    """That one asked, and what came back: at once or later."""

    class Meta:
        model = Inquiry
        fields = ["asked_on", "whom", "answer"]
        labels = {"asked_on": "Asked on", "whom": "Whom", "answer": "What came back"}
        error_messages = {"asked_on": {"required": "When did you ask?"}}
        widgets = {"asked_on": DateInput, "answer": forms.Textarea(attrs={"rows": 3})}

    constraint_messages = {"inquiry_asked_on_range": ("asked_on", OUT_OF_RANGE)}
