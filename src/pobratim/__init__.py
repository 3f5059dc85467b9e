"""Pobratim: an evidence-backed register of cooperation between cities, read from what is written about it.

    >>> import pobratim
    >>> reading = pobratim.read("Мэр Омска посетил Минск 24 июня 2025 года …")
    >>> reading.to_dict()

A program that reads many documents calls `pobratim.prepare` first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pobratim.model.reading import Reading

__all__ = ["prepare", "read"]


def read(text: str, published: str | None = None) -> Reading:
    """Read one Russian text; ``published`` (EDTF) is its day, month or year of publication.

    The result's ``to_dict()`` is the public JSON of `docs/reading.md`.
    """
    from pobratim.reading import read as read_text  # the reader loads its data; importing us does not

    return read_text(text, published)


def prepare() -> None:
    """Load all that reading needs (some 0.6 s), and have Python's garbage collector pass over it from now on."""
    from pobratim.reading import prepare as prepare_reader

    prepare_reader()
