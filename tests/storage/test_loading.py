"""Many readings at once come to the same end as one after the other."""

from __future__ import annotations

import dataclasses

import pytest

from pobratim import register, storage
from pobratim.storage import loading
from tests.readings import reading

ORIGINAL = "Минск и Омск".encode("cp1251")
OTHERS = tuple(reading(f"Томск и Брест готовят выставку {number}.", source=f"{number}.txt") for number in range(7))
ALL = ((reading(), ORIGINAL, "news.txt"), *((one, None, one.document.source) for one in OTHERS))


def tables() -> dict[str, list[tuple[object, ...]]]:
    from pobratim.storage import models

    return {
        model.__name__: list(model.objects.order_by("pk").values_list(*names))
        for model, names in (
            (models.Document, ("number", "id", "text", "original", "name", "added")),
            (models.Reading, ("id", "document", "reader", "current", "described", "relevance", "entities", "notes",
                              "clues", "digest")),
            (models.Claim, ("id", "reading", "number", "record", "type", "slots", "evidence", "confidence", "rule")),
        )
    }  # fmt: skip


def test_the_tables_are_the_same_as_of_keeping_one_by_one(home):
    from django.db import transaction

    class Undone(Exception):
        pass

    with pytest.raises(Undone), transaction.atomic():
        for one in ALL:
            storage.keep(*one)
        kept, first = tables(), kept_numbers()
        raise Undone

    assert storage.load(ALL) == storage.Loaded(new=8, known=0, irrelevant=0)
    assert relative(tables(), kept_numbers()) == relative(kept, first)
    assert storage.reading_of(reading().document.id) == reading()
    assert storage.original_of(reading().document.id)[0].read_bytes() == ORIGINAL


def kept_numbers() -> tuple[int, int, int]:
    """The first key of each table: sequences go on where others were before."""
    from pobratim.storage import models

    return tuple(model.objects.order_by("pk").first().pk for model in (models.Document, models.Reading, models.Claim))


def relative(found: dict[str, list[tuple[object, ...]]], first: tuple[int, int, int]) -> list[list[tuple[object, ...]]]:
    """The rows with keys counted from the first."""
    parents = (None, first[0], first[1])
    return [
        [(row[0] - own, row[1] if parent is None else row[1] - parent, *row[2:]) for row in rows]
        for rows, own, parent in zip(found.values(), first, parents, strict=True)
    ]


def test_the_register_derived_and_the_search_are_the_same(home):
    storage.load(ALL)
    storage.derive()
    assert storage.whole_register() == register.derive([one for one, _, _ in ALL])
    assert [hit.document for hit in storage.search("дорожную карту")] == [reading().document.id]
    assert len(storage.search("выставка")) == 7


def test_what_is_known_is_passed_over_within_a_load_too(home):
    storage.keep(*ALL[0])
    again = dataclasses.replace(reading(), document=dataclasses.replace(reading().document, source="copy.txt"))
    loaded = storage.load([(again, None, "copy.txt"), *ALL, *ALL])
    assert loaded == storage.Loaded(new=7, known=10, irrelevant=0)
    assert storage.reading_of(reading().document.id).document.source == "news.txt"


def test_a_newer_reader_supersedes_and_the_older_reading_stays(home):
    storage.load(ALL)
    newer = reading(reader="hand 2", records=())
    assert storage.load([(newer, None, "news.txt")]) == storage.Loaded(new=1, known=0, irrelevant=0)
    assert storage.reading_of(newer.document.id) == newer
    from pobratim.storage import models

    assert models.Reading.objects.filter(document__id=newer.document.id).count() == 2
    assert models.Document.objects.count() == 8


def test_an_archive_of_an_earlier_reader_gives_what_no_later_one_has_read(home):
    newer = reading(reader="hand 2", records=())
    storage.keep(newer, None, "news.txt")
    assert storage.load(ALL) == storage.Loaded(new=7, known=1, irrelevant=0)
    assert storage.reading_of(newer.document.id) == newer


def test_single_documents_can_be_kept_before_and_after(home):
    storage.keep(*ALL[1])
    storage.load(ALL[2:4])
    assert storage.keep(*ALL[4]) and storage.keep(*ALL[0])
    storage.load(ALL)
    assert storage.count_kept() == 8


def test_the_irrelevant_are_counted_and_progress_is_told(home, monkeypatch):
    monkeypatch.setattr(loading, "_BATCH", 3)
    told: list[int] = []
    some = [(dataclasses.replace(one, relevance=0.1), None, name) for one, _, name in ALL]
    assert storage.load(some, told.append) == storage.Loaded(new=8, known=0, irrelevant=8)
    assert told == [3, 6, 8]


def test_a_load_that_fails_in_between_keeps_whole_batches_and_goes_on_afterwards(home, monkeypatch):
    monkeypatch.setattr(loading, "_BATCH", 3)

    def torn():
        yield from ALL[:5]
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        storage.load(torn())
    assert storage.count_kept() == 3
    assert storage.load(ALL) == storage.Loaded(new=5, known=3, irrelevant=0)


def test_nothing_is_loaded_of_nothing(home):
    assert storage.load([]) == storage.Loaded()
    assert storage.count_kept() == 0
