"""How much a column takes: no text of a user's is without a limit in the database itself."""

import pytest
from django.db import IntegrityError, connection, transaction

from interviews.models import AgendaImport, InterviewDay, Note, User
from interviews.models.text import LongTextField
from tests.factories import a_day, a_note
from tests.test_addresses import owned_models

WITHOUT_LIMIT = """
    SELECT c.relname || '.' || a.attname FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relname = ANY (%s) AND a.attgenerated = ''
        AND (format_type(a.atttypid, null) IN ('text', 'json', 'jsonb', 'bytea')
            OR format_type(a.atttypid, null) LIKE '%%[]'
            OR format_type(a.atttypid, null) = 'character varying' AND a.atttypmod = -1)
        AND NOT EXISTS (
            SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c'
                AND k.conkey = ARRAY[a.attnum] AND pg_get_constraintdef(k.oid) ~ '_length\\(')
    ORDER BY 1
"""


def test_every_column_of_text_has_its_limit(db):
    tables = [model._meta.db_table for model in [*owned_models(), User]]
    with connection.cursor() as cursor:
        cursor.execute(WITHOUT_LIMIT, [tables])
        found = [name for (name,) in cursor.fetchall()]

    assert found == []


def test_limits_are_those_of_the_forms(db):
    """Django changes no column's own check: whoever changes `max_length` writes that migration."""
    fields = [f for model in owned_models() for f in model._meta.fields]
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint")
        checks = dict(cursor.fetchall())
    wrong = [
        str(field)
        for field in fields
        if isinstance(field, LongTextField)
        if f"<= {field.max_length})"
        not in checks.get(f"{field.model._meta.db_table}_{field.column}_check", "")
    ]

    assert wrong == []


def test_walk_over_the_columns_sees_one_without_a_limit(db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE loose (id int, words text, more varchar, kept varchar(9))")
        cursor.execute(WITHOUT_LIMIT, [["loose"]])

        assert cursor.fetchall() == [("loose.more",), ("loose.words",)]


def refused(rows, **values):
    """Whether the database turns these values down."""
    with pytest.raises(IntegrityError, match="violates check constraint"), transaction.atomic():
        rows.update(**values)
    return True


def test_longest_note_fits_and_one_character_more_does_not(alice):
    note = Note.objects.filter(pk=a_note(alice).pk)

    assert note.update(text="🙂" * 200_000) == 1
    assert refused(note, text="x" * 200_001)


def test_json_that_nobody_types_has_a_limit_too(alice):
    day = a_day(alice)
    mail = AgendaImport.objects.create(owner=alice, day=day, text="Dear Alice")

    assert refused(AgendaImport.objects.filter(pk=mail.pk), made={"x": "x" * 1_000_000})
    assert refused(InterviewDay.objects.filter(pk=day.pk), moved_from={"x": "x" * 1_000_000})
