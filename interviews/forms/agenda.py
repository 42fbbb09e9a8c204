"""The box that takes an agenda, and the form in which what was read is corrected and kept."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from interviews.agenda.drafts import Agenda
from interviews.agenda.reading import Unreadable, read
from interviews.forms.base import DateInput, TimeInput, in_range
from interviews.forms.meeting import PeopleField
from interviews.forms.visit import NewVisitForm
from interviews.importing.stored import clean, stored
from interviews.models import Meeting
from interviews.models.agenda_import import LONGEST_MAIL
from interviews.models.text import BoundedJSONField

MOST_BYTES = 1_000_000
TAKES = ".txt,.md,.eml,.html,.htm,.ics,.pdf,text/plain,text/html,text/calendar,application/pdf"
TOO_LONG = "That is too long for an agenda. Paste or choose only the part with the day."
TOO_LARGE = "That is more than 1 MB. Paste or choose only the part with the agenda."
NOTHING = "Paste the mail here, or choose a file."


class BoxForm(forms.Form):
    """One box for everything: a text, the HTML that came with it, or a file.

    When it is valid, `agenda` is what was read, `stored` that as JSON, and `text` what is kept of
    the original.
    """

    source = forms.CharField(
        label="Paste the agenda",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 7, "dir": "auto", "data-agenda-text": True}),
        help_text="The whole mail, as it came.",
    )
    html = forms.CharField(
        required=False, strip=False, widget=forms.HiddenInput(attrs={"data-agenda-html": True})
    )
    file = forms.FileField(
        label="Or choose a file",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": TAKES}),
        help_text="A mail, a calendar file (.ics) or a PDF; you can also drop it above.",
    )

    def __init__(self, *args: Any, on: dt.date | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", "agenda")
        super().__init__(*args, **kwargs)
        self.on, self.is_too_large = on, False
        fields: dict[str, Any] = self.fields
        fields["file"].is_preset = fields["source"].is_preset = True  # one of the two is wanted

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.errors:
            return data
        file, text, html = data.get("file"), data["source"], data["html"]
        sizes = [file.size if file else 0, len(text.encode()), len(html.encode())]
        if max(sizes) > MOST_BYTES:
            self.is_too_large = True
            self.add_error("file" if file else "source", TOO_LARGE)
        elif not file and not text.strip():
            self.add_error("source", NOTHING)
        else:
            self.understand(file.read() if file else None, text, html)
        return data

    def understand(self, content: bytes | None, text: str, html: str) -> None:
        """Read it; HTML comes first, for its tables are lost in the text."""
        try:
            if content is not None:
                self.agenda = read(content, date=self.on)
                text = "\n".join(self.agenda.lines)
            else:
                self.agenda = self.of_paste(text, html)
        except Unreadable as error:
            self.add_error("source" if content is None else "file", str(error))
            return
        self.text = clean(text)[:LONGEST_MAIL]
        self.stored = stored(self.agenda)
        if not self.text.strip():
            self.add_error("source" if content is None else "file", "There is no text in it.")
        elif len(json.dumps(self.stored, ensure_ascii=False)) > BoundedJSONField.LONGEST - 1_000:
            self.is_too_large = True
            self.add_error("source" if content is None else "file", TOO_LONG)

    def of_paste(self, text: str, html: str) -> Agenda:
        if html.strip():
            try:
                agenda = read(html, date=self.on)
            except Unreadable:
                pass
            else:
                if agenda.meetings:
                    return agenda
        return read(text, date=self.on)


class SharedForm(forms.Form):
    """What a phone shares: words, an address, or a file, by the names that our manifest gives."""

    title = forms.CharField(required=False)
    text = forms.CharField(required=False, strip=False)
    url = forms.CharField(required=False)
    file = forms.FileField(required=False, allow_empty_file=True)

    is_too_large, trouble = False, ""

    def words(self) -> str:
        """All of it as text for the box; `trouble` says why there is none."""
        self.is_valid()
        data = self.cleaned_data
        file = data.get("file")
        told = [data.get(name) or "" for name in ("title", "text", "url")]
        if file is None:
            return "\n".join(filter(None, told))
        if file.size > MOST_BYTES:
            self.is_too_large = True
            return ""
        return clean(self.text_of(file.read()))

    def text_of(self, content: bytes) -> str:
        """The file as text: a calendar as it is, to be read as one; else what can be read."""
        if b"BEGIN:VCALENDAR" in content[:1_000].upper():
            return content.decode("utf-8", "replace")
        try:
            return "\n".join(read(content).lines)
        except Unreadable as error:
            self.trouble = str(error)
            return ""


class ImportVisitForm(NewVisitForm):
    """The visit that an agenda makes. Where its meetings have dates of their own, it asks none."""

    last_date = None  # type: ignore[assignment] # Django takes the field out
    coordinator = forms.CharField(label="Coordinator", required=False, max_length=200)
    coordinator_title = forms.CharField(label="Their title", required=False, max_length=200)
    coordinator_email = forms.EmailField(label="Their e-mail", required=False, max_length=254)
    coordinator_phone = forms.CharField(label="Their phone", required=False, max_length=50)

    class Meta(NewVisitForm.Meta):
        fields = ["date", "time_zone", "address", "dress", "bring"]
        labels = {"dress": "What to wear", "bring": "What to bring"}

    def __init__(self, *args: Any, is_dated: bool, date_words: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_dated = is_dated
        fields: dict[str, Any] = self.fields
        if is_dated:
            del fields["date"]
        else:
            fields["date"].error_messages["required"] = "On which date is it?"
            fields["date"].help_text = date_words
        fields["bring"].widget.attrs["rows"] = 2

    def clean_coordinator(self) -> str:
        return " ".join(self.cleaned_data["coordinator"].split())

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        told = [data.get(f"coordinator_{name}") for name in ("title", "email", "phone")]
        if any(told) and not data.get("coordinator") and "coordinator" not in self.errors:
            self.add_error("coordinator", "Who is it?")
        return data

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields to see at once: what is missing, unsure or wrong; others are folded away."""
        names = ["company", "position", *([] if self.is_dated else ["date"])]
        names += [name for name in ("time_zone", "address") if self[name].errors]
        return [self[name] for name in names]

    @property
    def folded(self) -> list[forms.BoundField]:
        shown = {field.name for field in self.asked}
        return [field for field in self if field.name not in shown]


