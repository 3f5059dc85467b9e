"""The same road map with a column of evidence: all else stays as it is."""

from __future__ import annotations

import copy
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pobratim.exchange.roadmap.opening import Line, Table, open_docx
from pobratim.exchange.roadmap.reading import measured
from pobratim.model.settings import Settings

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADING = "Подтверждения"
_SHARE = 0.28
"""The part of the table's width that the new column takes; the others make room."""
_WIDTH = 2600
"""Twentieths of a point: its width where the table does not tell its own."""


def write(data: bytes, evidence: Sequence[Sequence[str]], source: str, settings: Settings) -> bytes:
    """The DOCX with the lines of ``evidence``, one item a measure in their order, in a last column.

    A column of evidence that is there already is filled anew. Raises InputError as `reading.read` does.
    """
    opened = open_docx(data, source, settings)
    lines_of: dict[int, Sequence[str]] = {}
    for (_, lines), said in zip(measured(opened), evidence, strict=True):
        lines_of[id(lines[0])] = said
    for table in opened.tables:
        if table.header.columns("evidence"):
            _fill(table, lines_of)
        else:
            _add(table, lines_of)
    written = io.BytesIO()
    opened.document.save(written)
    return written.getvalue()


def _fill(table: Table, lines_of: dict[int, Sequence[str]]) -> None:
    """Put the lines into the column that is there."""
    for line in table.lines:
        if id(line) in lines_of:
            for cell in table.header.cells(line.row, "evidence"):
                _put(cell.element, lines_of[id(line)])


def _add(table: Table, lines_of: dict[int, Sequence[str]]) -> None:
    """Give every row one cell more."""
    width = _make_room(table.element)
    heads = 0
    for line in table.lines:
        if line.role == "section" and len(line.row.cells) == 1:
            _widen(line.row.cells[0].element, width)
            continue
        cell = _cell(line, width)
        if line.role == "header":
            heads += line.row.number <= table.header.height
            if line.row.number > table.header.height or heads == 1:
                _put(cell, [HEADING])
            _merge(cell, table, line)
        elif line.role == "counts":
            _put(cell, [str(len(line.row.cells) + 1)])
        elif line.role == "continued":
            _merged(cell, "continue")
        elif id(line) in lines_of:
            _put(cell, lines_of[id(line)])
            if _goes_on(table, line):
                _merged(cell, "restart")
        line.row.cells[-1].element.addnext(cell)


def _merge(cell: _Element, table: Table, line: Line) -> None:
    """One cell down a header of several rows."""
    height = table.header.height - table.header.counts
    if height > 1 and line.row.number <= height:
        _merged(cell, "restart" if line.row.number == 1 else "continue")


def _goes_on(table: Table, line: Line) -> bool:
    place = table.lines.index(line) + 1
    return place < len(table.lines) and table.lines[place].role == "continued"


def _make_room(table: _Element) -> int:
    """Narrow the columns and add one to the grid; the width of the new one."""
    columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
    widths = [int(value) for column in columns if (value := column.get(qn("w:w"), "")).isdecimal()]
    whole = sum(widths)
    width = int(whole * _SHARE) if whole else _WIDTH
    if whole:
        cells = [width for width in table.iter(qn("w:tcW")) if width.get(qn("w:type"), "dxa") == "dxa"]
        for element in (*columns, *cells):
            value = element.get(qn("w:w"), "")
            if value.isdecimal():
                element.set(qn("w:w"), str(round(int(value) * (1 - _SHARE))))
    grid = table.find(qn("w:tblGrid"))
    if grid is not None:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        grid.append(column)
    return width


def _widen(cell: _Element, width: int) -> None:
    """Let a heading that covers the whole table cover the new column too."""
    properties = _properties(cell)
    span = properties.find(qn("w:gridSpan"))
    if span is None:
        span = OxmlElement("w:gridSpan")
        _after_width(properties, span)
        span.set(qn("w:val"), "2")
    else:
        span.set(qn("w:val"), str(int(span.get(qn("w:val"), "1")) + 1))
    own = properties.find(qn("w:tcW"))
    if own is not None and (value := own.get(qn("w:w"), "")).isdecimal() and own.get(qn("w:type"), "dxa") == "dxa":
        own.set(qn("w:w"), str(int(value) + width))


def _cell(line: Line, width: int) -> _Element:
    """An empty cell that looks like the last one of its row: borders, shade and the way of its paragraphs."""
    model = line.row.cells[-1].element
    cell = OxmlElement("w:tc")
    properties = copy.deepcopy(_properties(model))
    for name in ("w:gridSpan", "w:vMerge", "w:hMerge", "w:tcW"):
        for found in properties.findall(qn(name)):
            properties.remove(found)
    own = OxmlElement("w:tcW")
    own.set(qn("w:w"), str(width))
    own.set(qn("w:type"), "dxa")
    properties.insert(0, own)
    cell.append(properties)
    paragraph = model.find(qn("w:p"))
    cell.append(_paragraph(paragraph, ""))
    return cell


def _put(cell: _Element, lines: Sequence[str]) -> None:
    """Make the lines the paragraphs of the cell, each like its first one."""
    model = cell.find(qn("w:p"))
    for found in cell.findall(qn("w:p")):
        cell.remove(found)
    for line in lines or [""]:
        cell.append(_paragraph(model, line))


def _paragraph(model: _Element | None, text: str) -> _Element:
    """A paragraph with the properties of another and of its first run, but not its numbering."""
    paragraph = OxmlElement("w:p")
    run = OxmlElement("w:r")
    if model is not None:
        properties = copy.deepcopy(model.find(qn("w:pPr")))
        if properties is not None:
            for name in ("w:numPr", "w:rPr", "w:sectPr", "w:pPrChange"):
                for found in properties.findall(qn(name)):
                    properties.remove(found)
            paragraph.append(properties)
        letters = copy.deepcopy(model.find(f"{qn('w:r')}/{qn('w:rPr')}"))
        if letters is not None:
            run.append(letters)
    if text:
        words = OxmlElement("w:t")
        words.text = text
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        paragraph.append(run)
    return paragraph


def _merged(cell: _Element, value: str) -> None:
    merge = OxmlElement("w:vMerge")
    merge.set(qn("w:val"), value)
    _after_width(_properties(cell), merge)


def _after_width(properties: _Element, element: _Element) -> None:
    """Where the schema wants it: after width and span, before borders."""
    places = [properties.index(found) for name in ("w:cnfStyle", "w:tcW", "w:gridSpan")
              if (found := properties.find(qn(name))) is not None]
    properties.insert(max(places, default=-1) + 1, element)


def _properties(cell: _Element) -> _Element:
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        properties = OxmlElement("w:tcPr")
        cell.insert(0, properties)
    return properties
