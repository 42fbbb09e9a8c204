"""The form for something read about a company."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction

from interviews.forms.base import OUT_OF_RANGE, DateInput
from interviews.forms.careful import CarefulForm
from interviews.forms.web_address import WebAddressField
from interviews.models import InterviewDay, Meeting, PlannedQuestion, Question, Source
from interviews.models.question import LONGEST_QUESTION


class SourceForm(CarefulForm):
    """A source, and the meeting of this visit that it is of use in."""

    address = WebAddressField(label="Web address")
    question = forms.CharField(
        label="As a question",
        required=False,
        max_length=LONGEST_QUESTION,
        help_text="What does it make you want to ask? It joins your questions, and is planned for"
        " the meeting.",
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    class Meta:
        model = Source
        fields = ["title", "kind", "address", "read_on", "learned", "use_in"]
        labels = {
            "title": "What is it?",
            "kind": "Kind",
            "read_on": "Read on",
            "learned": "What I learned",
            "use_in": "Use it in",
        }
        help_texts = {"read_on": "Empty for what is still to read."}
        error_messages = {"title": {"required": "What is it? A title is enough."}}
        widgets = {"read_on": DateInput, "learned": forms.Textarea(attrs={"rows": 4})}

    constraint_messages = {
        "source_title_not_blank": ("title", "What is it? A title is enough."),
        "source_read_on_range": ("read_on", OUT_OF_RANGE),
    }

    def __init__(self, *args: Any, day: InterviewDay, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["use_in"]
        here = Meeting.objects.visible_to(self.user).filter(day=day)
        kept = Meeting.objects.visible_to(self.user).filter(pk=self.instance.use_in_id)
        field.queryset = (here | kept).in_order()
        field.empty_label = "no meeting in particular"

    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        source: Source = super().save(commit)
        if text := " ".join(self.cleaned_data["question"].split()):
            Question.objects.of(self.user)  # the bank begins with the questions that ship
            question, _ = Question.objects.get_or_create(
                owner=self.user, text=text, defaults={"topic": Question.Topic.ORGANIZATION}
            )
            if source.use_in:
                PlannedQuestion.objects.get_or_create(
                    meeting=source.use_in, question=question, defaults={"owner": self.user}
                )
        return source

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())
