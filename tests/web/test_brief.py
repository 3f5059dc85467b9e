"""The briefing on a tie as a file."""

import io
import zipfile
from urllib.parse import unquote

import pytest

from tests.web import make
from tests.web.pages import assert_only_reads

ADDRESS = f"/ties/{make.MINSK}/{make.OMSK}/brief."


@pytest.mark.parametrize(
    ("form", "beginning"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!DOCTYPE html>")]
)
def test_it_is_a_download_with_a_name(client, filled, form, beginning):
    response = client.get(ADDRESS + form)

    assert response.status_code == 200
    assert response.content.startswith(beginning)
    disposition = unquote(response.headers["Content-Disposition"])
    assert disposition.startswith("attachment")
    assert f"Справка Минск — Омск.{form}" in disposition


def test_the_word_file_names_both_places(client, filled):
    packed = zipfile.ZipFile(io.BytesIO(client.get(ADDRESS + "docx").content))

    words = packed.read("word/document.xml").decode()
    assert "Минск" in words and "Омск" in words


def test_other_forms_and_places_are_not_there(client, filled):
    assert client.get(ADDRESS + "exe").status_code == 404
    assert client.get(f"/ties/{make.MINSK}/city:none/brief.pdf").status_code == 404


def test_it_only_reads(client, filled):
    assert_only_reads(client, ADDRESS + "docx")


def test_a_hostile_name_cannot_break_the_header(client, hostile):
    response = client.get(ADDRESS + "html")

    assert response.status_code == 200
    assert "\n" not in response.headers["Content-Disposition"]
    assert b"<script>" not in response.content
