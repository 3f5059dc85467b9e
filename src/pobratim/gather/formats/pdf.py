"""PDF: the words and their places as PDFium finds them, without what was printed around the text."""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pobratim.gather.draft import Draft
from pobratim.gather.formats.pdf_layout import HYPHEN, Line, paragraphs_of
from pobratim.gather.refusal import Unreadable
from pobratim.model.settings import Settings

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

PDFIUM = threading.Lock()
"""PDFium is not safe for threads, and the web server reads uploads in several."""
_FEWEST_LETTERS = 40
"""Letters a page: less beside pictures is a stamp on a scanned page."""
_GARBLED = 0.2
"""Share of characters without a meaning above which the fonts carry no table of letters."""
_MEANINGLESS = re.compile("[\ue000-\uf8ff\ufffd\x00\x01\x03-\x08\x0e-\x1f]")


def read_pdf(data: bytes, settings: Settings) -> Draft:
    """The text of a PDF file. Raises Unreadable where it is broken, locked, scanned or too long."""
    import pypdfium2

    with PDFIUM:
        try:
            with pypdfium2.PdfDocument(data) as document:
                return _draft(document, settings)
        except pypdfium2.PdfiumError as error:
            locked = error.err_code in (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
            raise Unreadable("encrypted" if locked else "broken", kind="документ PDF") from error


def _draft(document: PdfDocument, settings: Settings) -> Draft:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    pages: list[list[Line]] = []
    length = pictured = drawn = 0
    for page in document:
        lines = list(_lines(page))
        pages.append(lines)
        length += sum(len(line.text) for line in lines)
        if length > settings.max_text_chars:
            raise Unreadable("too_long", limit=settings.max_text_chars, setting="POBRATIM_MAX_TEXT_CHARS")
        pictured += any(True for _ in page.get_objects([FPDF_PAGEOBJ_IMAGE], max_depth=3))
        drawn += any(True for _ in page.get_objects(max_depth=1))
        page.close()
    _check("".join(line.text for lines in pages for line in lines), len(pages), pictured, drawn)
    return Draft(text="\n\n".join(paragraphs_of(pages)))


def _check(text: str, pages: int, pictured: int, drawn: int) -> None:
    """Raises Unreadable where pages are pictures, or where their letters say nothing."""
    letters = sum(map(str.isalpha, text))
    meaningless = len(_MEANINGLESS.findall(text))
    if meaningless > _GARBLED * (letters + meaningless):
        raise Unreadable("garbled")
    if not letters:
        raise Unreadable("scanned" if drawn else "blank")
    if letters < _FEWEST_LETTERS * pages and 2 * pictured > pages:
        raise Unreadable("scanned")


def _lines(page: PdfPage) -> Iterator[Line]:
    """The lines of a page in the order of its content. PDFium marks a hyphen at a line's end by HYPHEN."""
    from pypdfium2 import raw

    text_page: Any = page.get_textpage()
    box = raw.FS_RECTF()
    line = Line()
    for index in range(text_page.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text_page, index))
        if character in "\r\n":
            if line.text:
                yield line
            line = Line()
            continue
        placed = raw.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(box))
        line.add(character, (box.left, box.bottom, box.right, box.top) if placed else None)
        if character == HYPHEN:
            yield line
            line = Line()
    if line.text:
        yield line
    text_page.close()
