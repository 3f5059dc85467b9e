"""Rows of text as CSV and as a workbook: what is text stays text, whatever it begins with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would reckon instead of showing it."""
_STAMP = datetime(1980, 1, 1)
_LONGEST = 32_767
"""Characters of a cell in a workbook."""


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Semicolons and a byte order mark, as Russian office programs expect; a quote before what looks like a formula."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def as_xlsx(head: Sequence[str], rows: Iterable[Sequence[str]], *, title: str, widths: Sequence[int]) -> bytes:
    """One sheet with a fixed head; ``widths`` are of the columns, in characters. The same rows give the same sheet."""
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = _STAMP
    book.properties.creator = "Pobratim"
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + number)].width = width
    sheet.append([_cell(sheet, text, bold=True) for text in head])
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(sheet: Any, text: str, *, bold: bool = False) -> Cell:
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST])
    cell.data_type = "s"  # never a formula
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    return cell


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
