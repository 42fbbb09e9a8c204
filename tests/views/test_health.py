"""The probes: they know no host name, no TLS and no session, and one of them no database."""

import pytest
from django.db import OperationalError, connection
from django.test import Client

STALE = {"Cookie": "sessionid=some-session-that-was", "Host": "10.0.0.7:8000"}


def test_running_asks_the_database_nothing(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = Client().get("/health/live/", headers=STALE)

    assert (response.status_code, response.content) == (200, b"running\n")
    assert (response["Content-Type"], response["Cache-Control"]) == (
        "text/plain; charset=utf-8", "no-store",
    )  # fmt: skip
    assert not response.cookies


def test_ready_asks_for_the_migrations(db, settings, django_assert_max_num_queries):
    settings.SECURE_SSL_REDIRECT = True
    with django_assert_max_num_queries(2):
        response = Client().get("/health/ready/", headers=STALE)

    assert (response.status_code, response.content) == (200, b"ready\n")


def test_not_ready_without_a_migration(db, client):
    with connection.cursor() as cursor:
        cursor.execute("delete from django_migrations where name = '0002_search'")
    response = client.get("/health/ready/")

    assert (response.status_code, response.content) == (503, b"migrations are missing\n")
    assert response["Retry-After"] == "5"


def test_not_ready_without_a_database(db, client):
    def away(*args):
        raise OperationalError("server closed the connection")

    with connection.execute_wrapper(away):
        answers = [client.get(f"/health/{name}/").status_code for name in ("ready", "live")]

    assert answers == [503, 200]


@pytest.mark.parametrize("name", ["live", "ready"])
def test_probe_is_only_read(db, client, name):
    assert client.head(f"/health/{name}/").status_code == 200
    assert client.post(f"/health/{name}/").status_code == 405
