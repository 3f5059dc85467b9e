"""What a parser of one format makes of the bytes: text as found, and what the format itself states."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document before it is cleaned.

    Paragraphs of ``text`` are parted by a blank line; the rows of a table are the lines of one paragraph.
    ``published`` and ``modified`` are EDTF days that a page's markup or a mail's header states.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    address: str | None = None
    published: str | None = None
    modified: str | None = None
