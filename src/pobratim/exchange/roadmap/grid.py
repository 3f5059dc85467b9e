"""A table of a DOCX file as the grid that one sees: where each cell begins, and how far it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row; of a cell merged downwards every row has its part."""

    element: _Element
    start: int
    """The first column of the grid that it covers."""
    end: int
    continues: bool
    """It is the lower part of a cell that began above."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Its paragraphs and line breaks, without blank ones."""
        text = "\n".join(_text(paragraph) for paragraph in self.element.iter(qn("w:p")))
        return tuple(line for part in text.split("\n") if (line := " ".join(part.split())))

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    @property
    def is_numbered(self) -> bool:
        """Word itself counts its paragraph: the number stands on paper and not in the text."""
        return self.element.find(f".//{qn('w:numPr')}") is not None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; ``number`` counts from 1 as one sees them."""

    element: _Element
    number: int
    cells: tuple[Cell, ...]

    @property
    def width(self) -> int:
        """The columns that its cells cover, with those left out at its end."""
        after = _value(self.element.find(f"{qn('w:trPr')}/{qn('w:gridAfter')}"), 0)
        return max((cell.end for cell in self.cells), default=0) + after

    @property
    def text(self) -> str:
        """The texts of its cells, parted by strokes."""
        return " | ".join(cell.text for cell in self.cells)

    def at(self, column: int) -> Cell | None:
        """The cell that covers that column."""
        return next((cell for cell in self.cells if cell.start <= column < cell.end), None)


def rows_of(table: _Element) -> tuple[Row, ...]:
    """The rows of a ``w:tbl``, those in content controls too; those that tracked changes deleted are left out."""
    found = [
        row for row in table.iter(qn("w:tr"))
        if next(row.iterancestors(qn("w:tbl"))) is table and row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None
    ]
    return tuple(Row(element, number, _cells(element)) for number, element in enumerate(found, start=1))


def _cells(row: _Element) -> tuple[Cell, ...]:
    column = _value(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    cells = []
    for element in row.iter(qn("w:tc")):
        if next(element.iterancestors(qn("w:tr"))) is not row:
            continue
        end = column + max(1, _value(element.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1))
        merged = element.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        continues = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
        cells.append(Cell(element, column, end, continues))
        column = end
    return tuple(cells)


def _value(element: _Element | None, otherwise: int) -> int:
    value = element.get(qn("w:val")) if element is not None else None
    return int(value) if value and value.isdecimal() else otherwise


def _text(paragraph: _Element) -> str:
    """The words of a paragraph as it stands after all tracked changes."""
    return "".join(
        _SIGNS.get(node.tag, node.text or "")
        for node in paragraph.iter(qn("w:t"), *_SIGNS)
        if next(node.iterancestors(qn("w:p"))) is paragraph
        and not any(True for _ in node.iterancestors(qn("w:moveFrom")))
        and not any(True for _ in node.iterancestors(qn("w:pPr")))
    )
