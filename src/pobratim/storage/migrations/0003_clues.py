"""What readings say of the year of an undated document; older ones say nothing of it."""

from django.db import migrations

from pobratim.storage.models import Json, Utf8Encoder


class Migration(migrations.Migration):
    dependencies = (("storage", "0002_lemmas"),)

    operations = (
        migrations.AddField("reading", "clues", Json(encoder=Utf8Encoder, default=list)),
    )
