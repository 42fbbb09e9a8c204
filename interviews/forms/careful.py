"""Forms that replace nothing unseen: two windows can change the same row."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django import forms

from interviews.forms.base import OwnedForm

SEEN_FIRST = "This was changed in another window meanwhile. Save yours once more to replace that."


@dataclass(frozen=True, slots=True)
class Theirs:
    """A field as another window has saved it meanwhile."""

    label: str
    text: str


class CarefulForm(OwnedForm):
    """A form that replaces nothing unseen.

    `was` holds a mark for each field as the page showed it. Of what another window has saved since,
    a field that was not touched here stays as it is; for one that was, the form has an error, what
    was saved stands in `theirs`, and what was typed stays in its place: sent again, it is kept.
    Without marks the page showed a new row, which another window has made meanwhile. The caller
    holds the lock on the row.
    """

    was = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theirs: list[Theirs] = []
        if not self.instance._state.adding:
            self.initial["was"] = self.marks_now

    def watched(self) -> list[str]:
        """The fields that show what the row holds, in their order."""
        return [name for name in self.fields if name in (self._meta.fields or ())]

    def marks_now(self) -> str:
        return " ".join(mark(self.stored(name)) for name in self.watched())

    def stored(self, name: str) -> Any:
        """What a page shows of the row as it is now."""
        field = self.fields[name]
        return shown(field, self.get_initial_for_field(field, name))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        key = self.add_prefix("was")
        if key in self.data and not self.instance._state.adding:
            sent: Any = self.data
            posted = sent.copy()
            posted[key] = self.marks_now()
            for name, seen in zip_longest(self.watched(), data.get("was", "").split()):
                if name and mark(self.stored(name)) != seen:
                    self.settle(name, seen, data, posted)
            self.data = posted
        if self.theirs:
            self.add_error(None, SEEN_FIRST)
        return data

    def settle(self, name: str, seen: str | None, data: dict[str, Any], posted: Any) -> None:
        """Decide what becomes of a field that another window has saved meanwhile."""
        field, theirs = self.fields[name], self.stored(name)
        mine = shown(field, data[name]) if name in data else None
        if mine is not None and mark(mine) == seen:
            data[name] = field.clean(theirs)
            posted.setlist(self.add_prefix(name), theirs if isinstance(theirs, list) else [theirs])
        elif mine != theirs:
            self.theirs.append(Theirs(str(self[name].label), in_words(field, theirs)))


def shown(field: forms.Field, value: Any) -> str | list[str]:
    """A value as the field's widget holds it."""
    value = field.prepare_value(value)
    if isinstance(value, list | tuple):
        return sorted(str(one) for one in value)
    return "" if value is None else str(value)


def mark(value: str | list[str]) -> str:
    """A short mark of a value, to tell it from others."""
    return hashlib.sha256(repr(value).encode()).hexdigest()[:12]


def in_words(field: forms.Field, value: str | list[str]) -> str:
    """A value as people read it."""
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        chosen = [value] if isinstance(value, str) else value
        choices: Any = field.choices
        labels = {str(key): str(label) for key, label in choices}
        return ", ".join(labels.get(one, "") for one in chosen)
    return str(value)
