"""The form for something read about a company."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction

from interviews.forms.base import OUT_OF_RANGE, DateInput
from interviews.forms.careful import CarefulForm
from interviews.forms.web_address import WebAddressField
from interviews.models import InterviewDay, Meeting, Question, Source
from interviews.models.question import LONGEST_QUESTION

PAUSES = (Meeting.Format.BREAK, Meeting.Format.TRAVEL)


class MeetingsField(forms.ModelMultipleChoiceField):
    """Meetings to tick, each with its clock time and title."""

    def __init__(self, **kwargs: Any) -> None:
        rows = Meeting.objects.all()
        super().__init__(rows, required=False, widget=forms.CheckboxSelectMultiple, **kwargs)
        self.day: InterviewDay | None = None

    def label_from_instance(self, meeting: Any) -> str:
        if self.day is None or meeting.day_id != self.day.pk:
            return f"{meeting.title} (another visit)"
        pattern = "%a %H:%M" if self.day.last_date else "%H:%M"
        return f"{meeting.starts_at.astimezone(self.day.zone):{pattern}} {meeting.title}"


class SourceForm(CarefulForm):
    """A source, and the meetings of this visit that it is of use in, or the question it raises."""

    address = WebAddressField(label="Web address")
    meetings = MeetingsField(label="Use it in")
    question = forms.CharField(
        label="Use it as a question",
        required=False,
        max_length=LONGEST_QUESTION,
        help_text="What does it make you want to ask? It joins your questions, and is planned for"
        " the meetings that are ticked.",
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    class Meta:
        model = Source
        fields = ["title", "kind", "address", "read_on", "learned"]
        labels = {
            "title": "What is it?",
            "kind": "Kind",
            "read_on": "Read on",
            "learned": "What I learned",
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
        field: Any = self.fields["meetings"]
        source: Source = self.instance
        uses = [] if source._state.adding else source.uses.all()
        used = [use.meeting_id for use in uses if use.meeting_id]
        mine = Meeting.objects.visible_to(self.user)
        here = mine.filter(day=day).exclude(format__in=PAUSES)
        field.queryset = (here | mine.filter(pk__in=used)).in_order()
        field.day, self.initial["meetings"] = day, used
        field.choices = list(iter(field.choices))  # without asking for their number first

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        source: Source = super().save(commit)
        field: Any = self.fields["meetings"]
        meetings = list(self.cleaned_data["meetings"])
        source.use_in(meetings, out_of=field.queryset)
        if text := " ".join(self.cleaned_data["question"].split()):
            Question.objects.of(self.user)  # the bank begins with the questions that ship
            source.use_as(text, meetings)
        return source
