"""What workers have to know of each other: how often somebody tried to log in.

Sessions that are open by now are in nobody's list of sessions, and "log out everywhere" would miss
them: they end here.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0004_search_function"),
        ("sessions", "0001_initial"),
        ("usersessions", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(
            """
            CREATE TABLE interviews_cache (
                cache_key varchar(255) PRIMARY KEY,
                value text NOT NULL,
                expires timestamp with time zone NOT NULL
            );
            CREATE INDEX interviews_cache_expires ON interviews_cache (expires);
            """,
            "DROP TABLE interviews_cache",
        ),
        migrations.RunSQL("DELETE FROM django_session", migrations.RunSQL.noop),
    ]
