"""How wide the columns of a table are: by what stands in them."""

from __future__ import annotations

from pobratim.reports.paper import Section, Text, plain

_ROOM = 108
"""Characters that fit side by side in a table of our papers."""
_WIDEST = 28
"""Characters; a longer cell is broken into lines rather than given more room."""
_GAP = 4
"""Characters of air beside each column."""


def shares(section: Section) -> tuple[float, ...]:
    """The share of each column in the width of the table, together 1; what is left over goes to the first."""
    columns = zip(*([_shown(cell) for cell in line.cells] for line in section.lines), strict=True)
    needs = [_need([title, *cells]) for title, cells in zip(section.columns, columns, strict=True)]
    needs[0] += max(0, _ROOM - sum(needs))
    return tuple(need / sum(needs) for need in needs)


def _need(cells: list[str]) -> int:
    longest_word = max(len(word) for cell in cells for word in cell.split(" "))
    return max(min(max(map(len, cells)), _WIDEST), longest_word) + _GAP


def _shown(text: Text) -> str:
    return plain(text) or ", ".join(str(ref) for piece in text for ref in piece.refs)
