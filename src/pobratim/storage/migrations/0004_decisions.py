"""What people decide, and the judgements on identity of the last derivation."""

from django.db import migrations, models

from pobratim.storage.models import Json, Utf8Encoder


class Migration(migrations.Migration):
    dependencies = (("storage", "0003_clues"),)

    operations = (
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("act", Json(encoder=Utf8Encoder)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("why", models.TextField()),
                ("undone_by", models.CharField(max_length=150, null=True)),
                ("undone_at", models.DateTimeField(null=True)),
                ("undone_why", models.TextField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("left", models.CharField(max_length=100)),
                ("right", models.CharField(max_length=100)),
                ("judgement", models.CharField(db_index=True, max_length=10)),
                ("score", models.FloatField()),
                ("reasons", Json(encoder=Utf8Encoder)),
                ("by", models.CharField(max_length=150)),
            ],
        ),
    )
