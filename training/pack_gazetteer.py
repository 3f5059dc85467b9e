"""Make ``reading/data/places/names.npz``: the index of the gazetteer's names, so that loading it makes none.

    python training/pack_gazetteer.py

`make_gazetteer.py` runs it; to be run after any other change to the table, and after `pack_forms.py` where the forms of
words have changed: what the first words of names may be forms of is asked of the dictionary here, for all readings.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from pobratim.reading.names.places.gazetteer import checksum, fold, folded_lemmas, table, words_of
from pobratim.reading.packed import pack_lines, pack_several

TARGET = Path(__file__).parents[1] / "src/pobratim/reading/data/places/names.npz"


def main() -> None:
    index = indexed(table())
    np.savez_compressed(TARGET, **index)
    print(f"{TARGET}: {TARGET.stat().st_size / 1e6:.1f} MB, {len(index['of_name_starts']) - 1} names")


def indexed(text: str) -> dict[str, Any]:
    """The arrays that `pobratim.reading.names.places.gazetteer.Gazetteer` reads."""
    ids: list[int] = []
    names: dict[str, list[int]] = {}
    beginnings: dict[str, list[tuple[str, int]]] = {}
    capitals: dict[str, None] = {}
    regions: dict[str, int] = {}
    countries: list[int] = []
    for line, row in enumerate(text.splitlines()):
        id_, kind, _, admin, _, _, _, called, centre = row.split("\t")
        ids.append(int(id_))
        if kind == "country":
            countries.append(line)
            capitals |= {centre: None} if centre else {}
        elif kind == "region" and centre:
            regions[admin] = line
        for name in map(fold, called.split("|")):
            names.setdefault(name, []).append(line)
            if " " in name or (kind == "city" and "-" in name):  # «Нови Сад» is Нови-Сад
                beginnings.setdefault(words_of(name)[0], []).append((name, line))
    numbers = {name: number for number, name in enumerate(names)}
    lemmas: dict[str, list[int]] = {}
    for number, beginning in enumerate(beginnings):
        for lemma in sorted(folded_lemmas(beginning)):
            lemmas.setdefault(lemma, []).append(number)
    pairs = ([n for name, line in begun for n in (numbers[name], line)] for begun in beginnings.values())
    return {
        "table": np.array(checksum(text), np.uint32),
        "ids": np.array(ids, np.uint32),
        "names": pack_lines(names),
        **pack_several("of_name", names.values()),
        "beginnings": pack_lines(beginnings),
        **pack_several("of_beginning", pairs),
        "lemmas": pack_lines(lemmas),
        **pack_several("of_lemma", lemmas.values()),
        "region_codes": pack_lines(regions),
        "regions": np.array(list(regions.values()), np.uint32),
        "countries": np.array(countries, np.uint32),
        "capitals": pack_lines(capitals),
    }


if __name__ == "__main__":
    main()
