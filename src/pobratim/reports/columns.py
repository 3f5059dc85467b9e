"""How wide the columns of a table are: by what stands in them."""

from __future__ import annotations

from pobratim.reports.paper import Section, Text, plain

_ROOM = 108
"""Characters that fit side by side in a table of our papers."""
_WIDEST = 28
"""Characters; a longer cell is broken into lines rather than given more room, unless room is left over."""
_NOTES = 18
"""Characters; so of a column of references alone, which are small and break anywhere."""
_NARROW = 12
"""Characters; no column gets narrower, nor than its longest word."""
_GAP = 4
"""Characters of air beside each column."""


def shares(section: Section) -> tuple[float, ...]:
    """The share of each column in the width of the table, together 1.

    What is left over goes to the columns whose cells are broken into lines, else to the first.
    """
    if section.shares:
        return section.shares
    columns = list(zip(*(line.cells for line in section.lines), strict=True))
    cells = [[title, *map(_shown, column)] for title, column in zip(section.columns, columns, strict=True)]
    notes = {index for index, column in enumerate(columns) if not any(map(plain, column))}
    needs = [float(_need(column, _NOTES if index in notes else _WIDEST)) for index, column in enumerate(cells)]
    broken = [
        index for index, column in enumerate(cells) if max(map(len, column)) > _WIDEST and index not in notes
    ] or [0]
    if sum(needs) > _ROOM:  # then short cells may break too, for the long ones to be read
        for index in set(range(len(cells))) - set(broken):
            longest = max(len(one) for cell in cells[index] for one in cell.split() or [""])
            needs[index] = min(needs[index], max(longest, _NARROW) + _GAP)
    left_over = max(0.0, _ROOM - sum(needs))
    for index in broken:
        needs[index] += left_over / len(broken)
    return tuple(need / sum(needs) for need in needs)


def _need(cells: list[str], most: int) -> int:
    return min(max(map(len, cells)), most) + _GAP


def _shown(text: Text) -> str:
    return plain(text) or ", ".join(str(ref) for piece in text for ref in piece.refs)
