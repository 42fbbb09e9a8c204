"""How accounts are made, on top of allauth."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.forms import BaseForm
from django.http import HttpRequest
from django.template.response import TemplateResponse

from interviews.models import User


class AccountAdapter(DefaultAccountAdapter):
    """allauth's rules, with our two fields and our words."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "That e-mail address and password do not belong together.",
        "invalid_login": "That e-mail address and password do not belong together.",
        "incorrect_password": "That is not your current password.",
        "enter_current_password": "Type your current password.",
        "email_taken": "There is already an account with that address. Log in, or reset its password.",
        "too_many_login_attempts": "Too many tries. Wait five minutes, or reset your password.",
    }

    def save_user(
        self, request: HttpRequest, user: User, form: BaseForm, commit: bool = True
    ) -> User:
        """The new user with name and time zone, in one INSERT."""
        user.name = form.cleaned_data.get("name", "")
        user.time_zone = form.cleaned_data.get("time_zone") or user.time_zone
        return super().save_user(request, user, form, commit)


class InvalidAccountFormsMiddleware:
    """Answer 422 to a form with errors, as our own views do: allauth says 200."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        return self.get_response(request)

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        form = (response.context_data or {}).get("form")
        if response.status_code == 200 and isinstance(form, BaseForm) and form.errors:
            response.status_code = 422
        return response
