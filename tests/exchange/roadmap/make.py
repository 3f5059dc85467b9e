"""Road maps as DOCX, written row by row: ``docx_of(HEADER, ["1", "Провести ярмарку", "2026 год", "Омск"])``."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell

HEADER = ["№ п/п", "Наименование мероприятия", "Срок исполнения", "Ответственные исполнители"]
TITLE = "Дорожная карта сотрудничества Минска и Омска на 2026–2028 годы"

LEFT = "<"
"""This cell is one with the cell to its left."""
ABOVE = "^"
"""This cell is one with the cell above it."""


def docx_of(*rows: Sequence[str], title: str | None = TITLE, after: str = "") -> bytes:
    """A DOCX with these rows as its table; a line break in a cell parts paragraphs."""
    document = docx.Document()
    if title:
        document.add_paragraph(title)
    add_table(document, rows)
    if after:
        document.add_paragraph(after)
    return saved(document)


def add_table(document, rows: Sequence[Sequence[str]]) -> None:
    """Add a table; where a row has fewer cells than the first its last cells are missing."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    cells = [[table.cell(y, x) for x in range(len(rows[0]))] for y in range(len(rows))]
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text not in (LEFT, ABOVE):
                _write(cells[y][x], text)
    for y, row in enumerate(rows):
        for x in range(len(rows[0])):
            if x >= len(row):
                cells[y][x]._tc.getparent().remove(cells[y][x]._tc)
            elif row[x] in (LEFT, ABOVE) and (x + 1 == len(row) or row[x + 1] != row[x] or row[x] == ABOVE):
                _merge(cells, rows, y, x)


def saved(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def texts(data: bytes) -> list[list[str]]:
    """The table as one sees it: a merged cell's text in every place that it covers."""
    table = docx.Document(io.BytesIO(data)).tables[0]
    return [[table.cell(y, x).text for x in range(len(table.columns))] for y in range(len(table.rows))]


def number_by_word(data: bytes, row: int) -> bytes:
    """Let Word count the first cell of that row."""
    document = docx.Document(io.BytesIO(data))
    paragraph = document.tables[0].cell(row, 0).paragraphs[0]._p
    properties = paragraph.get_or_add_pPr()
    numbering = OxmlElement("w:numPr")
    properties.append(numbering)
    for name, value in (("w:ilvl", "0"), ("w:numId", "1")):
        element = OxmlElement(name)
        element.set(qn("w:val"), value)
        numbering.append(element)
    return saved(document)


def _write(cell: _Cell, text: str) -> None:
    first, *others = text.split("\n")
    cell.paragraphs[0].text = first
    for other in others:
        cell.add_paragraph(other)


def _merge(cells: list[list[_Cell]], rows: Sequence[Sequence[str]], y: int, x: int) -> None:
    left, top = x, y
    while rows[top][left] == LEFT:
        left -= 1
    while rows[top][left] == ABOVE:
        top -= 1
    cells[top][left].merge(cells[y][x])
