"""Words of twins and partners: which two places they join, if any, and since when.

A line of ``ties.tsv`` is the ties, parted by commas, and the text, parted by a tab: ``twin Омск-Павлодар 1996`` is a
tie that there is since that year, ``planned`` or ``ended`` may stand before it, a year that is not given is not
compared; «-» means that no tie may come, « ¶ » begins a paragraph. Every text ends with the same paragraph, which names
no place and makes the document one of the genre.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pobratim

PUBLISHED = "2025-10-05"
ENDING = "Гости и хозяева обменялись подарками. Обмен делегациями и сотрудничество городов продолжатся."
LINES = {
    f"ties:{number}": line
    for number, line in enumerate((Path(__file__).parent / "ties.tsv").read_text("utf-8").splitlines(), start=1)
    if line and not line.startswith("#")
}
TIE = re.compile(r"(?:(planned|ended) )?(twin|partner) (.+?)(?: (\d{4}))?$")


def ties(text: str) -> dict[tuple[str, str, str], str | None]:
    """Since when is each tie that is read, by its status, kind and sides in the order of the alphabet."""
    reading = pobratim.read(text.replace(" ¶ ", "\n\n") + f"\n\n{ENDING}", PUBLISHED).to_dict()
    names = {entity["id"]: entity["name"] for entity in reading["entities"]}
    found = [record for record in reading["records"] if record["type"] == "partnership"]
    return {(r["status"], r["kind"], "-".join(sorted(names[p] for p in r["parties"]))): r["since"] for r in found}


def told(line: str) -> dict[tuple[str, str, str], str | None]:
    """The same as the line has it."""
    matches = [TIE.match(tie) for tie in line.split(",")] if line != "-" else []
    assert all(matches)
    return {(m[1] or "active", m[2], m[3]): m[4] for m in matches if m}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_what_is_said_of_twins(line: str) -> None:
    expected, text = line.split("\t")
    found, wanted = ties(text), told(expected)
    assert found.keys() == wanted.keys()
    assert all(found[tie] == since for tie, since in wanted.items() if since is not None)
