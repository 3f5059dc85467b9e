"""factRuEval-2016 (Dialogue Evaluation): its documents with their names and facts.

A document is six files: the text, tokens, spans (`loc_name`, `job` …), objects (mentions made of spans), objects
that are one thing (`.coref`) and facts. `README.md` beside the data tells the format.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text with its kind: `name`, `surname`, `org_name`, `org_descr`, `loc_name`, `job` …"""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place of the text that names or describes a thing; its parts may stand apart."""

    kind: str
    """Person, Org, Location, LocOrg, Project or Facility."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """Mentions that are one thing, and what it is called (`name`, `firstname`, `lastname`, `descriptor` …)."""

    kinds: frozenset[str]
    mentions: tuple[Mention, ...]
    attributes: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Argument:
    slot: str
    """Who, Position, Where, Participant … or a remark on the fact (Сложность, Модальность, Фаза)."""
    things: tuple[Thing, ...]
    words: tuple[str, ...]
    """What the file says: the names of things, the texts of spans, or a plain value."""


@dataclass(frozen=True, slots=True)
class Fact:
    kind: str
    arguments: tuple[Argument, ...]

    def remark(self, slot: str) -> set[str]:
        """The values of a remark, such as «повышенная» of «Сложность»."""
        return {word for argument in self.arguments if argument.slot == slot for word in argument.words}


@dataclass(frozen=True, slots=True)
class Annotated:
    name: str
    text: str
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]


def documents(folder: Path) -> Iterator[Annotated]:
    """The documents of the folder, in the order of their names."""
    for path in sorted(folder.glob("*.objects")):
        yield _document(path)


def _document(path: Path) -> Annotated:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    parts: dict[str, list[Part]] = defaultdict(list)
    for fields in _rows(path.with_suffix(".spans")):
        start = int(fields[2])
        parts[fields[0]].append(Part(fields[1], start, start + int(fields[3])))
    mentions = {
        number: Mention(kind, tuple(part for span in spans for part in parts[span]))
        for number, kind, *spans in _rows(path)
    }
    things = dict(_things(path.with_suffix(".coref"), mentions))
    facts = tuple(_fact(block, things, parts, text) for block in _blocks(path.with_suffix(".facts")))
    return Annotated(path.stem, text, tuple(mentions.values()), facts)


def _things(path: Path, mentions: dict[str, Mention]) -> Iterator[tuple[str, Thing]]:
    for head, *lines in _blocks(path):
        number, *members = head.split()
        own = tuple(mentions[member] for member in members if member in mentions)
        attributes: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for line in lines:
            key, _, value = line.partition(" ")
            attributes[key] += (value.strip(),)
        yield number, Thing(frozenset(mention.kind for mention in own), own, dict(attributes))


def _fact(block: list[str], things: dict[str, Thing], parts: dict[str, list[Part]], text: str) -> Fact:
    head, *lines = block
    return Fact(head.split()[1], tuple(_argument(line, things, parts, text) for line in lines))


def _argument(line: str, things: dict[str, Thing], parts: dict[str, list[Part]], text: str) -> Argument:
    """`Who obj48 Лужков Юрий`, `Position span1 посол | span2 посол Италии`, `Фаза конец`."""
    slot, _, value = line.partition(" ")
    alternatives = [words.strip() for words in value.split("|")]
    found, said = [], []
    for alternative in alternatives:
        reference, _, words = alternative.partition(" ")
        if reference.startswith("obj") and reference[3:] in things:
            found.append(things[reference[3:]])
            said.append(words)
        elif reference.startswith("span") and parts[reference[4:]]:
            part = parts[reference[4:]][0]
            said.append(text[part.start : part.end])
        else:
            said.append(alternative)
    return Argument(slot, tuple(found), tuple(said))


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("#")[0].split()
        if fields:
            yield fields


def _blocks(path: Path) -> Iterator[list[str]]:
    """Stretches of lines between empty ones."""
    block: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            block.append(line.strip())
        elif block:
            yield block
            block = []
