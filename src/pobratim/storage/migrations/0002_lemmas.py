"""Full text search: SQLite's FTS5 over dictionary forms; ``rowid`` is the document's number.

Contentless, as the text itself is in its own table, and without positions, as nobody asks for phrases.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = (("storage", "0001_tables"),)

    operations = (
        migrations.RunSQL(
            "CREATE VIRTUAL TABLE storage_lemmas USING fts5("
            "title, text, content='', detail='column', tokenize='unicode61 remove_diacritics 0')",
            "DROP TABLE storage_lemmas",
        ),
    )
