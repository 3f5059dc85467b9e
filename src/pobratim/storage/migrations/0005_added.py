"""The day on which a document came into the register. Of older ones: the day of this migration, they came by then."""

from datetime import date

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("storage", "0004_decisions"),)

    operations = (
        migrations.AddField(
            "document", "added", models.DateField(auto_now_add=True, default=date.today), preserve_default=False
        ),
    )
