"""An event of a calendar shows its visit's address, zone and end too: changes of these count."""

from django.db import migrations

from interviews.migrations import _calendars as calendars


class Migration(migrations.Migration):
    dependencies = [("interviews", "0013_must_haves")]

    operations = [migrations.RunSQL(*calendars.COUNT_CHANGES_OF_VISIT)]
