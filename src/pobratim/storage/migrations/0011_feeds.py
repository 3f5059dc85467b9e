from django.db import migrations, models


class Migration(migrations.Migration):
    """Calendars that another program subscribes to."""

    dependencies = [("storage", "0010_lists")]

    operations = [
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=64, unique=True)),
                ("by", models.CharField(db_index=True, max_length=150)),
                ("place", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
            ],
        ),
    ]
