"""The database stops, freezes, locks or only reads: the program says so soon, and goes on.

A web server with two real workers, and a PostgreSQL of its own.
"""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from urllib.parse import urlencode

import psycopg2
import pytest

from interviews.embedded import Server
from interviews.launch import create_database
from tests.ops import saves
from tests.ops.conftest import PROJECT, open_folder
from tests.ops.test_embedded import postmaster

pytestmark = pytest.mark.xdist_group("database away")

SESSION = {"Cookie": "sessionid=nobody-knows-this-one"}  # asks the database for it
SOON = 5  # seconds
END_CONNECTIONS = """
    select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = 'second_look'
"""


class Site:
    """The running program and its database's server."""

    def __init__(self, server, port):
        self.server, self.port = server, port

    def ask(self, method, path, headers=SESSION, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        start = time.monotonic()
        connection.request(method, path, body, {"Host": f"localhost:{self.port}", **headers})
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        answer.took = time.monotonic() - start
        connection.close()
        return answer

    def says_soon_that_it_is_away(self):
        """A page for a browser, a word for a script, both in time and with when to come again."""
        page = self.ask("GET", "/")
        word = self.ask("PUT", "/notes/0/", SESSION | {"X-Owner": "1"}, "text")
        assert (page.status, page.headers["Retry-After"]) == (503, "5")
        assert max(page.took, word.took) < SOON
        assert "<h1>We cannot reach what is stored</h1>" in page.text
        assert page.headers["X-Request-ID"] in page.text
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        assert (word.status, word.headers["Retry-After"]) == (503, "5")
        assert json.loads(word.text) == {"error": "unavailable"}
        return True

    def serves(self):
        """Each worker, most likely, answers as if nothing had happened."""
        return [self.ask("GET", "/").status for _ in range(6)] == [302] * 6

    def probes(self):
        return self.ask("GET", "/health/live/"), self.ask("GET", "/health/ready/")

    def probed(self):
        """Whether it runs, and whether it can serve."""
        return tuple(answer.status for answer in self.probes())

    def signed_up(self):
        """Alice's headers, and the token that her forms carry."""
        page = self.ask("GET", "/account/signup/", {})
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
        headers = {
            "Cookie": page.headers["Set-Cookie"].split(";")[0],
            "Content-Type": "application/x-www-form-urlencoded",
        }
        form = {
            "csrfmiddlewaretoken": token,
            "email": f"alice-{time.monotonic_ns()}@example.org",
            "password1": "down the rabbit hole",
            "name": "Alice",
            "time_zone": "Europe/London",
        }
        answer = self.ask("POST", "/account/signup/", headers, urlencode(form))
        cookies = [line.split(";")[0] for line in answer.headers.get_all("Set-Cookie")]
        page = self.ask("GET", "/companies/new/", headers | {"Cookie": "; ".join(cookies)})
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
        return headers | {"Cookie": "; ".join(cookies)}, {"csrfmiddlewaretoken": token}

    def log_in(self):
        """The answer to a log-in with a wrong password, which counts as a try."""
        page = self.ask("GET", "/account/login/", {})
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
        headers = {
            "Cookie": page.headers["Set-Cookie"].split(";")[0],
            "Content-Type": "application/x-www-form-urlencoded",
        }
        form = {"csrfmiddlewaretoken": token, "login": "alice@example.org", "password": "wrong"}
        return self.ask("POST", "/account/login/", headers, urlencode(form))

    @contextmanager
    def administrator(self, database="postgres"):
        with closing(psycopg2.connect(self.server.url(database))) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                yield cursor


@pytest.fixture(scope="module")
def site():
    with open_folder() as folder:
        yield from site_in(folder)


def site_in(folder):
    """Two real workers, and their PostgreSQL in that folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Server(folder, fsync=False)
    server.start()
    create_database(server, "second_look")
    environment = os.environ | {"DATABASE_URL": server.url("second_look"), "DATABASE_SECONDS": "3"}
    subprocess.run(
        [sys.executable, "manage.py", "migrate"], cwd=PROJECT, env=environment, check=True
    )
    web = subprocess.Popen(
        [sys.executable, "-m", "interviews.web", "127.0.0.1", str(port), str(os.getpid())],
        cwd=PROJECT,
        env=environment,
        start_new_session=True,
    )
    site, end = Site(server, port), time.monotonic() + 60
    while time.monotonic() < end:
        try:
            site.ask("GET", "/health/live/")
            break
        except OSError:
            time.sleep(0.1)
    yield site
    web.terminate()
    web.wait(30)
    server.stop()


def test_stopped_and_started_again(site):
    assert site.serves()
    assert site.probed() == (200, 200)

    site.server.stop()
    assert site.says_soon_that_it_is_away()
    assert site.probed() == (200, 503)

    site.server.start()
    assert site.serves()
    assert site.probed() == (200, 200)


def test_its_log_names_nothing_that_was_written(site):
    with site.administrator() as cursor:
        cursor.execute("create temp table kept (text text check (text = ''))")
        with pytest.raises(psycopg2.Error):
            cursor.execute("insert into kept values ('Zyzzogeton')")

    assert "Zyzzogeton" not in site.server.log.read_text()
    assert "ready to accept connections" in site.server.log.read_text()


def test_connections_that_were_ended_are_replaced(site):
    assert site.serves()
    with site.administrator() as cursor:
        cursor.execute(END_CONNECTIONS)
        assert cursor.fetchone() >= (1,)

    assert site.serves()


def test_locked_table(site):
    with site.administrator("second_look") as cursor:
        cursor.execute("begin; lock table django_session in access exclusive mode")
        assert site.says_soon_that_it_is_away()
        cursor.execute("rollback")

    assert site.serves()


def test_frozen_server(site):
    """It takes connections and says nothing: only the waiting side can give up."""
    assert site.serves()
    main = postmaster(site.server)
    children = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(main)], capture_output=True, text=True, check=True
    )
    processes = [main, *map(int, children.stdout.split())]
    for pid in processes:
        os.kill(pid, signal.SIGSTOP)
    try:
        assert site.says_soon_that_it_is_away()
        live, ready = site.probes()
        assert (live.status, ready.status) == (200, 503)
        assert ready.took < SOON
    finally:
        for pid in processes:
            os.kill(pid, signal.SIGCONT)

    assert site.serves()


def test_database_that_takes_no_connection(site):
    with site.administrator() as cursor:
        cursor.execute("alter database second_look allow_connections false")
        cursor.execute(END_CONNECTIONS)
        assert site.says_soon_that_it_is_away()
        cursor.execute("alter database second_look allow_connections true")

    assert site.serves()


def test_server_that_only_reads(site):
    """Pages go on; what would be written is 503, and is written when the server writes again."""
    headers, form = site.signed_up()
    form |= {"name": "Works"}
    with site.administrator() as cursor:
        cursor.execute("alter database second_look set default_transaction_read_only = on")
        cursor.execute(END_CONNECTIONS)
        assert site.ask("GET", "/companies/", headers).status == 200
        answer = site.ask("POST", "/companies/new/", headers, urlencode(form))
        assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
        answer = site.log_in()
        assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
        cursor.execute("alter database second_look reset default_transaction_read_only")
        cursor.execute(END_CONNECTIONS)

    assert "Works" not in site.ask("GET", "/companies/", headers).text
    assert site.ask("POST", "/companies/new/", headers, urlencode(form)).status == 302
    assert "Works" in site.ask("GET", "/companies/", headers).text


@contextmanager
def commits(site, waits):
    """Whether a commit waits until it would outlive the server: as it should, or not."""
    with site.administrator() as cursor:
        cursor.execute(f"alter database second_look set synchronous_commit = {waits}")
        cursor.execute("alter system set wal_writer_delay = '10s'")
        cursor.execute("select pg_reload_conf()")
        cursor.execute(END_CONNECTIONS)
    yield
    with site.administrator() as cursor:
        cursor.execute("alter database second_look reset synchronous_commit")
        cursor.execute("alter system reset wal_writer_delay")
        cursor.execute("select pg_reload_conf()")
        cursor.execute(END_CONNECTIONS)


def test_no_acknowledged_save_is_lost_when_the_server_is_killed(site):
    with commits(site, "on"):
        assert saves.under_load(site, [saves.stop_at_once, saves.kill]) == {}


@pytest.mark.soak
def test_no_acknowledged_save_is_lost_when_the_server_is_killed_often(site):
    rounds = 60 if os.environ.get("SOAK") else 6
    with commits(site, "on"):
        assert saves.under_load(site, [saves.stop_at_once, saves.kill] * rounds) == {}


def test_a_server_that_acknowledges_before_the_commit_is_noticed(site):
    with commits(site, "off"):  # a kill may come just after what was written had reached the disk
        assert any("lost" in saves.under_load(site, [saves.kill]) for _ in range(4))
