"""Show what is understood of an agenda."""

import datetime as dt
import json
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from interviews.agenda.reading import MOST_BYTES, Unreadable, read


def day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is no date like 2026-03-12.") from error


class Command(BaseCommand):
    help = "Read the agenda in FILE (text, HTML, .ics or PDF) and print its meetings as JSON."
    requires_system_checks = ()  # it needs no database

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument(
            "--date", type=day, help="a day near the agenda's, if it prints no year"
        )
        parser.add_argument("--time-zone", help="the zone of a calendar whose times have none")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            with file.open("rb") as opened:
                content = opened.read(MOST_BYTES + 1)
            agenda = read(content, date=options["date"], time_zone=options["time_zone"])
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except Unreadable as unreadable:
            raise CommandError(str(unreadable)) from unreadable
        self.stdout.write(json.dumps(agenda.as_json(), ensure_ascii=False, indent=2))
