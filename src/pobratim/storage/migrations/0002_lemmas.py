"""Full text search over dictionary forms (`pobratim.storage.lemmas`)."""

from django.db import migrations

from pobratim.storage.lemmas import lemmas_of


class Migration(migrations.Migration):
    dependencies = (("storage", "0001_tables"),)

    operations = (
        migrations.RunPython(
            lambda apps, editor: lemmas_of(editor.connection).create(),
            lambda apps, editor: editor.execute("DROP TABLE storage_lemmas"),
        ),
    )
