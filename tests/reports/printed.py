"""The words that a reader sees in each format, all blanks left out, so that papers can be compared."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from zipfile import ZipFile

import pypdfium2
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeezed(text: str) -> str:
    """The text without blanks and marks of possible breaks: lines break at other places in each format."""
    return re.sub(r"[\s\u200b]+", "", text)


def words_of(data: bytes, format: str) -> str:
    """What a file of ``format`` shows, without blanks."""
    return squeezed({"md": _markdown, "html": _html, "docx": _docx, "pdf": _pdf}[format](data))


def _markdown(data: bytes) -> str:
    unmarked = re.sub(r"(?<!\\)[*]", "", data.decode("utf-8"))
    return re.sub(r"\\(.)", r"\1", unmarked)


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden += tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def _html(data: bytes) -> str:
    parser = _Visible()
    parser.feed(data.decode("utf-8"))
    return "".join(parser.words)


def _docx(data: bytes) -> str:
    with ZipFile(io.BytesIO(data)) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    return "".join(element.text or "" for element in body.iter(f"{_W}t"))


def _pdf(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in pages)
