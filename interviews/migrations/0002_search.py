"""Full text: a generated vector in each table that holds writing, indexed with its owner first.

The columns are not fields of the models, so that no page reads them; `history.py` does.
"""

from django.db import migrations

WRITING = {
    "company": ("name", "industry", "location", "about", "culture"),
    "interviewer": ("name", "title", "remarks"),
    "attendance": ("remember",),
    "note": ("text",),
    "impression": ("observation",),
}


def vector(table: str, fields: tuple[str, ...]) -> migrations.RunSQL:
    words = " || E'\\n' || ".join(fields)
    return migrations.RunSQL(
        f"ALTER TABLE interviews_{table} ADD COLUMN search tsvector"
        f" GENERATED ALWAYS AS (public.second_look_vector({words})) STORED;"
        f"CREATE INDEX {table}_search ON interviews_{table} USING gin (owner_id, search)",
        f"ALTER TABLE interviews_{table} DROP COLUMN search",
    )


class Migration(migrations.Migration):
    dependencies = [("interviews", "0001_initial")]

    operations = [vector(table, fields) for table, fields in WRITING.items()]
