"""Dates that belong to something else: what a sentence tells must not be of a year that it gives to another thing.

A line of ``dates.tsv`` is record, slot or kind of event, date («-» for none) and text, parted by tabs. All records of
that type (events: of that kind) have that date, and there is one. Every text ends with the same paragraph, which makes
the document one of the genre.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import pobratim

PUBLISHED = "2025-10-05"
ENDING = "В сотрудничестве, которое ведут Псков и Витебск, заинтересованы обе стороны. Города обмениваются делегациями."
LINES = {
    f"dates:{number}": line
    for number, line in enumerate((Path(__file__).parent / "dates.tsv").read_text("utf-8").splitlines(), start=1)
    if line and not line.startswith("#")
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_year_of_something_else_dates_nothing(line: str) -> None:
    kind, slot, date, text = line.split("\t")
    records = [r for r in pobratim.read(f"{text}\n\n{ENDING}", PUBLISHED).to_dict()["records"] if r["type"] == kind]
    told = [r["date"] for r in records if r["kind"] == slot] if kind == "event" else [r[slot] for r in records]
    assert set(told) == {None if date == "-" else date}
