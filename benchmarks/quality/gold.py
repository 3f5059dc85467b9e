"""Readings scored against gold by `shared/score/score.py`, and which of their records are right.

A gold set is a folder of gold files and one with their texts, each `NAME.txt` for a `NAME.json`. Texts are gathered
as `pobratim read` does, so that what it takes for the date of a document counts here too.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.quality.report import Error
from pobratim.gather import Gathered, gather
from pobratim.model.reading import Reading, Record
from pobratim.model.settings import Settings
from pobratim.reading import read_document

Json = dict[str, Any]
TYPES = frozenset({"post", "event", "partnership", "agreement", "quote", "offer", "plan", "figure", "topic"})
"""Types of records."""


@dataclass(frozen=True)
class Judged:
    """A record of a reading, and whether gold has it."""

    document: str
    type: str
    rule: str
    confidence: float
    right: bool


@dataclass
class GoldSet:
    """Gold documents and the readings of their texts."""

    name: str
    gold_folder: Path
    texts: Path
    scorer: Path
    """`score.py`."""

    @cached_property
    def gold(self) -> list[Json]:
        """The gold documents as they stand in the files."""
        loaded: list[Json] = self._score.load(self.gold_folder)
        return loaded

    @cached_property
    def types(self) -> frozenset[str]:
        """Which types of records were annotated: a set may be of events and agreements alone."""
        return frozenset(record["type"] for document in self.gold for record in document["records"])

    def annotates(self, kind: str) -> bool:
        """Whether a row or an error of the scorer («event», «entity:place», «person») tells something: entities are
        annotated whole where posts are."""
        return kind in self.types or (kind not in TYPES and "post" in self.types)

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """File name → reading, of the texts that gold is there for."""
        wanted = {str(document["source"]) for document in self.gold}
        paths = [str(path) for path in sorted(self.texts.glob("*.txt")) if path.name in wanted]
        items = gather(paths, Settings()) if paths else ()
        documents = [item.document for item in items if isinstance(item, Gathered)]
        return {Path(document.source).name: read_document(document) for document in documents}

    @cached_property
    def _score(self) -> ModuleType:
        return load_scorer(self.scorer)

    def score(self) -> tuple[Json, list[Error]]:
        """The scorer's figures over the documents read, and its errors."""
        lines: list[str] = []
        gold = [document for document in self.gold if document["source"] in self.readings]
        figures: Json = self._score.score(gold, [reading.to_dict() for reading in self.readings.values()], lines)
        errors = [error for line in lines if (error := _error(f"gold/{self.name}", line))]
        return figures, [error for error in errors if self.annotates(error.type)]

    def judged(self) -> Iterator[Judged]:
        """Each record of the annotated types, and whether it answers a gold record; those that answer optional ones are
        left out."""
        for gold in self.gold:
            reading = self.readings.get(gold["source"])
            if reading is not None:
                yield from (one for one in judge(self._score, gold, reading) if one.type in self.types)


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(scorer: ModuleType, gold: Json, reading: Reading) -> Iterator[Judged]:
    """The records of one reading, with whether gold has them."""
    for record, right in matched(scorer, gold, reading):
        yield Judged(gold["source"], record.type, record.rule, record.confidence, right)


def matched(scorer: ModuleType, gold: Json, reading: Reading) -> Iterator[tuple[Record, bool]]:
    """The records of one reading matched with gold ones as the scorer matches them, best pairs first.

    Those that answer an optional one of gold are left out.
    """
    wanted, found = scorer.Doc(gold), scorer.Doc(reading.to_dict())
    for kind in dict.fromkeys(record.type for record in reading.records):
        want = [record for record in wanted.records if record["type"] == kind]
        have = [number for number, record in enumerate(reading.records) if record.type == kind]
        pairs = []
        for index, one in enumerate(want):
            for number in have:
                likeness, slots, _ = scorer.pair(wanted, one, found, found.records[number])
                if likeness > 0:
                    mean = sum(slots.values()) / len(slots) if slots else 1.0
                    pairs.append((likeness + mean, index, number))
        answered: dict[int, int] = {}
        for _, index, number in sorted(pairs, key=lambda pair: -pair[0]):
            if index not in answered.values() and number not in answered:
                answered[number] = index
        for number in have:
            record = reading.records[number]
            if number not in answered or not want[answered[number]].get("optional"):
                yield record, number in answered


def relevance(sets: Sequence[GoldSet]) -> Iterator[tuple[str, bool, Reading]]:
    """Document, whether gold calls it relevant, and its reading."""
    for gold_set in sets:
        for document in gold_set.gold:
            reading = gold_set.readings.get(document["source"])
            if reading is not None:
                yield f"{gold_set.name}/{document['source']}", document.get("relevant", True), reading


# ---------------------------------------------------------------- the scorer's errors

_LINE = re.compile(r"(?P<sign>[-+~!]) (?P<source>\S+) (?P<what>\S+) ?(?P<words>.*)", re.DOTALL)
_SORTS = {"-": "missed", "+": "false", "~": "slot", "!": "broken"}


def _error(part: str, line: str) -> Error | None:
    """«- a.txt event {…}», «+ a.txt person …», «~ a.txt event.date 0.50: gold … got …»."""
    found = _LINE.match(line)
    if found is None:
        return None
    kind, _, slot = found["what"].partition(".")
    words, about = found["words"], slot
    if words.startswith("{") and found["sign"] in "-+":
        values = _values(words)
        about = str(values.get("kind") or values.get("metric") or values.get("topic") or "")
    return Error(part, kind, _SORTS[found["sign"]], about, found["source"], words)


def _values(words: str) -> Json:
    """What can be read of a record that the scorer may have cut off."""
    try:
        values: Json = json.loads(words)
    except json.JSONDecodeError:
        return dict(re.findall(r'"(kind|metric|topic)": "(\w+)"', words))
    return values
