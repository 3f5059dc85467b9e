"""Bodies that govern, so that they stand for their place: «горисполком», «администрация», «хокимият»."""

from __future__ import annotations

from collections.abc import Set

from pobratim.model.reading import Entity
from pobratim.reading.data import load_toml

_AUTHORITY, _EXECUTIVE, _OF_OTHERS = (
    tuple(load_toml("records/authorities.toml")[table]) for table in ("authority", "executive", "others")
)
_IN_NOUNS = tuple(part for part in _AUTHORITY if " " not in part)


def governs(lemmas: Set[str]) -> bool:
    """Is one of the words a common noun for an authority («облисполком», «администрация»)?"""
    return any(part in lemma for lemma in lemmas for part in _IN_NOUNS)


def is_authority(entity: Entity) -> bool:
    """Does the organization govern, so that it stands for its place?"""
    name = entity.name.lower()
    return any(word in name for word in _AUTHORITY) and not any(word in name for word in _OF_OTHERS)


def is_executive(entity: Entity) -> bool:
    """An administration or a government; not a council, a ministry."""
    return is_authority(entity) and any(word in entity.name.lower() for word in _EXECUTIVE)
