"""How accounts are made, on top of allauth."""

from functools import cache
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.forms import BaseForm
from django.http import HttpRequest
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from interviews.models import User

EMAIL_LENGTH = 254  # of User.email
USER = [field.attname for field in User._meta.concrete_fields]


@cache
def find_user() -> str:
    """The statement of the ORM for the user of an id, which it binds."""
    return str(User.objects.filter(pk=0)[:21].query.sql_with_params()[0])


class AccountBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """allauth's rules of who may log in; the user of a request is found by a fixed statement.

    Every request asks, and the ORM would write it anew each time (docs/performance.md).
    """

    def get_user(self, user_id: int) -> User | None:
        with connection.cursor() as cursor:
            cursor.execute(find_user(), [user_id])
            values = cursor.fetchone()
        if values is None:
            return None
        user = User.from_db(connection.alias, USER, values)
        return user if self.user_can_authenticate(user) else None


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """allauth's rules, with our two fields and our words."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "That e-mail address and password do not belong together.",
        "invalid_login": "That e-mail address and password do not belong together.",
        "incorrect_password": "That is not your current password.",
        "enter_current_password": "That is not your current password.",
        "email_taken": "There is an account with that address already. "
        "Log in, or reset its password.",
        "unverified_own_email": "First confirm the address that you have now: "
        "log out and in again, and a mail with a link goes to it.",
        "too_many_login_attempts": "Too many tries. Wait five minutes, or reset your password.",
    }

    def clean_email(self, email: str) -> str:
        """The address, if a row can hold it: allauth would cut off the rest."""
        email = super().clean_email(email)
        if len(email) > EMAIL_LENGTH:
            raise ValidationError(f"An address has at most {EMAIL_LENGTH} characters.")
        return email

    def _get_login_attempts_cache_key(
        self,
        request: HttpRequest,  # noqa: ARG002 allauth hands it in
        **credentials: Any,
    ) -> str:
        """What tries at one account are counted by; allauth adds the host, whose port may vary."""
        return str(credentials.get("email", "")).lower()

    def send_account_already_exists_mail(self, email: str) -> None:
        """The mail to whoever signs up twice, after as long as it takes to make an account."""
        make_password(email)
        super().send_account_already_exists_mail(email)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Whether the address is now its user's: not where it is another's to log in with."""
        others = User.objects.filter(email__iexact=email_address.email)
        if others.exclude(pk=email_address.user_id).exists():
            self.add_message(request, messages.ERROR, message=self.error_messages["email_taken"])
            return False
        return bool(super().confirm_email(request, email_address))

    def save_user(
        self, request: HttpRequest, user: User, form: BaseForm, commit: bool = True
    ) -> User:
        """The new user with name and time zone, in one INSERT.

        Where another request took the address in between, its owner is led to the log-in page.
        """
        user.name = form.cleaned_data.get("name", "")
        user.time_zone = form.cleaned_data.get("time_zone") or user.time_zone
        try:
            with transaction.atomic():
                super().save_user(request, user, form, commit)
        except IntegrityError as error:
            self.add_message(request, messages.ERROR, message=self.error_messages["email_taken"])
            raise ImmediateHttpResponse(redirect("account_login")) from error
        return user


class InvalidAccountFormsMiddleware:
    """Answer 422 to a form with errors, as our own views do: allauth says 200."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        return self.get_response(request)

    def process_template_response(
        self,
        request: HttpRequest,  # noqa: ARG002 Django hands it in
        response: TemplateResponse,
    ) -> TemplateResponse:
        form = (response.context_data or {}).get("form")
        if response.status_code == 200 and isinstance(form, BaseForm) and form.errors:
            response.status_code = 422
        return response
