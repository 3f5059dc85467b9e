"""The pages of a PDF as pictures, for people to see it as it is."""

from __future__ import annotations

import io

from pobratim.gather.formats.pdf import PDFIUM
from pobratim.gather.refusal import Unreadable

WIDTH = 1000
"""Pixels of a picture; a page is drawn no higher than three times that."""


def page_sizes(data: bytes, most: int) -> tuple[tuple[int, int], ...]:
    """Width and height in pixels of the pictures of the first ``most`` pages. Raises Unreadable."""
    import pypdfium2

    with PDFIUM:
        try:
            with pypdfium2.PdfDocument(data) as document:
                sizes = [document.get_page_size(number) for number in range(min(most, len(document)))]
        except pypdfium2.PdfiumError as error:
            raise Unreadable("broken", kind="документ PDF") from error
    return tuple((round(wide * _scale(wide, high)), round(high * _scale(wide, high))) for wide, high in sizes)


def page_picture(data: bytes, number: int) -> bytes:
    """The page of that number (from 0 on) as PNG. Raises Unreadable, and IndexError where there is no such page."""
    import pypdfium2

    with PDFIUM:
        try:
            with pypdfium2.PdfDocument(data) as document:
                if number >= len(document):
                    raise IndexError(number)
                page = document[number]
                picture = page.render(scale=_scale(*page.get_size())).to_pil()
                file = io.BytesIO()
                picture.save(file, "PNG")
                return file.getvalue()
        except pypdfium2.PdfiumError as error:
            raise Unreadable("broken", kind="документ PDF") from error


def _scale(width: float, height: float) -> float:
    """Pixels a point: odd pages must not become pictures of gigabytes."""
    return min(WIDTH / max(width, 1.0), 3 * WIDTH / max(height, 1.0))
