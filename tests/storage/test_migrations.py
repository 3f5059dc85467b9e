"""Tables of before, brought up to date with all they hold."""

from __future__ import annotations

from datetime import date

from django.core.management import call_command
from django.db import connection

from pobratim import storage
from pobratim.storage import models
from tests.readings import reading


def test_documents_of_before_count_as_added_on_the_day_of_the_upgrade(home):
    storage.keep(reading(), None, "paste")
    call_command("migrate", "storage", "0004", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM storage_document")
        assert "added" not in [column[0] for column in cursor.description]

    call_command("migrate", "storage", verbosity=0)

    assert list(models.Document.objects.values_list("id", "added")) == [(reading().document.id, date.today())]
    assert storage.reading_of(reading().document.id) == reading()
