"""The embedded server: started by the first, stopped by the last, found again after KILL."""

import os
import pwd
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg2
import pytest

from interviews.embedded import SOCKET_PATH_LIMIT, Server, ServerError, _reaches


def answer(server, statement="select 1", database="postgres"):
    connection = psycopg2.connect(server.url(database))
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()[0] if cursor.description else None
    finally:
        connection.close()


def postmaster(server):
    return int((server.data / "postmaster.pid").read_text().splitlines()[0])


def runs(pid):
    """Is there such a process, and not just its record?"""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_making_a_server_touches_nothing(tmp_path):
    server = Server(tmp_path)
    assert server.url("second_look").endswith(f"?host={server.socket_folder}")
    assert list(tmp_path.iterdir()) == []


def test_server_starts_answers_and_stops(server):
    assert server.start() is True
    pid = postmaster(server)
    assert answer(server, "show fsync") == "off"
    assert answer(server, "show server_encoding") == "UTF8"
    assert server.stop() is True
    assert not runs(pid)
    assert server.answers() is False


def test_data_survive_a_stop_and_are_kept_by_default(tmp_path, server):
    safe = Server(server.project)
    with safe:
        assert answer(safe, "show fsync") == "on"
        answer(safe, "create table kept as select 42 as number")
    with safe:
        assert answer(safe, "select number from kept") == 42


def test_last_user_stops_the_server(server):
    second = Server(server.project, fsync=False)
    assert (server.start(), second.start()) == (True, False)
    assert server.stop() is False
    assert answer(second) == 1
    assert second.stop() is True
    assert second.answers() is False


def test_stopping_what_was_not_started_does_nothing(server):
    assert server.stop() is False


def test_users_that_start_together_share_one_server(server):
    code = (
        "import sys, time; from pathlib import Path; from interviews.embedded import Server\n"
        "with Server(Path(sys.argv[1]), fsync=False) as s:\n"
        "    print((s.data / 'postmaster.pid').read_text().split()[0], flush=True)\n"
        "    sys.stdin.read()"
    )
    users = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(server.project)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    pids = {user.stdout.readline() for user in users if user.stdout}
    for user in users:
        user.communicate()
    assert len(pids) == 1
    assert not runs(int(pids.pop()))


def test_server_of_a_killed_user_is_adopted(server):
    code = (
        "import os, sys; from pathlib import Path; from interviews.embedded import Server\n"
        "Server(Path(sys.argv[1]), fsync=False).start(); os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(server.project)], check=False)
    assert killed.returncode == -signal.SIGKILL
    pid = postmaster(server)
    assert runs(pid)
    assert server.start() is False
    assert postmaster(server) == pid
    assert server.stop() is True
    assert not runs(pid)


def test_server_recovers_after_kill(server):
    server.start()
    answer(server, "create table kept as select 42 as number")
    answer(server, "checkpoint")
    pid = postmaster(server)
    os.kill(pid, signal.SIGKILL)
    while server.answers():
        time.sleep(0.01)
    assert server.start() is True
    assert postmaster(server) != pid
    assert answer(server, "select number from kept") == 42


def test_number_of_a_killed_server_may_be_taken_by_another_process(server):
    server.start()
    os.kill(postmaster(server), signal.SIGKILL)
    while server.answers():
        time.sleep(0.01)
    path = server.data / "postmaster.pid"
    lines = path.read_text().splitlines()
    path.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    server.start()
    assert answer(server) == 1


def test_half_made_data_folder_is_made_anew(server):
    half = server.folder / "data.new"
    server.start()
    server.stop()
    server.data.rename(half)
    (half / "global" / "pg_control").unlink()
    server.start()
    assert answer(server) == 1


def test_long_socket_path_moves_to_a_private_folder(server):
    long = server.project / ("deep" * 30)
    long.mkdir()
    deep = Server(long, fsync=False)
    with deep:
        assert answer(deep) == 1
        assert len(str(deep.socket_folder)) < SOCKET_PATH_LIMIT
        assert not deep.socket_folder.is_relative_to(long)
        assert stat.S_IMODE(deep.socket_folder.stat().st_mode) == 0o700
    assert not deep.socket_folder.exists()


def test_odd_letters_in_the_path_do_no_harm(server):
    odd = server.project / 'it\'s $HOME, "two" `looks`; ü'
    odd.mkdir()
    with Server(odd, fsync=False) as there:
        assert answer(there) == 1


def test_strange_environment_does_no_harm(server, monkeypatch):
    monkeypatch.setenv("PGPORT", "6543")
    monkeypatch.setenv("PGDATA", "/nowhere")
    monkeypatch.setenv("LC_ALL", "xx_XX.nothing")
    server.start()
    assert answer(server) == 1


def test_folder_of_the_server_is_private(server):
    server.start()
    assert stat.S_IMODE(server.folder.stat().st_mode) == 0o700


def test_unusable_folder_is_one_sentence(server):
    blocked = server.project / "blocked"
    blocked.mkdir()
    (blocked / "var").write_text("a file where the folder should be")
    with pytest.raises(ServerError, match=r"^PostgreSQL cannot use .*var/pg: .*\.$"):
        Server(blocked).start()


def test_spoilt_data_are_one_sentence(server):
    server.start()
    server.stop()
    control = server.data / "global" / "pg_control"
    whole = control.read_bytes()
    control.write_bytes(b"")
    with pytest.raises(ServerError, match=r"^PostgreSQL does not start: .*pg_control.*\.$"):
        server.start()
    control.write_bytes(whole)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give folders away")
def test_root_leaves_the_server_to_the_owner_of_the_checkout(tmp_path):
    nobody = pwd.getpwnam("nobody")
    os.chown(tmp_path, nobody.pw_uid, nobody.pw_gid)
    assert Server(tmp_path).user == nobody


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
def test_reach_follows_the_permissions_of_every_folder_above(tmp_path):
    nobody = pwd.getpwnam("nobody")
    inner = Path("/var/lib") / f"second-look-test-{os.getpid()}" / "inner"
    inner.mkdir(parents=True)
    try:
        assert _reaches(nobody, inner) is True
        inner.parent.chmod(0o700)
        assert _reaches(nobody, inner) is False
        assert _reaches(None, inner) is True
    finally:
        inner.rmdir()
        inner.parent.rmdir()
