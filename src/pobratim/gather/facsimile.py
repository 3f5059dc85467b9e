"""An original as people would see it, safe to stand inside a page: plain HTML, or the pages of a PDF as pictures.

Of HTML only the words and how they are arranged are left: no attribute, no style, no picture, no link, no script.
"""

from __future__ import annotations

import email.policy
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from html import escape

from pobratim.gather.encoding import decode
from pobratim.gather.formats.pdf_pages import page_sizes
from pobratim.gather.kind import Kind, kind_of, packed_kind
from pobratim.gather.refusal import Unreadable
from pobratim.gather.unpacking import check_sizes
from pobratim.model.settings import Settings

MOST_BYTES = 3_000_000
"""Of what is shown as HTML; more is for the program that made it."""
MOST_PAGES = 60
_ALLOWED = ("p", "div", "span", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr",
            "td", "th", "caption", "b", "strong", "i", "em", "u", "s", "sub", "sup", "blockquote", "pre",
            "article", "section")
_DROPPED = ("script", "style", "noscript", "head", "title", "template", "svg", "form", "button", "select", "iframe",
            "object", "img", "picture", "video", "audio", "canvas", "input", "textarea")
_HEADING = re.compile(r"<(/?)h[1-6][^>]*>", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 4_000
_FIELDS = (("From", "От"), ("To", "Кому"), ("Date", "Дата"), ("Subject", "Тема"))


@dataclass(frozen=True, slots=True)
class Facsimile:
    """Either ``html``, escaped and stripped, or ``pages``: width and height of each picture in pixels."""

    html: str = ""
    pages: tuple[tuple[int, int], ...] = ()


def facsimile(data: bytes, name: str, settings: Settings) -> Facsimile:
    """What an original looks like. Raises Unreadable where that cannot be shown."""
    kind = kind_of(data, name)
    if kind == "zip":
        kind = _packed(data, settings)
    if kind == "pdf":
        return Facsimile(pages=page_sizes(data, MOST_PAGES))
    if len(data) > MOST_BYTES:
        raise Unreadable("too_long", limit=MOST_BYTES, setting="")
    try:
        shown = {"html": _page, "docx": _word, "mail": _letter, "text": _text}[kind](data)
    except Exception as error:  # a library met bytes that its authors did not foresee
        raise Unreadable("broken", kind="файл") from error
    return Facsimile(html=shown)


def _packed(data: bytes, settings: Settings) -> Kind:
    """What a zip holds; its parts are looked at before they are unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            check_sizes(package.infolist(), settings)
            kind = packed_kind(package.namelist())
    except zipfile.BadZipFile as error:
        raise Unreadable("broken", kind="файл") from error
    if kind != "docx":
        raise Unreadable("broken", kind="файл")
    return kind


def _text(data: bytes) -> str:
    return f"<pre>{escape(decode(data))}</pre>"


def _page(data: bytes) -> str:
    named = _CHARSET.search(data[:_HEAD])
    return clean(decode(data, named[1].decode("ascii") if named else None))


def clean(page: str) -> str:
    """The words of a page and how they are arranged."""
    from lxml.html import fromstring, tostring
    from lxml_html_clean import Cleaner

    cleaner = Cleaner(
        allow_tags=_ALLOWED, remove_unknown_tags=False, safe_attrs_only=True, safe_attrs=frozenset(),
        kill_tags=_DROPPED, comments=True, processing_instructions=True,
    )
    headed = _HEADING.sub(lambda tag: "</b></p>" if tag[1] else "<p><b>", page)
    root = fromstring(f"<div>{re.sub(r'<[?!][^>]*>', '', headed)}</div>")
    cleaned: str = tostring(cleaner.clean_html(root), encoding="unicode", with_tail=False)
    return cleaned


def _letter(data: bytes) -> str:
    letter = message_from_bytes(data, policy=email.policy.default)
    head = "".join(
        f"<tr><th>{title}</th><td>{escape(str(letter[field]))}</td></tr>" for field, title in _FIELDS if letter[field]
    )
    part = letter.get_body(("html", "plain"))
    body = ""
    if part is not None:
        words = decode(part.get_payload(decode=True) or b"", part.get_content_charset())  # type: ignore[arg-type]
        body = clean(words) if part.get_content_subtype() == "html" else f"<pre>{escape(words)}</pre>"
    files = [escape(one.get_filename() or "") for one in letter.iter_attachments()]
    attached = f"<p><i>Вложения: {', '.join(filter(None, files))}</i></p>" if any(files) else ""
    return (f"<table>{head}</table>" if head else "") + body + attached


def _word(data: bytes) -> str:
    import docx

    return "".join(_blocks(docx.Document(io.BytesIO(data))))


def _blocks(holder: object) -> Iterator[str]:
    """The paragraphs and tables of a document or a cell, in their order."""
    from docx.table import Table

    for block in holder.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(block, Table):
            rows = (
                "".join(f"<td>{''.join(_blocks(cell))}</td>" for cell in row.cells) for row in block.rows
            )
            yield f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        elif block.text.strip():
            style = (block.style.name or "").lower() if block.style else ""
            heading = style == "title" or style.startswith("heading")
            words = "".join(f"<b>{escape(run.text)}</b>" if run.bold and not heading else escape(run.text)
                            for run in block.runs) or escape(block.text)
            yield f"<p><b>{words}</b></p>" if heading else f"<p>{words}</p>"
