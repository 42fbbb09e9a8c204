"""The cache that all workers share: a table of the database, whose trouble is not kept quiet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import DatabaseError, IntegrityError, connection


class SharedCache(DatabaseCache):
    """As Django's; where the database cannot write, it says so.

    Django's answers then as if somebody else held the key, and whoever counts tries takes that for
    too many of them: a log-in on a database that only reads was told to wait, not that we are away.
    """

    def _base_set(self, mode: str, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT) -> bool:
        broken: list[DatabaseError] = []

        def remember(execute: Callable[..., Any], *arguments: Any) -> Any:
            try:
                return execute(*arguments)
            except IntegrityError:  # somebody else was first, which is an answer
                raise
            except DatabaseError as error:
                broken.append(error)
                raise

        with connection.execute_wrapper(remember):
            done: bool = super()._base_set(mode, key, value, timeout)  # type: ignore[misc]
        if broken:
            raise broken[0]
        return done
