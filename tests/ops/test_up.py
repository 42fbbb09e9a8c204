"""The one command: starts all, stops all, and loses nothing when it is killed."""

import http.client
import os
import signal
import time
from contextlib import closing

import psycopg2
import pytest

from interviews.embedded import Server
from tests.ops.conftest import Up, copied_checkout
from tests.ops.test_embedded import postmaster, runs

pytestmark = pytest.mark.xdist_group("up")


@pytest.fixture(scope="module")
def checkout():
    """One copy for all of these tests: the first start in it takes much longer than the others."""
    with copied_checkout() as folder:
        yield folder


@pytest.fixture
def up(checkout, environment, free_port, tmp_path):
    """A function: start `up` in the copy and wait until it says its address."""
    started: list[Up] = []

    def start():
        new = Up(checkout, environment | {"PORT": str(free_port)}, tmp_path / f"log{len(started)}")
        started.append(new)
        new.wait_for(f"http://localhost:{free_port} ")
        return new

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
        one.process.wait()
    server = Server(checkout)
    server.start()
    server.stop()


def first_page(port, host="localhost"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/", headers={"Host": f"{host}:{port}"})
    answer = connection.getresponse()
    connection.close()
    return answer.status, answer.headers.get("Location")


def gone(pids, seconds=15):
    end = time.monotonic() + seconds
    while left := {pid for pid in pids if runs(pid)}:
        assert time.monotonic() < end, left
        time.sleep(0.05)
    return True


def clear(url):
    connection = psycopg2.connect(url)
    with connection, connection.cursor() as cursor:
        cursor.execute("drop table if exists kept; create table kept (number int)")
    connection.close()


def write(url, number):
    connection = psycopg2.connect(url)
    with connection, connection.cursor() as cursor:
        cursor.execute("insert into kept values (%s)", [number])
    connection.close()


def read(url):
    connection = psycopg2.connect(url)
    with connection.cursor() as cursor:
        cursor.execute("select number from kept order by 1")
        rows = [number for (number,) in cursor.fetchall()]
    connection.close()
    return rows


def test_up_serves_and_stops_without_leaving_anything(up, checkout, free_port):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        running = up()
        assert first_page(free_port)[0] in (200, 302)
        assert first_page(free_port, "127.0.0.1")[1] == f"http://localhost:{free_port}/"
        database = postmaster(Server(checkout))
        pids = running.descendants() | {database}
        assert len(pids) == 4  # granian, its two workers, PostgreSQL
        running.process.send_signal(number)
        assert running.process.wait(15) == 0
        assert running.log.read_text().splitlines()[-1] == "Stopped."
        assert gone(pids)


@pytest.mark.soak
def test_up_loses_nothing_when_killed(up, checkout, free_port):
    url = Server(checkout).url("second_look")
    running = up()
    clear(url)
    write(url, 1)
    web = running.descendants()
    running.process.kill()
    assert gone(web)  # the server and its workers end with their parent

    running = up()  # PostgreSQL was left, and is adopted
    write(url, 2)
    database = postmaster(Server(checkout))
    pids = running.descendants() | {running.process.pid, database}
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    running.process.wait()
    assert gone(pids)

    running = up()
    assert read(url) == [1, 2]
    os.kill(postmaster(Server(checkout)), signal.SIGKILL)
    running.wait_for("starting it again")
    with Server(checkout):
        assert read(url) == [1, 2]


@pytest.mark.soak
def test_other_commands_share_the_database_of_up(up, checkout, manage, free_port):
    running = up()
    done = manage("migrate", "--check", folder=checkout)
    assert (done.returncode, done.stderr) == (0, "")
    assert first_page(free_port)[0] in (200, 302)
    running.process.terminate()
    running.process.wait(15)
    done = manage("migrate", "--check", folder=checkout)
    assert (done.returncode, done.stderr) == (0, "")
    assert Server(checkout).answers() is False


def test_start_is_refused_where_the_second_lock_is_open(up, checkout, manage, free_port):
    running = up()
    running.process.terminate()
    running.process.wait(15)
    with Server(checkout) as server, closing(psycopg2.connect(server.url("second_look"))) as owner:
        owner.autocommit = True
        with owner.cursor() as cursor:
            cursor.execute("alter table interviews_note disable row level security")
            done = manage("up", folder=checkout, PORT=str(free_port))
            cursor.execute("alter table interviews_note enable row level security")

    assert done.returncode == 1
    assert done.stderr == (
        "second look: Row-level security does not bind the role second_look_web on "
        "interviews_note: it must neither own these tables nor bypass row-level security.\n"
    )


@pytest.mark.soak
def test_no_saved_row_is_missing_after_many_kills(up, checkout):
    url = Server(checkout).url("second_look")
    saved = []
    for round_ in range(int(os.environ.get("SOAK_KILLS", "100" if "SOAK" in os.environ else "12"))):
        running = up()
        if not round_:
            clear(url)
        for number in range(round_ * 20, round_ * 20 + 20):
            write(url, number)
            saved.append(number)
        database = postmaster(Server(checkout))
        pids = running.descendants() | {running.process.pid, database}
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        running.process.wait()
        assert gone(pids)
    up()
    assert read(url) == saved
