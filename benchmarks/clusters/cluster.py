"""A cluster: a few documents about the same places, and the register that follows from them.

Clusters of the samples are folders, `NAME.txt` of each document beside `expected.json`. Others are JSON files whose
texts lie elsewhere, with the days of publication in that folder's `published.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pobratim.gather import Gathered, gather
from pobratim.model.document import Document
from pobratim.model.language import detect
from pobratim.model.reading import Reading
from pobratim.model.settings import Settings
from pobratim.reading import read_document
from pobratim.register import derive
from pobratim.register.rows import Register, Row
from pobratim.register.text import normal

Json = dict[str, Any]

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "clusters"


@dataclass(frozen=True)
class Cluster:
    """The documents of a cluster and what the register must know of them."""

    name: str
    expected: Json
    documents: dict[str, Document]
    """By the names that `expected` gives them."""

    @cached_property
    def readings(self) -> dict[str, Reading]:
        return {name: read_document(document) for name, document in self.documents.items()}

    @cached_property
    def register(self) -> Register:
        return derive(self.readings.values())

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of each document by its id."""
        return {document.id: name for name, document in self.documents.items()}

    def told_by(self, row: Row) -> set[str]:
        """The documents of a row, by their names."""
        return {self.names[one] for one in row.documents}

    @cached_property
    def _spellings(self) -> dict[str, frozenset[str]]:
        """Under every row of a place, person or organization what it is called."""
        found: dict[str, frozenset[str]] = {}
        for row in (*self.register.places, *self.register.organizations):
            found[row.id] = frozenset(map(normal, (row.name, *row.aliases)))
        for person in self.register.people:
            found[person.id] = frozenset(map(normal, (person.name, *person.variants)))
        return found

    def is_called(self, row_id: str | None, name: str) -> bool:
        """Whether the row goes by that name, or by one that `expected` allows for it."""
        allowed = {normal(one) for one in (name, *self.expected.get("names", {}).get(name, ()))}
        return row_id is not None and bool(allowed & self._spellings.get(row_id, frozenset()))

    def common(self, rows: tuple[str, ...], names: list[str]) -> int:
        """How many of the names some of the rows go by."""
        return sum(any(self.is_called(row, name) for row in rows) for name in names)

    def same(self, rows: tuple[str, ...], names: list[str]) -> bool:
        """Whether rows and names are the same things."""
        return len(rows) == len(names) == self.common(rows, names)


def clusters(folder: Path, texts: Path | None) -> Iterator[Cluster | str]:
    """The clusters of a folder, or of one cluster's own; of those that cannot be had a line that says why."""
    if (folder / "expected.json").is_file():
        yield _of_folder(folder)
    elif inner := [path.parent for path in sorted(folder.glob("*/expected.json"))]:
        yield from map(_of_folder, inner)
    elif files := sorted(folder.glob("*.json")):
        yield from (_of_file(path, texts) for path in files)
    else:
        yield f"{folder}: no clusters there"


def _of_folder(folder: Path) -> Cluster:
    items = gather([str(path) for path in sorted(folder.glob("*.txt"))], Settings())
    documents = [item.document for item in items if isinstance(item, Gathered)]
    return Cluster(folder.name, _json(folder / "expected.json"), {Path(one.source).stem: one for one in documents})


def _of_file(path: Path, texts: Path | None) -> Cluster | str:
    expected = _json(path)
    absent = [name for name in expected["articles"] if texts is None or not (texts / f"{name}.txt").is_file()]
    if texts is None or absent:
        return f"{path.stem}: left out, no texts of {', '.join(absent)}"
    days = _json(texts / "published.json") if (texts / "published.json").is_file() else {}
    documents = {}
    for name in expected["articles"]:
        text = (texts / f"{name}.txt").read_text(encoding="utf-8")
        day = days.get(name)
        documents[name] = Document(
            text=text, source=f"{name}.txt", language=detect(text), published=day,
            published_basis="stated" if day else None,
        )
    return Cluster(path.stem, expected, documents)


def _json(path: Path) -> Json:
    loaded: Json = json.loads(path.read_text(encoding="utf-8"))
    return loaded
