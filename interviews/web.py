"""The web server: granian in a process group of its own, which does not outlive its parent."""

import contextlib
import ctypes
import errno
import http.client
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

WORKERS = 2
DATABASE_SECONDS = 4  # that a request waits for the database; the answer is out within 5
FINISH_SECONDS = 5  # for requests that are under way when the server is told to stop
START_SECONDS = 120
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 listening there is the user's wish


class WebError(Exception):
    """The server cannot run; the message is one sentence for a person."""


def check_port(host: str, port: int) -> None:
    """Raise WebError unless the port is free.

    granian would share a busy one in silence. Where we listen on this machine alone, both of the
    addresses that `localhost` may mean have to be free: a browser may try either.
    """
    hosts = {host, "::1"} if host == "127.0.0.1" else {host}
    for name in hosts:
        family = socket.AF_INET6 if ":" in name else socket.AF_INET
        try:
            with socket.socket(family) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((name, port))
        except OSError as error:
            if name != host and error.errno != errno.EADDRINUSE:  # this machine may have no IPv6
                continue
            raise WebError(_why_not(host, port, error)) from error


def _why_not(host: str, port: int, error: OSError) -> str:
    if isinstance(error, socket.gaierror):
        return f"HOST={host} is not an address of this machine."
    if isinstance(error, PermissionError):
        return f"Port {port} may not be used by this user: choose one from 1024 up with PORT=."
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use: stop what uses it, or choose another port with PORT=."
    return f"HOST={host} with PORT={port} cannot be listened on: {error.strerror}."


class Web:
    """The running web server, seen from the process that started it."""

    def __init__(self, host: str, port: int, name: str, tls_in_front: bool) -> None:
        self.host = EVERYWHERE.get(host, host)
        self.port = port
        self.headers = {"Host": f"{name}:{port}", "User-Agent": "second-look-up"}
        if tls_in_front:
            self.headers = {**self.headers, "Host": name, "X-Forwarded-Proto": "https"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "interviews.web", host, str(port), str(os.getpid())],
            cwd=Path(__file__).resolve().parent.parent,
            env={"DATABASE_SECONDS": str(DATABASE_SECONDS), **os.environ},
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C reaches us alone, and we stop it in order
        )

    def running(self) -> bool:
        return self.process.poll() is None

    def wait_until_answers(self) -> None:
        """Wait for the first page. Raises WebError if it does not come, or is an error.

        503 is none yet: on a machine that is busy with all the rest of a first start, the database
        may take longer than a request waits for it.
        """
        end, status = time.monotonic() + START_SECONDS, 0
        while time.monotonic() < end:
            if not self.running():
                raise WebError("The web server ended before its first page: see the lines above.")
            with contextlib.suppress(OSError, http.client.HTTPException):
                status = self._status_of_first_page()
                if status == 200:
                    return
                if status != 503:
                    break
            time.sleep(0.05)
        if status:
            raise WebError(f"The first page cannot be opened: it answers {status}.")
        raise WebError(f"The first page did not come in {START_SECONDS} s.")

    def _status_of_first_page(self) -> int:
        path = "/"
        for _ in range(5):
            connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
            try:
                connection.request("GET", path, headers=self.headers)
                answer = connection.getresponse()
                target = answer.headers.get("Location", "")
                if answer.status not in (301, 302, 303, 307, 308) or not target.startswith("/"):
                    return answer.status
                path = target
            finally:
                connection.close()
        return answer.status

    def stop(self) -> None:
        """Let requests finish, then end the process and all that it started."""
        if self.running():
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(FINISH_SECONDS + 5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def die_with(parent: int, number: signal.Signals) -> None:
    """Have the system send us the signal when the process `parent`, our parent, ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, int(number))  # PR_SET_PDEATHSIG
    else:
        threading.Thread(target=_watch, args=(parent, number), daemon=True).start()
    if os.getppid() != parent:  # it ended before we asked
        os.kill(os.getpid(), number)


def _watch(parent: int, number: signal.Signals) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), number)


def serve(host: str, port: int, load: Callable[[], Callable[..., Any]] | None = None) -> None:
    """Serve in this process until TERM or INT; `load` is another application, for comparison."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "interviews.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        # One thread a worker is one database connection a worker; more were slower.
        blocking_threads=1,
        blocking_threads_idle_timeout=600,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=FINISH_SECONDS,
    ).serve(target_loader=load or load_application, wrap_loader=False)


def load_application() -> Callable[..., Any]:
    """The application, in a worker: one whose main process was killed would serve for ever."""
    main = multiprocessing.parent_process()
    if main and main.pid:
        die_with(main.pid, signal.SIGKILL)
    # Until granian listens to signals, TERM just ends us: its main process left its own handler.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    from interviews.wsgi import application

    return application


if __name__ == "__main__":
    die_with(int(sys.argv[3]), signal.SIGTERM)
    serve(sys.argv[1], int(sys.argv[2]))
