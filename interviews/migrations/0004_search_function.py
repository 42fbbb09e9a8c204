"""Search under row-level security, see _search.py."""

from django.db import migrations

from interviews.migrations._search import SEARCH_FUNCTION


class Migration(migrations.Migration):
    dependencies = [("interviews", "0003_second_lock")]

    operations = [migrations.RunSQL(*SEARCH_FUNCTION)]
