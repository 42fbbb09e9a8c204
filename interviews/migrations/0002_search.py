"""Full text: a generated vector in each table that holds writing, indexed with its owner first.

The columns are not fields of the models, so that no page reads them; `history.py` does.
"""

from django.db import migrations

from interviews.migrations._search import vector

WRITING = {
    "company": ("name", "industry", "location", "about", "culture"),
    "interviewer": ("name", "title", "remarks"),
    "attendance": ("remember",),
    "note": ("text",),
    "impression": ("observation",),
}


class Migration(migrations.Migration):
    dependencies = [("interviews", "0001_initial")]

    operations = [migrations.RunSQL(*vector(table, fields)) for table, fields in WRITING.items()]
