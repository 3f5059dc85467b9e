from django.db import migrations, models
from django.db.models import Value
from django.db.models.functions import Concat

from pobratim.storage.models import Ordered

_TABLES = (
    "documents", "places", "people", "organizations", "happenings", "ties", "agreements", "commitments", "offers",
    "figures", "quotes", "topics", "conflicts",
)


def place_by_id(apps, schema_editor):
    """The place of a row follows from its table and id alone, so that one more row moves no other."""
    row = apps.get_model("storage", "Row")
    for number, table in enumerate(_TABLES):
        row.objects.filter(table=table).update(position=Concat(Value(f"{number:02} "), "id"))


def forget_rows(apps, schema_editor):
    """Back to places by number: the rows are derived again."""
    for name in ("Facet", "Word", "Link", "Row", "Derivation"):
        apps.get_model("storage", name).objects.all().delete()


class Migration(migrations.Migration):
    """Rows are written only where they differ; all of them once more, for the program that derives has changed."""

    dependencies = [
        ("storage", "0011_feeds"),
    ]

    operations = [
        migrations.AlterField("row", "position", Ordered(max_length=210, unique=True)),
        migrations.RunPython(place_by_id, forget_rows),
        migrations.AddField("row", "digest", models.CharField(max_length=64, default="")),
        migrations.AddField("derivation", "standing", models.CharField(max_length=200, default="")),
        migrations.AddIndex("judgement", models.Index(fields=["left", "right"], name="judgements_of")),
    ]
