"""What manage.py decides before Django reads the settings."""

import pytest

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
