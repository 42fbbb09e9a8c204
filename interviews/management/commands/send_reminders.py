"""Send the reminders that are due; safe to run again, and meant for a timer."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from interviews.reminders import send_due


class Command(BaseCommand):
    help = "Mail the reminders that are due, each once; for a timer, every quarter of an hour."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--address",
            default=own_address(),
            help="the address of the program, for links (default: %(default)s)",
        )

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        if not address.startswith(("http://", "https://")):
            raise CommandError("--address must begin with http:// or https://.")
        sent, failed = send_due(timezone.now(), address.rstrip("/"))
        self.stdout.write(f"Sent {sent} reminder{'s' if sent != 1 else ''}.")
        if failed:
            raise CommandError(f"{failed} could not be sent; the next run tries again.")


def own_address() -> str:
    """Where the program is likely to be, by its settings."""
    host = settings.ALLOWED_HOSTS[0].lstrip(".")
    return f"https://{host}" if settings.HTTPS else f"http://{host}:8000"
