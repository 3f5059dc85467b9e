"""DOCX: the paragraphs and tables of the body in their order, in text boxes and content controls too."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pobratim.gather.draft import Draft
from pobratim.gather.paragraphs import CELLS
from pobratim.gather.refusal import Unreadable
from pobratim.gather.unpacking import check_sizes
from pobratim.model.settings import Settings

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOX = f"{_WORD}txbxContent"
_ELSEWHERE = (_BOX, f"{_WORD}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
"""Text boxes follow their paragraph; what was moved away or is repeated for old programs is left out."""
_LONGEST_CELL = 500
"""Characters: longer cells are columns of a layout, not of a table."""
_SIGNS = {f"{_WORD}tab": " ", f"{_WORD}noBreakHyphen": "-", f"{_WORD}cr": "\n", f"{_WORD}br": "\n"}
_TITLE_STYLES = frozenset(("title", "heading 1"))
_SENTENCE_END = (".", "!", "?", "…", ":", ";", "»")


def read_docx(data: bytes, settings: Settings) -> Draft:
    """The text of a DOCX file; rows of tables are lines «cell | cell».

    Deleted text of tracked changes, headers, footers and notes are left out. Raises Unreadable where the
    file is broken or would unpack to too much.
    """
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            check_sizes(package.infolist(), settings)
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        text = "\n\n".join(block for block in _blocks(body) if block.strip())
        title = _styled_title(document)
    except Unreadable:
        raise
    except Exception as error:  # python-docx lets through whatever zipfile, lxml and its own classes raise
        raise Unreadable("broken", kind="документ Word") from error
    return Draft(text=text, title=title)


def _styled_title(document: Document) -> str | None:
    """The first paragraph in the style of a title."""
    for paragraph in document.paragraphs:
        style = (paragraph.style.name or "").lower() if paragraph.style else ""
        if style in _TITLE_STYLES and paragraph.text.strip():
            return " ".join(paragraph.text.split())
    return None


def _blocks(element: _Element) -> Iterator[str]:
    """Paragraphs and tables in the order of the document."""
    for child in element:
        if child.tag == f"{_WORD}p":
            yield _text(child)
            for box in child.iter(_BOX):
                if not any(_is_elsewhere(parent) for parent in _between(box, child)):
                    yield from _blocks(box)
        elif child.tag == f"{_WORD}tbl":
            yield from _table(child)
        elif not _is_elsewhere(child):
            yield from _blocks(child)


def _text(paragraph: _Element) -> str:
    """The words of a paragraph; a line break ends a sentence or is a blank."""
    parts = [
        _SIGNS.get(node.tag, node.text or "")
        for node in paragraph.iter(f"{_WORD}t", *_SIGNS)
        if not any(map(_is_elsewhere, _between(node, paragraph)))
    ]
    lines = [line.strip() for line in "".join(parts).split("\n")]
    text = lines[0]
    for before, line in itertools.pairwise(lines):
        text += ("\n\n" if before.endswith(_SENTENCE_END) or not before else " ") + line
    return text


def _table(table: _Element) -> Iterator[str]:
    """The rows as lines «cell | cell» of one block; where it only lays out the page, what is in its cells."""
    rows = [row.findall(f"{_WORD}tc") for row in table.findall(f"{_WORD}tr")]
    if table.find(f".//{_WORD}tbl") is not None or all(len(row) < 2 for row in rows):
        yield from _within(rows)
        return
    cells = [[" ".join(" ".join(_blocks(cell)).split()) for cell in row] for row in rows]
    if any(len(cell) > _LONGEST_CELL for row in cells for cell in row):
        yield from _within(rows)
    else:
        yield "\n".join(CELLS.join(filter(None, row)) for row in cells if any(row))


def _within(rows: list[list[_Element]]) -> Iterator[str]:
    """The paragraphs of the cells, one after the other."""
    for row in rows:
        for cell in row:
            yield from _blocks(cell)


def _is_elsewhere(element: _Element) -> bool:
    return element.tag in _ELSEWHERE


def _between(node: _Element, top: _Element) -> Iterator[_Element]:
    """The elements around ``node`` inside ``top``."""
    return itertools.takewhile(lambda parent: parent is not top, node.iterancestors())
