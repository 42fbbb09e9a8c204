"""What is wrong stops the start with one sentence on the error stream, and no traceback."""

import os
import socket
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.db import DEFAULT_DB_ALIAS, NotSupportedError, connection, connections

from interviews.database import UnusableDatabase, check_database
from interviews.launch import create_database


def refusal(done):
    """The one line that a refused command says on its error stream."""
    assert done.returncode not in (0, -1)
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].endswith("."), done.stderr
    return lines[0].partition(": ")[2]


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "8000.5", "9" * 30, "٣"])
def test_port_that_is_none(manage, port):
    expected = f"PORT must be a whole number from 1 to 65535, not {port!r}."
    assert refusal(manage("up", PORT=port)) == expected


@pytest.mark.parametrize("taken", ["127.0.0.1", "0.0.0.0"])
def test_busy_port(manage, taken):
    with socket.create_server((taken, 0)) as busy:
        port = busy.getsockname()[1]
        assert refusal(manage("up", PORT=str(port))) == (
            f"Port {port} is in use: stop what uses it, or choose another port with PORT=."
        )


def test_address_of_another_machine(manage, free_port):
    said = refusal(manage("up", HOST="192.0.2.1", PORT=str(free_port)))
    assert said.startswith(f"HOST=192.0.2.1 with PORT={free_port} cannot be listened on: ")


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "mysql://localhost/x",
        "postgresql://localhost/",
        "postgresql://h:port/x",
        "sqlite://",
    ],
)
def test_database_url_that_is_none(manage, free_port, url):
    assert refusal(manage("up", PORT=str(free_port), DATABASE_URL=url)) == (
        "DATABASE_URL must look like postgresql://user:password@host:5432/name."
    )


def test_database_that_does_not_answer(manage, free_port):
    url = f"postgresql://somebody:secret@127.0.0.1:{free_port}/x?connect_timeout=5"
    said = refusal(manage("up", PORT=str(free_port), DATABASE_URL=url))
    assert said.startswith("DATABASE_URL leads to no database: connection to server at")
    assert "Connection refused" in said
    assert "secret" not in said


def test_database_that_is_missing(manage, free_port, server):
    server.start()
    said = refusal(manage("up", PORT=str(free_port), DATABASE_URL=server.url("visits")))
    assert said.startswith("DATABASE_URL leads to no database: ")
    assert said.endswith('database "visits" does not exist.')


def test_wrong_password(manage, free_port, server):
    server.start()
    rules = server.data / "pg_hba.conf"
    before = rules.read_text()
    rules.write_text("local all postgres trust\nlocal all all scram-sha-256\n")
    postgres = psycopg2.connect(server.url("postgres"))
    postgres.autocommit = True
    with postgres.cursor() as cursor:
        cursor.execute("create role locked login password 'right'; select pg_reload_conf()")
    postgres.close()
    url = server.url("postgres").replace("postgres@", "locked:wrong@")
    said = refusal(manage("up", PORT=str(free_port), DATABASE_URL=url))
    assert said.startswith("DATABASE_URL leads to no database: ")
    assert said.endswith('password authentication failed for user "locked".')
    rules.write_text(before)


def test_user_who_may_not_make_extensions(manage, free_port, server):
    server.start()
    create_database(server, "visits")
    owner = psycopg2.connect(server.url("visits"))
    owner.autocommit = True
    with owner.cursor() as cursor:
        cursor.execute("create role plain login; grant all on schema public to plain")
        cursor.execute("revoke create on database visits from public")
    owner.close()
    url = server.url("visits").replace("postgres@", "plain@")
    said = refusal(manage("up", PORT=str(free_port), DATABASE_URL=url))
    assert said.startswith("The database's user may not do what the migrations need: ")
    assert 'permission denied to create extension "' in said


def test_database_that_is_too_old(db, monkeypatch):
    monkeypatch.setattr(connections[DEFAULT_DB_ALIAS], "pg_version", 140_011)
    with pytest.raises(UnusableDatabase) as refused:
        check_database()
    assert str(refused.value) == (
        "DATABASE_URL leads to PostgreSQL 14, and Second Look needs 15 or newer."
    )


def test_database_that_is_too_old_for_django(monkeypatch):
    class Old:
        def cursor(self):
            raise NotSupportedError("PostgreSQL 14 or later is required (found 13.4).")

    monkeypatch.setattr("interviews.database.connection", Old())
    with pytest.raises(UnusableDatabase) as refused:
        check_database()
    assert str(refused.value) == (
        "DATABASE_URL leads to a PostgreSQL that is too old: Second Look needs 15 or newer."
    )


def test_database_that_will_do(db):
    check_database()
    assert connection.pg_version >= 150_000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("DEBUG", "perhaps"),
        ("HTTPS", "perhaps"),
        ("DATABASE_ROLE", "postgres"),
        ("DATABASE_SECONDS", "soon"),
        ("DATABASE_SECONDS", "-1"),
        ("TRUSTED_PROXY_COUNT", "many"),
        ("EMAIL_URL", "carrier pigeon"),
        ("ALLOWED_HOSTS", " , "),
    ],
)
def test_variable_that_cannot_be_used_is_named(manage, free_port, name, value):
    assert name in refusal(manage("up", **{"PORT": str(free_port), name: value}))


def test_static_files_that_cannot_be_kept(manage, checkout, free_port, django_db_setup):
    (checkout / "var").mkdir()
    (checkout / "var/static").write_text("a file where the folder should be")
    name = connection.settings_dict["NAME"]  # a database that needs no migrations
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    said = refusal(manage("up", folder=checkout, PORT=str(free_port), DATABASE_URL=url))
    assert said == (f"The static files cannot be kept in {checkout}/var/static: Not a directory.")


def test_https_without_a_proxy_would_lead_in_circles(manage, free_port):
    said = refusal(manage("up", PORT=str(free_port), ALLOWED_HOSTS="visits.example.org"))
    assert said.startswith("HTTPS is on, which needs a proxy in front")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_folder_that_cannot_be_written(manage, checkout, free_port):
    checkout.chmod(0o500)
    said = refusal(manage("up", folder=checkout, PORT=str(free_port)))
    checkout.chmod(0o700)
    assert "Permission denied" in said
