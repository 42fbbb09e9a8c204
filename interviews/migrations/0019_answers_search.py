"""Calls, inquiries and letters are found too, see _answers.py."""

from django.conf import settings
from django.db import migrations, models

from interviews.migrations._answers import DATABASE

# The index of the search begins with the owner.
OWNER = models.ForeignKey(
    settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False
)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0018_preparation_search")]

    operations = [
        *(migrations.AlterField(model, "owner", OWNER) for model in ("call", "inquiry", "letter")),
        *(migrations.RunSQL(make, drop) for make, drop in DATABASE),
    ]
