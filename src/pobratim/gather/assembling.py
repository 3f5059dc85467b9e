"""From a parser's draft to a Document: cleaned, with what its words state, its language told."""

from __future__ import annotations

import hashlib

from pobratim.gather import dateline, stated
from pobratim.gather.cleaning import clean, clean_characters, folded
from pobratim.gather.draft import Draft
from pobratim.gather.refusal import Unreadable
from pobratim.model.document import Document
from pobratim.model.language import detect
from pobratim.model.settings import Settings

_FAR_TOO_LONG = 5
"""Times the limit: no cleaning makes so long a text short enough, and it would take long to find out."""


def to_document(draft: Draft, *, source: str, original: bytes, settings: Settings) -> Document:
    """The document that a draft makes. Raises Unreadable where no text remains, or too much."""
    if len(draft.text) > _FAR_TOO_LONG * settings.max_text_chars:
        raise _too_long(settings)
    title = _one_line(draft.title)
    title = None if title and stated.is_no_title(title) else title
    lines = clean(draft.text, title)
    text = "\n\n".join(lines)
    if not any(map(str.isalpha, text)):
        raise Unreadable("blank")
    if title and len(lines) == 1 and folded(text) == folded(title):
        raise Unreadable("no_text")
    if len(text) > settings.max_text_chars:
        raise _too_long(settings)
    publisher, address = stated.source(lines)
    published = draft.published or dateline.published(lines)
    modified = draft.modified or dateline.modified(lines)
    return Document(
        text=text,
        source=source,
        language=detect(text),
        original_sha256=hashlib.sha256(original).hexdigest(),
        title=_as_in_text(title, lines) if title else stated.headline(lines),
        publisher=_one_line(draft.publisher) or publisher or dateline.outlet(lines),
        author=_one_line(draft.author) or stated.author(lines),
        address=draft.address or address,
        published=published,
        published_basis="stated" if published else None,
        modified=modified,
        modified_basis="stated" if modified else None,
    )


def _too_long(settings: Settings) -> Unreadable:
    return Unreadable("too_long", limit=settings.max_text_chars, setting="POBRATIM_MAX_TEXT_CHARS")


def _as_in_text(title: str, lines: list[str]) -> str:
    """The title as the article writes it, where markup or a subject differ in quotation marks or capitals."""
    return next((line for line in lines[:3] if folded(line) == folded(title)), title)


def _one_line(value: str | None) -> str | None:
    return " ".join(clean_characters(value).split()) or None if value else None
