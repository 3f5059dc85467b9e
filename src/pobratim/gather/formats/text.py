"""Plain text: only its encoding has to be found."""

from __future__ import annotations

from pobratim.gather.draft import Draft
from pobratim.gather.encoding import decode
from pobratim.model.settings import Settings


def read_text(data: bytes, settings: Settings) -> Draft:
    """The text of a file. Raises Unreadable where no encoding makes text of it."""
    return Draft(text=decode(data))
