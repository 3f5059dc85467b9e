import django.db.models.deletion
from django.db import migrations, models

from pobratim.storage.models import Json


class Migration(migrations.Migration):
    """What lists are read along; the rows are derived anew, for the program that derives has changed."""

    dependencies = [("storage", "0009_searches")]

    operations = [
        migrations.AddField("row", "brief", Json(null=True)),
        migrations.RemoveIndex("facet", "rows_by_facet"),
        migrations.AddField("facet", "table", models.CharField(default="", max_length=20)),
        migrations.AlterField(
            "facet",
            "row",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="facets",
                to="storage.row",
            ),
        ),
        migrations.AddIndex(
            "facet", models.Index(fields=["table", "name", "value", "row"], name="rows_by_facet")
        ),
        migrations.AddIndex("facet", models.Index(fields=["row", "name", "value"], name="facets_of_row")),
    ]
