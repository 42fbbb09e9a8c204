"""Long text and JSON whose limits the database keeps too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


def keep_both(stored: str, text: str, was: str) -> str:
    """What to keep of a text that was written where `was` stood; no sentence is lost.

    Where another device changed it meanwhile, both texts stay.
    """
    if text == was:
        return stored
    if stored in ("", was):
        return text
    return stored if text in stored else f"{stored}\n\n{text}"


class LongTextField(models.TextField):
    """Text of at most `max_length` characters, in the form and by a check on the column.

    A plain `TextField` keeps its limit in forms only. PostgreSQL's `varchar(n)` would do too, but
    the type of a column that a generated column reads cannot be changed later; a check can. Django
    makes it with the column, and never changes it: a migration that alters the limit does that by
    SQL, as 0008 does; tests/test_limits.py compares.
    """

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        """The condition of the column's check, which PostgreSQL names `<table>_<column>_check`."""
        column = connection.ops.quote_name(str(self.column))
        return f"char_length({column}) <= {self.max_length}"


class BoundedJSONField(models.JSONField):
    """JSON of at most a million characters, by a check on the column: no user writes it by hand."""

    LONGEST = 1_000_000

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        """The condition of the column's check, like that of a long text."""
        column = connection.ops.quote_name(str(self.column))
        return f"char_length({column}::text) <= {self.LONGEST}"
