"""Dossiers over the part of the register that they need."""

from __future__ import annotations

from pobratim.register import dossier
from pobratim.register.dossier import Dossier
from pobratim.register.rows import Register
from pobratim.storage.rows import documents_on_tie, newest_document, part


def tie(left: str, right: str) -> Dossier:
    """All that joins the places with ids ``left`` and ``right``. Raises NotFound."""
    # What a document on this tie says may concern it without naming a place.
    return dossier.tie_dossier(_part(left, right, *documents_on_tie(left, right)), left, right)


def place(place_id: str) -> Dossier:
    """All that is known of one place. Raises NotFound."""
    return dossier.place_dossier(_part(place_id), place_id)


def person(person_id: str) -> Dossier:
    """All that is known of one person. Raises NotFound."""
    return dossier.person_dossier(_part(person_id), person_id)


def organization(organization_id: str) -> Dossier:
    """All that is known of one organization. Raises NotFound."""
    return dossier.organization_dossier(_part(organization_id), organization_id)


def _part(*ids: str) -> Register:
    """The part about these rows, with the newest document: it tells what is past."""
    newest = newest_document()
    return part(ids, besides=[newest] if newest else [])
