"""One more kind of reminder: what was asked before a visit is not answered."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("interviews", "0023_uses_of_sources")]

    operations = [
        migrations.RemoveConstraint("reminder", "reminder_kind_known"),
        migrations.AlterField(
            "reminder",
            "kind",
            models.CharField(
                choices=[
                    ("evening_before", "the evening before a visit"),
                    ("unknown_late", "when what I asked before a visit is not answered"),
                    ("letters_due", "when thank-you letters are due, and when they are overdue"),
                    ("inquiry_due", "when it is time to inquire"),
                    ("answer_due", "the day before an offer must be answered"),
                ],
                max_length=16,
            ),
        ),
        migrations.AddConstraint(
            "reminder",
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=[
                        "evening_before", "unknown_late", "letters_due", "inquiry_due",
                        "answer_due",
                    ]
                ),
                name="reminder_kind_known",
            ),
        ),
    ]  # fmt: skip
