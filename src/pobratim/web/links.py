"""Where each row of the register has its page, and each sentence its place."""

from __future__ import annotations

from django.urls import reverse

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


def address_of(row: Row) -> str | None:
    """The row's own page, or its line in a list; None for rows that only stand in pages of others."""
    if isinstance(row, Tie):
        return reverse("tie", args=row.parties)
    if page := _PAGES.get(type(row)):
        return reverse(page, args=[row.id])
    if page := _LISTS.get(type(row)):
        return f"{reverse(page)}?only={row.id}"
    return None


def place_in(document: str, span: tuple[int, int]) -> str:
    """The document's page with this span marked and in view."""
    return f"{reverse('document', args=[document])}?at={span[0]}-{span[1]}#at"
