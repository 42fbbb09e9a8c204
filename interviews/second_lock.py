"""The second lock: a request's queries run as a role to which the database shows one user's rows.

A view that forgets `visible_to` finds nothing of anybody else. The first lock stays: it is what
the code says; this is what holds where the code is wrong. Migration 0003 has the policies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase

ROLE = "second_look_web"
SWITCH = "SELECT set_config('role', %s, true), set_config('app.user_id', %s, true)"
# Addresses that answer without the database: they tell whether it is there.
WITHOUT_DATABASE = "/health/"
# Tables with an owner of which the role would see more than policies allow.
OPEN_TABLES = """
    SELECT c.relname FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'owner_id' AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
      AND NOT row_security_active(c.oid)
    ORDER BY c.relname
"""


@contextmanager
def acting_for(user_id: int | None) -> Iterator[None]:
    """A transaction in which the database shows that user's rows only; without one, nobody's.

    Both settings end with the transaction, so that a pooler may hand the connection on. Inside of
    another transaction, as in tests, they are taken back at the end.
    """
    nested = connection.in_atomic_block
    with transaction.atomic():
        switch(ROLE, str(user_id or ""))
        yield
        if nested and not transaction.get_rollback():
            switch("none", "")


def switch(role: str, user_id: str) -> None:
    """Take on role and user until the transaction ends: one round trip."""
    with connection.cursor() as cursor:
        cursor.execute(SWITCH, [role, user_id])


def check_binding() -> None:
    """Raise ImproperlyConfigured where the policies would not hold back the web's role."""
    with acting_for(None), connection.cursor() as cursor:
        cursor.execute(OPEN_TABLES)
        tables = [name for (name,) in cursor.fetchall()]
    if tables:
        raise ImproperlyConfigured(
            f"Row-level security does not bind the role {ROLE} on {', '.join(tables)}: "
            "it must neither own these tables nor bypass row-level security."
        )


def SecondLockMiddleware(  # noqa: N802 a middleware is named like a class
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Run a request's queries for its user, in one transaction that its answer follows.

    An answer of 500 or more takes back what was written. A broken transaction under an answer of
    success is a defect of a view, which would say that it saved and did not: it raises.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(WITHOUT_DATABASE):
            return get_response(request)
        with acting_for(request.user.pk):
            response = get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
            elif transaction.get_rollback() and response.status_code < 400:
                raise transaction.TransactionManagementError(
                    "a view answered success over a broken transaction"
                )
        return response

    return middleware
