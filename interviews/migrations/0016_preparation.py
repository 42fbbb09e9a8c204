import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import interviews.models.owned
import interviews.models.text
from interviews.migrations import _second_lock as lock

LOCK = [
    lock.child_key("task", "day_id", "interviewday"),
    lock.child_key("expense", "day_id", "interviewday"),
    lock.child_key("quality", "application_id", "application"),
    lock.child_key("source", "company_id", "company"),
    lock.child_key("source", "use_in_id", "meeting"),
    lock.child_key("interviewday", "asked_person_id", "interviewer"),
    *map(lock.policy, ("task", "expense", "quality", "source")),
]


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0015_thinned_revisions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Expense",
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
                ("what", models.CharField(max_length=200)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=11)),
                ("currency", models.CharField(max_length=3)),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                ("paid_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["created_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Quality",
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
                ("sought", models.CharField(max_length=300, verbose_name="what they look for")),
                (
                    "example",
                    interviews.models.text.LongTextField(
                        blank=True, max_length=5000, verbose_name="my example"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "qualities",
                "ordering": ["created_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Source",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("web_page", "web page"),
                            ("periodical", "periodical"),
                            ("report", "report"),
                            ("person", "person"),
                            ("first_interview", "first interview"),
                        ],
                        default="web_page",
                        max_length=16,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("address", models.URLField(blank=True, max_length=500)),
                ("read_on", models.DateField(blank=True, null=True)),
                ("learned", interviews.models.text.LongTextField(blank=True, max_length=20000)),
            ],
            options={
                "ordering": ["created_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Task",
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
                    "stage",
                    models.CharField(
                        choices=[("before", "before the visit"), ("after", "after it")],
                        default="before",
                        max_length=8,
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                ("days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["position", "created_at", "id"],
            },
        ),
        migrations.AddField(
            model_name="application",
            name="first_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="application",
            name="first_promised",
            field=interviews.models.text.LongTextField(blank=True, max_length=5000),
        ),
        migrations.AddField(
            model_name="application",
            name="first_said",
            field=interviews.models.text.LongTextField(blank=True, max_length=20000),
        ),
        migrations.AddField(
            model_name="application",
            name="first_with",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="interviewday",
            name="answered_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="interviewday",
            name="asked_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="interviewday",
            name="asked_person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="asked",
                to="interviews.interviewer",
            ),
        ),
        migrations.AddField(
            model_name="interviewday",
            name="tasks_begun_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("first_on", None),
                    ("first_on__range", ("2000-01-01", "2100-12-31")),
                    _connector="OR",
                ),
                name="application_first_on_range",
            ),
        ),
        migrations.AddConstraint(
            model_name="interviewday",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_on", None), ("asked_on__isnull", False), _connector="OR"
                ),
                name="day_answered_was_asked",
            ),
        ),
        migrations.AddField(
            model_name="expense",
            name="day",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="expenses",
                to="interviews.interviewday",
            ),
        ),
        migrations.AddField(
            model_name="expense",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="quality",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="qualities",
                to="interviews.application",
            ),
        ),
        migrations.AddField(
            model_name="quality",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="company",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sources",
                to="interviews.company",
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="use_in",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sources",
                to="interviews.meeting",
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="day",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tasks",
                to="interviews.interviewday",
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="expense",
            constraint=models.CheckConstraint(
                condition=models.Q(("what", ""), _negated=True), name="expense_what_not_blank"
            ),
        ),
        migrations.AddConstraint(
            model_name="expense",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="expense_amount_positive"
            ),
        ),
        migrations.AddConstraint(
            model_name="expense",
            constraint=models.CheckConstraint(
                condition=models.Q(("currency__regex", "^[A-Z]{3}$")), name="expense_currency_code"
            ),
        ),
        migrations.AddConstraint(
            model_name="expense",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("paid_at", None), ("claimed_at__isnull", False), _connector="OR"
                ),
                name="expense_paid_was_claimed",
            ),
        ),
        migrations.AddConstraint(
            model_name="quality",
            constraint=models.UniqueConstraint(
                fields=("application", "sought"), name="quality_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="quality",
            constraint=models.CheckConstraint(
                condition=models.Q(("sought", ""), _negated=True), name="quality_sought_not_blank"
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="source_title_not_blank"
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["web_page", "periodical", "report", "person", "first_interview"])
                ),
                name="source_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("read_on", None),
                    ("read_on__range", ("2000-01-01", "2100-12-31")),
                    _connector="OR",
                ),
                name="source_read_on_range",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="task_text_not_blank"
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage__in", ["before", "after"])), name="task_stage_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("days", None), ("days__lte", 365), _connector="OR"),
                name="task_days_range",
            ),
        ),
        *(migrations.RunSQL(make, drop) for make, drop in LOCK),
    ]
