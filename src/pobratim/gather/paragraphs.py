"""Lines into paragraphs: blank lines part them, and lines that a program wrapped are joined again."""

from __future__ import annotations

import re
from itertools import pairwise

CELLS = " | "
"""Between the cells of a table's row; the rows of one table are the lines of one paragraph."""

_WIDEST = 110
"""Characters: no program wraps plain text later."""
_NARROWEST = 45
_WRAPPED = 0.8
"""Share of line ends that must be explained by the width before the text counts as wrapped."""
_RUN_ON = 0.3
"""Share of wrapped lines that must begin with a small letter, as the inside of a sentence does."""
_ITEM = re.compile(r"(?:[-–—•*·▪]|\d{1,3}[.)])\s")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text whose lines end in "\\n"; none is empty or has blanks at its ends.

    A table (rows of cells parted by " | ") stays one paragraph of several lines.
    """
    blocks = [
        [line.strip() for line in block.split("\n") if line.strip()] for block in re.split(r"\n\s*\n", text)
    ]
    width = _wrapped_at(blocks)
    return [paragraph for block in blocks if block for paragraph in _of_block(block, width)]


def _of_block(lines: list[str], width: int | None) -> list[str]:
    found = [lines[0]]
    for before, line in pairwise(lines):
        if CELLS in before and CELLS in line:
            found[-1] += "\n" + line
        elif (width and _is_full(before, line, width) and not _ITEM.match(line)) or _runs_on(before, line):
            found[-1] += " " + line
        else:
            found.append(line)
    return found


def _wrapped_at(blocks: list[list[str]]) -> int | None:
    """The width at which the text was wrapped, or None if each of its lines is a paragraph."""
    width = max((len(line) for block in blocks for line in block), default=0)
    pairs = [pair for block in blocks for pair in pairwise(block)]
    if not pairs or not _NARROWEST <= width <= _WIDEST:
        return None
    full = [following for line, following in pairs if _is_full(line, following, width)]
    run_on = sum(following[0].islower() for following in full)
    if len(full) < _WRAPPED * len(pairs) or run_on < _RUN_ON * len(full):
        return None
    return width


def _runs_on(line: str, following: str) -> bool:
    """«… официальная | делегация из города»: broken inside a sentence, whatever the width."""
    return len(line) >= _PART_OF_SENTENCE and (line[-1].isalpha() or line[-1] == ",") and following[0].islower()


_PART_OF_SENTENCE = 25
"""Characters; a shorter line may be an entry of a menu or a list."""


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room on this one."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
