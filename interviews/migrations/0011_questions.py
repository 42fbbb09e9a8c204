"""Questions: mine with their answers, and what I was asked; see _questions.py."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import interviews.models.owned
import interviews.models.text
from interviews.migrations import _questions as questions
from interviews.migrations import _search as search
from interviews.migrations import _second_lock as lock

DATABASE = [
    lock.parent_key("question"),
    lock.child_key("plannedquestion", "meeting_id", "meeting"),
    lock.child_key("plannedquestion", "question_id", "question"),
    lock.child_key("askedquestion", "meeting_id", "meeting"),
    *map(lock.policy, ("question", "plannedquestion", "askedquestion")),
    questions.PLAIN,
    questions.TRIGRAMS,
    *(search.vector(table, fields) for table, fields in questions.WORDS.items()),
    questions.LIKE,
    questions.SEARCH,
]


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0010_answers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Question",
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
                    "topic",
                    models.CharField(
                        choices=[
                            ("supervisor", "Supervisor and management style"),
                            ("expectations", "Expectations in the first months"),
                            ("assessment", "How performance is assessed"),
                            ("job", "The job and a typical week"),
                            ("training", "Training"),
                            ("career", "Career paths"),
                            ("team", "Team and colleagues"),
                            ("opening", "Why the post is open, and turnover"),
                            ("organization", "Organizational challenges"),
                            ("finances", "Financial challenges"),
                            ("culture", "Culture"),
                            ("salary", "Salary"),
                            ("benefits", "Benefits"),
                            ("guidelines", "Employment guidelines"),
                            ("relocation", "Travel and relocation"),
                            ("next_steps", "Next steps"),
                        ],
                        max_length=16,
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="question")),
                (
                    "whom",
                    models.CharField(blank=True, max_length=200, verbose_name="whom it suits"),
                ),
                (
                    "when",
                    models.CharField(
                        choices=[
                            ("any_time", "at any time"),
                            ("early", "early"),
                            ("late", "late, towards the end"),
                            ("if_raised", "when they raise it; else late, with HR"),
                        ],
                        default="any_time",
                        max_length=16,
                        verbose_name="when to raise it",
                    ),
                ),
                ("retired_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                "ordering": ["created_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="PlannedQuestion",
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
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("answer", interviews.models.text.LongTextField(blank=True, max_length=20000)),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planned_questions",
                        to="interviews.meeting",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="planned",
                        to="interviews.question",
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="AskedQuestion",
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
                ("text", models.CharField(max_length=500, verbose_name="what they asked")),
                (
                    "answer",
                    interviews.models.text.LongTextField(
                        blank=True, max_length=20000, verbose_name="what I answered"
                    ),
                ),
                (
                    "landed",
                    models.SmallIntegerField(
                        blank=True,
                        choices=[
                            (-2, "badly"),
                            (-1, "not quite"),
                            (0, "so so"),
                            (1, "well"),
                            (2, "very well"),
                        ],
                        null=True,
                        verbose_name="how it landed",
                    ),
                ),
                (
                    "tag",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pay", "pay"),
                            ("notice", "notice period"),
                            ("start", "earliest start"),
                        ],
                        max_length=8,
                        verbose_name="it was about",
                    ),
                ),
                (
                    "told",
                    models.CharField(blank=True, max_length=100, verbose_name="what I told them"),
                ),
                ("group", models.UUIDField(default=interviews.models.owned.uuid7, editable=False)),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="asked_questions",
                        to="interviews.meeting",
                    ),
                ),
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
                "ordering": ["created_at", "id"],
                "indexes": [models.Index(fields=["group"], name="asked_group")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="asked_text_not_blank"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("landed", None),
                            models.Q(("landed__gte", -2), ("landed__lte", 2)),
                            _connector="OR",
                        ),
                        name="asked_landed_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tag__in", ["", "pay", "notice", "start"])),
                        name="asked_tag_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("told", ""), models.Q(("tag", ""), _negated=True), _connector="OR"
                        ),
                        name="asked_told_has_tag",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                fields=("owner", "text"), name="question_text_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="question_text_not_blank"
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "topic__in",
                        [
                            "supervisor",
                            "expectations",
                            "assessment",
                            "job",
                            "training",
                            "career",
                            "team",
                            "opening",
                            "organization",
                            "finances",
                            "culture",
                            "salary",
                            "benefits",
                            "guidelines",
                            "relocation",
                            "next_steps",
                        ],
                    )
                ),
                name="question_topic_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(("when__in", ["any_time", "early", "late", "if_raised"])),
                name="question_when_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedquestion",
            constraint=models.UniqueConstraint(
                fields=("meeting", "question"), name="planned_question_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer", ""), ("asked_at__isnull", False), _connector="OR"),
                name="planned_question_answer_asked",
            ),
        ),
        *(migrations.RunSQL(make, drop) for make, drop in DATABASE),
    ]
