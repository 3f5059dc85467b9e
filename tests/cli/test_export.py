"""`pobratim export` and `pobratim rebuild`."""

from __future__ import annotations

import os

import pytest

from pobratim import storage
from pobratim.exchange import register_json
from tests.readings import reading
from tests.registers import REGISTER

pytestmark = pytest.mark.usefixtures("hand_made")


def test_the_register_is_written_to_a_file(pobratim, tmp_path):
    path = tmp_path / "register.json"

    run = pobratim("export", path)

    assert (run.code, run.out) == (0, "")
    assert f"Записано: {path}" in run.err
    assert path.read_bytes() == register_json.write(REGISTER)
    assert list(tmp_path.glob(".register*")) == []


def test_a_dash_is_standard_output(pobratim):
    assert pobratim("export", "-").out.encode() == register_json.write(REGISTER)


def test_the_file_gets_the_rights_of_any_new_file(pobratim, tmp_path):
    before = os.umask(0o027)
    try:
        pobratim("export", tmp_path / "register.json")
    finally:
        os.umask(before)

    assert (tmp_path / "register.json").stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_written_is_an_error_with_advice(pobratim, tmp_path):
    run = pobratim("export", tmp_path / "nowhere" / "register.json")

    assert run.code == 1
    assert "nowhere/register.json не записать" in run.err
    assert "назовите другой файл" in run.err


def test_rebuild_gives_the_same_bytes_again(pobratim):
    storage.keep(reading(), None, "paste")
    before = pobratim("export", "-").out

    run = pobratim("rebuild")

    assert run.code == 0
    assert f"документов в реестре {len(REGISTER.documents)}" in run.err
    assert pobratim("export", "-").out == before
    assert [hit.document for hit in storage.search("дорожная карта")] == [reading().document.id]
