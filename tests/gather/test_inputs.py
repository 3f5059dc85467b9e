"""Files, folders, archives and standard input."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.gather import Gathered, count, files, gather, gather_bytes
from pobratim.model.errors import InputError, PassedOver

from .making import NEWS, SETTINGS, SMALL, TEXT, article, letter, pdf_file, word_file, zip_file


def names(*inputs: str | Path) -> list[str]:
    """The documents of the inputs by name, an error as its sentence."""
    found = gather(inputs, SETTINGS)
    return [one.name if isinstance(one, Gathered) else f"! {one}" for one in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file of every kind, in cp1251 where it matters."""
    (tmp_path / "б").mkdir()
    (tmp_path / "а.txt").write_bytes(TEXT.encode("cp1251"))
    (tmp_path / "б" / "план.docx").write_bytes(word_file(NEWS))
    (tmp_path / "б" / "страница.html").write_bytes(article(*NEWS))
    (tmp_path / "в.eml").write_bytes(letter(TEXT).as_bytes())
    (tmp_path / "г.pdf").write_bytes(pdf_file("\n\n".join((f"= {NEWS[0]}", *NEWS[1:]))))
    (tmp_path / "д.zip").write_bytes(zip_file({"1.txt": TEXT, "2.txt": NEWS[1]}))
    (tmp_path / ".скрытый").write_text("x", encoding="utf-8")
    return tmp_path


def test_a_folder_with_everything_in_order(folder):
    under = [name.removeprefix(f"{folder}/") for name in names(folder)]
    assert under == [
        "а.txt", "б/план.docx", "б/страница.html", "в.eml", "г.pdf", "д.zip/1.txt", "д.zip/2.txt",
    ]
    assert count([folder], SETTINGS) == 7


def test_every_format_gives_the_same_text(folder):
    texts = {one.document.text for one in gather([folder], SETTINGS) if isinstance(one, Gathered)}
    assert texts == {TEXT, NEWS[1]}


def test_the_name_is_as_the_user_wrote_it(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert names("а.txt", Path("б")) == ["а.txt", "б/план.docx", "б/страница.html"]


def test_a_failure_is_one_error_and_the_rest_goes_on(folder):
    (folder / "аа.txt").write_bytes(b"")
    (folder / "аб.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = names(folder / "аа.txt", folder / "нет.txt", folder / "аб.png", folder / "а.txt")
    assert found == [
        f"! {folder}/аа.txt: файл пуст; скачайте или сохраните его заново",
        f"! {folder}/нет.txt: такого файла или папки нет; проверьте имя",
        f"! {folder}/аб.png: это картинка PNG, такие файлы программа не читает; "
        "распознайте её программой OCR и сохраните текст",
        f"{folder}/а.txt",
    ]
    assert count([folder / "нет.txt", folder / "а.txt"], SETTINGS) == 2


def test_what_lies_beside_documents_is_passed_over_with_a_word(tmp_path):
    for name in ("README.md", "expected.json", "заметки.md", "записи.jsonl", "make.py"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "архив.zip").write_bytes(zip_file({"вести.txt": TEXT, "папка/LICENSE": TEXT}))
    found = names(tmp_path)
    assert [name.removeprefix("! ").removeprefix(f"{tmp_path}/").split(":")[0] for name in found] == [
        "README.md", "expected.json", "make.py", "архив.zip/вести.txt", "архив.zip/папка/LICENSE", "заметки.md",
        "записи.jsonl",
    ]
    passed = [one for one in gather([tmp_path], SETTINGS) if isinstance(one, InputError)]
    assert all(isinstance(one, PassedOver) for one in passed) and len(passed) == 5
    assert str(passed[0]) == (
        f"{tmp_path}/README.md: это пояснение к папке, а не документ, поэтому пропущено; "
        "если это документ, назовите сам файл"
    )
    assert count([tmp_path], SETTINGS) == len(found)


def test_a_file_that_was_named_is_read_whatever_it_is_called(tmp_path):
    (tmp_path / "README.md").write_text(TEXT, encoding="utf-8")
    assert names(tmp_path / "README.md") == [f"{tmp_path}/README.md"]


def test_many_documents_in_one_file_are_a_file_to_whoever_reads_those(tmp_path):
    for name in ("README.md", "записи.jsonl"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    passed, records = files([tmp_path])
    assert isinstance(passed, PassedOver)
    assert records == tmp_path / "записи.jsonl"


def test_an_address_is_no_file():
    assert names("https://ensk.example/news") == [
        "! https://ensk.example/news: это адрес, а программа работает без сети; "
        "сохраните страницу в файл и укажите его"
    ]


@pytest.mark.parametrize("name", ["а\x00б.txt", "а" * 300, ""])
def test_impossible_names(name):
    (found,) = gather([name], SETTINGS)
    assert isinstance(found, InputError)


def test_an_empty_folder(tmp_path):
    assert "в папке нет файлов" in names(tmp_path)[0]


def test_links(tmp_path):
    (tmp_path / "папка").mkdir()
    (tmp_path / "папка" / "а.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "папка" / "круг").symlink_to(tmp_path / "папка")
    (tmp_path / "папка" / "обрыв.txt").symlink_to(tmp_path / "нет.txt")
    (tmp_path / "папка" / "я.txt").symlink_to(tmp_path / "папка" / "а.txt")
    found = names(tmp_path / "папка")
    assert [name.split(":")[0].removeprefix("! ").split("/")[-1] for name in found] == [
        "а.txt", "круг", "обрыв.txt", "я.txt",
    ]
    assert "ссылка на папку" in found[1] and "такого файла" in found[2]


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "канал")
    assert "устройство или канал" in names(tmp_path / "канал")[0]


@pytest.mark.parametrize(
    ("problem", "reason", "retry"),
    [
        (PermissionError(13, "denied"), "нет прав на чтение", False),
        (OSError(5, "io"), "не удалось прочитать (EIO)", True),
    ],
)
def test_the_file_system_refuses(folder, monkeypatch, problem, reason, retry):
    def refuse(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setattr(Path, "open", refuse)
    (found,) = gather([folder / "а.txt"], SETTINGS)
    assert isinstance(found, InputError)
    assert (found.reason, found.retry) == (reason, retry)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_without_rights(tmp_path):
    (tmp_path / "папка").mkdir(mode=0)
    assert "нет прав" in names(tmp_path / "папка")[0]


def test_a_large_file_is_not_read_whole(tmp_path):
    path = tmp_path / "а.txt"
    with path.open("wb") as file:
        file.truncate(10**12)  # a sparse file: nothing of it is on the disk
    (found,) = gather([path], SMALL)
    assert isinstance(found, InputError)
    assert found.reason == "файл больше 0,0191 МБ"


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode("koi8-r"))))
    (found,) = gather(["-"], SETTINGS)
    assert isinstance(found, Gathered)
    assert (found.document.text, found.name) == (TEXT, "стандартный ввод")
    assert count(["-"], SETTINGS) == 1


def test_too_much_on_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(bytes(10**6))))
    (found,) = gather(["-"], SMALL)
    assert isinstance(found, InputError) and "файл больше" in found.reason


