"""Each text of a user's has its limit in the database too, whatever way it came."""

from django.db import migrations

from interviews.models.text import BoundedJSONField, LongTextField

TEXTS = [
    ("agendaimport", "text", LongTextField(max_length=200_000)),
    ("application", "job_description", LongTextField(blank=True, max_length=50_000)),
    ("company", "about", LongTextField(blank=True, max_length=20_000)),
    ("company", "culture", LongTextField("what it says of its culture", blank=True, max_length=20_000)),
    ("impression", "observation", LongTextField(blank=True, max_length=5_000)),
    ("interviewday", "accommodation", LongTextField(blank=True, max_length=5_000)),
    ("interviewday", "bring", LongTextField(blank=True, max_length=5_000)),
    ("interviewday", "travel", LongTextField(blank=True, max_length=5_000)),
    ("interviewer", "remarks", LongTextField(blank=True, max_length=20_000)),
    ("note", "text", LongTextField(blank=True, max_length=200_000)),
    ("noterevision", "sent", LongTextField(blank=True, max_length=200_000, null=True)),
    ("noterevision", "text", LongTextField(blank=True, max_length=200_000)),
]  # fmt: skip
JSON = [
    ("agendaimport", "made", BoundedJSONField(default=dict, editable=False)),
    ("interviewday", "moved_from", BoundedJSONField(blank=True, editable=False, null=True)),
]


def limited(model, column, condition):
    """Django makes a column's own check with the column only: an existing one gets it here."""
    table = f"interviews_{model}"
    name = f"{table}_{column}_check"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({condition})",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("interviews", "0007_calendars_and_imports")]

    operations = [
        *(migrations.AlterField(model, name, field) for model, name, field in [*TEXTS, *JSON]),
        *(
            limited(model, name, f"char_length({name}) <= {field.max_length}")
            for model, name, field in TEXTS
        ),
        *(limited(model, name, f"char_length({name}::text) <= 1000000") for model, name, _ in JSON),
    ]
