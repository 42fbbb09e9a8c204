"""Whether the database that we are to use will do; if not, why, in one sentence."""

from django.db import DatabaseError, NotSupportedError, OperationalError, connection

OLDEST = 15  # PostgreSQL


class UnusableDatabase(Exception):
    """The database will not do; the message is one sentence for a person."""


def check_database() -> None:
    """Connect, and see that the server is new enough. Raises UnusableDatabase."""
    try:
        with connection.cursor():
            version = connection.pg_version  # type: ignore[attr-defined]
    except OperationalError as error:
        raise UnusableDatabase(f"DATABASE_URL leads to no database: {plainly(error)}.") from error
    except NotSupportedError as error:  # Django has a limit of its own
        raise UnusableDatabase(
            "DATABASE_URL leads to a PostgreSQL that is too old: "
            f"Second Look needs {OLDEST} or newer."
        ) from error
    if version < OLDEST * 10_000:
        raise UnusableDatabase(
            f"DATABASE_URL leads to PostgreSQL {version // 10_000}, and Second Look needs "
            f"{OLDEST} or newer."
        )


def why_not_migrated(error: DatabaseError) -> str:
    """The reason why migrations failed, and what to do where the reason is a missing right."""
    if getattr(error.__cause__, "pgcode", None) == "42501":  # insufficient privilege
        return (
            f"The database's user may not do what the migrations need: {plainly(error)}; "
            "a database administrator has to do it once, or to allow it (docs/deploy.md)."
        )
    return f"The database could not be brought up to date: {plainly(error)}."


def plainly(error: Exception) -> str:
    """PostgreSQL's words, on one line and without a full stop."""
    return " ".join(str(error).split()).rstrip(".")
