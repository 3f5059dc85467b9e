"""What was read is kept whole, once, and for good."""

from __future__ import annotations

import dataclasses
import hashlib

import pytest

from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.model.reading import Clue, Reading
from pobratim.storage.claims import is_as_new
from tests.readings import reading

ORIGINAL = "Минск и Омск".encode("cp1251")


def rows(model: str) -> int:
    from pobratim.storage import models

    return getattr(models, model).objects.count()


def test_a_reading_comes_back_as_it_was_kept(home):
    kept = reading()

    assert storage.keep(kept, ORIGINAL, "news.txt") is True

    assert storage.reading_of(kept.document.id) == kept


def test_what_a_text_says_of_its_year_is_kept(home):
    clue = Clue(span=(0, 5), kind="ago", years=-2, record="r2")
    kept = dataclasses.replace(reading(published=None), clues=(clue,))

    storage.keep(kept, ORIGINAL, "news.txt")

    assert storage.reading_of(kept.document.id).clues == (clue,)


def test_the_original_comes_back_byte_for_byte_under_its_name(home):
    kept = reading()
    storage.keep(kept, ORIGINAL, "Новость.txt")

    path, name = storage.original_of(kept.document.id)

    assert (path.read_bytes(), name) == (ORIGINAL, "Новость.txt")
    assert path.is_relative_to(home)
    assert storage.known_originals(hashlib.sha256(ORIGINAL).hexdigest()) == (kept.document.id,)


def test_a_pasted_text_has_no_original(home):
    kept = reading()
    storage.keep(kept, None, "paste")

    with pytest.raises(NotFound, match="исходного файла"):
        storage.original_of(kept.document.id)


def test_keeping_twice_adds_nothing(home):
    storage.keep(reading(), ORIGINAL, "news.txt")

    assert storage.keep(reading(source="copy.txt"), ORIGINAL, "copy.txt") is False

    assert (rows("Document"), rows("Reading"), rows("Claim")) == (1, 1, 3)
    assert storage.reading_of(reading().document.id).document.source == "news.txt"


def test_a_newer_reader_supersedes_and_the_older_reading_stays(home):
    from pobratim.storage import models

    older, newer = reading(reader="hand 1"), reading(reader="hand 2", published="2022-05-21")
    storage.keep(older, ORIGINAL, "news.txt")

    assert storage.keep(newer, ORIGINAL, "news.txt") is True

    assert storage.reading_of(newer.document.id) == newer
    assert list(models.Reading.objects.order_by("reader").values_list("reader", "current")) == [
        ("hand 1", False),
        ("hand 2", True),
    ]
    assert (rows("Document"), rows("Claim")) == (1, 6)


def test_an_older_reader_changes_nothing_where_a_newer_one_has_read(home):
    older, newer = reading(reader="hand 1", published="2022-05-21"), reading(reader="hand 2")
    storage.keep(newer, ORIGINAL, "news.txt")

    assert storage.is_known(older.document.id, "hand 1")
    assert storage.keep(older, ORIGINAL, "news.txt") is False

    assert storage.reading_of(newer.document.id) == newer
    assert rows("Reading") == 1


@pytest.mark.parametrize(("reader", "other", "answer"), [
    ("pobratim-reader/0.4", "pobratim-reader/0.4", True),
    ("pobratim-reader/0.10", "pobratim-reader/0.9", True),
    ("pobratim-reader/0.4", "pobratim-reader/0.4.1", False),
    ("pobratim-reader/1", "pobratim-reader/0.9", True),
    ("another/2", "pobratim-reader/0.9", False),
    ("by hand", "by hand", True),
    ("by hand", "pobratim-reader/0.9", False),
])
def test_versions_are_compared_by_their_numbers(reader, other, answer):
    assert is_as_new(reader, other) is answer


def test_known_is_what_this_reader_has_read(home):
    kept = reading(reader="hand 1")
    storage.keep(kept, None, "paste")

    assert storage.is_known(kept.document.id, "hand 1")
    assert not storage.is_known(kept.document.id, "hand 2")
    assert not storage.is_known("0" * 64, "hand 1")
    assert storage.known_originals("0" * 64) == ()


def test_an_unknown_document_is_not_found(home):
    with pytest.raises(NotFound, match="в реестре нет"):
        storage.reading_of("0" * 64)
    with pytest.raises(NotFound):
        storage.original_of("0" * 64)


def test_nothing_is_kept_of_a_reading_that_fails_halfway(home, monkeypatch):
    def full_disk(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("pobratim.storage.claims.index", full_disk)
    with pytest.raises(OSError, match="no space"):
        storage.keep(reading(), ORIGINAL, "news.txt")
    monkeypatch.undo()

    assert (rows("Document"), rows("Reading"), rows("Claim")) == (0, 0, 0)
    assert storage.keep(reading(), ORIGINAL, "news.txt") is True


def test_a_file_cut_off_on_its_way_is_no_original(home, monkeypatch):
    """Killed before the rename: the next run writes the original whole."""
    (home / "originals").mkdir()
    (home / "originals" / ".incoming-cut").write_bytes(ORIGINAL[:3])

    storage.keep(reading(), ORIGINAL, "news.txt")

    assert storage.original_of(reading().document.id)[0].read_bytes() == ORIGINAL


def test_notes_and_missing_metadata_survive(home):
    kept = Reading(
        document=reading("Гарады.", title=None, published=None).document,
        relevance=0.0,
        reader="hand 1",
        notes=("язык не поддерживается",),
    )
    storage.keep(kept, None, "paste")

    assert storage.reading_of(kept.document.id) == kept
