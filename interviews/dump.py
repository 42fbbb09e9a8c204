"""The whole database as one file, and back, with PostgreSQL's own tools.

The file is pg_dump's custom format with a line behind it that pg_restore does not read: the
checksum of all before it.
"""

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

import psycopg2.extensions
from django.conf import settings
from django.db import connection

from interviews.embedded import Server, ServerError
from interviews.migrations._second_lock import JOIN_ROLE, MAKE_ROLE

MAGIC = b"PGDMP"
SEAL = b"\nsecond-look sha256 %s\n"
SEAL_SIZE = len(SEAL % (b"0" * 64))
CHUNK = 1 << 20  # bytes
# A dump grants rights to the web's role, which is the server's and in no dump.
EMPTY = f"""
{MAKE_ROLE}
{JOIN_ROLE}
set local lock_timeout = '30s';
drop schema public cascade;
create schema public;
alter schema public owner to pg_database_owner;
grant usage on schema public to public;
comment on schema public is 'standard public schema';
"""


class DumpError(Exception):
    """It cannot be saved or restored; the message is one sentence for a person."""


def save(target: Path) -> None:
    """Write the database to `target`, readable by its owner only; all of it or nothing."""
    programs = _programs()
    try:
        number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")  # mode 0600
    except OSError as error:
        raise DumpError(f"{target} cannot be written: {error.strerror}.") from error
    new = Path(name)
    try:
        with os.fdopen(number, "r+b") as file:
            _run(programs / "pg_dump", "--format=custom", *_where(), output=file)
            file.seek(0)
            seal = _seal(iter(lambda: file.read(CHUNK), b""))
            file.write(seal)
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
    except OSError as error:
        raise DumpError(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        new.unlink(missing_ok=True)


def check(source: Path) -> None:
    """Raise DumpError unless `source` is a backup as it was written."""
    try:
        with source.open("rb") as file:
            size = source.stat().st_size
            if file.read(len(MAGIC)) != MAGIC:
                raise DumpError(f"{source} is not a backup.")
            file.seek(0)
            left = max(0, size - SEAL_SIZE)
            seal = _seal(_read(file, left))
            if file.read() != seal:
                raise DumpError(
                    f"{source} is damaged, or was not made by backup: nothing was done."
                )
    except OSError as error:
        raise DumpError(f"{source} cannot be read: {error.strerror}.") from error


def load(source: Path) -> None:
    """Replace the database's whole content with that of a backup; all of it or nothing."""
    check(source)
    programs = _programs()
    with tempfile.TemporaryDirectory(dir=settings.VAR_DIR) as folder:
        script = Path(folder) / "restore.sql"
        with script.open("w+b") as file:
            _run(programs / "pg_restore", "--no-owner", "--file=-", source, output=file)
        _forget_newer_settings(script)
        connection.close()
        options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
        _run(programs / "psql", *options, *_where(), f"--command={EMPTY}", f"--file={script}")


def _seal(chunks: Iterable[bytes]) -> bytes:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return SEAL % digest.hexdigest().encode()


def _read(file: IO[bytes], size: int) -> Iterable[bytes]:
    while size and (chunk := file.read(min(size, CHUNK))):
        size -= len(chunk)
        yield chunk


def _forget_newer_settings(script: Path) -> None:
    """Blank the one setting that newer tools write and servers before 17 do not know."""
    if _server_major() >= 17:
        return
    unknown = b"SET transaction_timeout = 0;\n"
    with script.open("r+b") as file:
        place = file.read(10_000).find(unknown)
        if place >= 0:
            file.seek(place)
            file.write(b"-" * (len(unknown) - 1))  # a comment of the same length


def _server_major() -> int:
    with connection.cursor():
        return int(connection.pg_version) // 10_000  # type: ignore[attr-defined]


def _programs() -> Path:
    """The folder of the tools that fit the server: its own version, else the next newer one."""
    wanted = _server_major()
    fitting: dict[int, Path] = {}
    for folder in _places():
        major = _major(folder / "pg_dump")
        complete = all((folder / name).exists() for name in ("pg_restore", "psql"))
        if complete and major >= wanted:
            fitting.setdefault(major, folder)
    if not fitting:
        raise DumpError(
            f"There are no pg_dump, pg_restore and psql of PostgreSQL {wanted} or newer: "
            "install PostgreSQL's client programs."
        )
    return fitting[min(fitting)]


def _places() -> Iterable[Path]:
    if found := shutil.which("pg_dump"):
        yield Path(found).parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    with contextlib.suppress(ServerError):
        yield Server(settings.BASE_DIR).bin


def _major(program: Path) -> int:
    """The version of a program, 0 where it does not run."""
    with contextlib.suppress(OSError):
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
        if number := re.search(r"\d+", done.stdout):
            return int(number[0])
    return 0


def _parameters() -> dict[str, Any]:
    parameters: dict[str, Any] = connection.get_connection_params()
    unused = ("cursor_factory", "client_encoding", "password")
    return {key: value for key, value in parameters.items() if key not in unused}


def _where() -> list[str]:
    """The database as an argument; its password goes by the environment, which `ps` hides."""
    return [f"--dbname={psycopg2.extensions.make_dsn(**_parameters())}"]


def _run(program: Path, *arguments: str | Path, output: IO[bytes] | None = None) -> None:
    password = connection.settings_dict["PASSWORD"]
    done = subprocess.run(
        [program, *arguments],
        env=os.environ | ({"PGPASSWORD": password} if password else {}),
        stdin=subprocess.DEVNULL,
        stdout=output or subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        lines = done.stderr.decode(errors="replace").splitlines()
        told = [line for line in lines if "error" in line.lower()] or lines or ["no reason given"]
        raise DumpError(f"{program.name} failed, and nothing was changed: {told[0].rstrip('.')}.")
