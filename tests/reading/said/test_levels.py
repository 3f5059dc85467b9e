"""Of which level the sides are: the town, the district or oblast around it, or the land.

A line of ``levels.tsv`` is what must be read, parted by semicolons, and the article, parted by a tab: ``visit
Омск,Минск`` is an event of that kind between the two, ``agreement`` and ``partnership`` are documents and ties.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import pobratim

PUBLISHED = "2025-10-05"
LINES = {
    f"levels:{number}": line
    for number, line in enumerate((Path(__file__).parent / "levels.tsv").read_text("utf-8").splitlines(), start=1)
    if line and not line.startswith("#")
}


def sides(text: str) -> set[tuple[str, frozenset[str]]]:
    """The kinds of events, documents and ties that are read, with their sides."""
    reading = pobratim.read(text, PUBLISHED).to_dict()
    names = {entity["id"]: entity["name"] for entity in reading["entities"]}
    found = [record for record in reading["records"] if record["type"] in {"event", "agreement", "partnership"}]
    kinds = [record["kind"] if record["type"] == "event" else record["type"] for record in found]
    told = [frozenset(names[side] for side in record["parties"]) for record in found]
    return set(zip(kinds, told, strict=True))


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_the_sides_are_of_the_level_that_is_told(line: str) -> None:
    told, text = line.split("\t")
    wanted = {(kind, frozenset(named.split(","))) for kind, named in (one.split(" ", 1) for one in told.split("; "))}
    assert wanted <= sides(text)
