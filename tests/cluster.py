"""The tests' own PostgreSQL, in var/pgtest: started once, shared by runs, worth nothing."""

import os
import shutil
from pathlib import Path

import psycopg2
from psycopg2 import sql

from interviews.embedded import Server, ServerError

PROJECT = Path(__file__).resolve().parent.parent


class Cluster:
    """The server for one run of pytest, whose databases carry the run's own name."""

    def __init__(self) -> None:
        # POSTGRESQL names another version's folder, such as /usr/lib/postgresql/15.
        other = os.environ.get("POSTGRESQL")
        name = f"pgtest-{Path(other).name}" if other else "pgtest"
        self.server = Server(PROJECT, name, fsync=False, install=Path(other) if other else None)
        self.run = f"run_{os.getpid()}"

    def start(self) -> str:
        """Start or join the server; answers the DATABASE_URL of this run."""
        try:
            alone = self.server.start()
        except ServerError:  # without fsync, a power cut may have spoilt it
            shutil.rmtree(self.server.data, ignore_errors=True)
            alone = self.server.start()
        if alone:
            self._drop_databases("test_run_")  # of runs that were killed
        return self.server.url(self.run)

    def stop(self) -> None:
        self._drop_databases(f"test_{self.run}")
        self.server.stop()

    def _drop_databases(self, prefix: str) -> None:
        connection = psycopg2.connect(self.server.url("postgres"))
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(
                "select datname from pg_database where starts_with(datname, %s)", [prefix]
            )
            for (name,) in cursor.fetchall():
                statement = sql.SQL("drop database if exists {} with (force)")
                cursor.execute(statement.format(sql.Identifier(name)))
        connection.close()
