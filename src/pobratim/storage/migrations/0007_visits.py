from django.db import migrations, models

import pobratim.storage.models


class Migration(migrations.Migration):
    """Planned visits, version by version."""

    dependencies = [
        ("storage", "0006_facets"),
    ]

    operations = [
        migrations.CreateModel(
            name="Visit",
            fields=[
                ("version", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField(db_index=True)),
                ("current", models.BooleanField(default=True)),
                ("dropped", models.BooleanField(default=False)),
                ("first", models.DateField()),
                ("last", models.DateField(db_index=True)),
                ("plan", pobratim.storage.models.Json(encoder=pobratim.storage.models.Utf8Encoder)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("current", True)), fields=("number",), name="one_current_version")
                ],
            },
        ),
    ]
