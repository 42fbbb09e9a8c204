"""Start everything, and stop it again."""

import contextlib
import os
import signal
import subprocess
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connections

from interviews.database import UnusableDatabase, check_database, why_not_migrated
from interviews.embedded import Server, ServerError
from interviews.launch import DATABASE, LOCAL_NAMES, create_database
from interviews.second_lock import check_binding
from interviews.static_files import collect_if_changed
from interviews.web import Web, WebError, check_port


class Stopped(BaseException):
    """Somebody asked us to stop: Ctrl-C, TERM, or a terminal that was closed."""


class Command(BaseCommand):
    help = "Start the database if it is ours, update it, and serve on localhost:8000 or PORT."
    requires_system_checks = ()  # the workers' first page shows what is wrong

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--demo", action="store_true", help="with a sample account")

    def handle(self, *args: Any, demo: bool, **options: Any) -> None:
        host, port = address()
        try:
            check_port(host, port)
            check_tls()
            with contextlib.ExitStack() as running:
                running.enter_context(stopped_by_signals())
                server = self.bring_up_database(running)
                self.prepare(demo)
                web = Web(host, port, name=first_name(), tls_in_front=settings.HTTPS)
                running.callback(web.stop)
                web.wait_until_answers()
                self.say(f"Second Look is at http://localhost:{port} (Ctrl-C stops it)")
                self.watch(web, server)
        except Stopped:
            self.say("Stopped.")
        except (WebError, ServerError, UnusableDatabase) as error:
            raise CommandError(str(error)) from error

    def bring_up_database(self, running: contextlib.ExitStack) -> Server | None:
        """Have a database that answers; the server, if it is ours."""
        if os.environ.get("DATABASE_URL"):
            self.say("Looking at the database of DATABASE_URL …")
            check_database()
            return None
        server = Server(settings.BASE_DIR)
        new = "" if server.data.exists() else f" for the first time, in {server.folder}"
        self.say(f"Starting PostgreSQL{new} …")
        running.callback(server.stop)
        server.start()
        create_database(server, DATABASE)
        os.environ["DATABASE_URL"] = server.url(DATABASE)  # the workers just use it
        return server

    def prepare(self, demo: bool) -> None:
        self.say("Bringing the database up to date …")
        try:
            call_command("migrate", interactive=False, verbosity=0)
        except DatabaseError as error:
            raise UnusableDatabase(why_not_migrated(error)) from error
        check_binding()
        if demo:
            call_command("sample_account", stdout=self.stdout)
        connections.close_all()
        try:
            if collect_if_changed():
                self.say("Collected the static files.")
        except OSError as error:
            raise CommandError(
                f"The static files cannot be kept in {settings.STATIC_ROOT}: {error.strerror}."
            ) from error
        self.say("Starting the web server …")

    def watch(self, web: Web, server: Server | None) -> None:
        """Wait until somebody stops us. Raises WebError if the web server ends before."""
        while web.running():
            with contextlib.suppress(subprocess.TimeoutExpired):
                web.process.wait(timeout=1)
            if server and not server.answers():
                self.say("PostgreSQL has ended by itself: starting it again …")
                server.start()
        raise WebError(f"The web server ended by itself (status {web.process.returncode}).")

    def say(self, line: str) -> None:
        with contextlib.suppress(OSError):  # nobody may be listening any more
            self.stdout.write(line)
            self.stdout.flush()


def address() -> tuple[str, int]:
    """HOST and PORT, or their defaults. Raises CommandError."""
    text = os.environ.get("PORT") or "8000"
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 65535):
        raise CommandError(f"PORT must be a whole number from 1 to 65535, not {text!r}.")
    return os.environ.get("HOST") or "127.0.0.1", int(text)


def check_tls() -> None:
    """Refuse to send every page to itself: TLS is asked for, and nobody in front speaks it."""
    if settings.HTTPS and not settings.TRUSTED_PROXY_COUNT:
        raise CommandError(
            "HTTPS is on, which needs a proxy in front that speaks it: set TRUSTED_PROXY_COUNT "
            "to the number of proxies, or HTTPS=off."
        )


def first_name() -> str:
    """A host name that ALLOWED_HOSTS lets pass."""
    names = [name.lstrip(".") for name in settings.ALLOWED_HOSTS]
    return "localhost" if LOCAL_NAMES & set(names) or "*" in names else names[0]


@contextlib.contextmanager
def stopped_by_signals() -> Iterator[None]:
    """INT, TERM and HUP raise Stopped, once: what follows is the stopping, which takes its time."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def stop(_number: int, _frame: object) -> None:
        for number in numbers:
            signal.signal(number, signal.SIG_IGN)
        raise Stopped

    for number in numbers:
        signal.signal(number, stop)
    yield
