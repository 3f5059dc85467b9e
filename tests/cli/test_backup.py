"""`pobratim backup`, `pobratim restore` and `pobratim move`."""

from __future__ import annotations

import os
import re
import stat

import pytest

from pobratim import storage
from tests.conftest import template
from tests.readings import reading


@pytest.fixture
def filled(home):
    storage.keep(reading(), b"bytes", "news.txt")
    storage.derive()


@pytest.mark.usefixtures("filled")
def test_a_backup_comes_back(pobratim, tmp_path):
    exported = pobratim("export", "-").out
    copy = tmp_path / "copy.zip"

    written = pobratim("backup", copy)
    assert (written.code, written.out) == (0, "")
    assert f"Записано: {copy}" in written.err
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600

    refused = pobratim("restore", copy)
    assert refused.code == 1
    assert "не пуст" in refused.err and "--replace" in refused.err

    assert pobratim("restore", copy, "--replace").code == 0
    assert pobratim("export", "-").out == exported


@pytest.mark.usefixtures("filled")
def test_an_older_copy_stays_until_told_otherwise(pobratim, tmp_path):
    copy = tmp_path / "copy.zip"
    copy.write_bytes(b"of yesterday")

    refused = pobratim("backup", copy)
    assert refused.code == 1
    assert "уже есть" in refused.err and "--replace" in refused.err
    assert copy.read_bytes() == b"of yesterday"

    assert pobratim("backup", copy, "--replace").code == 0
    assert pobratim("restore", copy, "--replace").code == 0


@pytest.mark.parametrize(("name", "sentence"), [("nowhere.zip", "не прочитать"), ("news.txt", "не копия реестра")])
def test_what_is_no_backup(pobratim, tmp_path, name, sentence):
    (tmp_path / "news.txt").write_text("Минск и Омск")

    run = pobratim("restore", tmp_path / name)

    assert run.code == 1
    assert sentence in run.err.splitlines()[-1]


def test_what_is_wrong_with_a_backup_is_told_in_russian_alone(pobratim, tmp_path):
    (tmp_path / "news.txt").write_text("Минск и Омск")

    assert not re.search("[A-Za-z]", pobratim("restore", tmp_path / "news.txt").err.splitlines()[-1])


def test_a_backup_that_cannot_be_written(pobratim, tmp_path):
    run = pobratim("backup", tmp_path / "nowhere" / "copy.zip")

    assert run.code == 1
    assert "не записать" in run.err


@pytest.mark.usefixtures("filled")
def test_a_register_moves_to_postgresql(pobratim, home, postgresql, monkeypatch):
    assert pobratim("decide", "reject", f"{reading().document.id[:12]}#r2", "--by", "Иванова").code == 0
    before = pobratim("export", "-").out, pobratim("decide", "journal").out
    url = postgresql.create(template(postgresql))
    monkeypatch.setenv("DATABASE_URL", url)

    assert pobratim("move").code == 0

    assert os.environ["DATABASE_URL"] == url
    moved = pobratim("export", "-")
    assert "PostgreSQL" in moved.err
    assert (moved.out, pobratim("decide", "journal").out) == before
    assert pobratim("move").code == 1, "what is there is not overwritten"

    monkeypatch.setenv("DATABASE_URL", "")
    assert pobratim("export", "-").out == before[0]
    postgresql.drop(url)


def test_without_an_address_there_is_no_moving(pobratim):
    run = pobratim("move")

    assert run.code == 1
    assert "DATABASE_URL" in run.err


def test_without_a_register_there_is_nothing_to_move(pobratim, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://localhost/register")
    monkeypatch.setenv("POBRATIM_HOME", str(tmp_path / "new"))

    run = pobratim("move")

    assert run.code == 1
    assert "реестра SQLite нет" in run.err
