"""Dossiers over the part of the register that they need."""

from __future__ import annotations

from pobratim.model.errors import NotFound
from pobratim.register import dossier
from pobratim.register.dossier import Dossier
from pobratim.register.rows import Register
from pobratim.storage.projection import part


def tie(left: str, right: str) -> Dossier:
    """All that joins the places with ids ``left`` and ``right``. Raises NotFound."""
    return dossier.tie_dossier(_part_with(left, right), left, right)


def place(place_id: str) -> Dossier:
    """All that is known of one place. Raises NotFound."""
    return dossier.place_dossier(_part_with(place_id), place_id)


def person(person_id: str) -> Dossier:
    """All that is known of one person. Raises NotFound."""
    return dossier.person_dossier(_part_with(person_id), person_id)


def organization(organization_id: str) -> Dossier:
    """All that is known of one organization. Raises NotFound."""
    return dossier.organization_dossier(_part_with(organization_id), organization_id)


def _part_with(*ids: str) -> Register:
    register = part(ids, beside=True)
    for missing in (row_id for row_id in ids if register.get(row_id) is None):
        raise NotFound(f"записи «{missing}» в реестре нет")
    return register
