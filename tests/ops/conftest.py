"""A copy of this checkout, and the processes that a test starts in it."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg2
import pytest

from interviews.embedded import Server

PROJECT = Path(__file__).resolve().parent.parent.parent


@contextlib.contextmanager
def open_folder():
    """A folder that the user may pass through as whom root's server runs.

    Not one of pytest's: each run of pytest closes the folder above them, also under another run.
    """
    with tempfile.TemporaryDirectory(prefix="second-look-") as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield folder


@pytest.fixture
def tmp_path():
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def shared_folder():
    """Where this worker's server is: making a new one for each test would be most of their time."""
    with open_folder() as folder:
        yield folder


LEFT_BEHIND = """
    select format('drop database %I with (force)', datname) from pg_database
    where datname <> 'postgres' and not datistemplate
    union all
    select format('drop role %I', rolname) from pg_roles
    where rolname <> 'postgres' and not starts_with(rolname, 'pg_')
"""


@pytest.fixture
def server(shared_folder):
    """A server as if it were new; nothing of it is left running."""
    server = Server(shared_folder, fsync=False)
    yield server
    server.start()
    with contextlib.closing(psycopg2.connect(server.url("postgres"))) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("drop table if exists kept")
            cursor.execute(LEFT_BEHIND)
            for (statement,) in cursor.fetchall():
                cursor.execute(statement)
    server.stop()


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def bare_environment():
    """The environment of a user who has set nothing."""
    ours = ("DATABASE_URL", "DJANGO_", "HTTPS", "SECRET_KEY", "PYTEST", "COV_")
    return {key: value for key, value in os.environ.items() if not key.startswith(ours)}


@pytest.fixture
def environment():
    return bare_environment()


def managed(**always):
    """A function: run manage.py in this checkout, with variables; answers when it has ended."""

    def run(*arguments, folder=PROJECT, **variables):
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=folder,
            env=bare_environment() | {"SECRET_KEY": "s" * 50} | always | variables,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def manage():
    return managed()


class Up:
    """A running `manage.py up`, and its lines."""

    def __init__(self, folder, environment, log):
        self.log = log
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "up"],
                cwd=folder,
                env=environment,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def wait_for(self, text, seconds=60):
        end = time.monotonic() + seconds
        while text not in self.log.read_text():
            assert time.monotonic() < end, self.log.read_text()
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.05)

    def descendants(self):
        """The numbers of the processes below it."""
        parents = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(stat.parent.name)] = int(fields[1])
        found = {self.process.pid}
        while more := {pid for pid, parent in parents.items() if parent in found} - found:
            found |= more
        return found - {self.process.pid}


@contextlib.contextmanager
def copied_checkout():
    """A copy of the tracked files, in a place that every user can reach."""
    with open_folder() as parent:
        folder = parent / "second look's copy"
        folder.mkdir()
        copy_checkout(folder)
        yield folder


@pytest.fixture
def checkout():
    with copied_checkout() as folder:
        yield folder


def copy_checkout(folder):
    listed = subprocess.run(
        [
            "git",
            "-c",
            "safe.directory=*",
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, folder / name)
