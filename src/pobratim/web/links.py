"""Where each row of the register has its page, and each sentence its place."""

from __future__ import annotations

import re
from functools import lru_cache

from django.urls import get_script_prefix, reverse

from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    DocumentRow,
    Happening,
    Organization,
    Person,
    Place,
    Row,
    Tie,
)

_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
"""Parts that stand in an address as they are."""
_PAGES: dict[type[Row], str] = {
    DocumentRow: "document",
    Place: "place",
    Person: "person",
    Organization: "organization",
}
_LISTS: dict[type[Row], str] = {
    Happening: "happenings",
    AgreementRow: "agreements",
    Commitment: "commitments",
}


def page_at(name: str, *parts: str) -> str:
    """The address of the page of that name: Django's, looked up once a name, for a page names hundreds of them."""
    if not all(map(_PLAIN.fullmatch, parts)):
        return reverse(name, args=parts)
    return _written(get_script_prefix(), name, len(parts)).format(*parts)


@lru_cache(maxsize=256)
def _written(prefix: str, name: str, parts: int) -> str:
    """How the addresses of the pages of that name are written, with braces where their parts stand."""
    address = reverse(name, args=[f"-part{number}-" for number in range(parts)])
    address = address.replace("{", "{{").replace("}", "}}")
    for number in range(parts):
        address = address.replace(f"-part{number}-", f"{{{number}}}")
    return address


def address_of(row: Row) -> str | None:
    """The row's own page, or its line in a list; None for rows that only stand in pages of others."""
    if isinstance(row, Tie):
        return page_at("tie", *row.parties)
    if page := _PAGES.get(type(row)):
        return page_at(page, row.id)
    if page := _LISTS.get(type(row)):
        return f"{page_at(page)}?only={row.id}"
    return None


def place_in(document: str, span: tuple[int, int]) -> str:
    """The document's page with this span marked and in view."""
    return f"{page_at('document', document)}?at={span[0]}-{span[1]}#at"
