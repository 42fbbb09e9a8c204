"""Save the whole database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from interviews import dump


class Command(BaseCommand):
    help = "Write the whole database to FILE, which `restore` reads."
    requires_system_checks = ()  # a backup is wanted most when something is broken

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--force", action="store_true", help="replace FILE if it exists")

    def handle(self, *args: Any, file: Path, force: bool, **options: Any) -> None:
        if file.exists() and not force:
            raise CommandError(f"{file} exists: choose another name, or add --force.")
        try:
            dump.save(file)
        except dump.DumpError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Saved to {file} ({file.stat().st_size:,} bytes).")
