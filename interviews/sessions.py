"""Sessions in the database, each looked up by a statement that is written once a process.

The ORM would write it anew for every request, which takes several times as long as PostgreSQL
needs to answer it (docs/performance.md).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone


@cache
def statement() -> str:
    """Django's own statement for a session that has not run out; it binds its key and the time."""
    sessions = db.SessionStore.get_model_class().objects.filter(session_key="")
    found = sessions.filter(expire_date__gt=timezone.now())  # binds after the key
    return str(found.values("session_data").query.sql_with_params()[0])


class SessionStore(db.SessionStore):
    """Django's store, with a faster look-up."""

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing, and no key, where there is none or it has run out."""
        with connection.cursor() as cursor:
            cursor.execute(statement(), [self.session_key, timezone.now()])
            found = cursor.fetchone()
        if found is None:
            self._session_key = None
            return {}
        data: dict[str, Any] = self.decode(found[0])
        return data
