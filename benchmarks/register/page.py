"""One generated document: sentences are put down one by one, entities and records with their places in the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pobratim.model.document import Document
from pobratim.model.reading import Clue, Entity, Reading, Record, Span


class Page:
    """A text in the making. Entities go by a key of the generator's, so that each stands once."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._entities: dict[Any, tuple[str, dict[str, Any], list[Span]]] = {}
        self.records: list[Record] = []
        self.clues: list[Clue] = []

    def entity(self, key: Any, **slots: Any) -> str:
        """The id of the entity with that key, made with ``slots`` at the first time."""
        if key not in self._entities:
            self._entities[key] = (f"e{len(self._entities) + 1}", slots, [])
        return self._entities[key][0]

    def has(self, key: Any) -> bool:
        """Whether the entity with that key stands in the text."""
        return key in self._entities

    def cut(self, span: Span) -> str:
        """The words of the last sentence put down."""
        return self._text[-1][: span[1] - span[0]]

    def keys(self) -> dict[str, Any]:
        """The key of each entity, by its id."""
        return {one: key for key, (one, _, _) in self._entities.items()}

    def sentence(self, words: str, *named: str) -> Span:
        """Put down a sentence that names these entities, each once; returns its place."""
        found_by_id = {one: (slots["name"], spans) for one, slots, spans in self._entities.values()}
        start = self._length
        parts = [words[:1].upper() + words[1:]]
        place = start + len(words)
        for one in named:
            found, spans = found_by_id[one]
            spans.append((place + 1, place + 1 + len(found)))
            parts.append(found)
            place += 1 + len(found)
        text = " ".join(parts) + ". "
        self._text.append(text)
        self._length += len(text)
        return start, start + len(text) - 1

    def record(self, cls: type[Record], evidence: Span, **slots: Any) -> str:
        """Add a record; its id."""
        one = f"r{len(self.records) + 1}"
        self.records.append(cls(id=one, evidence=(evidence,), confidence=0.8, rule="generated", **slots))
        return one

    def reading(self, **document: Any) -> Reading:
        """The document as it would be read; ``document`` are its slots but for the text."""
        return Reading(
            document=Document(text="".join(self._text).strip(), language="ru", **document),
            relevance=0.9,
            entities=tuple(self._made()),
            records=tuple(self.records),
            reader="generated 1",
            clues=tuple(self.clues),
        )

    def _made(self) -> Iterable[Entity]:
        for one, slots, spans in self._entities.values():
            yield Entity(id=one, mentions=tuple(spans), **slots)
