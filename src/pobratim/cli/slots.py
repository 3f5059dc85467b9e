"""Values of slots as they are typed: dates and words as they are, places, people and organizations by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pobratim.model.errors import PobratimError
from pobratim.register.decisions import Told
from pobratim.register.rows import Organization, Person, Place

_ENTITIES = frozenset({"parties", "participants", "organizations", "signatories", "actors"})
_ENTITY = frozenset({"place", "person", "organization", "speaker", "from", "to"})
_NUMBERS = frozenset({"value", "change"})
_WORDS = frozenset({"topics"})


def slot_value(told: Told, slot: str, typed: Sequence[str]) -> Any:
    """The value of a slot from the words typed for it. Raises PobratimError where they make none."""
    if slot in _ENTITIES:
        return [_entity(told, name) for name in typed]
    if slot in _WORDS:
        return list(typed)
    if len(typed) > 1:
        raise PobratimError(f"полю «{slot}» нужно одно значение, а их {len(typed)}; возьмите его в кавычки")
    if not typed:
        return None
    if slot in _ENTITY:
        return _entity(told, typed[0])
    if slot in _NUMBERS:
        try:
            return float(typed[0].replace(",", "."))
        except ValueError:
            raise PobratimError(f"«{typed[0]}» — не число") from None
    return typed[0]


def _entity(told: Told, name: str) -> dict[str, Any]:
    """The thing of that name: one of the register."""
    from pobratim.cli.names import subject_named

    row = subject_named(name)
    if isinstance(row, Place):
        link = {"geonames": row.geonames, "country": row.country}
        return {"type": row.type, "name": row.name, **{key: value for key, value in link.items() if value}}
    assert isinstance(row, Person | Organization)
    return {"type": "person" if isinstance(row, Person) else "organization", "name": row.name}
