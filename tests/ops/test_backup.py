"""The whole database goes into a file and comes back the same; a bad file changes nothing."""

import hashlib
import itertools
import stat
from contextlib import closing

import psycopg2
import pytest

from interviews.embedded import Server
from interviews.launch import create_database
from tests.ops.conftest import managed, open_folder

pytestmark = pytest.mark.xdist_group("backup")

TABLES = """
    select format('%I', tablename) from pg_tables where schemaname = 'public' order by 1
"""
SEQUENCES = "select sequencename || last_value from pg_sequences order by 1"
USER = """
    from django.contrib.auth import get_user_model
    get_user_model().objects.create_user(
        email="{0}@example.org", password="a password", name="{0}", time_zone="Europe/London")
"""


def checksums(url):
    """One checksum per table, of all its rows, and what the sequences have reached."""
    connection = psycopg2.connect(url)
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        sums = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f"select t::text from {table} t order by 1")
            sums[table] = hashlib.sha256(repr(cursor.fetchall()).encode()).hexdigest()
        cursor.execute(SEQUENCES)
        sums["sequences"] = cursor.fetchall()
    connection.close()
    return sums


@pytest.fixture(scope="module")
def server():
    """A server with a migrated database `made`, in which there is one user."""
    with open_folder() as folder:
        server = Server(folder, fsync=False)
        with server:
            create_database(server, "made")
            command = managed(DATABASE_URL=server.url("made"))
            assert command("migrate", "--verbosity=0").returncode == 0
            add_user(command, "alice")
            yield server


NUMBERS = itertools.count()


@pytest.fixture
def visits(server):
    """A database like `made`, of the test's own: its manage.py and its address."""
    name = f"visits{next(NUMBERS)}"
    with closing(psycopg2.connect(server.url("postgres"))) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f"create database {name} template made")
    return managed(DATABASE_URL=server.url(name)), server.url(name)


def add_user(command, name):
    code = "\n".join(line.strip() for line in USER.format(name).splitlines())
    done = command("shell", "--verbosity=0", "--command", code)
    assert done.returncode == 0, done.stderr


def test_database_comes_back_the_same(visits, tmp_path):
    command, url = visits
    file = tmp_path / "visits.backup"
    before = checksums(url)
    assert command("backup", str(file)).returncode == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("*.backup*")] == ["visits.backup"]

    add_user(command, "mallory")
    assert checksums(url) != before
    refused = command("restore", str(file))
    assert refused.returncode == 1
    assert "add --yes if you mean it" in refused.stderr
    done = command("restore", str(file), "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert checksums(url) == before
    add_user(command, "mallory")  # the sequences and constraints are in order


def test_backup_goes_into_an_empty_database(visits, server, manage, tmp_path):
    command, url = visits
    file = tmp_path / "visits.backup"
    command("backup", str(file))
    create_database(server, "empty")
    other = server.url("empty")
    done = manage("restore", str(file), DATABASE_URL=other)
    assert (done.returncode, done.stderr) == (0, "")
    assert checksums(other) == checksums(url)


def test_backup_replaces_no_file_unasked(visits, tmp_path):
    command, _ = visits
    file = tmp_path / "precious"
    file.write_text("something else")
    refused = command("backup", str(file))
    assert refused.stderr == f"CommandError: {file} exists: choose another name, or add --force.\n"
    assert file.read_text() == "something else"
    assert command("backup", str(file), "--force").returncode == 0
    assert file.read_bytes().startswith(b"PGDMP")


def test_damaged_file_changes_nothing(visits, tmp_path):
    command, url = visits
    file = tmp_path / "visits.backup"
    command("backup", str(file))
    whole = file.read_bytes()
    add_user(command, "mallory")
    before = checksums(url)
    middle = len(whole) // 2
    for damaged in (
        whole[:-1],
        whole[:middle],
        whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        b"PGDMP",
        b"",
    ):
        file.write_bytes(damaged)
        refused = command("restore", str(file), "--yes")
        assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
        assert refused.stderr.startswith(f"CommandError: {file} is ")
    assert checksums(url) == before
