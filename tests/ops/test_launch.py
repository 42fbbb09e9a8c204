"""What manage.py decides before Django reads the settings."""

import pytest

from interviews import web
from interviews.launch import create_database, decide_https, needs_no_database


@pytest.mark.parametrize(
    ("given", "https"),
    [
        ({}, "off"),
        ({"ALLOWED_HOSTS": "localhost, 127.0.0.1"}, "off"),
        ({"ALLOWED_HOSTS": ""}, "off"),
        ({"ALLOWED_HOSTS": "visits.example.org"}, None),
        ({"ALLOWED_HOSTS": "localhost,visits.example.org"}, None),
        ({"HTTPS": "on"}, "on"),
        ({"HTTPS": "off", "ALLOWED_HOSTS": "visits.example.org"}, "off"),
    ],
)
def test_https_is_off_only_for_this_machine_alone(given, https):
    environment = dict(given)
    decide_https(environment)
    assert environment.get("HTTPS") == https


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("help", True),
        ("--version", True),
        ("check --deploy", True),
        ("parse_agenda agenda.txt", True),
        ("migrate --help", True),
        ("migrate", False),
        ("backup file", False),
        ("shell", False),
    ],
)
def test_commands_without_a_database_are_known(line, expected):
    command, *arguments = line.split()
    assert needs_no_database(command, arguments) is expected


def test_database_is_created_once(server):
    server.start()
    assert [create_database(server, "visits"), create_database(server, "visits")] == [True, False]


def started(monkeypatch, *statuses):
    """Wait for a server whose first page answers these, one after the other."""
    answers = iter(statuses)
    monkeypatch.setattr(web, "START_SECONDS", 0.2)
    monkeypatch.setattr(web.Web, "running", lambda _: True)
    monkeypatch.setattr(web.Web, "_status_of_first_page", lambda _: next(answers))
    web.Web.__new__(web.Web).wait_until_answers()


def test_start_waits_for_a_database_that_is_slow_at_first(monkeypatch):
    started(monkeypatch, 503, 200)


def test_start_names_the_error_of_the_first_page(monkeypatch):
    with pytest.raises(web.WebError, match=r"^The first page cannot be opened: it answers 500\.$"):
        started(monkeypatch, 503, 500, 200)
    with pytest.raises(web.WebError, match=r"^The first page cannot be opened: it answers 503\.$"):
        started(monkeypatch, *[503] * 100)
