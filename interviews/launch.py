"""What a command needs before Django reads the settings: its database, and whether TLS is in front.

Knows no Django, so that manage.py can call it first.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from pathlib import Path

import psycopg2
from psycopg2 import errors, sql

from interviews.embedded import Server

PROJECT = Path(__file__).resolve().parent.parent
DATABASE = "second_look"
WEB_ROLE = "second_look_web"  # as in second_lock.py, which knows Django

# Commands that never ask the database anything. All others find the embedded server running.
WITHOUT_DATABASE = frozenset(
    {
        "check",
        "collectstatic",
        "compilemessages",
        "diffsettings",
        "findstatic",
        "help",
        "makemessages",
        "makemigrations",
        "parse_agenda",
        "version",
    }
)
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})


@contextlib.contextmanager
def prepared(argv: Sequence[str]) -> Iterator[None]:
    """Have the environment and the database that `manage.py argv[1]` needs, while it runs."""
    command = argv[1] if len(argv) > 1 else "help"
    if os.environ.get("DATABASE_ROLE") == WEB_ROLE:  # commands need the one that owns the tables
        del os.environ["DATABASE_ROLE"]
    if command == "up":  # brings its database up itself, and says so
        decide_https(os.environ)
        yield
    elif os.environ.get("DATABASE_URL") or needs_no_database(command, argv[2:]):
        yield
    else:
        with ended_by_signals(), Server(PROJECT) as server:
            create_database(server, DATABASE)
            yield


def needs_no_database(command: str, arguments: Sequence[str]) -> bool:
    return (
        command in WITHOUT_DATABASE
        or command.startswith("-")
        or not {"-h", "--help"}.isdisjoint(arguments)
    )


def decide_https(environment: MutableMapping[str, str]) -> None:
    """Without a word from outside, `up` on this machine alone speaks plain HTTP.

    With TLS on and no proxy in front, every page would lead back to itself.
    """
    hosts = {name.strip() for name in environment.get("ALLOWED_HOSTS", "").split(",")} - {""}
    if environment.get("HTTPS", "") == "" and hosts <= LOCAL_NAMES:
        environment["HTTPS"] = "off"


def create_database(server: Server, name: str) -> bool:
    """Create the database unless it is there; True if it was not."""
    connection = psycopg2.connect(server.url("postgres"))
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("select 1 from pg_database where datname = %s", [name])
            if cursor.fetchone():
                return False
            cursor.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
            return True
    except (errors.DuplicateDatabase, errors.UniqueViolation):  # another process was first
        return False
    finally:
        connection.close()


@contextlib.contextmanager
def ended_by_signals() -> Iterator[None]:
    """TERM and HUP leave the block like an exit does, so that what is open gets closed."""

    def leave(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_IGN)
        sys.exit(128 + number)

    before = {number: signal.signal(number, leave) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
