"""Which column of a table is what, by the words of its header (`data/roadmap.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pobratim.exchange.roadmap.grid import Cell, Row

_TALLEST = 3
"""A header has at most so many rows."""


@cache
def words() -> dict[str, Any]:
    """`data/roadmap.toml`, read once."""
    return tomllib.loads(files("pobratim.exchange").joinpath("data/roadmap.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a road map's table."""

    kinds: tuple[str | None, ...]
    """What each column of the grid is; None where the header's words tell nothing known."""
    height: int
    """How many rows it has, with the row of column numbers where there is one."""
    counts: bool
    """Its last row numbers the columns: «1 | 2 | 3 | 4»."""

    def columns(self, kind: str) -> tuple[int, ...]:
        """The columns of that kind; executors may have several."""
        return tuple(number for number, found in enumerate(self.kinds) if found == kind)

    def cells(self, row: Row, kind: str) -> list[Cell]:
        """The row's cells in those columns, each once."""
        found = [row.at(column) for column in self.columns(kind)]
        return [cell for place, cell in enumerate(found) if cell is not None and cell not in found[:place]]


def header_of(rows: Sequence[Row]) -> Header | None:
    """The header of a road map; None where the table is something else.

    It names the measure, and its term or who does it.
    """
    if not rows:
        return None
    best: Header | None = None
    for height in range(1, min(_TALLEST, len(rows)) + 1):
        if height > 1 and not _goes_on(rows[height - 2], rows[height - 1]):
            break
        width = max(row.width for row in rows[:height])
        kinds = tuple(_kind(" ".join(_heard(rows[:height], column))) for column in range(width))
        if "measure" in kinds and {"term", "executors"} & set(kinds):
            best = Header(kinds, height, False)
    if best and best.height < len(rows) and _counts(rows[best.height]):
        return Header(best.kinds, best.height + 1, True)
    return best


def _goes_on(above: Row, row: Row) -> bool:
    """Whether the row still belongs to the header: cells of the row above go down into it, or are parted in it."""
    if any(cell.continues for cell in row.cells):
        return True
    parted = (cell for cell in above.cells if cell.end - cell.start > 1)
    return any(len([one for one in row.cells if cell.start <= one.start < cell.end]) > 1 for cell in parted)


def _heard(rows: Sequence[Row], column: int) -> list[str]:
    cells = (row.at(column) for row in rows)
    return [cell.text.lower() for cell in cells if cell is not None]


def _kind(header: str) -> str | None:
    for kind, whole in words()["own"].items():
        if header.strip() == whole:
            return str(kind)
    for kind, beginnings in words()["columns"].items():
        if any(re.search(rf"(?<!\w){re.escape(beginning)}", header) for beginning in beginnings):
            return str(kind)
    return None


def _counts(row: Row) -> bool:
    texts = [cell.text.strip(". ") for cell in row.cells]
    return len(texts) > 2 and texts == [str(one) for one in range(1, len(texts) + 1)]
