"""The preparation is found too, see _preparation.py."""

from django.conf import settings
from django.db import migrations, models

from interviews.migrations._preparation import DATABASE

# The index of the search begins with the owner.
OWNER = models.ForeignKey(
    settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False
)


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0017_search_must_haves"),
    ]

    operations = [
        *(
            migrations.AlterField(model, "owner", OWNER)
            for model in ("application", "quality", "source")
        ),
        *(migrations.RunSQL(make, drop) for make, drop in DATABASE),
    ]
