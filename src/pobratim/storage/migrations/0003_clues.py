"""What readings say of the year of an undated document; older ones say nothing of it."""

from django.db import migrations, models

from pobratim.storage.models import Utf8Encoder


class Migration(migrations.Migration):
    dependencies = (("storage", "0002_lemmas"),)

    operations = (
        migrations.AddField("reading", "clues", models.JSONField(encoder=Utf8Encoder, default=list)),
    )
