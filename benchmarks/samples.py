"""How much of what the samples say does the reader find?

    python -m benchmarks.samples [--missing] [--min SHARE]

`samples/expected.toml` was written from the texts by hand before there was a reader: for each sample the
facts that a correct reading contains. Prints, for each type of record, how many of them are found, and with
`--missing` each one that is not. More may be read than is expected, so this is recall, no precision.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pobratim.gather import Gathered, gather
from pobratim.model.reading import RECORD_TYPES, Reading, record_to_dict
from pobratim.model.settings import Settings
from pobratim.reading import read_document

SAMPLES = Path(__file__).parent.parent / "samples"
BY_WORDS = frozenset({"item", "action", "subject", "text", "title"})
"""Slots compared by their words: half of the expected stems must be there."""


def readings() -> dict[str, Reading]:
    """File name → the reading of each sample document."""
    items = gather([SAMPLES / "documents"], Settings())
    documents = [item.document for item in items if isinstance(item, Gathered)]
    return {_name(document.source): read_document(document) for document in documents}


def _name(source: str) -> str:
    """The path as `expected.toml` has it: below `documents/`, an archive's name before the inner one."""
    return source.split("documents/", 1)[-1]


def expected() -> list[dict[str, Any]]:
    """The samples of `expected.toml`."""
    tables = tomllib.loads((SAMPLES / "expected.toml").read_text(encoding="utf-8"))
    samples: list[dict[str, Any]] = tables["sample"]
    return samples


def found(reading: Reading, kind: str, fact: dict[str, Any]) -> bool:
    """Does the reading hold a record of this type that agrees in every slot given?"""
    names = {entity.id: {entity.name, *entity.aliases} for entity in reading.entities}
    records = [record for record in reading.records if record.type == kind]
    return any(_agrees(_named(record_to_dict(record), reading, names), fact) for record in records)


def _named(record: dict[str, Any], reading: Reading, names: dict[str, set[str]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for slot, value in record.items():
        if isinstance(value, list) and slot not in {"evidence", "span"}:
            values[slot] = [names.get(item, {item}) for item in value]
        elif isinstance(value, str) and value in names and slot != "id":
            values[slot] = names[value]
        else:
            values[slot] = value
    if record["type"] == "quote":
        spans = record["span"] if isinstance(record["span"][0], list) else [record["span"]]
        values["text"] = " ".join(reading.document.text[start:end] for start, end in spans)
    return values


def _agrees(record: dict[str, Any], fact: dict[str, Any]) -> bool:
    return all(_slot_agrees(slot, record.get(slot), value) for slot, value in fact.items())


def _slot_agrees(slot: str, got: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return all(any(item in names for names in got or []) for item in wanted)
    if isinstance(got, set):
        return wanted in got
    if slot in BY_WORDS and isinstance(wanted, str):
        stems, other = _stems(wanted), _stems(got or "")
        return len(stems & other) * 2 >= len(stems)
    if isinstance(wanted, int | float) and isinstance(got, int | float):
        return abs(got - wanted) < 1e-6 * max(1, abs(wanted))
    return bool(got == wanted)


def _stems(text: str) -> set[str]:
    words = "".join(letter if letter.isalnum() else " " for letter in text.lower().replace("ё", "е")).split()
    return {word[:5] for word in words if len(word) > 2}


def missing(all_readings: dict[str, Reading]) -> Iterator[tuple[str, str, dict[str, Any], bool]]:
    """Each expected fact: file, type, the fact, whether it is found."""
    for sample in expected():
        reading = all_readings.get(sample["file"])
        for kind in RECORD_TYPES:
            for fact in sample.get(kind, []):
                yield sample["file"], kind, fact, reading is not None and found(reading, kind, fact)


def main() -> int:
    parser = argparse.ArgumentParser(description="Recall on the samples.")
    parser.add_argument("--missing", action="store_true", help="list what is not found")
    parser.add_argument("--min", type=float, default=0.0, help="exit 1 when the share found is below")
    options = parser.parse_args()
    wanted: Counter[str] = Counter()
    got: Counter[str] = Counter()
    for file, kind, fact, is_found in missing(readings()):
        wanted[kind] += 1
        got[kind] += is_found
        if options.missing and not is_found:
            print(f"- {file} {kind} {fact}")
    for kind, count in wanted.items():
        print(f"{kind:<12}{got[kind]:>5} of {count:<5}{got[kind] / count:>7.2f}")
    share = got.total() / max(1, wanted.total())
    print(f"{'all':<12}{got.total():>5} of {wanted.total():<5}{share:>7.2f}")
    return int(share < options.min)


if __name__ == "__main__":
    sys.exit(main())
