"""Bring a saved database back."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from interviews import dump


class Command(BaseCommand):
    help = "Replace the whole database with what `backup` wrote to FILE."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--yes", action="store_true", help="even if the database holds users")

    def handle(self, *args: Any, file: Path, yes: bool, **options: Any) -> None:
        try:
            dump.check(file)
            if not yes and holds_users():
                raise CommandError(
                    "The database holds users, and everything in it would be replaced: "
                    "add --yes if you mean it."
                )
            dump.load(file)
        except dump.DumpError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Restored from {file}. An older backup needs `manage.py migrate` now.")


def holds_users() -> bool:
    """Would anything of anybody's be lost?"""
    users = get_user_model()
    if users._meta.db_table not in connection.introspection.table_names():
        return False
    return users._default_manager.exists()
