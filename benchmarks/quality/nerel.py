"""NEREL: its documents with their mentions and relations (brat's stand-off format)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mention:
    kind: str
    """PERSON, ORGANIZATION, PROFESSION, EVENT, DATE …"""
    start: int
    end: int
    """The end of the last piece where it is in pieces."""


@dataclass(frozen=True, slots=True)
class Relation:
    kind: str
    """WORKS_AS, TAKES_PLACE_IN …"""
    left: Mention
    right: Mention


@dataclass(frozen=True, slots=True)
class Annotated:
    name: str
    text: str
    mentions: dict[str, Mention]
    """By their ids (T1, T2 …)."""
    relations: tuple[Relation, ...]


def documents(folder: Path) -> Iterator[Annotated]:
    """The documents of the folder, in the order of their names."""
    for path in sorted(folder.glob("*.ann")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        mentions = {row[0]: _mention(row[1]) for row in rows if row[0].startswith("T")}
        relations = tuple(_relation(row[1], mentions) for row in rows if row[0].startswith("R"))
        yield Annotated(path.stem, path.with_suffix(".txt").read_text(encoding="utf-8"), mentions, relations)


def _mention(described: str) -> Mention:
    """`CITY 10 16`, `EVENT 5 9;14 20`."""
    kind, *offsets = described.replace(";", " ").split()
    return Mention(kind, int(offsets[0]), int(offsets[-1]))


def _relation(described: str, mentions: dict[str, Mention]) -> Relation:
    """`WORKS_AS Arg1:T1 Arg2:T2`."""
    kind, left, right = described.split()
    return Relation(kind, mentions[left.partition(":")[2]], mentions[right.partition(":")[2]])
