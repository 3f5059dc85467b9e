"""Which parser reads which kind, and the promise that nothing but Unreadable comes out of them."""

from __future__ import annotations

from collections.abc import Callable

from pobratim.gather.assembling import to_document
from pobratim.gather.draft import Draft
from pobratim.gather.formats.docx import read_docx
from pobratim.gather.formats.html import read_html
from pobratim.gather.formats.mail import read_mail
from pobratim.gather.formats.pdf import read_pdf
from pobratim.gather.formats.text import read_text
from pobratim.gather.kind import Kind
from pobratim.gather.refusal import Unreadable
from pobratim.model.document import Document
from pobratim.model.settings import Settings

PARSERS: dict[Kind, tuple[str, Callable[[bytes, Settings], Draft]]] = {
    "text": ("текст", read_text),
    "html": ("страница HTML", read_html),
    "docx": ("документ Word", read_docx),
    "pdf": ("документ PDF", read_pdf),
}
"""For each kind of one document its name in messages, and its parser."""


def parse(data: bytes, kind: Kind, *, source: str, settings: Settings) -> Document:
    """The document that a file of this kind holds. Raises Unreadable."""
    name, parser = PARSERS[kind]
    try:
        return to_document(parser(data, settings), source=source, original=data, settings=settings)
    except Unreadable:
        raise
    except Exception as error:  # a parser's library met bytes that its authors did not foresee
        raise Unreadable("broken", kind=name) from error


def parse_mail(
    data: bytes, *, source: str, settings: Settings
) -> tuple[Document | None, tuple[tuple[str, bytes], ...]]:
    """The document of a mail, None if it has no text of its own, and its files. Raises Unreadable."""
    try:
        letter = read_mail(data, settings)
        if letter.draft is None:
            return None, letter.attachments
        document = to_document(letter.draft, source=source, original=data, settings=settings)
        return document, letter.attachments
    except Unreadable:
        raise
    except Exception as error:  # the standard library's parser is no less surprised by odd mails
        raise Unreadable("broken", kind="письмо") from error
