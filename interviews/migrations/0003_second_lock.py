"""Row-level security: where a filter was forgotten, the database still shows nobody else's rows."""

from django.core.exceptions import ImproperlyConfigured
from django.db import ProgrammingError, migrations, transaction

from interviews.migrations import _second_lock as lock


def make_role(_apps, schema_editor):
    """Make the role and join it; or say what an administrator has to run."""
    connection = schema_editor.connection
    try:
        with transaction.atomic(connection.alias), connection.cursor() as cursor:
            cursor.execute(lock.MAKE_ROLE)
            cursor.execute(lock.JOIN_ROLE)
    except ProgrammingError as error:
        with connection.cursor() as cursor:
            cursor.execute("SELECT quote_ident(current_user)")
            statements = lock.FOR_AN_ADMINISTRATOR.format(user=cursor.fetchone()[0])
        raise ImproperlyConfigured(
            f"The database's role may not make roles: let its administrator run once: {statements}"
        ) from error


class Migration(migrations.Migration):
    dependencies = [("interviews", "0002_search")]

    operations = [
        # The role is the server's: other databases may use it, so going back leaves it.
        migrations.RunPython(make_role, migrations.RunPython.noop),
        *(migrations.RunSQL(make, drop) for make, drop in lock.LOCK),
    ]
