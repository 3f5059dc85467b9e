from django.db import migrations, models


class Migration(migrations.Migration):
    """Searches that people keep; rows of one table are found without reading the others."""

    dependencies = [
        ("storage", "0008_users"),
    ]

    operations = [
        migrations.CreateModel(
            name="SavedSearch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=150)),
                ("query", models.TextField()),
                ("by", models.CharField(db_index=True, max_length=150)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.AddIndex("row", models.Index(fields=["table", "position"], name="rows_of_table")),
    ]
