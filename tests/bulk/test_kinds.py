"""Every kind of input gives the same documents, however it is cut and packed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="reading many documents is an optional extra (bulk)")
pytest.importorskip("fastwarc", reason="reading many documents is an optional extra (bulk)")

from pobratim.bulk import sources
from pobratim.bulk.pieces import MOST, Item, Piece, runs
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings
from tests.bulk import make

SETTINGS = Settings()
COUNT = 100


def pieces_of(*paths: Path, settings: Settings = SETTINGS) -> list[Piece]:
    found = [piece for source in sources.sources(paths, settings) for piece in sources.cut(source, settings)]
    assert all(isinstance(piece, Piece) for piece in found), found
    return found


def items_of(*paths: Path) -> list[Item]:
    found = [item for piece in pieces_of(*paths) for item in sources.items(piece, SETTINGS)]
    assert not any(isinstance(item, InputError) for item in found)
    return [item for item in found if item is not None]


def test_runs_begin_small_and_end_with_what_is_left():
    sizes = [len(run) for run, _ in runs((number, 1) for number in range(5000))]
    assert sizes[:9] == [8] * 8 + [16]
    assert max(sizes) == MOST
    assert sum(sizes) == 5000


def test_a_run_of_large_units_is_short():
    assert [len(run) for run, _ in runs((number, 20 * 1024 * 1024) for number in range(5))] == [2, 2, 1]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.ndjson", "a.parquet"])
def test_records_come_once_each_in_their_order(tmp_path, name):
    path = tmp_path / name
    (make.table if name.endswith("parquet") else make.lines)(path, COUNT)
    found = items_of(path)
    assert [json.loads(item.data)["text"] for item in found] == [make.text(number) for number in range(COUNT)]
    assert [item.name for item in found] == [f"{path}:{number}" for number in range(1, COUNT + 1)]


def test_blank_lines_are_no_documents_and_counted_as_lines(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\n{"text": "a"}\n\n\n{"text": "b"}')
    assert [(item.name, item.data) for item in items_of(path)] == [
        (f"{path}:2", b'{"text": "a"}\n'),
        (f"{path}:5", b'{"text": "b"}'),
    ]


def test_of_a_line_longer_than_a_file_may_be_only_the_beginning_is_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 10_000 + b'"}\n{"text": "b"}\n')
    settings = Settings(max_file_bytes=100)
    (piece,) = pieces_of(path, settings=settings)
    long, short = sources.items(piece, settings)
    assert len(long.data) == 101
    assert short.data == b'{"text": "b"}\n'


@pytest.mark.parametrize(
    ("name", "packed"), [("a.warc", ""), ("a.warc.gz", "records"), ("a.warc.gz", "whole")]
)
def test_pages_of_a_crawl_come_once_each_with_their_addresses(tmp_path, name, packed):
    path = make.warc(tmp_path / name, COUNT, packed=packed)
    found = items_of(path)
    assert [item.address for item in found] == [f"https://primer.example/{number}" for number in range(COUNT)]
    assert [item.data for item in found] == [make.page(number) for number in range(COUNT)]
    assert found[0].name == f"{path}/https://primer.example/0"


@pytest.mark.parametrize(("name", "packed"), [("a.warc.wet", ""), ("a.warc.wet.gz", "records"), ("a.wet.gz", "whole")])
def test_texts_of_a_crawl_come_once_each_with_their_addresses(tmp_path, name, packed):
    found = items_of(make.wet(tmp_path / name, COUNT, packed=packed))
    assert [(item.address, item.data.decode()) for item in found] == [
        (f"https://primer.example/{number}", make.text(number)) for number in range(COUNT)
    ]


def test_pieces_of_a_crawl_packed_by_records_do_not_hold_them(tmp_path):
    assert not any(piece.items for piece in pieces_of(make.warc(tmp_path / "a.warc.gz", COUNT, packed="records")))
    assert all(piece.items for piece in pieces_of(make.warc(tmp_path / "b.warc.gz", COUNT, packed="whole")))


def test_folders_and_archives_among_other_files_keep_the_order_of_names(tmp_path):
    make.folder(tmp_path / "in", 3)
    make.archive(tmp_path / "in" / "0001a.zip", 2)
    names = [item.name.removeprefix(f"{tmp_path}/in/") for item in items_of(tmp_path / "in")]
    assert names == ["0000.txt", "0001.txt", "0001a.zip/0000.txt", "0001a.zip/0001.txt", "0002.txt"]


def test_pieces_are_the_same_whenever_they_are_cut_and_others_when_a_file_changes(tmp_path):
    path = make.lines(tmp_path / "a.jsonl", COUNT)
    before = [(piece.name, piece.digest) for piece in pieces_of(path)]
    assert len(set(before)) == len(before) > 3
    assert [(piece.name, piece.digest) for piece in pieces_of(path)] == before
    path.write_bytes(path.read_bytes() + b'{"text": "more"}\n')
    assert not set(before) & {(piece.name, piece.digest) for piece in pieces_of(path)}


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.parquet", "a.warc", "a.warc.gz"])
def test_the_sizes_of_pieces_add_up_to_that_of_the_file(tmp_path, name):
    path = tmp_path / name
    if "warc" in name:
        make.warc(path, COUNT, packed="records" if name.endswith("gz") else "")
    else:
        (make.table if name.endswith("parquet") else make.lines)(path, COUNT)
    told = sum(piece.size for piece in pieces_of(path))
    assert abs(told - path.stat().st_size) <= max(COUNT, 0.02 * path.stat().st_size)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.parquet", b"no table", "файл Parquet повреждён"),
        ("a.warc", b"no crawl, for sure\r\n\r\n", "файл WARC повреждён"),
        ("a.jsonl.gz", gzip.compress(b'{"text": "a"}\n' * 99, mtime=0)[:30], "файл повреждён"),
    ],
    ids=["table", "crawl", "packed lines"],
)
def test_a_broken_file_is_one_error_that_names_it(tmp_path, name, data, reason):
    path = tmp_path / name
    path.write_bytes(data)
    (source,) = sources.sources([path], SETTINGS)
    errors = [found for found in sources.cut(source, SETTINGS) if isinstance(found, InputError)]
    assert [error.source for error in errors] == [str(path)]
    assert errors[0].reason.startswith(reason)


def test_a_crawl_cut_short_keeps_what_is_whole(tmp_path):
    path = make.warc(tmp_path / "a.warc.gz", COUNT, packed="records")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    (source,) = sources.sources([path], SETTINGS)
    found = list(sources.cut(source, SETTINGS))
    whole = [piece for piece in found if isinstance(piece, Piece)]
    assert sum(piece.count for piece in whole) >= COUNT


def test_a_table_without_words_is_refused(tmp_path):
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"body": ["a"]}), tmp_path / "a.parquet")
    (source,) = sources.sources([tmp_path / "a.parquet"], SETTINGS)
    (error,) = sources.cut(source, SETTINGS)
    assert "text или html" in error.reason
