"""From the lines of printed pages to paragraphs: what belongs together, and what is only print.

A line goes on the next one when that line's first word had no room on it, has the same size of letters and
no indent. Lines that stand at the top or bottom of several pages, and page numbers, are dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pobratim.gather.tables import pattern

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

HYPHEN = "\x02"
"""A hyphen at the end of a line, real or not, as PDFium writes it."""

_HYPHEN_AT_END = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
"""PDFium does not mark the hyphen at the end of a page."""
_NEAR = 50
"""Lines before and after a line by which its column is judged; a page of text has no more."""
_EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that may be a running header or footer."""
_PAGE_NUMBER = re.compile(
    r"[-–— ]*(?:стр(?:аница|\.)? *)?\d{1,4}(?: *(?:из|/) *\d{1,4})?[-–— ]*", re.IGNORECASE
)
_BROWSER_HEAD = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?(?=\s|$)")
"""«21.11.2026, 22:12»"""
_BROWSER_FOOT = re.compile(r"(?:https?|file)://\S+\s+\d+/\d+")
"""«https://ensk.example/news 1/2»"""
_SAME_SIZE = 0.12
"""Letters of one paragraph differ less in height than this share."""
_INDENT = 0.7
"""Of a letter's height: a line set in by more begins a paragraph."""
_GAP = 1.25
"""Of the distance of lines: a larger one parts paragraphs."""
_WIDEST = 2.0
"""Of a letter's height: lines of one paragraph are set no further apart."""
_OVERLAP = 0.5
"""Of a letter's height: what is nearer stands in the same line, as the cells of a table do."""
_SLACK = 0.5
"""Of a letter's height: justified lines end this unevenly."""
_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_SENTENCE_END = (".", "!", "?", "…", ":", ";")


@dataclass(slots=True)
class Line:
    """A printed line: its text, its place in points from the lower left corner, the end of its first word."""

    text: str = ""
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    first_word: float = 0.0
    """Width of the first word."""

    def add(self, character: str, box: tuple[float, float, float, float] | None) -> None:
        """Append a character; ``box`` is left, bottom, right, top, None for one that PDFium made up."""
        self.text += character
        if box is None or character.isspace() or box[2] <= box[0]:
            return
        left, bottom, right, top = box
        if not self.text[:-1].strip():
            self.left, self.bottom, self.right, self.top = left, bottom, right, top
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)
        if " " not in self.text.strip():
            self.first_word = self.right - self.left

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 0.1)

    def is_like(self, other: Line) -> bool:
        """Whether the letters are of the same size."""
        return abs(self.height - other.height) <= _SAME_SIZE * self.height


def paragraphs_of(pages: list[list[Line]]) -> list[str]:
    """The paragraphs of the pages, words that were parted at line ends made whole."""
    found: list[str] = []
    before: Line | None = None
    near_before: list[Line] = []
    for page in _without_edges([_with_hyphens(_without_browser(page)) for page in pages]):
        for number, line in enumerate(page):
            near = page[max(0, number - _NEAR) : number + _NEAR]
            if before and _goes_on(before, line, near_before, near, same_page=number > 0):
                found[-1] = _joined(found[-1], line.text)
            else:
                found.append(line.text)
            before, near_before = line, near
    known = Counter(word.lower() for text in found for word in re.findall(_WORD, text))
    return [_whole_words(text, known) for text in found]


def _without_browser(page: list[Line]) -> list[Line]:
    """Without the time of printing, which is no dateline, and the address that a browser prints around a page."""
    if not any(_BROWSER_FOOT.fullmatch(line.text.strip()) for line in page):
        return page
    return [
        line for line in page
        if not _BROWSER_FOOT.fullmatch(line.text.strip()) and not _BROWSER_HEAD.match(line.text.strip())
    ]


def _with_hyphens(page: list[Line]) -> list[Line]:
    """The lines that have words, their hyphens at the end marked."""
    texts = [_HYPHEN_AT_END.sub(HYPHEN, line.text.strip()) for line in page]
    return [replace(line, text=text) for line, text in zip(page, texts, strict=True) if text]


