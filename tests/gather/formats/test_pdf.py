"""PDF files, set by typst and broken by hand."""

from __future__ import annotations

import base64
import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.gather import gather_bytes

from ..making import NEWS, SMALL, document, error, pdf_file

RELEASE = """
= Энск и Ростов-на-Дону договорились о дорожной карте

19 ноября 2025, Энск

Представители администрации города Энска и Ростова-на-Дону обсудили социально-экономическое \
сотрудничество, производственную кооперацию и образовательные программы. Речь шла о поставках \
пассажирской техники, водоснабжении и водоотведении, благоустройстве общественных пространств.

Стороны подписали дорожную карту на 2026–2028 годы. Документ предусматривает взаимодействие в сфере \
здравоохранения, профессионально-технического образования, физической культуры и спорта.
"""
PARAGRAPHS = [" ".join(text.split()).removeprefix("= ") for text in RELEASE.strip().split("\n\n")]
RUNNING = """paper: "a5", header: [Вестник города Энска #h(1fr) Выпуск 7],
    footer: context align(center)[#counter(page).display()]"""


WHO = ("Делегация Бреста", "Группа школьников", "Комиссия по благоустройству")
DID = ("осмотрела", "обсудила с коллегами", "показала на выставке", "внесла в план")
WHAT = ("набережную и парк", "молочный комбинат", "детскую больницу", "городской стадион")
POINT = ", ".join(map(str, base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)))
"""A PNG picture of one point, for typst."""


@pytest.mark.parametrize("page", ['paper: "a4"', 'paper: "a5"', 'paper: "a6"', 'paper: "a4", columns: 2'])
def test_paragraphs_come_back_as_they_were_written(page):
    assert document(pdf_file(RELEASE, page)).text.split("\n\n") == PARAGRAPHS


def test_title_and_dateline_are_found():
    made = document(pdf_file(RELEASE))
    assert (made.title, made.published, made.language) == (PARAGRAPHS[0], "2025-11-19", "ru")


def test_an_indent_begins_a_paragraph():
    text = f"#set par(first-line-indent: 1.5em, spacing: 0.65em)\n{RELEASE}"
    assert document(pdf_file(text)).text.split("\n\n")[2:] == PARAGRAPHS[2:]


def test_headers_footers_and_page_numbers_go():
    first, second = document(pdf_file(f"{NEWS[1]}\n#pagebreak()\n{NEWS[2]}", RUNNING)).text.split("\n\n")
    assert (first, second) == NEWS[1:]


def test_a_sentence_goes_on_over_the_page():
    sentences = (f"{who} {did} {what}." for who, did, what in itertools.product(WHO, DID, WHAT))
    text = " ".join(sentences)
    assert document(pdf_file(text, 'paper: "a6"')).text == text


def test_an_interval_parted_at_its_dash_stays_one():
    years = range(2020, 2030)
    text = " ".join(f"{who} подписала план на {year}–{year + 2} годы." for who in WHO for year in years)
    assert document(pdf_file(text, 'paper: "a6"')).text == text


def test_the_properties_of_the_file_are_not_used():
    day = "datetime(year: 2020, month: 1, day: 2)"
    text = f'#set document(title: "План на год", author: "user", date: {day})\n{NEWS[1]}'
    made = document(pdf_file(text))
    assert (made.title, made.author, made.published, made.modified) == (None, None, None, None)


def test_a_locked_file():
    assert error(locked(pdf_file(RELEASE))).reason == "документ PDF закрыт паролем"


def test_pages_that_are_pictures():
    found = error(pdf_file("#rect(width: 5cm, height: 5cm, fill: gray)"))
    assert "только картинки" in found.reason
    assert "OCR" in found.advice


def test_a_scan_with_a_stamp_is_a_scan():
    found = error(pdf_file(f"#image(bytes(({POINT})), width: 8cm)\n Скан"))
    assert "только картинки" in found.reason


def test_fonts_that_do_not_say_which_letters_they_show():
    found = error(pdf_file(RELEASE).replace(b"/ToUnicode", b"/ToUnicodX"))
    assert found.reason.startswith("буквы этого PDF нельзя перевести в текст")


def test_blank_pages():
    assert "текста нет" in error(pdf_file("#pagebreak()")).reason


def test_a_text_that_is_too_long():
    found = error(pdf_file(RELEASE * 6), settings=replace(SMALL, max_file_bytes=10**6))
    assert found.reason == "текст длиннее 2000 знаков"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_refused_with_its_name(share):
    data = pdf_file(RELEASE)
    found = error(data[: int(len(data) * share)], "релиз.pdf")
    assert str(found).startswith("релиз.pdf: документ PDF повреждён или записан с ошибками; ")


@given(st.integers(0, 5_000), st.binary(min_size=1, max_size=40))
@settings(max_examples=30)
def test_damage_anywhere_ends_in_text_or_an_error(position, damage):
    data = bytearray(RELEASE_FILE)
    data[position : position + len(damage)] = damage
    assert len(list(gather_bytes(bytes(data), "релиз.pdf", SMALL))) == 1


RELEASE_FILE = pdf_file(RELEASE)


def locked(data: bytes) -> bytes:
    """The same file under a password. PDFium cannot lock, so that the smallest locked file is written out."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF"
    )
