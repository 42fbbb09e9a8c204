"""A note's save as a script asks for it, what is stored behind it, and a database that fails."""

from django.db import connection
from django.urls import reverse

from interviews.models import NoteRevision, uuid7


def put(client, user, pk, text, base=0, op=None, **headers):
    body = text if isinstance(text, bytes) else text.encode()
    sent = {
        "Idempotency-Key": str(op or uuid7()),
        "If-Match": f'"{base}"',
        "X-Owner": str(user.pk),
        **{name.replace("_", "-"): str(value) for name, value in headers.items()},
    }
    sent = {name: value for name, value in sent.items() if value != "None"}
    address = reverse("note-detail", args=[pk])
    return client.put(address, body, content_type="text/plain; charset=utf-8", headers=sent)


def texts(note):
    """Every text that is stored of the note, versions first."""
    rows = NoteRevision.objects.filter(note=note).order_by("version", "saved_at")
    return list(rows.values_list("version", "text"))


def failing(error, at):
    """A wrapper of the database's cursor that raises where a statement has that text."""

    def execute(run, sql, params, many, context):
        if at in sql:
            raise error
        return run(sql, params, many, context)

    return connection.execute_wrapper(execute)