def _without_edges(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without running headers, footers and page numbers."""
    edges: Counter[str] = Counter()
    for number, page in enumerate(pages):
        edge = page[:_EDGE_LINES] + page[-_EDGE_LINES:]
        edges.update({form for line in edge for form in _forms(line, number)})
    running = {text for text, count in edges.items() if count > 1 and 2 * count >= len(pages)}
    return [_trimmed(page, number, running) for number, page in enumerate(pages)]


def _trimmed(page: list[Line], number: int, running: set[str]) -> list[Line]:
    def is_print(line: Line) -> bool:
        return not running.isdisjoint(_forms(line, number)) or bool(_PAGE_NUMBER.fullmatch(line.text))

    edge = {*range(_EDGE_LINES), *range(len(page) - _EDGE_LINES, len(page))}
    return [line for at, line in enumerate(page) if at not in edge or not is_print(line)]


def _forms(line: Line, number: int) -> set[str]:
    """The line, and the line with its numbers counted from the page's: «Вестник, 2» heads the second page."""
    return {line.text, re.sub(r"\d{1,4}", lambda found: f"<{int(found[0]) - number}>", line.text)}


def _goes_on(before: Line, line: Line, near_before: list[Line], near: list[Line], *, same_page: bool) -> bool:
    """Whether ``line`` continues the paragraph of the line before it, judged by the lines near both."""
    if before.text.endswith(HYPHEN):
        return True
    if not before.is_like(line):
        return False
    left = _column(line, near)[0]
    if line.left > left + _INDENT * line.height and line.left > before.left + _INDENT * line.height / 2:
        return False
    goes_down = same_page and line.top < before.top  # and not to the next page or column
    if not goes_down and before.text.endswith(_SENTENCE_END):
        return False
    if goes_down and before.top - line.top > _GAP * _line_distance(line, near):
        return False
    room = _column(before, near_before)[1] - before.right
    return room < line.first_word + _SLACK * line.height


def _joined(before: str, line: str) -> str:
    """«2026–» and «2028 годы» are one interval, parted at its dash."""
    tight = before.endswith(HYPHEN) or (re.search(r"\d[–-]$", before) and line[0].isdigit())
    return f"{before}{'' if tight else ' '}{line}"


def _column(line: Line, near: list[Line]) -> tuple[float, float]:
    """The left and right edge of the column in which the line stands, as most of its lines have them."""
    above_or_below = [other for other in near if other.left < line.right and line.left < other.right]
    lefts = sorted(other.left for other in above_or_below)
    rights = sorted(other.right for other in above_or_below)
    quarter = len(lefts) // 4
    return (lefts[quarter], rights[-1 - quarter]) if lefts else (line.left, line.right)


def _line_distance(line: Line, near: list[Line]) -> float:
    """From line to line inside a paragraph: the least between lines of this size."""
    steps = [
        above.top - below.top
        for above, below in pairwise(near)
        if above.is_like(line) and below.is_like(line) and above.top - below.top > _OVERLAP * line.height
    ]
    return min([*steps, _WIDEST * line.height])


def _whole_words(text: str, known: Counter[str]) -> str:
    """The text with each HYPHEN made a hyphen, where it belongs to the word, or dropped."""
    return re.sub(
        rf"({_WORD}){HYPHEN}({_WORD})",
        lambda match: _one_word(match[1], match[2], known),
        text,
    ).replace(HYPHEN, "-")


def _one_word(start: str, end: str, known: Counter[str]) -> str:
    """«сотрудни-чество» is one word, «социально-экономическое» and «Ростов-на-Дону» keep their hyphen."""
    whole, hyphened = start + end, f"{start}-{end}"
    if end[0].isupper() and not start.isupper():
        return hyphened
    if known[hyphened.lower()] != known[whole.lower()]:
        return hyphened if known[hyphened.lower()] > known[whole.lower()] else whole
    if re.fullmatch(pattern("compound"), start.lower()):
        return hyphened
    if _is_word(whole):
        return whole
    if start[0].isupper():
        return hyphened if "-" in end else whole  # «Ростов-на-Дону», but «Энс-ка»: names are in no dictionary
    return hyphened if _is_word(start) and _is_word(end) else whole


def _is_word(word: str) -> bool:
    """Whether the dictionary has every part of it."""
    return all(map(_dictionary().word_is_known, word.lower().split("-")))


@cache
def _dictionary() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()
