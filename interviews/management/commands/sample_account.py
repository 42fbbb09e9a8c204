"""The account of `make demo`: somebody with two sample visits."""

from argparse import ArgumentParser
from typing import Any

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from interviews.models import User
from interviews.sample import make_sample

EMAIL = "demo@second-look.example"
PASSWORD = "look-twice-before-you-leap"  # noqa: S105 printed for everyone to use
NAME = "Robin Ashdown"
TIME_ZONE = "Europe/London"


class Command(BaseCommand):
    help = "Make the sample account with two visits, unless it is there, and print how to log in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", default=EMAIL, help="its address")
        parser.add_argument(
            "--password", help="its password; without it, one that its user changed stays"
        )

    @transaction.atomic
    def handle(self, *args: Any, email: str, password: str | None, **options: Any) -> None:
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"{email} is not an e-mail address.") from error
        user = find_or_make(email.lower(), password or PASSWORD)
        if password and not user.check_password(password):
            user.set_password(password)
            user.save(update_fields=["password"])
        make_sample(user, timezone.now())
        known = password or PASSWORD
        right = user.check_password(known)
        self.stdout.write(f"Address: {user.email}")
        self.stdout.write(f"Password: {known if right else 'as its user changed it'}")


def find_or_make(email: str, password: str) -> User:
    """The user of that address; a new one comes with the address verified."""
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = User.objects.create_user(email, password, name=NAME, time_zone=TIME_ZONE)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user
