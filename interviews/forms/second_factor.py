"""Passkeys: adding one, naming it, and showing it to be let in."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms


def passkey_name(*, required: bool) -> forms.CharField:
    return forms.CharField(
        label="Its name",
        max_length=80,
        required=required,
        help_text="Where it is kept, for example: phone, laptop, key ring.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )


@contextmanager
def readable() -> Iterator[None]:
    """What no browser would send is an error of the form; the parser raises all sorts of things."""
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise get_adapter().validation_error("incorrect_code") from error


class CredentialDecoder(json.JSONDecoder):
    """JSON whose every fault is one that the field knows, also a number too long to be one."""

    def decode(self, s: str, *args: Any) -> Any:
        try:
            return super().decode(s, *args)
        except (RecursionError, ValueError) as error:
            raise json.JSONDecodeError("no credential", s[:100], 0) from error


def credential_field() -> forms.JSONField:
    """What the browser's authenticator says."""
    return forms.JSONField(widget=forms.HiddenInput, decoder=CredentialDecoder)


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """A new passkey. Each logs in by itself, so its device has to make sure who holds it."""

    passwordless = None  # not asked: `clean` demands it
    name = passkey_name(required=False)
    credential = credential_field()

    def clean(self) -> Any:
        self.cleaned_data["passwordless"] = True
        with readable():
            return super().clean()


class PasskeyNameForm(EditWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """Another name for a passkey."""

    name = passkey_name(required=True)


class Shown:
    """A passkey that is shown to be let in."""

    def clean_credential(self) -> Any:
        with readable():
            return super().clean_credential()  # type: ignore[misc]  # of the forms below


class PasskeyLoginForm(Shown, LoginWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """In place of address and password."""

    credential = credential_field()


class SecondStepForm(Shown, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """After the password."""

    credential = credential_field()


class IsItYouForm(Shown, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """Before what concerns who gets in."""

    credential = credential_field()
