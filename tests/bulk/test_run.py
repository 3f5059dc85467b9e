"""Runs on one machine: whatever the input and whatever goes wrong, each document is read once and none is lost."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="reading many documents is an optional extra (bulk)")
pytest.importorskip("fastwarc", reason="reading many documents is an optional extra (bulk)")

from pobratim import bulk, gather
from pobratim.bulk import parts, processes
from pobratim.bulk.hand import Hand
from pobratim.model.errors import PobratimError
from pobratim.model.settings import Settings
from pobratim.reading import read_document
from tests.bulk import make, trouble


def errors(output: Path) -> list[tuple[str, str]]:
    found = [row for path in sorted((output / "errors").glob("*.parquet")) for row in parts._rows(path)]
    return [(Path(row["name"]).name, row["reason"]) for row in found]


@pytest.fixture
def log(monkeypatch, tmp_path) -> Path:
    """Reading as `tests.bulk.trouble` does it: the file in which it tells what was read."""
    path = tmp_path / "log"
    monkeypatch.setattr(processes, "Hand", partial(Hand, read=partial(trouble.read, log=path)))
    return path


def test_what_is_read_is_what_reading_one_by_one_gives(tmp_path):
    documents = make.folder(tmp_path / "in", 20)
    found, complaints = make.run(tmp_path / "out", documents, workers=2)
    one_by_one = [(read_document(item.document), None, item.name) for item in gather.gather([documents], Settings())]
    assert list(bulk.readings(tmp_path / "out")) == one_by_one
    assert complaints == []
    assert (found.documents, found.errors, found.repeated) == (20, 0, 0)
    assert found.claims == sum(len(reading.records) for reading, _, _ in one_by_one) > 20


def test_tables_have_the_columns_that_are_documented(tmp_path):
    from pyarrow import dataset

    make.run(tmp_path / "out", make.folder(tmp_path / "in", 3))
    page = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
    for table, schema in parts.schemas().items():
        if table != "errors":
            assert dataset.dataset(tmp_path / "out" / table).schema.equals(schema, check_metadata=False)
        assert all(f"`{name}`" in page for name in schema.names), table


def test_inputs_of_all_kinds_together(tmp_path):
    inputs = [
        make.folder(tmp_path / "in", 2),
        make.archive(tmp_path / "a.zip", 3),
        make.lines(tmp_path / "a.jsonl.gz", 4),
        make.table(tmp_path / "a.parquet", 5),
        make.warc(tmp_path / "a.warc.gz", 6, packed="records"),
        make.wet(tmp_path / "a.warc.wet", 7),
    ]
    found, complaints = make.run(tmp_path / "out", *inputs, workers=2)
    assert complaints == []
    assert (found.documents, found.repeated, found.errors) == (2 + 3 + 4 + 5 + 6 + 7, 0, 0)
    documents = [reading.document for reading, _, _ in bulk.readings(tmp_path / "out")]
    line, page = documents[5], documents[14]
    assert (line.address, line.published) == ("https://primer.example/0", "2024-06-01")
    assert (page.address, page.title) == ("https://primer.example/0", "Новость 0")


def test_the_same_text_counts_once_in_a_piece(tmp_path):
    documents = make.folder(tmp_path / "in", 2)
    (documents / "0000 copy.txt").write_text(make.text(0), encoding="utf-8")
    found, _ = make.run(tmp_path / "out", documents)
    assert (found.documents, found.repeated) == (2, 1)
    assert found.claims == sum(len(reading.records) for reading, _, _ in bulk.readings(tmp_path / "out"))


def test_originals_are_kept_where_they_are_wanted(tmp_path):
    documents = make.folder(tmp_path / "in", 2)
    make.run(tmp_path / "out", documents, originals=True)
    kept = [original for _, original, _ in bulk.readings(tmp_path / "out")]
    assert kept == [(documents / f"000{number}.txt").read_bytes() for number in range(2)]


def test_the_sieve_leaves_only_what_is_about_cooperation(tmp_path):
    pytest.importorskip("hyperscan", reason="the sieve is an optional extra")
    documents = make.folder(tmp_path / "in", 3)
    for number in range(20):
        (documents / f"other {number}.txt").write_text(make.OTHER.format(number=number) * 10, encoding="utf-8")
    (documents / "old.txt").write_text(make.text(7), encoding="koi8-r")
    found, _ = make.run(tmp_path / "out", documents, sieve=True)
    assert (found.documents, found.relevant, found.sifted) == (4, 4, 20)


def test_a_document_that_ends_or_hangs_the_process_is_set_aside_and_the_rest_is_read_once(
    tmp_path, log
):
    documents = make.folder(tmp_path / "in", 12)
    for name, what in (("0000", "CRASH"), ("0004", "HANG"), ("0005", "LEAVE"), ("0006", "STARVE"), ("0011", "CRASH")):
        (documents / f"{name}.txt").write_text(what, encoding="utf-8")
    found, _ = make.run(tmp_path / "out", documents, workers=2, timeout=3)

    assert found.documents == 7
    read = [Path(name).name for name in log.read_text(encoding="utf-8").split("\n") if name]
    assert sorted(read) == [f"00{number:02}.txt" for number in (1, 2, 3, 7, 8, 9, 10)]
    assert errors(tmp_path / "out") == [
        ("0000.txt", "процесс, который это читал, прервался (сигнал 11)"),
        ("0004.txt", "за 3 с не прочитано"),
        ("0005.txt", "процесс, который это читал, прервался (код 3)"),
        ("0006.txt", "сбой программы при чтении (MemoryError: )"),
        ("0011.txt", "процесс, который это читал, прервался (сигнал 11)"),
    ]


def test_inputs_that_cannot_be_read_are_told_and_the_rest_is_read(tmp_path):
    documents = make.folder(tmp_path / "in", 2)
    (documents / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    told = '{"text": "Минск и Омск дружат."}\nno json\n[]\n{"title": "x"}\n'
    (tmp_path / "a.jsonl").write_text(told, encoding="utf-8")
    found, complaints = make.run(tmp_path / "out", documents, tmp_path / "a.jsonl", tmp_path / "nowhere")
    assert [str(error) for error in complaints] == [f"{tmp_path}/nowhere: такого файла или папки нет; проверьте имя"]
    assert (found.documents, found.errors) == (3, 4)
    assert [name for name, _ in errors(tmp_path / "out")] == ["picture.txt", "a.jsonl:2", "a.jsonl:3", "a.jsonl:4"]


def test_a_finished_run_reads_nothing_again_and_one_with_more_files_only_what_is_new(tmp_path, log):
    documents = make.folder(tmp_path / "in", 20)
    first, _ = make.run(tmp_path / "out", documents)
    again, _ = make.run(tmp_path / "out", documents)
    assert again == first
    assert len(log.read_text(encoding="utf-8").splitlines()) == 20
    (documents / "0020.txt").write_text(make.text(20), encoding="utf-8")
    more, _ = make.run(tmp_path / "out", documents)
    assert more.documents == 21
    assert make.texts(tmp_path / "out") == [make.text(number) for number in range(21)]
    assert len(log.read_text(encoding="utf-8").splitlines()) == 20 + 5  # the last piece had four files


def test_what_is_no_longer_there_goes_from_the_result(tmp_path):
    documents = make.folder(tmp_path / "in", 20)
    make.run(tmp_path / "out", documents)
    for number in range(5, 20):
        (documents / f"{number:04}.txt").unlink()
    make.run(tmp_path / "out", documents)
    assert make.texts(tmp_path / "out") == [make.text(number) for number in range(5)]
    assert bulk.totals(tmp_path / "out")[0].documents == 5


def test_an_input_that_is_not_there_today_takes_nothing_from_the_result(tmp_path):
    one, other = make.folder(tmp_path / "one", 2), make.lines(tmp_path / "a.jsonl", 3)
    make.run(tmp_path / "out", one, other)
    other.rename(tmp_path / "elsewhere")
    found, complaints = make.run(tmp_path / "out", one, other)
    assert len(complaints) == 1
    assert found.documents == 5
    assert len(make.texts(tmp_path / "out")) == 5


def test_a_folder_with_another_result_is_left_alone(tmp_path):
    one, other = make.folder(tmp_path / "one", 1), make.folder(tmp_path / "other", 1, first=5)
    make.run(tmp_path / "out", one)
    with pytest.raises(PobratimError, match=r"результат другой работы .*входы"):
        make.run(tmp_path / "out", other)
    with pytest.raises(PobratimError, match="--originals"):
        make.run(tmp_path / "out", one, originals=True)
    assert make.texts(tmp_path / "out") == [make.text(0)]


def test_a_manifest_cut_in_the_middle_of_a_line_loses_only_that_piece(tmp_path):
    documents = make.folder(tmp_path / "in", 20)
    make.run(tmp_path / "out", documents)
    manifest = tmp_path / "out" / "manifest.jsonl"
    lines = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(b"".join(lines[:2]) + lines[2][:20])
    found, finished = bulk.totals(tmp_path / "out")
    assert (found.pieces, finished) == (1, False)
    make.run(tmp_path / "out", documents)
    assert make.texts(tmp_path / "out") == [make.text(number) for number in range(20)]
    assert [*map(json.loads, manifest.read_bytes().replace(lines[2][:20] + b"\n", b"").splitlines())]


def test_a_broken_part_is_told_by_name(tmp_path):
    make.run(tmp_path / "out", make.folder(tmp_path / "in", 3))
    (part,) = (tmp_path / "out" / "claims").iterdir()
    part.write_bytes(part.read_bytes()[:100])
    with pytest.raises(PobratimError, match=r"часть 0000000-0000000 .* повреждена"):
        list(bulk.readings(tmp_path / "out"))


def test_a_folder_without_a_result_is_said_to_have_none(tmp_path):
    with pytest.raises(PobratimError, match="нет результата pobratim bulk"):
        bulk.totals(tmp_path)
