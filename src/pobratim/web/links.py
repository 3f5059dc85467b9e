"""Where each row of the register has its page, and each sentence its place."""

from __future__ import annotations

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
    """The address of the page of that name: like Django's, remembered, for a page names hundreds of them."""
    return _page_at(get_script_prefix(), name, parts)


@lru_cache(maxsize=8192)
def _page_at(prefix: str, name: str, parts: tuple[str, ...]) -> str:
    return reverse(name, args=parts)


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
