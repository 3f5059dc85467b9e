"""How many claims wait for a person is told by an index: rows of readings are long."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("storage", "0016_links_by_index")]

    operations = [
        migrations.AddIndex(
            model_name="reading",
            index=models.Index(fields=["current", "relevance", "id"], name="current_relevances"),
        ),
    ]
