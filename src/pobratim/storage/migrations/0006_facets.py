from django.db import migrations, models
import django.db.models.deletion

from pobratim.storage.models import Ordered


class Migration(migrations.Migration):
    """What rows can be chosen by; the rows are derived anew, for the program that derives has changed."""

    dependencies = [
        ("storage", "0005_added"),
    ]

    operations = [
        migrations.CreateModel(
            name="Facet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=20)),
                ("value", Ordered(max_length=200)),
                ("row", models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name="facets", to="storage.row")),
            ],
            options={
                "indexes": [models.Index(fields=["name", "value", "row"], name="rows_by_facet")],
            },
        ),
    ]
