"""The reader: what a Russian text says of cooperation between places.

The reader's data is loaded at the first reading, not by importing this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pobratim.model.document import Document
    from pobratim.model.reading import Reading

__all__ = ["READER", "prepare", "read", "read_document"]

READER = "pobratim-reader/0.4"
"""Name and version; a newer one supersedes the readings of an older one."""


def read_document(document: Document) -> Reading:
    """Everything the reader takes out of a document."""
    from pobratim.reading.reader import read_document

    return read_document(document)


def read(text: str, published: str | None = None) -> Reading:
    """Read one text; ``published`` (EDTF) is its day, month or year of publication."""
    from pobratim.reading.reader import read

    return read(text, published)


def prepare() -> None:
    """Load the reader's data before the first document, and keep it out of the garbage collector's rounds."""
    from pobratim.reading.prepared import prepare

    prepare()
