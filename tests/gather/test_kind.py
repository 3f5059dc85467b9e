"""What a file is by its bytes."""

from __future__ import annotations

import pytest

from pobratim.gather.kind import kind_of, packed_kind
from pobratim.gather.refusal import Unreadable
from pobratim.gather.tables import table

from .making import letter, pdf_file, word_file, zip_file

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("Мэр Энска приехал в Брест.".encode(), "text"),
        ("Мэр Энска приехал в Брест.".encode("cp1251"), "text"),
        ("Мэр Энска приехал в Брест.".encode("utf-16"), "text"),
        (b"Subject of the talks: water supply", "text"),
        (b"<!DOCTYPE html><html></html>", "html"),
        (b"\xef\xbb\xbf\r\n<html lang=ru>", "html"),
        (b"<!-- saved from url=(0019)https://ensk.example/ -->\n<html>", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "html"),
        ("<p>Мэр Энска</p>".encode(), "html"),
        ("<p>Мэр Энска</p>".encode("utf-16"), "html"),
        (b"From: a@ensk.example\nSubject: x\n\nText", "mail"),
        (b"Received: from mx\n\tby mail; Mon\r\nDate: Mon, 1 Jan 2024 10:00:00 +0300\r\n\r\nText", "mail"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\x00\x01%PDF-1.7\n", "pdf"),
        (zip_file({"a.txt": "x"}), "zip"),
        (word_file(["x"]), "zip"),
    ],
)
def test_kinds_are_told_by_content(data, kind):
    assert kind_of(data) == kind


def test_the_name_is_not_believed():
    assert kind_of(b"%PDF-1.7\n", "документ.txt") == "pdf"
    assert kind_of("Мэр Энска".encode(), "картинка.png") == "text"


def test_a_name_helps_a_mail_with_one_field():
    assert kind_of(b"Subject: x\n\nText", "письмо.eml") == "mail"
    assert kind_of(b"Subject: x\n\nText", "заметка.txt") == "text"


def test_files_made_by_libraries_are_known():
    assert kind_of(letter().as_bytes()) == "mail"
    assert kind_of(pdf_file("Энск")) == "pdf"


@pytest.mark.parametrize("row", table("kinds")["foreign"], ids=lambda row: row["hex"])
def test_every_signature_is_refused_with_its_name(row):
    data = bytes(row.get("at", 0)) + bytes.fromhex(row["hex"]) + bytes(64)
    with pytest.raises(Unreadable) as refusal:
        kind_of(data, "новость.txt")
    assert refusal.value.code == "unsupported"
    assert refusal.value.details == {"kind": row["name"], "advice": row["advice"]}


@pytest.mark.parametrize("beginning", ["MZ", "BM", "BZh", "ID3", "RIFF"])
def test_letters_that_are_also_signatures_are_text_in_a_text(beginning):
    assert kind_of(f"{beginning} — так называется завод в Энске.".encode()) == "text"


@pytest.mark.parametrize("row", table("kinds")["compound"], ids=lambda row: row["stream"])
def test_old_office_files_are_refused_with_advice(row):
    with pytest.raises(Unreadable) as refusal:
        kind_of(OLE + row["stream"].encode("utf-16-le"))
    assert refusal.value.code == ("encrypted" if row.get("encrypted") else "unsupported")
    assert refusal.value.details["kind"] == row["name"]


@pytest.mark.parametrize(
    "data", [OLE, bytes(100), bytes(range(1, 8)) * 20, b"<?xml version='1.0'?><yml_catalog/>", b"<svg></svg>"]
)
def test_other_kinds_are_refused(data):
    with pytest.raises(Unreadable) as refusal:
        kind_of(data)
    assert refusal.value.code == "unsupported"


def test_an_empty_file_is_no_kind():
    with pytest.raises(Unreadable) as refusal:
        kind_of(b"")
    assert refusal.value.code == "empty"


def test_a_package_is_a_document_or_an_archive():
    assert packed_kind(["word/document.xml", "[Content_Types].xml"]) == "docx"
    assert packed_kind(["новости/1.txt", "новости/2.docx"]) == "zip"
    assert packed_kind([]) == "zip"
    assert packed_kind(["[Content_Types].xml"]) == "docx"  # one that lost its text; the parser says so


@pytest.mark.parametrize("row", table("kinds")["packed"], ids=lambda row: row["member"])
def test_other_packages_are_refused(row):
    with pytest.raises(Unreadable) as refusal:
        packed_kind([row["member"], "[Content_Types].xml"])
    assert refusal.value.details["kind"] == row["name"]
