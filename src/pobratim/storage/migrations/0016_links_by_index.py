"""What a row names, and what names it, is told by an index alone."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("storage", "0015_user_name")]

    operations = [
        migrations.AlterField(
            model_name="link",
            name="row",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="links", to="storage.row"
            ),
        ),
        migrations.AlterField(
            model_name="link",
            name="target",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="linked_from",
                to="storage.row",
            ),
        ),
        migrations.AddIndex(
            model_name="link", index=models.Index(fields=["row", "role", "target"], name="links_of_row")
        ),
        migrations.AddIndex(
            model_name="link", index=models.Index(fields=["target", "role", "row"], name="links_to_row")
        ),
    ]
