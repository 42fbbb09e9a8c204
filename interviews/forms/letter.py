"""Forms for thank-you letters: the text, that it has gone, the templates, the signature."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from interviews.forms.base import OwnedForm
from interviews.forms.careful import CarefulForm
from interviews.letters import one_line, with_passage
from interviews.material import Material
from interviews.models import Letter, LetterTemplate, User
from interviews.models.letter_template import LONGEST_LETTER


class LetterForm(CarefulForm):
    """Subject and text of one letter."""

    class Meta:
        model = Letter
        fields = ["subject", "body"]
        labels = {"body": "Letter"}
        error_messages = {
            "subject": {"required": "What is it about?"},
            "body": {"required": "Write the letter first."},
        }
        widgets = {"body": forms.Textarea(attrs={"rows": 18, "data-letter": True})}

    constraint_messages = {
        "letter_once": (None, "Another window wrote this letter meanwhile. Keep yours again."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subject"].required = self.fields["body"].required = True

    def clean_subject(self) -> str:
        return one_line(self.cleaned_data["subject"])

    def clean_body(self) -> str:
        return str(self.cleaned_data["body"]).replace("\r\n", "\n").strip()

    def take_up(self, material: Iterable[Material]) -> None:
        """Put the passage that was chosen before the letter's last paragraph."""
        chosen = next((m.text for m in material if m.key == self.data.get("taken")), None)
        letter: Letter = self.instance
        if chosen is not None:
            letter.body = with_passage(letter.body, letter.frame, chosen)[:LONGEST_LETTER]
        if letter.status in (Letter.Status.TO_WRITE, Letter.Status.NOT_NEEDED):
            letter.status = Letter.Status.DRAFTED


class SentForm(forms.Form):
    """That a letter has gone, and how."""

    channel = forms.ChoiceField(choices=Letter.Channel.choices)


class LetterTemplateForm(OwnedForm):
    """What letters of one kind begin as."""

    class Meta:
        model = LetterTemplate
        fields = ["name", "kind", "subject", "body"]
        labels = {"body": "Letter"}
        help_texts = {
            "body": "{name}, {company}, {position}, {date} and {people} are filled in; {talked} is "
            "where what you talked about goes. Your signature follows by itself.",
        }
        error_messages = {
            "name": {"required": "Give it a name."},
            "subject": {"required": "What will the letter be about?"},
            "body": {"required": "Write the letter first."},
        }
        widgets = {"body": forms.Textarea(attrs={"rows": 14})}

    constraint_messages = {
        "letter_template_name_unique": ("name", "You have a template of that name already."),
        "letter_template_named": ("name", "Give it a name."),
    }

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def clean_subject(self) -> str:
        return one_line(self.cleaned_data["subject"])


class SignatureForm(forms.ModelForm):
    """What one's letters end with."""

    class Meta:
        model = User
        fields = ["letter_signature"]
        labels = {"letter_signature": "Your signature"}
        help_texts = {"letter_signature": "Under each letter. Left empty, it is your name."}
        widgets = {"letter_signature": forms.Textarea(attrs={"rows": 4, "dir": "auto"})}
