"""Names in the dative and the instrumental: «Игорю Вербицкому» beside «Игорь Вербицкий»."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

Endings = dict[str, tuple[str, str]]
"""What stands for an ending of the nominative in the two cases: ``+у`` is added, ``-ой`` replaces the last letter."""


@lru_cache(maxsize=65536)
def declined(given: str, surname: str) -> frozenset[tuple[str, str]]:
    """The pairs of given name and surname that may stand for this one in a sentence; both in small letters."""
    found: set[tuple[str, str]] = set()
    for gender, givens in _tables()["given"].items():
        forms = _forms(given, givens)
        if forms is not None:
            surnames = _forms(surname, _tables()["surname"][gender]) or (surname, surname)
            found.update(zip(forms, surnames, strict=True))
    return frozenset(found)


def _forms(word: str, endings: Endings) -> tuple[str, str] | None:
    """The word in both cases; None where the table does not tell its ending."""
    ending = max((one for one in endings if word.endswith(one)), key=len, default=None)
    if ending is None:
        return None
    dative, instrumental = (_put(word, ending, new) for new in endings[ending])
    return dative, instrumental


def _put(word: str, ending: str, new: str) -> str:
    if new.startswith("+"):
        return word + new[1:]
    return word[:-1] + new[1:] if new.startswith("-") else word[: -len(ending)] + new


@cache
def _tables() -> dict[str, dict[str, Endings]]:
    text = files("pobratim.register").joinpath("data/declension.toml").read_text(encoding="utf-8")
    return {
        part: {
            gender: {one: tuple(forms) for several, forms in endings.items() for one in several.split()}
            for gender, endings in genders.items()
        }
        for part, genders in tomllib.loads(text).items()
    }
