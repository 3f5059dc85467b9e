"""A backup holds everything, comes back whole or not at all, and goes from either database to either."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from datetime import UTC, datetime

import pytest

from pobratim import storage
from pobratim.exchange import FORMATS
from pobratim.model.errors import PobratimError
from pobratim.model.settings import Settings
from pobratim.register.decisions import Accept, Reject
from pobratim.storage import models
from tests.conftest import template
from tests.readings import reading

AT = datetime(2026, 3, 29, 1, 30, 15, 123456, tzinfo=UTC)
ORIGINAL = b"\xd0\x9c\xd0\xb8\xd0\xbd\xd1\x81\xd0\xba \x00\xff"


@pytest.fixture
def known(home):
    """A register with two readings of one document, an original, decisions one of which is undone."""
    for reader in ("hand 1", "hand 2"):
        storage.keep(reading(reader=reader), ORIGINAL, "news.txt")
    storage.keep(reading("Омск. «Мост»\u2028\\ и \"река\".", title=None), None, "вставлено")
    models.Document.objects.update(added="2024-05-01")
    told = f"{reading().document.id}#r"
    storage.decide(Accept(claim=storage.claim_seen(f"{told}3")), by="Иванова", at=AT, why="видела")
    number = storage.decide(Reject(claim=storage.claim_seen(f"{told}2")), by="Петров", at=AT)
    storage.undo(number, by="Иванова", at=AT, why="было")
    storage.derive()
    return home


@pytest.fixture
def copy(known) -> io.BytesIO:
    file = io.BytesIO()
    assert storage.backup(file) == []
    return file


def everything() -> tuple[object, ...]:
    """All that a user could see of a register."""
    return (
        FORMATS[".json"](storage.whole_register(), storage.judgements()),
        storage.journal(),
        [storage.reading_of(one.id).to_json() for one in storage.documents()],
        [hit.document for hit in storage.search("река") + storage.search("подписали")],
        list(models.Document.objects.order_by("number").values_list("number", "id", "added", "name")),
        list(models.Reading.objects.order_by("id").values_list("reader", "current", "digest")),
    )


@pytest.fixture
def elsewhere(tmp_path, database, request):
    """Moves to another, empty register in the other database, and back at the end."""
    from django.conf import settings as used

    before = Settings(home=used.POBRATIM_HOME, database=used.POBRATIM_DATABASE)
    server = request.getfixturevalue("postgresql")
    url = server.create(template(server)) if database == "sqlite" else None
    yield lambda: storage.setup(Settings(home=tmp_path / "elsewhere", database=url))
    storage.setup(before)
    if url:
        server.drop(url)


def test_what_comes_back_in_the_other_database_is_the_same(copy, elsewhere):
    before = everything()
    elsewhere()
    assert storage.sizes()["documents"] == 0

    storage.restore(copy)

    assert everything() == before
    assert not storage.is_stale()
    assert storage.original_of(reading().document.id)[0].read_bytes() == ORIGINAL
    storage.derive()
    assert everything() == before


def test_the_register_that_came_back_can_be_added_to(copy, elsewhere):
    elsewhere()
    storage.restore(copy)

    assert storage.keep(reading("Казань и Минск."), None, "paste")
    number = storage.decide(Accept(claim=storage.claim_seen(f"{reading().document.id}#r1")), by="Иванова", at=AT)

    assert number == 3
    assert storage.count_kept() == 3


def test_a_register_that_is_not_empty_is_left_alone_unless_told_otherwise(copy):
    before = everything()
    storage.keep(reading("Казань и Минск."), None, "paste")
    storage.derive()

    with pytest.raises(PobratimError, match=r"не пуст .* --replace"):
        storage.restore(copy)
    assert storage.count_kept() == 3

    storage.restore(copy, replace=True)
    assert everything() == before


def changed(copy: io.BytesIO, name: str, content: bytes) -> io.BytesIO:
    """The backup with one of its files rewritten."""
    other = io.BytesIO()
    with zipfile.ZipFile(copy) as old, zipfile.ZipFile(other, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, content if info.filename == name else old.read(info))
    return other


def test_a_file_that_is_no_whole_backup_changes_nothing(copy):
    before = everything()
    whole = copy.getvalue()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:  # within what a table holds: nothing checks a zip's own dates
        table = max(archive.infolist(), key=lambda one: one.compress_size)
    middle = table.header_offset + 30 + len(table.filename) + table.compress_size // 2
    cut, spoilt = whole[:middle], whole[:middle] + bytes([whole[middle] ^ 0xFF]) + whole[middle + 1 :]
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    halved = changed(copy, "tables/storage.claim.jsonl", b'[1, 2, "r1"')

    for content in (b"", b"no zip", cut, spoilt, empty.getvalue(), halved.getvalue()):
        with pytest.raises(PobratimError, match=r"не копия реестра|повреждён"):
            storage.restore(io.BytesIO(content), replace=True)
        assert everything() == before


def test_rows_that_name_what_is_not_there_change_nothing(copy):
    before = everything()

    with pytest.raises(PobratimError, match="повреждён"):
        storage.restore(changed(copy, "tables/storage.document.jsonl", b""), replace=True)

    assert everything() == before


def test_versions(copy):
    with zipfile.ZipFile(copy) as archive:
        contents = json.loads(archive.read("backup.json"))
    newer = {**contents, "tables": {**contents["tables"], "storage.news": ["id"]}}
    older = {**contents, "tables": {**contents["tables"], "storage.decision": ["number"]}}

    with pytest.raises(PobratimError, match="более новой версией"):
        storage.restore(changed(copy, "backup.json", json.dumps(newer).encode()), replace=True)
    with pytest.raises(PobratimError, match="старой версией"):
        storage.restore(changed(copy, "backup.json", json.dumps(older).encode()), replace=True)


def test_an_original_that_is_not_here_is_named(known):
    path, _ = storage.original_of(reading().document.id)
    path.unlink()

    assert storage.backup(io.BytesIO()) == [path.name]


def test_a_backup_is_of_one_moment_and_keeps_nobody_waiting(known, monkeypatch):
    before = everything()
    file, late = io.BytesIO(), reading("Казань и Минск.")

    def add(done: int, total: int) -> None:
        if not storage.is_known(late.document.id, late.reader):
            in_another_thread(lambda: storage.keep(late, None, "paste"))

    monkeypatch.setattr(sys.modules["pobratim.storage.backup"], "_CHUNK", 1)
    storage.backup(file, progress=add)
    assert storage.count_kept() == 3

    storage.restore(file, replace=True)
    assert everything() == before


def in_another_thread(what) -> None:
    """With a database connection of its own."""
    from threading import Thread

    from django.db import connection

    def run() -> None:
        what()
        connection.close()

    thread = Thread(target=run)
    thread.start()
    thread.join()
