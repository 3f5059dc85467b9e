"""A document: clean text, where it came from, and when it was published."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Basis = Literal["stated", "inferred"]


def file_name(source: str) -> str:
    """What people call a source: the file without the folders it was in; an address stays whole."""
    if source.lower().startswith(("http://", "https://")):
        return source
    return re.split(r"[/\\]", source.rstrip("/\\"))[-1] or source


def called(title: str | None, source: str) -> str:
    """How a document is named to people: by its title, else by its file or address."""
    return title or file_name(source)


@dataclass(frozen=True, kw_only=True)
class Document:
    """What `gather` makes of one input and `reading` reads.

    Dates are EDTF strings. ``language`` is an ISO 639-1 code, or ``und`` where it cannot be told.
    """

    text: str
    """The clean text. Every offset of a reading counts its characters (Unicode code points)."""
    source: str
    """The file name or address by which the user knows it; inside an archive ``archive.zip/name``."""
    language: str
    original_sha256: str | None = None
    """Of the original bytes; None for a text that never was a file."""
    address: str | None = None
    """The web address of the publication, where the document states one."""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: Basis | None = None
    modified: str | None = None
    modified_basis: Basis | None = None

    @cached_property
    def id(self) -> str:
        """The sha256 of the clean text, in hex: the same text is the same document."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()
