"""Changing the address that somebody logs in with.

Apart from `account`: allauth's forms import that one while they are themselves being imported.
"""

from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.forms import AddEmailForm
from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.models import EmailAddress
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest


def nobody_verifies() -> bool:
    return bool(app_settings.EMAIL_VERIFICATION == app_settings.EmailVerificationMethod.NONE)


class EmailForm(AddEmailForm):  # type: ignore[misc]  # allauth has no types
    """A new address: at once where no mail is sent, else when its owner opens the link.

    allauth replaces an unconfirmed address before the new one is confirmed, which leaves an account
    without any: so that one has to be confirmed first.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "New e-mail address"

    def clean_email(self) -> str:
        email = super().clean_email()
        if nobody_verifies():
            if any(user.pk != self.user.pk for user in filter_users_by_email(email)):
                raise get_adapter().validation_error("email_taken")
            return str(email)
        # Whether somebody else has it is not said here: the mail goes to whoever reads it there.
        mine = EmailAddress.objects.filter(user=self.user, email__iexact=self.user.email)
        if not mine.filter(verified=True).exists():
            raise get_adapter().validation_error("unverified_own_email")
        return str(email)

    def save(self, request: HttpRequest) -> EmailAddress:
        if not nobody_verifies():
            return super().save(request)
        with transaction.atomic():
            EmailAddress.objects.filter(user=self.user).delete()
            address = EmailAddress(user=self.user, email=self.cleaned_data["email"])
            address.set_as_primary()
        messages.success(request, f"From now on you log in as {address.email}.")
        return address
