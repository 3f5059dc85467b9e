"""What grows with the register stands in tables, so that it can be put away and taken out page by page."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Table(dict[K, V]):
    """A mapping that has the more entries the more documents there are (`pobratim.register.growing.paged`)."""
