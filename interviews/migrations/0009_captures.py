import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import interviews.models.owned
import interviews.models.text
from interviews.migrations import _second_lock as lock


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0008_text_limits"),
    ]

    operations = [
        migrations.CreateModel(
            name="Capture",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=interviews.models.owned.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("op", models.UUIDField()),
                ("sha256", models.CharField(max_length=64)),
                ("location", interviews.models.text.LongTextField(blank=True, max_length=2000)),
                ("replays", models.PositiveIntegerField(default=0)),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["created_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "op"), name="capture_op_once"),
                ],
            },
        ),
        migrations.RunSQL(*lock.policy("capture")),
    ]
