"""Let go of the small steps in which old notes were written."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from interviews.models import NoteRevision


class Command(BaseCommand):
    help = (
        "Let go of the texts of steps in which notes were written more than 30 days ago; "
        "for a daily timer. Texts of conflicts, and what stood for an hour, are kept."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        count = NoteRevision.objects.thin(timezone.now())
        self.stdout.write(f"Texts let go: {count}.")
