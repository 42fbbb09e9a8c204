"""The form that answers what is to happen when something comes back from the trash."""

from __future__ import annotations

from django import forms

from interviews.models.trash import CANCELLED, SAME_TIME, Answer, NameTaken


class RestoreForm(forms.Form):
    """The answers so far. All are optional: the page asks only for what it turns out to need."""

    name = forms.CharField(
        label="Another name for it",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    join = forms.BooleanField(required=False)
    on = forms.DateField(required=False)
    how = forms.ChoiceField(choices=[(SAME_TIME, ""), (CANCELLED, "")], required=False)

    def answer(self) -> Answer:
        """Those of the answers that are good."""
        data = self.cleaned_data
        return Answer(
            name=" ".join(data.get("name", "").split()),
            join=data.get("join", False),
            on=data.get("on"),
            how=data.get("how", ""),
        )

    def say_taken(self, conflict: NameTaken) -> None:
        """Ask for another name; say why the one that was given, if any, will not do."""
        self.fields["name"].required = True
        if self.cleaned_data.get("name"):
            self.add_error("name", f"You have “{conflict.company.name}” already, too.")
        elif "name" in self.data and "name" not in self.errors:
            self.add_error("name", "Type another name.")

    def given(self) -> list[tuple[str, str]]:
        """The good answers so far, for the next page to send again."""
        data = getattr(self, "cleaned_data", {})
        return [
            (name, str(value)) for name, value in data.items() if value not in ("", None, False)
        ]
