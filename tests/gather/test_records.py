"""Documents that come as JSON objects: their words are read as those of files, what is stated goes before."""

from __future__ import annotations

import hashlib
import json

import pytest

from pobratim.gather import Gathered
from pobratim.gather.records import gather_record
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings
from tests.gather.making import NEWS, SETTINGS, SMALL, TEXT, document


def record(**fields: object) -> Gathered:
    data = json.dumps(fields, ensure_ascii=False).encode()
    found = gather_record(data, "a.jsonl:1", SETTINGS)
    assert isinstance(found, Gathered), found
    return found


def refused(data: bytes, settings: Settings = SETTINGS) -> str:
    found = gather_record(data, "a.jsonl:1", settings)
    assert isinstance(found, InputError)
    assert found.source == "a.jsonl:1"
    return found.reason


def test_a_text_alone_is_read_as_a_text_file_is():
    found = record(text=TEXT)
    plain = document(TEXT.encode())
    assert (found.document.text, found.document.title) == (plain.text, NEWS[0])
    assert found.document.source == found.name == "a.jsonl:1"
    assert found.document.original_sha256 == hashlib.sha256(found.original).hexdigest()


def test_what_is_stated_goes_before_what_the_words_say():
    found = record(
        text=f"{TEXT}\n\nИсточник: Газета «Верста»", title="Визит", publisher="Пример", author="И. Образцов",
        address="https://primer.example/1", published="2025-06", modified="2025-07-01T10:00:00+03:00",
    ).document  # fmt: skip
    assert (found.title, found.publisher, found.author) == ("Визит", "Пример", "И. Образцов")
    assert (found.address, found.published, found.published_basis) == ("https://primer.example/1", "2025-06", "stated")
    assert (found.modified, found.modified_basis) == ("2025-07-01", "stated")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2025-06-24", "2025-06-24"),
        ("2025-06-24T08:30:00Z", "2025-06-24"),
        ("2025-06-24T22:30:00Z", None),  # between two days
        ("24 июня 2025", "2025-06-24"),
        ("вчера", None),
        ("", None),
    ],
)
def test_days(said, day):
    assert record(text=TEXT, date=said).document.published == day


def test_a_page_is_read_as_a_page():
    found = record(html=f"<html><body><p>{'</p><p>'.join(NEWS)}</p></body></html>", url="https://primer.example/2")
    assert found.document.text == TEXT
    assert found.document.address == "https://primer.example/2"


def test_fields_of_other_kinds_and_names_are_passed_over():
    odd, plain = record(text=TEXT, title=7, author=None, tags=["a"], url="").document, record(text=TEXT).document
    assert (odd.title, odd.author, odd.address) == (plain.title, None, None) == (NEWS[0], None, None)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "объект JSON повреждён"),
        (b"\xff\xfe", "объект JSON повреждён"),
        (b"[" * 100_000, "объект JSON повреждён"),
        (b"[]", "нужен объект JSON с полем text или html"),
        (b'{"body": "a"}', "нужен объект JSON с полем text или html"),
        (b'{"text": "  "}', "нужен объект JSON с полем text или html"),
        (b'{"text": "123"}', "в нём одни пробелы"),
        (b'{"html": "<p></p>"}', "в нём не нашлось текста"),
    ],
)
def test_what_is_no_document_is_refused(data, reason):
    assert refused(data).startswith(reason)


def test_a_record_larger_than_a_file_may_be_is_refused():
    assert refused(json.dumps({"text": "а" * 9000}).encode(), SMALL).startswith("файл больше")
