"""The road map's tables in a DOCX file, each row with what it is: read and written by the same eyes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from docx.oxml.ns import qn

from pobratim.exchange.roadmap.columns import Header, header_of, words
from pobratim.exchange.roadmap.grid import Cell, Row, rows_of
from pobratim.gather.refusal import Unreadable
from pobratim.gather.unpacking import check_sizes
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

Role = Literal["header", "counts", "section", "blank", "measure", "continued"]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: what it is and, of measures, what stands in its columns."""

    row: Row
    role: Role
    number: str = ""
    auto: bool = False
    """Word counts the rows itself: the number is not written."""
    action: str = ""
    term: str = ""
    executors: tuple[str, ...] = ()
    place: str = ""
    """Where it is, for messages: «строка 7»."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of measures."""

    element: _Element
    header: Header
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Opened:
    """A DOCX file with its tables of measures."""

    document: Document
    tables: tuple[Table, ...]


def open_docx(data: bytes, source: str, settings: Settings) -> Opened:
    """The file and its tables of measures.

    Raises InputError where the file is no DOCX, or has no such table, or a row of it cannot be understood: the message
    names the row.
    """
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            check_sizes(package.infolist(), settings)
        document = docx.Document(io.BytesIO(data))
    except Unreadable as refusal:
        raise refusal.as_error(source) from refusal
    except Exception as error:  # python-docx lets through whatever zipfile, lxml and its own classes raise
        raise InputError(source, "это не документ Word (DOCX) или он повреждён", "сохраните его как .docx") from error
    found = [
        (element, rows, header)
        for element in document.element.body.iter(qn("w:tbl"))
        if (header := header_of(rows := rows_of(element)))
    ]
    if not found:
        names = words()["names"]
        columns = ", ".join(f"«{names[kind]}»" for kind in ("number", "measure", "term", "executors"))
        raise InputError(
            source, "таблицы мероприятий в нём нет", f"назовите её столбцы в первой строке: {columns}"
        )
    tables = []
    for number, (element, rows, header) in enumerate(found, start=1):
        where = "строка {}" if len(found) == 1 else f"таблица {number}, строка {{}}"
        tables.append(Table(element, header, tuple(_Reading(header, where, source).lines(rows))))
    return Opened(document, tuple(tables))


class _Reading:
    """Reads one table downwards; what is merged downwards is carried."""

    def __init__(self, header: Header, where: str, source: str) -> None:
        self._header = header
        self._where = where
        self._source = source
        self._carried: dict[int, Cell] = {}
        self._counted = 0

    def lines(self, rows: tuple[Row, ...]) -> Iterator[Line]:
        height = self._header.height
        for row in rows[:height]:
            counts = self._header.counts and row is rows[height - 1]
            yield Line(row, "counts" if counts else "header", place=self._where.format(row.number))
        heads = {row.text for row in rows[:height]}
        for row in rows[height:]:
            if row.text in heads:  # repeated where a page begins
                yield Line(row, "header", place=self._where.format(row.number))
            else:
                yield self._line(row)

    def _line(self, row: Row) -> Line:
        place = self._where.format(row.number)
        width = len(self._header.kinds)
        if row.width != width:
            raise InputError(
                self._source,
                f"{place}: в ней столбцов {row.width}, а в заголовке {width}",
                "выровняйте ячейки таблицы по столбцам заголовка",
            )
        if not any(cell.text or cell.continues for cell in row.cells):
            return Line(row, "blank", place=place)
        numbers, actions = (self._own(row, kind) for kind in ("number", "measure"))
        number, action = (" ".join(cell.text for cell in cells) for cells in (numbers, actions))
        term = " ".join(cell.text for cell in self._own(row, "term"))
        executors = tuple(line for cell in self._own(row, "executors") for line in cell.lines)
        is_alone = len(row.cells) == 1 or {cell.text for cell in row.cells} == {action or None}  # or copied into each
        if is_alone or (action and not (number or term or executors) and not self._auto(row)):
            return Line(row, "section", action=row.cells[0].text or action, place=place)
        if self._continues(row, "measure"):
            return Line(row, "continued", term=term, executors=executors, place=place)
        auto = not number and self._auto(row)
        if auto:
            self._counted += 1
            number = str(self._counted)
        if self._header.columns("number") and not number:
            raise InputError(self._source, f"{place}: у мероприятия нет номера", "впишите номер")
        if not action:
            raise InputError(self._source, f"{place}: под номером {number} нет мероприятия", "впишите его")
        return Line(row, "measure", number, auto, action, term, executors, place)

    def _own(self, row: Row, kind: str) -> list[Cell]:
        """The cells of the columns of that kind, the upper part for the lower ones of merged cells."""
        found = []
        for cell in self._header.cells(row, kind):
            if not cell.continues:
                self._carried[cell.start] = cell
            found.append(self._carried.get(cell.start, cell))
        return found

    def _auto(self, row: Row) -> bool:
        return any(cell.is_numbered for cell in self._header.cells(row, "number"))

    def _continues(self, row: Row, kind: str) -> bool:
        cells = self._header.cells(row, kind)
        return bool(cells) and all(cell.continues for cell in cells)
