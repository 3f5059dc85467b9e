"""HTML: the article of a page as trafilatura finds it, and what the page states of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from functools import cache
from typing import TYPE_CHECKING

from pobratim.gather.cleaning import folded
from pobratim.gather.draft import Draft
from pobratim.gather.encoding import decode
from pobratim.gather.formats import page_dates
from pobratim.gather.paragraphs import CELLS
from pobratim.gather.refusal import Unreadable
from pobratim.model.settings import Settings

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML tree may hold."""
_HEAD = 4_000
"""Bytes or characters in which a page declares itself."""
_BLOCKS = frozenset(
    ("p", "head", "item", "list", "quote", "div", "body", "code", "ab", "h1", "h2", "h3", "h4", "h5", "h6",
     "li", "ul", "ol", "section", "article", "main", "blockquote", "pre", "figure", "dd", "dt", "center", "table",
     "tr", "td", "th", "row", "cell")
)
_LEFT_OUT = frozenset(
    ("script", "style", "noscript", "nav", "header", "footer", "aside", "form", "button", "select",
     "template", "iframe", "svg", "title", "head", "meta", "link")
)
_SHORT = 100
"""Characters; a press release may be shorter than what trafilatura takes for an article by itself."""
_MOST_ELEMENTS = 50_000
"""Elements of a page: trafilatura would take minutes over more, and such a page is no article with a menu."""
_STATED_WITHIN = 500_000
"""Characters of a page in which it states its title, publisher and author."""
_FEWEST_TITLE_WORDS = 2
_NO_DATE_SEARCH = {"extensive_search": False, "original_date": True}
"""trafilatura looks for a date too, at least quickly then; `page_dates` says why it is not used."""


def read_html(data: bytes, settings: Settings, declared: str | None = None) -> Draft:
    """The article of a page. ``declared`` is an encoding named outside the page, by a mail.

    Raises Unreadable where there is no text in it.
    """
    named = _CHARSET.search(data[:_HEAD])
    page = decode(data, declared or (named[1].decode("ascii") if named else None))
    return read_page(page)


def read_page(page: str) -> Draft:
    """The article of a page that is text already."""
    import trafilatura
    from lxml import etree, html

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    saved_from = _SAVED_FROM.search(page[:_HEAD])
    page = _UNWRITABLE.sub(" ", _XML_DECLARATION.sub("", page))
    try:
        tree = html.document_fromstring(page)
    except (etree.ParserError, ValueError) as error:
        raise Unreadable("no_text") from error
    body = _article(html.document_fromstring(page)) if sum(1 for _ in tree.iter()) <= _MOST_ELEMENTS else None
    text = "" if body is None else _text(body)
    if body is None or _lost_paragraphs(body, tree) or not text.strip():
        article = next(tree.iter("article", "main"), tree)
        text = _text(article, _LEFT_OUT).strip() or _text(tree, _LEFT_OUT)
    if not any(map(str.isalpha, text)):
        raise Unreadable("no_text")
    stated = trafilatura.extract_metadata(
        html.document_fromstring(page[:_STATED_WITHIN]), date_config=_NO_DATE_SEARCH
    )
    return Draft(
        text=text,
        title=_title(stated.title, tree),
        publisher=stated.sitename,
        author=stated.author,
        address=stated.url or (saved_from[1] if saved_from else None),
        published=page_dates.published(tree),
        modified=page_dates.modified(tree),
    )


def _article(tree: HtmlElement) -> _Element | None:
    """The body of the article as trafilatura finds it."""
    import trafilatura

    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, config=_config())
    body: _Element | None = getattr(found, "body", None)
    return body


@cache
def _config() -> ConfigParser:
    """trafilatura's own settings, but for the length below which it distrusts what it found."""
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORT))
    return config


def _lost_paragraphs(body: _Element, tree: HtmlElement) -> bool:
    """Whether trafilatura ran all paragraphs together, its last resort on very short pages."""
    written = [paragraph for paragraph in tree.iter("p") if paragraph.text_content().strip()]
    return len(body) == 1 and body[0].tag == "p" and len(written) > 1


def _title(title: str | None, tree: HtmlElement) -> str | None:
    """The heading of the article where the page's title repeats it with the names of site and section."""
    for heading in tree.iter("h1", "h2", "h3"):
        text = " ".join(heading.text_content().split())
        if len(text.split()) >= _FEWEST_TITLE_WORDS and title and folded(text) in folded(title):
            return text
    return title


def _text(body: _Element | HtmlElement, without: frozenset[str] = frozenset()) -> str:
    """The text under an element, a blank line between blocks, the rows of tables as lines."""
    return "".join(_pieces(body, without))


def _pieces(element: _Element | HtmlElement, without: frozenset[str]) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in without:
        return
    if element.tag == "table" and element.find(".//table") is None:  # one that holds tables lays out the page
        yield f"\n\n{_table(element)}\n\n"
        return
    if element.tag in ("lb", "br"):
        yield "\n"
        return
    block = element.tag in _BLOCKS and not (without and element.tag == "head")
    if block:
        yield "\n\n"
    yield _blanks(element.text)
    for child in element:
        yield from _pieces(child, without)
        yield _blanks(child.tail)
    if block:
        yield "\n\n"


def _table(table: _Element) -> str:
    """The rows as lines «cell | cell»."""
    rows = [
        [" ".join("".join(_pieces(cell, frozenset())).split()) for cell in row.iter("cell", "td", "th")]
        for row in table.iter("row", "tr")
    ]
    return "\n".join(CELLS.join(filter(None, row)) for row in rows if any(row))


def _blanks(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""
