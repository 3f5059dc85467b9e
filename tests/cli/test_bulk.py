"""`pobratim bulk` and `pobratim add --from`: the same register as adding the documents one by one."""

from __future__ import annotations

import re
import shutil
from importlib import import_module
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="reading many documents is an optional extra (bulk)")
pytest.importorskip("fastwarc", reason="reading many documents is an optional extra (bulk)")

from pobratim import storage
from pobratim.exchange import register_json
from tests.bulk import make

SAMPLES = Path(__file__).parents[2] / "samples" / "documents"


def export() -> bytes:
    return register_json.write(storage.whole_register(), storage.judgements())


@pytest.fixture
def documents(tmp_path) -> Path:
    """Samples of every format, a road map among them, and a text twice."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for path in sorted(SAMPLES.rglob("*")):
        if path.suffix in (".docx", ".eml", ".pdf", ".html"):
            shutil.copy(path, folder)
    make.folder(folder / "more", 10)
    shutil.copy(folder / "more" / "0000.txt", folder / "again.txt")
    make.archive(folder / "news.zip", 12)
    return folder


def test_the_register_of_a_load_is_that_of_adding_to_the_byte(pobratim, documents, tmp_path):
    assert pobratim("bulk", documents, "-o", tmp_path / "read", "--workers", 2, "--originals").code == 0
    loaded = pobratim("add", "--from", tmp_path / "read")
    assert loaded.code == 0
    by_load, originals = export(), set(originals_kept())

    storage.setup(other := make_settings(tmp_path / "other"))
    assert pobratim_at(other, "add", documents) == 0
    assert export() == by_load
    assert set(originals_kept()) == originals
    assert storage.count_kept() > 20


def originals_kept() -> list[str]:
    from pobratim.storage import models

    return list(models.Document.objects.order_by("id").values_list("original", flat=True))


def make_settings(home: Path):
    from pobratim.model.settings import Settings

    return Settings(home=home)


def pobratim_at(settings, *arguments: object) -> int:
    """A command on a register of its own."""
    from pobratim.cli.edge import run

    return run([str(argument) for argument in arguments])


def test_loading_twice_adds_nothing(pobratim, tmp_path):
    pobratim("bulk", make.folder(tmp_path / "in", 3), "-o", tmp_path / "read")
    pobratim("add", "--from", tmp_path / "read")
    again = pobratim("add", "--from", tmp_path / "read")
    assert again.code == 0
    assert re.search(r"^Новых документов +0$", again.out, re.M)
    assert re.search(r"^Были в реестре +3$", again.out, re.M)
    assert storage.count_kept() == 3


def test_what_came_of_it_is_told(pobratim, tmp_path):
    documents = make.folder(tmp_path / "in", 3)
    (documents / "empty.txt").write_bytes(b"")
    run = pobratim("bulk", documents, tmp_path / "nowhere", "-o", tmp_path / "read")
    assert run.code == 1
    told = {line.rsplit(maxsplit=1)[0].strip(): int(line.split()[-1]) for line in run.out.splitlines() if line.strip()}
    assert (told["Прочитано документов"], told["из них о сотрудничестве"]) == (3, 3)
    assert (told["Отложено с ошибкой"], told["Не открыто входов"]) == (1, 1)
    assert f"{tmp_path}/nowhere: такого файла или папки нет" in run.err
    assert "read/errors" in run.err
    assert "pobratim add --from" in run.err


def test_an_unfinished_folder_is_loaded_as_far_as_it_goes(pobratim, tmp_path):
    pobratim("bulk", make.folder(tmp_path / "in", 20), "-o", tmp_path / "read")
    manifest = tmp_path / "read" / "manifest.jsonl"
    manifest.write_bytes(b"".join(manifest.read_bytes().splitlines(keepends=True)[:2]))
    run = pobratim("add", "--from", tmp_path / "read")
    assert run.code == 0
    assert "не закончено" in run.err
    assert storage.count_kept() == 8


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add",), "не указано: ПУТЬ (или --from"),
        (("add", "x", "--from", "y"), "укажите либо документы, либо --from"),
        (("add", "--from", "y", "--published", "2025"), "--published здесь не действует"),
        (("bulk", "x"), "не указан обязательный параметр --output"),
        (("bulk", "x", "-o", "y", "--engine", "spark"), "--engine бывает processes и ray"),
        (("bulk", "x", "-o", "y", "--address", "auto"), "добавьте --engine ray"),
        (("bulk", "-", "-o", "y"), "сохраните его в файл"),
        (("bulk", "x", "-o", "y", "--workers", "0"), "целое число больше нуля"),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(pobratim, arguments, said):
    run = pobratim(*arguments)
    assert run.code == 2
    assert said in run.err


def test_a_folder_without_a_result_is_refused(pobratim, tmp_path):
    run = pobratim("add", "--from", tmp_path)
    assert run.code == 1
    assert "нет результата pobratim bulk" in run.err


def test_an_output_that_is_a_file_is_refused(pobratim, tmp_path):
    (tmp_path / "read").write_text("x", encoding="utf-8")
    run = pobratim("bulk", make.folder(tmp_path / "in", 1), "-o", tmp_path / "read")
    assert run.code == 1
    assert "не записать" in run.err


def test_a_missing_extra_is_named(pobratim, tmp_path, monkeypatch):
    running = import_module("pobratim.bulk.run")  # the package has a function of this name
    monkeypatch.setattr(running, "find_spec", lambda name: None if name == "pyarrow" else object())
    run = pobratim("bulk", make.folder(tmp_path / "in", 1), "-o", tmp_path / "read")
    assert run.code == 1
    assert "pip install 'pobratim[bulk]'" in run.err
