"""Which row of the register each entity of each document is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pobratim.register.claims import Source
from pobratim.register.places import Places


@dataclass(frozen=True)
class Known:
    """Row ids by mention id (``<document>#<entity>``), and how the places lie in each other."""

    places: Places
    of_mention: Mapping[str, str]

    def row(self, source: Source, entity: str | None) -> str | None:
        """The row of an entity of that document; None where the document has no such entity."""
        return self.of_mention.get(f"{source.id}#{entity}") if entity else None

    def rows(self, source: Source, entities: Iterable[str]) -> tuple[str, ...]:
        """The rows of entities, sorted, each once."""
        found = {self.row(source, entity) for entity in entities}
        return tuple(sorted(row for row in found if row))

    def places_among(self, rows: Iterable[str]) -> tuple[str, ...]:
        """Those of the rows that are places."""
        return tuple(row for row in rows if row in self.places.by_id)
