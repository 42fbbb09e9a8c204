"""What a page, a save and a search cost, beside a bare Django application: docs/performance.md.

Usage: python -m tests.bench [--rounds N] [--requests N] [--search]

Everything is in a folder of its own and gone afterwards. The servers are asked by turns, so that
whatever else the machine does falls on all of them; what counts is the median of the rounds.
"""

import argparse
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from statistics import median

from interviews.embedded import Server
from interviews.launch import create_database
from tests.bench.load import CONNECTIONS, measure

PROJECT = Path(__file__).resolve().parent.parent.parent
NOTE = "They build the pumps in Newport and the valves in Cardiff. " * 15
NAMES = ("ours", "unlocked", "bare")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


PORTS = {name: free_port() for name in NAMES}


def main():
    """Measure, and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--requests", type=int, default=20, help="of each connection, a round")
    arguments.add_argument("--search", action="store_true", help="over 100,000 notes as well")
    given = arguments.parse_args()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="second-look-bench-")))
        folder.chmod(0o755)
        server = stack.enter_context(Server(folder))
        for name in ("ours", "bare"):
            create_database(server, name)
        urls = {name: server.url("bare" if name == "bare" else "ours") for name in PORTS}
        os.environ.update(
            DATABASE_URL=urls["ours"],
            SECRET_KEY="b" * 60,
            HTTPS="off",
            DJANGO_SETTINGS_MODULE="interviews.settings",
        )
        bench = Bench(server, urls, given)
        bench.fill()
        for name in PORTS:
            bench.serve(name, stack)
        bench.compare()
        bench.connections()
        if given.search:
            bench.search()


class Bench:
    """The servers, who is logged in, and what is asked."""

    def __init__(self, server, urls, given):
        self.server, self.urls, self.given = server, urls, given
        self.processes = {}

    def fill(self):
        """Alice with a visit of ten meetings and notes for every connection; and the bare one's."""
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connections

        from interviews.static_files import collect_if_changed
        from tests.bench.visit import a_full_visit, alice

        call_command("migrate", verbosity=0)
        collect_if_changed()
        self.user = alice()
        self.day, self.notes = a_full_visit(self.user, CONNECTIONS)
        self.session = session_of(self.user)
        connections.close_all()
        filled = subprocess.run(
            [sys.executable, "-m", "tests.bench.bare"],
            env=os.environ | {"DATABASE_URL": self.urls["bare"]},
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=True,
        )
        self.bare_session = filled.stdout.strip()

    def serve(self, name, stack):
        """Two workers, as `make run` has them; ended with the bench."""
        port = PORTS[name]
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.serve", name, str(port), str(os.getpid())],
            cwd=PROJECT,
            env=os.environ | {"DATABASE_SECONDS": "60"} | {"DATABASE_URL": self.urls[name]},
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        stack.callback(process.wait)
        stack.callback(process.terminate)
        self.processes[name] = process.pid
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                return
            time.sleep(0.1)
        raise SystemExit(f"{name} does not answer")

    def get(self, name, path):
        """A function that makes the n-th request of a connection: the same page."""
        session = self.bare_session if name == "bare" else self.session
        request = (
            f"GET {path} HTTP/1.1\r\nHost: localhost:{PORTS[name]}\r\n"
            f"Cookie: sessionid={session}\r\nAccept: text/html\r\n\r\n"
        ).encode()
        return lambda _number: request

    def save(self, name, which):
        """A function that makes the n-th save of a connection, of a note of its own."""
        session = self.bare_session if name == "bare" else self.session
        token = "t" * 32
        body = f"{NOTE}{which}".encode()
        common = (
            f"Host: localhost:{PORTS[name]}\r\nCookie: sessionid={session}; csrftoken={token}\r\n"
            f"Content-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
        )
        if name == "bare":
            head = f"PUT /save/ HTTP/1.1\r\n{common}X-Number: {which % 10}\r\n\r\n"
            return lambda _number: head.encode() + body
        note, versions = self.notes[which], self.versions

        def ask(_number):
            base = versions[note]
            versions[note] += 1
            head = (
                f"PUT /notes/{note}/ HTTP/1.1\r\n{common}X-CSRFToken: {token}\r\n"
                f'X-Owner: {self.user.pk}\r\nIf-Match: "{base}"\r\n'
                f"Idempotency-Key: {uuid.uuid4()}\r\n\r\n"
            )
            return head.encode() + body

        return ask

    def round(self, name, asks, count):
        pid = int((self.server.data / "postmaster.pid").read_text().split()[0])
        return measure(PORTS[name], asks, count, self.processes[name], pid)

    def compare(self):
        """The visit page and the save of a note, ours and without the second lock and bare."""
        self.versions = dict.fromkeys(self.notes, 1)
        visit = f"/visits/{self.day.pk}/"
        pages = {name: "/page/" if name == "bare" else visit for name in PORTS}
        asks = {
            ("page", name): [self.get(name, path)] * CONNECTIONS for name, path in pages.items()
        } | {
            ("save", name): [self.save(name, which) for which in range(CONNECTIONS)]
            for name in PORTS
        }
        rounds = {key: [] for key in asks}
        for number in range(self.given.rounds + 1):
            for key, ask in asks.items():
                spent = self.round(key[1], ask, self.given.requests)
                if number:  # the first one warms up
                    rounds[key].append(spent)
        print(f"{'':14}{'requests/s':>12}{'web ms':>9}{'database ms':>13}")
        for (what, name), spent in rounds.items():
            print(
                f"{what + ' ' + name:14}{median(s.per_second for s in spent):12.0f}"
                f"{median(s.web_ms for s in spent):9.2f}"
                f"{median(s.database_ms for s in spent):13.2f}"
            )
        for what, budget in (("page", 0.6), ("save", 0.7)):
            print(f"{what}: {ratio(rounds, what, 'ours', 'bare')} of the bare one (≥ {budget})")
            print(
                f"{what}: {ratio(rounds, what, 'ours', 'unlocked')} of that without the second lock"
            )

    def connections(self):
        """New connections in 200 warm requests."""
        opened = "select sum(sessions) from pg_stat_database where datname = 'ours'"
        asks = [self.get("ours", f"/visits/{self.day.pk}/")] * CONNECTIONS
        self.round("ours", asks, 5)
        before = self.asked(opened)
        self.round("ours", asks, 13)
        print(f"new database connections in 208 warm requests: {self.asked(opened) - before}")

    def search(self):
        """Over very many notes; for one who has many of them, and for one who has few."""
        from tests.bench.search import compare
        from tests.factories import UserFactory

        for line in compare(self.user, UserFactory(), PORTS["ours"], session_of):
            print(line)

    def asked(self, statement):
        """One value, asked in the database `postgres`."""
        import psycopg2

        with (
            contextlib.closing(psycopg2.connect(self.server.url("postgres"))) as connection,
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
            return cursor.fetchone()[0]


def session_of(user):
    """The key of a session in which that user is logged in."""
    from django.conf import settings

    from interviews.sessions import SessionStore

    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = settings.AUTHENTICATION_BACKENDS[0]
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.save()
    return session.session_key


def ratio(rounds, what, ours, other):
    """Round by round, how much as many requests a second, and as much processor time a request."""
    pairs = list(zip(rounds[what, ours], rounds[what, other], strict=True))
    speed = median(one.per_second / two.per_second for one, two in pairs)
    spent = median(two.ms / one.ms for one, two in pairs)
    return f"{speed:.2f} by requests a second, {spent:.2f} by processor time"


if __name__ == "__main__":
    main()
