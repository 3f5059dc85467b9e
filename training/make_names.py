"""Make ``reading/data/names/given.txt``: given names with the gender of those who bear them.

    pip install natasha pymorphy3
    python training/make_names.py

The names are those of the package natasha (MIT). It does not say the gender: the dictionary of pymorphy3
does for the names it knows; of the others the ending decides, and a consonant or о, у leaves it open only
where women of the peoples concerned bear such names. A question mark stands behind names that the dictionary
lacks and those that are also common words. «Андрея» or «Романа» may be somebody's name, but in a text they
are nearly always Андрей and Роман: forms of known names are left out.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from pymorphy3 import MorphAnalyzer

TARGET = Path(__file__).parents[1] / "src/pobratim/reading/data/names/given.txt"
WOMEN = (
    "гуль",
    "гуль",
    "нур",
    "ай",
    "бану",
    "жан",
    "кыз",
    "иль",
    "эль",
    "ым",
    "ель",
    "эт",
    "ин",
    "ит",
    "иам",
)
"""Endings of names in a consonant that women bear too (Айгуль, Жанель, Элизабет)."""
MORE = Path(__file__).parent / "names/given.tsv"


def main() -> None:
    data = Path(str(files("natasha").joinpath("data/dict")))
    doubtful = {
        line.split()[0].replace("ё", "е")
        for line in (data / "maybe_first.txt").read_text("utf-8").splitlines()
    }
    names = {
        line.strip().replace("ё", "е")
        for line in (data / "first.txt").read_text("utf-8").splitlines()
        if len(line.strip()) > 2
    }
    morph = MorphAnalyzer()
    names |= {name for name in doubtful if len(name) > 2}
    names = {name for name in names if not is_form_of_another(name, morph)}
    known = {name: gender(name, morph) for name in names}
    lines = (line for line in MORE.read_text("utf-8").splitlines() if not line.startswith("#"))
    known |= dict(line.split("\t") for line in lines)
    lines = [
        f"{name}\t{known[name]}{'?' if name in doubtful or not in_dictionary(name, morph) else ''}"
        for name in sorted(known)
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(lines)} names")


def is_form_of_another(name: str, morph: MorphAnalyzer) -> bool:
    """Is it a case form of a name that the dictionary knows, and itself none («андрея»)?"""
    parses = [parse for parse in morph.parse(name) if "Name" in parse.tag and parse.is_known]
    return bool(parses) and not any("nomn" in p.tag and "sing" in p.tag for p in parses)


def in_dictionary(name: str, morph: MorphAnalyzer) -> bool:
    return any("Name" in p.tag and "nomn" in p.tag and p.is_known for p in morph.parse(name))


def gender(name: str, morph: MorphAnalyzer) -> str:
    """m, f or mf."""
    found = {
        str(parse.tag.gender)
        for parse in morph.parse(name)
        if "Name" in parse.tag and "nomn" in parse.tag and parse.is_known
    }
    if found & {"masc", "femn", "ms-f"}:
        both = "ms-f" in found or {"masc", "femn"} <= found
        return "mf" if both else "m" if "masc" in found else "f"
    if name[-1] in "ая":
        return "f"
    if name[-1] in "еиоуюыэь" or name.endswith(WOMEN):
        return "mf"
    return "m"


if __name__ == "__main__":
    main()
