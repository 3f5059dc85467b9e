"""DOCX files, made by python-docx and broken by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.gather.formats.docx import read_docx

from ..making import NEWS, SETTINGS, SMALL, document, error, repacked, word_file

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def with_body(xml: str) -> bytes:
    """A DOCX file whose body is the given XML."""
    body = f'<?xml version="1.0"?><w:document {WORD} {COMPATIBILITY}><w:body>{xml}</w:body></w:document>'
    return repacked(word_file(), {"word/document.xml": body.encode()})


def paragraph(inside: str) -> str:
    return f"<w:p><w:r>{inside}</w:r></w:p>"


def text_of(xml: str) -> str:
    return read_docx(with_body(xml), SETTINGS).text


def test_paragraphs_and_the_heading():
    made = document(word_file([f"# {NEWS[0]}", *NEWS[1:]]))
    assert made.text == "\n\n".join(NEWS)
    assert made.title == NEWS[0]


def test_rows_of_a_table_are_lines_in_their_place():
    rows = [["№", "Мероприятие", "Срок"], ["1", "Ярмарка", "май 2026"], ["2", "", "осень"]]
    made = document(word_file(NEWS, rows))
    assert made.text.endswith("№ | Мероприятие | Срок\n1 | Ярмарка | май 2026\n2 | осень")


def test_a_table_of_one_column_is_a_frame():
    assert document(word_file([], [[NEWS[0]], [NEWS[1]]])).text == f"{NEWS[0]}\n\n{NEWS[1]}"


def test_a_table_that_lays_out_the_page_is_a_frame_too():
    long = "Гости осмотрели школу искусств и комбинат. " * 15
    assert document(word_file([], [["Мэрия Энска", long]])).text == f"Мэрия Энска\n\n{long.strip()}"


def test_tables_in_tables_lay_out_the_page():
    xml = paragraph(f"<w:t>{NEWS[1]}</w:t>")
    for _ in range(30):
        xml = f"<w:tbl><w:tr><w:tc>{xml}</w:tc><w:tc>{paragraph('<w:t>слева</w:t>')}</w:tc></w:tr></w:tbl>"
    assert text_of(xml).split("\n\n") == [f"{NEWS[1]} | слева", *["слева"] * 29]


def test_the_properties_of_the_file_say_nothing_of_the_publication():
    made = document(word_file(NEWS[1:]))  # python-docx states 2013-12-23 and itself as the author
    assert (made.published, made.modified, made.author, made.publisher) == (None, None, None, None)


def test_breaks_end_a_sentence_or_are_a_blank():
    xml = paragraph("<w:t>О визите</w:t><w:br/><w:t>делегации.</w:t><w:br/><w:t>Подписан план.</w:t>")
    assert text_of(xml) == "О визите делегации.\n\nПодписан план."


def test_signs_between_words():
    assert text_of(paragraph("<w:t>Ростов</w:t><w:noBreakHyphen/><w:t>на</w:t><w:tab/><w:t>Дону</w:t>")) == (
        "Ростов-на Дону"
    )


def test_of_tracked_changes_the_new_text_counts():
    xml = (
        "<w:p><w:ins><w:r><w:t>Новое</w:t></w:r></w:ins><w:del><w:r><w:delText>старое</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>унесённое</w:t></w:r></w:moveFrom></w:p>"
    )
    assert text_of(xml) == "Новое"


def test_content_controls_and_text_boxes_are_read_once():
    box = f"<w:txbxContent>{paragraph('<w:t>В рамке</w:t>')}</w:txbxContent>"
    xml = (
        f"<w:sdt><w:sdtContent>{paragraph('<w:t>Заголовок</w:t>')}</w:sdtContent></w:sdt>"
        f"<w:p><w:r><w:t>Текст</w:t><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(xml) == "Заголовок\n\nТекст\n\nВ рамке"


def test_a_bomb_of_entities_stays_small():
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ааааааааааа">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(9))
        + f"]><w:document {WORD}><w:body><w:p><w:r><w:t>Энск &a8;</w:t></w:r></w:p></w:body></w:document>"
    )
    package = repacked(word_file(), {"word/document.xml": bomb.encode()})
    for found in (document, error):
        try:
            made = found(package)
        except AssertionError:
            continue
        assert len(str(made)) < 500


def test_an_outer_entity_is_not_fetched(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("тайна", encoding="utf-8")
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file://{secret}">]>'
        f"<w:document {WORD}><w:body><w:p><w:r><w:t>Энск &a; Брест</w:t></w:r></w:p></w:body></w:document>"
    )
    draft = read_docx(repacked(word_file(), {"word/document.xml": xml.encode()}), SETTINGS)
    assert "тайна" not in draft.text


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("word/document.xml", None),
        ("[Content_Types].xml", None),
        ("_rels/.rels", None),
        ("word/document.xml", b"<w:document"),
        ("word/document.xml", b""),
        ("word/styles.xml", b"<"),
        ("[Content_Types].xml", b"<Types/>"),
    ],
)
def test_a_missing_or_broken_part_is_one_error(member, content):
    found = error(repacked(word_file(NEWS), {member: content}), "план.docx")
    assert found.source == "план.docx"
    assert "повреждён" in found.reason


def test_a_truncated_file_is_called_a_document():
    found = error(word_file(NEWS)[:-200], "план.docx")
    assert found.reason == "документ Word повреждён или записан с ошибками"


def test_without_text_there_is_no_document():
    assert "текста нет" in error(word_file([" ", "\t"])).reason


def test_a_part_that_unpacks_to_too_much_is_refused():
    package = repacked(word_file(NEWS), {"word/media/a.bin": bytes(30_000)})
    assert "больше" in error(package, settings=SMALL).reason


@given(st.lists(st.text(alphabet="абвг .,—«»", min_size=1, max_size=40), min_size=1, max_size=6))
def test_what_word_writes_is_read_back(paragraphs):
    draft = read_docx(word_file(paragraphs), SETTINGS)
    assert draft.text.split() == " ".join(paragraphs).split()