def test_a_broken_archive_counts_as_one(tmp_path):
    (tmp_path / "а.zip").write_bytes(b"PK\x03\x04")
    assert count([tmp_path], SETTINGS) == 1
    assert len(names(tmp_path)) == 1


def test_a_document_is_no_archive(folder):
    assert count([folder / "б" / "план.docx"], SETTINGS) == 1


def test_pasted_text():
    (found,) = gather_bytes("Мэр Энска приехал в Брест.".encode(), "вставленный текст", SETTINGS)
    assert isinstance(found, Gathered)
    assert found.document.source == found.name == "вставленный текст"


def test_what_is_said_of_an_upload_above_the_limit():
    (found,) = gather_bytes(TEXT.encode() * 60, "а.txt", SMALL)
    assert isinstance(found, InputError) and "POBRATIM_MAX_FILE_BYTES" in found.advice


def test_importing_loads_no_parser():
    parsers = {"trafilatura", "lxml", "pypdfium2", "docx", "email", "numpy"}
    script = f"import sys, pobratim.gather; print(sorted({parsers} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


SIGNATURES = [
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"PK\x05\x06", b"<html>", b"From: a\nTo: b\n\n", b"\xff\xfe",
    b"\xef\xbb\xbf", bytes.fromhex("d0cf11e0a1b11ae1"), b"\x00", b"{\\rtf",
]


@given(st.sampled_from(SIGNATURES), st.binary(max_size=300), st.text(max_size=10))
@settings(max_examples=200)
def test_any_bytes_end_in_one_document_or_error(signature, rest, name):
    (found,) = gather_bytes(signature + rest, name, SMALL)
    assert isinstance(found, Gathered | InputError)
    if isinstance(found, Gathered):
        assert found.document.text.encode()
        assert any(map(str.isalpha, found.document.text))
    else:
        assert found.source == name and found.reason and found.advice


@given(st.text(max_size=300))
def test_any_text_ends_in_one_document_or_error(text):
    (found,) = gather_bytes(text.encode("utf-8", errors="surrogatepass"), "а.txt", SMALL)
    assert isinstance(found, Gathered | InputError)
