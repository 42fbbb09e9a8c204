"""What was said of a must-have when the offer came."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0021_save_note_clock"),
    ]

    operations = [
        migrations.AddField(
            model_name="musthave",
            name="met_was",
            field=models.CharField(
                blank=True,
                choices=[("unknown", "not known yet"), ("met", "met"), ("unmet", "not met")],
                editable=False,
                max_length=16,
            ),
        ),
        migrations.AddConstraint(
            model_name="musthave",
            constraint=models.CheckConstraint(
                condition=models.Q(("met_was__in", ["", "unknown", "met", "unmet"])),
                name="must_have_met_was_known",
            ),
        ),
    ]
