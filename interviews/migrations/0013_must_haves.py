"""Must-haves of an application; weight, direction and place of a dimension."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import interviews.models.owned
from interviews.migrations import _second_lock as lock

# Where the dimensions of the default list show best, for those who have it already.
PLACES = {
    "around": (
        "Welcome and friendliness",
        "People across levels",
        "Facilities, desks, light and noise",
    ),
    "talk": ("The supervisor’s style", "Room to grow"),
    "together": ("Pace and workload", "The way of working together"),
}
SEARCH = (
    """
    ALTER TABLE interviews_musthave ADD COLUMN search tsvector
        GENERATED ALWAYS AS (public.second_look_vector(text)) STORED;
    CREATE INDEX musthave_search ON interviews_musthave USING gin (owner_id, search)
    """,
    "ALTER TABLE interviews_musthave DROP COLUMN search",
)
DATABASE = [
    lock.child_key("musthave", "application_id", "application"),
    lock.child_key("musthave", "dimension_id", "dimension"),
    lock.policy("musthave"),
    SEARCH,
]


def place_defaults(apps, _editor):
    dimensions = apps.get_model("interviews", "Dimension").objects
    for place, names in PLACES.items():
        dimensions.filter(name__in=names).update(shows_in=place)


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0012_agenda_read"),
    ]

    operations = [
        migrations.CreateModel(
            name="MustHave",
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
                ("text", models.CharField(max_length=300)),
                (
                    "limit",
                    models.SmallIntegerField(
                        blank=True,
                        choices=[
                            (-2, "bad sign"),
                            (-1, "some doubt"),
                            (0, "neutral"),
                            (1, "good"),
                            (2, "great sign"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "met",
                    models.CharField(
                        choices=[
                            ("unknown", "not known yet"),
                            ("met", "met"),
                            ("unmet", "not met"),
                        ],
                        default="unknown",
                        max_length=16,
                    ),
                ),
                ("written_on", models.DateField()),
                ("after_offer", models.BooleanField(default=False, editable=False)),
                ("changed_on", models.DateField(blank=True, editable=False, null=True)),
                ("was", models.CharField(blank=True, editable=False, max_length=500)),
                ("dropped_on", models.DateField(blank=True, editable=False, null=True)),
            ],
            options={
                "ordering": ["created_at"],
            },
        ),
        migrations.AddField(
            model_name="dimension",
            name="direction",
            field=models.CharField(
                choices=[("theirs", "how they fit me"), ("mine", "how I fit them")],
                default="theirs",
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="dimension",
            name="shows_in",
            field=models.CharField(
                choices=[
                    ("anywhere", "anywhere"),
                    ("talk", "face to face"),
                    ("together", "where several sit together"),
                    ("around", "around: tours, meals, the way in and out"),
                ],
                default="anywhere",
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="dimension",
            name="weight",
            field=models.PositiveSmallIntegerField(
                choices=[
                    (0, "does not count"),
                    (1, "counts once"),
                    (2, "counts twice"),
                    (3, "counts three times"),
                ],
                default=1,
            ),
        ),
        migrations.AddConstraint(
            model_name="dimension",
            constraint=models.CheckConstraint(
                condition=models.Q(("direction__in", ["theirs", "mine"])),
                name="dimension_direction_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="dimension",
            constraint=models.CheckConstraint(
                condition=models.Q(("shows_in__in", ["anywhere", "talk", "together", "around"])),
                name="dimension_shows_in_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="dimension",
            constraint=models.CheckConstraint(
                condition=models.Q(("weight__gte", 0), ("weight__lte", 3)),
                name="dimension_weight_range",
            ),
        ),
        migrations.AddField(
            model_name="musthave",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="must_haves",
                to="interviews.application",
            ),
        ),
        migrations.AddField(
            model_name="musthave",
            name="dimension",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="must_haves",
                to="interviews.dimension",
            ),
        ),
        migrations.AddField(
            model_name="musthave",
            name="owner",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="musthave",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="must_have_not_blank"
            ),
        ),
        migrations.AddConstraint(
            model_name="musthave",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("limit", None),
                    models.Q(("dimension__isnull", False), ("limit__gte", -2), ("limit__lte", 2)),
                    _connector="OR",
                ),
                name="must_have_limit_of_dimension",
            ),
        ),
        migrations.AddConstraint(
            model_name="musthave",
            constraint=models.CheckConstraint(
                condition=models.Q(("met__in", ["unknown", "met", "unmet"])),
                name="must_have_met_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="musthave",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("written_on", None),
                    ("written_on__range", ("2000-01-01", "2100-12-31")),
                    _connector="OR",
                ),
                name="must_have_written_on_range",
            ),
        ),
        migrations.AddConstraint(
            model_name="musthave",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("changed_on", None),
                    ("changed_on__range", ("2000-01-01", "2100-12-31")),
                    _connector="OR",
                ),
                name="must_have_changed_on_range",
            ),
        ),
        migrations.AddConstraint(
            model_name="musthave",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("dropped_on", None),
                    ("dropped_on__range", ("2000-01-01", "2100-12-31")),
                    _connector="OR",
                ),
                name="must_have_dropped_on_range",
            ),
        ),
        *(migrations.RunSQL(make, drop) for make, drop in DATABASE),
        migrations.RunPython(place_defaults, migrations.RunPython.noop),
    ]