class RowForm(forms.Form):
    """One meeting as it was read, or one that the page has added."""

    keep = forms.BooleanField(label="Keep", required=False, initial=True)
    start = forms.TimeField(
        label="Starts", widget=TimeInput, error_messages={"required": "When does it start?"}
    )
    end = forms.TimeField(label="Ends", required=False, widget=TimeInput)
    date = forms.DateField(label="Date", required=False, widget=DateInput, validators=[in_range])
    title = forms.CharField(
        label="What",
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": "What is it? “Interview” will do."},
    )
    format = forms.ChoiceField(label="Kind", choices=Meeting.Format.choices)
    location = forms.CharField(
        label="Where",
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    people = PeopleField(label="People, one a line: Name, title")
    match = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, doubts: dict[str, str] | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("use_required_attribute", False)
        super().__init__(*args, **kwargs)
        self.doubts = doubts or {}
        for name, field in self.fields.items():
            kind = "form-select" if name == "format" else "form-control"
            field.widget.attrs["class"] = "form-check-input" if name == "keep" else kind

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean_location(self) -> str:
        return " ".join(self.cleaned_data["location"].split())

    @property
    def is_kept(self) -> bool:
        return bool(self["keep"].value())

    def full_clean(self) -> None:
        """One that is not kept may be wrong."""
        super().full_clean()
        if self.is_bound and not self.is_kept:
            self._errors = ErrorDict()


class AddedRowForm(RowForm):
    """A meeting that the reading missed; kept as soon as anything is typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, empty_permitted=True, **kwargs)
        del self.fields["keep"]

    @property
    def is_kept(self) -> bool:
        return self.is_bound and self.has_changed()
