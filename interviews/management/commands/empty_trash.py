"""Delete for good what has been in the trash for long."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from interviews.models.owned import TRASH_DAYS
from interviews.models.trash import empty

MOST_DAYS = 36_500


class Command(BaseCommand):
    help = "Delete for good what has been in the trash for more than 30 days; for a daily timer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--days", type=int, default=TRASH_DAYS, help="how long it stays (default: %(default)s)"
        )

    def handle(self, *args: Any, days: int, **options: Any) -> None:
        if not 0 <= days <= MOST_DAYS:
            raise CommandError(f"--days must be from 0 to {MOST_DAYS}; it is {days}.")
        before = timezone.now() - timedelta(days=days)
        gone = [f"{kind}: {count}" for kind, count in empty(before).items() if count]
        words = ", ".join(gone) or "nothing"
        self.stdout.write(f"Deleted for good, from before {before:%Y-%m-%d %H:%M} UTC: {words}.")
