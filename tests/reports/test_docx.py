"""The paper as DOCX, opened again with python-docx."""

import dataclasses
import io
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn

from pobratim.reports import brief, briefing, render
from tests.reports import make


@pytest.fixture(scope="module")
def data() -> bytes:
    return brief(make.rich(), today=make.TODAY, format="docx")


@pytest.fixture
def document(data: bytes) -> Docx:
    return Document(io.BytesIO(data))


def test_headings_are_headings(document: Docx) -> None:
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings[:3] == ["Главное", "История отношений", "Соглашения и дорожные карты"]
    assert headings[-1] == "Источники и подтверждения"
    assert document.paragraphs[0].style.name == "Title"


def test_a_range_of_days_in_the_title_breaks_nowhere() -> None:
    paper = dataclasses.replace(briefing(make.rich(), make.TODAY), title="Отчёт о визите, 10–12.12.2026")
    document = Document(io.BytesIO(render(paper, "docx")))

    assert document.paragraphs[0].text == "Отчёт о визите, 10–\N{WORD JOINER}12.12.2026"
    assert document.core_properties.title == paper.title
    assert render(paper, "pdf").startswith(b"%PDF")


def test_tables_repeat_their_head(document: Docx) -> None:
    registers = [table for table in document.tables if table.style.name == "Register"]
    assert [cell.text for cell in registers[0].rows[0].cells] == [
        "Документ",
        "Подписан",
        "Срок действия",
        "Состояние",
        "Прим.",
    ]
    for table in registers:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table.rows[1]._tr.trPr.find(qn("w:cantSplit")) is not None


def test_every_reference_leads_to_a_bookmark(document: Docx) -> None:
    body = document.element.body
    bookmarks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    assert len(bookmarks) == len(set(bookmarks))
    assert anchors == set(bookmarks)


def test_references_are_raised_and_words_of_caution_slanted(document: Docx) -> None:
    assert document.styles["Reference"].font.superscript
    assert document.styles["Mark"].font.italic


def test_pages_are_numbered_and_named(document: Docx) -> None:
    first = document.sections[0]
    for footer in (first.footer, first.first_page_footer):
        fields = [field.get(qn("w:instr")) for field in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
    assert first.header.paragraphs[0].text.startswith("Справка о сотрудничестве Минска и Омска")
    assert first.first_page_header.paragraphs[0].text == ""


def test_notes_stand_in_two_columns_on_the_same_page(document: Docx) -> None:
    columns = [section._sectPr.find(qn("w:cols")).get(qn("w:num")) for section in document.sections]
    assert columns == [None, "2"]
    assert document.sections[1].start_type == WD_SECTION.CONTINUOUS
    assert document.sections[1].header.is_linked_to_previous
    assert document.sections[1].footer.is_linked_to_previous


def test_the_file_knows_its_title_language_and_day(document: Docx) -> None:
    properties = document.core_properties
    assert properties.title == "Справка о сотрудничестве Минска и Омска"
    assert properties.language == "ru-RU"
    assert properties.created.date() == make.TODAY


def test_no_part_carries_the_time_of_the_run(data: bytes) -> None:
    with ZipFile(io.BytesIO(data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_addresses_of_the_web_are_links(document: Docx) -> None:
    targets = [rel.target_ref for rel in document.part.rels.values() if rel.reltype.endswith("/hyperlink")]
    assert "https://example.by/news/vstrecha" in targets
