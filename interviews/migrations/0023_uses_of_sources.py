"""A source is of use in several meetings and as questions; tasks and expenses are found too."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import interviews.models.owned
from interviews.migrations import _second_lock as lock
from interviews.migrations import _tasks_and_expenses as tasks_and_expenses

LOCK = [
    lock.parent_key("source"),
    lock.child_key("sourceuse", "source_id", "source"),
    lock.child_key("sourceuse", "meeting_id", "meeting"),
    lock.child_key("sourceuse", "question_id", "question"),
    lock.policy("sourceuse"),
]
# The one meeting that a source had so far; back again, the first of several.
KEEP = (
    """
    INSERT INTO interviews_sourceuse (id, owner_id, source_id, meeting_id, created_at, updated_at)
    SELECT gen_random_uuid(), owner_id, id, use_in_id, now(), now()
    FROM interviews_source WHERE use_in_id IS NOT NULL;
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
    """,
    """
    UPDATE interviews_source s SET use_in_id = u.meeting_id
    FROM (
        SELECT DISTINCT ON (source_id) source_id, meeting_id
        FROM interviews_sourceuse WHERE meeting_id IS NOT NULL
        ORDER BY source_id, created_at, id
    ) u
    WHERE u.source_id = s.id;
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
    """,
)
UNTIE = lock.child_key("source", "use_in_id", "meeting")[::-1]
OWNER = models.ForeignKey(
    settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False
)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0022_met_before_offer")]

    operations = [
        migrations.CreateModel(
            name="SourceUse",
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
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uses",
                        to="interviews.source",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="source_uses",
                        to="interviews.meeting",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="source_uses",
                        to="interviews.question",
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source", "meeting"), name="source_use_meeting_once"
                    ),
                    models.UniqueConstraint(
                        fields=("source", "question"), name="source_use_question_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("meeting", None), ("question__isnull", False))
                        | models.Q(("meeting__isnull", False), ("question", None)),
                        name="source_use_in_one_place",
                    ),
                ],
            },
        ),
        *(migrations.RunSQL(make, drop) for make, drop in LOCK),
        migrations.RunSQL(*KEEP),
        migrations.RunSQL(*UNTIE),
        migrations.RemoveField("source", "use_in"),
        *(migrations.AlterField(model, "owner", OWNER) for model in ("task", "expense")),
        *(migrations.RunSQL(make, drop) for make, drop in tasks_and_expenses.DATABASE),
    ]
