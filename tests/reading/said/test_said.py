"""What the genre commonly says, and how it must be read: one sentence a line, in the lists of this folder.

A line is ``kind|side,side|text`` with one of the kinds of events, and its status where it is not ``held``
(``visit planned|…``); of a kind ``-`` no event may come. « ¶ » begins a paragraph. Every text ends with the same
sentence, which names both sides and makes the document one of the genre.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import pobratim

PUBLISHED = "2025-10-05"
ENDING = "В сотрудничестве, которое ведут {sides}, заинтересованы обе стороны. Побратимы обмениваются делегациями."


def said() -> dict[str, str]:
    """The lines of the lists beside this file that are no comments, by the name of the list and the line's number."""
    return {
        f"{path.stem}:{number}": line
        for path in sorted(Path(__file__).parent.glob("*.txt"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if line and not line.startswith("#")
    }


LINES = said()


def events(text: str, sides: list[str]) -> list[tuple[str, str, set[str]]]:
    """Kind, status and sides of each event that is read."""
    whole = text.replace(" ¶ ", "\n\n") + "\n\n" + ENDING.format(sides=" и ".join(sides))
    reading = pobratim.read(whole, PUBLISHED).to_dict()
    names = {entity["id"]: entity["name"] for entity in reading["entities"]}
    found = [record for record in reading["records"] if record["type"] == "event"]
    return [(record["kind"], record["status"], {names[side] for side in record["parties"]}) for record in found]


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_what_is_said_is_read(line: str) -> None:
    told, named, text = line.split("|", 2)
    sides = named.split(",")
    found = events(text, sides)
    if told == "-":
        assert found == []
    else:
        kind, _, status = told.partition(" ")
        assert (kind, status or "held", set(sides)) in found
