"""What somebody says about themselves: when signing up, and later."""

from itertools import groupby
from typing import Any

from django import forms
from django.http import HttpRequest

from interviews.forms.long_select import LongSelect
from interviews.models import User
from interviews.models.time_zone import time_zone_names

NAME_LENGTH = 150

Choice = tuple[str, str]


def time_zone_choices() -> list[Choice | tuple[str, list[Choice]]]:
    """IANA names by area, said as people say them: Europe, New York."""
    choices: list[Choice | tuple[str, list[Choice]]] = []
    for area, names in groupby(time_zone_names(), lambda name: name.partition("/")[0]):
        places = [(name, name.partition("/")[2].replace("_", " ")) for name in names]
        choices.append((area, places) if places[0][1] else (area, area))
    return choices


class TimeZoneField(forms.ChoiceField):
    """A select of all time zones, with Europe/London until somebody says otherwise."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=time_zone_choices(),
            widget=LongSelect,
            initial="Europe/London",
            label="Time zone",
            help_text="Where you live. Each visit has a zone of its own.",
            error_messages={
                "invalid_choice": "There is no time zone of that name. Choose one from the list."
            },
            **kwargs,
        )


def name_field() -> forms.CharField:
    return forms.CharField(
        label="Your name",
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )


class SignupForm(forms.Form):
    """Our part of the sign-up form; allauth adds e-mail address and password."""

    name = name_field()
    time_zone = TimeZoneField()
    field_order = ("name", "email", "password1", "time_zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:  # the browser may guess until somebody has chosen
            self.fields["time_zone"].widget.attrs["data-time-zone"] = True

    def signup(self, request: HttpRequest, user: User) -> None:
        """allauth asks for this; AccountAdapter has saved both fields already."""


class AccountForm(forms.ModelForm):
    """Name and time zone of somebody with an account."""

    name = name_field()
    time_zone = TimeZoneField()

    class Meta:
        model = User
        fields = ("name", "time_zone")


class DeleteAccountForm(forms.Form):
    """One's own address, typed: nobody does that by accident."""

    address = forms.CharField(
        label="Your e-mail address",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "inputmode": "email", "spellcheck": "false"}
        ),
        error_messages={"required": "Type your e-mail address, to say that you mean it."},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"].strip()
        if address.casefold() != self.user.email.casefold():
            raise forms.ValidationError(f"Your address is {self.user.email}.")
        return address
