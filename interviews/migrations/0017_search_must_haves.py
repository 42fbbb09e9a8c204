"""Must-haves are found by the search, see _must_haves.py."""

from django.db import migrations

from interviews.migrations._must_haves import SEARCH


class Migration(migrations.Migration):
    dependencies = [("interviews", "0016_preparation")]

    operations = [migrations.RunSQL(*SEARCH)]
