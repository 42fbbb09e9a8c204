"""The plain form of a note: the same promise as by script, without it."""

from __future__ import annotations

from typing import Any

from django import forms

from interviews.models.note import LONGEST_NOTE

NOTE_ROWS = 10


class NoteForm(forms.Form):
    """A note's text with what the protocol needs: over which version, under which key, where."""

    text = forms.CharField(
        label="Note",
        required=False,
        strip=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(
            attrs={"rows": NOTE_ROWS, "class": "note", "dir": "auto", "cols": False}
        ),
        error_messages={
            "max_length": "A note has at most 200,000 characters; this has %(show_value)d."
        },
    )
    base = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    op = forms.UUIDField(widget=forms.HiddenInput)
    meeting = forms.UUIDField(required=False, widget=forms.HiddenInput)
    visit = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The limit is the server's to state: a browser would cut what is pasted, silently.
        self.fields["text"].widget.attrs.pop("maxlength", None)
