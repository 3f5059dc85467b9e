"""The paper as PDF, read again with pypdfium2."""

import dataclasses

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from pobratim.register.rows import Evidence
from pobratim.reports import brief
from tests.reports import make


def pages(dossier) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(brief(dossier, today=make.TODAY, format="pdf"))


def test_a_small_register_fits_on_two_pages() -> None:
    assert len(make.rich().documents) == 6
    assert len(pages(make.rich())) <= 2
    assert len(pages(make.sparse())) == 1


def test_pages_are_numbered_and_named_from_the_second_on() -> None:
    first, second = (page.get_textpage().get_text_range() for page in pages(make.rich()))
    assert "1 из 2" in first
    assert "2 из 2" in second
    assert first.count("Справка о сотрудничестве Минска и Омска") == 1
    assert second.startswith("Справка о сотрудничестве Минска и Омска")


def test_every_font_is_embedded_and_made_for_cyrillic() -> None:
    names = set()
    for page in pages(make.rich()):
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(item.raw)
            assert pdfium.FPDFFont_GetIsEmbedded(font) == 1
            names.add(_name(font))
    assert names
    assert all("Libertinus" in name for name in names)


def _name(font) -> str:
    import ctypes

    buffer = ctypes.create_string_buffer(200)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 200)
    return buffer.value.decode()


def test_it_knows_its_title_and_day() -> None:
    metadata = pages(make.rich()).get_metadata_dict()
    assert metadata["Title"] == "Справка о сотрудничестве Минска и Омска"
    assert metadata["CreationDate"].startswith("D:20251121")


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 8, 13, 40, 90, 150])
def test_no_note_falls_off_the_page(count: int) -> None:
    """The two columns of notes are made equally long; none of them may run out of the sheet."""
    extra = tuple(
        Evidence(
            document=f"d{number % 6 + 1}",
            span=(2000 + number * 100, 2000 + number * 100 + 90),
            text="Города говорили о деле. " * (number % 7 + 1),
        )
        for number in range(count)
    )
    happening = dataclasses.replace(make.HAPPENINGS[1], evidence=make.HAPPENINGS[1].evidence + extra)
    dossier = dataclasses.replace(make.rich(), happenings=(happening,))
    for page in pages(dossier):
        assert_inside(page)


@pytest.mark.parametrize("word", ["Н" * 300, "https://example.by/" + "a" * 300, "длинное-слово-" * 30])
def test_no_word_is_too_long_for_the_page(word: str) -> None:
    for page in pages(make.hostile(word)):
        assert_inside(page)


def assert_inside(page) -> None:
    width, height = page.get_size()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        left, bottom, right, top = item.get_bounds()
        assert 0 < left <= right < width - 30
        assert 20 < bottom <= top < height - 20


def test_references_and_addresses_can_be_clicked() -> None:
    document = pages(make.rich())
    targets = [link for page in document for link in _links(page)]
    assert len(targets) > 40
    assert any(b"https://example.by/news/vstrecha" in target for target in _addresses(document))


def _links(page) -> list:
    import ctypes

    position, link, found = ctypes.c_int(0), pdfium.FPDF_LINK(), []
    while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        found.append(pdfium.FPDFLink_GetAction(link))
    return found


def _addresses(document) -> list[bytes]:
    import ctypes

    found = []
    for page in document:
        for action in _links(page):
            if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
                buffer = ctypes.create_string_buffer(300)
                pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, 300)
                found.append(buffer.value)
    return found
