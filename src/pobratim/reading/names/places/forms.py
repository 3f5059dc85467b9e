"""The nominative of the name of a town that no list has: «в Гирсовке» → Гирсовка, «из Линьчэна» → Линьчэн.

Its other mentions tell most; then the case that the words around it ask for, and how such names end.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pobratim.reading.data import path
from pobratim.reading.names.people.palladius import chinese_bases, sounds_chinese
from pobratim.reading.names.places.adjectives import is_made_from
from pobratim.reading.names.places.gazetteer import lookup
from pobratim.reading.text.declension import ALL, fits

_ON_RIVER = re.compile("-(?:на|ам|ан|под|сюр|у|над|при)-")
_CHINESE = 4
"""Syllables that the name of a Chinese town or province has at most (Внутренняя Монголия is no such name)."""
_BOTH = 0.6
"""Where both parts of a name with a hyphen decline, and not the last alone."""
_DOUBTED = 0.2
"""What is left of the weight of a base in another case than the one asked for."""
_UNDECLINED = 0.6
"""A form that no ending leads back from: the name stays as it is («из города Намибе»)."""
_ATTESTED = 0.5
"""What a town of that name adds."""
_MADE = 0.4
"""What an adjective made from the name adds («Гирсовская школа»)."""


@dataclass(frozen=True, slots=True)
class _Ending:
    """One line of ``places/endings.tsv``."""

    cases: frozenset[str]
    form: str
    base: str
    weight: float
    before: str


@cache
def _endings() -> dict[str, list[_Ending]]:
    """Last letter → the endings."""
    found: dict[str, list[_Ending]] = {}
    for line in path("places/endings.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cases, form, base, weight, before = line.split("\t")
            ending = _Ending(frozenset(cases.split(",")), form, base.strip("-"), float(weight), before)
            found.setdefault(form[-1], []).append(ending)
    return found


@lru_cache(maxsize=10_000)
def place_bases(form: str, cases: frozenset[str] = frozenset()) -> dict[str, float]:
    """The nominatives that ``form`` (in small letters) may come from in one of the cases: their weights."""
    cases = cases or ALL
    if sounds_chinese(form, _CHINESE):
        chinese = chinese_bases(form, _CHINESE)
        return {base: 1.5 for base, own in chinese if own & cases} or dict.fromkeys((b for b, _ in chinese), 1.0)
    if river := _ON_RIVER.search(form):  # «Ротенбурга-на-Таубере»
        front, rest = form[: river.start()], form[river.start() :]
        bases = place_bases(front, cases).items()
        return {base + rest: weight * (0.8 if base.endswith("во") else 1) for base, weight in bases}
    front, dash, tail = form.rpartition("-")
    if dash:
        return _hyphenated(front, tail, cases)
    found: dict[str, float] = {}
    last = form[-1:]
    if "nomn" in cases:
        found[form] = 0.8 if "ablt" in cases and form.endswith(("ом", "ем")) else 1.0
    elif "accs" in cases and last not in "ую":
        found[form] = 0.7 if last in "еи" or form.endswith(("ом", "ем")) else 1.0
    elif last in ("оэё" if cases & {"accs", "datv"} else "оуэюё") and not form.endswith(("ого", "его")):
        found[form] = 1.1  # «в Тренто», «из Хуанчжоу»: such names stay as they are
    for ending in _endings().get(last, ()):
        stem = form.removesuffix(ending.form)
        if 1 < len(stem) < len(form) and not cases.isdisjoint(ending.cases) and fits(stem, ending.before):
            base = stem + ending.base
            found[base] = max(found.get(base, 0.0), ending.weight)
    return found or {form: _UNDECLINED}


def _hyphenated(front: str, tail: str, cases: frozenset[str]) -> dict[str, float]:
    """The last part declines, or both do («в Зелёной-Гуре»)."""
    lasts = place_bases(tail, cases)
    found = {f"{front}-{last}": weight for last, weight in lasts.items()}
    if "nomn" not in cases:
        for first, weight in place_bases(front, cases).items():
            for last, own in lasts.items():
                found.setdefault(f"{first}-{last}", _BOTH * min(weight, own))
    return found


@dataclass(frozen=True, slots=True)
class Form:
    """A word that names a town, in small letters, and the cases its place in the sentence asks for."""

    text: str
    cases: frozenset[str]


def nominatives(forms: Sequence[Form], adjectives: Collection[str] = ()) -> list[str]:
    """The nominative of each form, in small letters: forms that may be of one name are of one.

    The name that explains most is taken first: by how well each of its forms fits the case asked for, by
    whether there is a town of that name, and by the ``adjectives`` of the text that are made from it.
    """
    alike: dict[str, dict[Form, dict[str, float]]] = {}
    for form in forms:
        alike.setdefault(form.text[:2], {})[form] = _options(form)
    settled: dict[Form, str] = {}
    for options in alike.values():
        settled.update(_settled(options, adjectives))
    return [settled[form] for form in forms]


def _options(form: Form) -> dict[str, float]:
    """The bases of a form; those in other cases too, for the case asked for may be guessed wrongly."""
    options = {base: _DOUBTED * weight for base, weight in place_bases(form.text).items()}
    return options | place_bases(form.text, form.cases)


def _settled(options: dict[Form, dict[str, float]], adjectives: Collection[str]) -> dict[Form, str]:
    settled: dict[Form, str] = {}
    weights: dict[str, float] = {}
    for found in options.values():
        for base, weight in found.items():
            weights[base] = weights.get(base, _ATTESTED * _is_town(base) + _MADE * _has_adjective(base, adjectives))
            weights[base] += weight
    for base in sorted(weights, key=lambda base: (weights[base], len(base), base), reverse=True):
        for form, found in options.items():
            if form not in settled and base in found:
                settled[form] = base
    return settled


def _is_town(base: str) -> bool:
    return any(place.type == "city" for place in lookup(base))


def _has_adjective(base: str, adjectives: Collection[str]) -> bool:
    return any(is_made_from(adjective, base) for adjective in adjectives if adjective[:2] == base[:2])
