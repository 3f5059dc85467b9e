"""Names of places in the genitive («Кургана», «Нижнего Новгорода», «Самарской области»), to name authorities with;
and the adjectives of towns («Оршанский»)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pobratim.reading.names.places.gazetteer import lookup
from pobratim.reading.text.inflection import inflect
from pobratim.reading.text.morph import is_known, word

_UNDECLINED = ("о", "е", "и", "у", "э", "ю", "ы")


@lru_cache(maxsize=2_000)
def genitive(name: str) -> str:
    """The genitive of a place's name; a name that no rule declines stays as it is."""
    return " ".join(_declined(part) for part in name.split())


def _declined(text: str) -> str:
    front, dash, tail = text.partition("-на-")
    if dash:
        return f"{_declined(front)}{dash}{tail}"
    if is_known(text):
        parses = word(text).parses
        named = next((p for p in parses if p.case == "nomn" and p.tags & {"Geox"}), None)
        named = named or next((p for p in parses if p.case == "nomn"), None)
        if named is not None and named.pos == "NOUN":
            return inflect(text, "gent", like=named.lemma)
        if named is not None:
            wanted = [tag for tag in ("gent", named.number, named.gender) if tag]
            return inflect(text, *wanted, like=named.pos)
    if text.endswith(("ий", "ый", "ой")) and len(text) > 5:
        return text[:-2] + ("его" if text[-3] in "нщш" and text.endswith("ий") else "ого")
    if text.endswith(_UNDECLINED):
        return text
    if text.endswith("а"):
        return text[:-1] + ("и" if text[-2] in "гкхжшчщ" else "ы")
    if text.endswith(("я", "ь")):
        return text[:-1] + ("и" if text.endswith("я") or text[-2] in "нзт" else "я")
    return text[:-1] + "я" if text.endswith("й") else text + "а"


@lru_cache(maxsize=2_000)
def town_adjective(town: str) -> str:
    """«Орша» → «Оршанский», «Слуцк» → «Слуцкий»: as the district around the town is called; '' if none is."""
    return next((adjective for adjective in _adjectives(town) if lookup(f"{adjective} район")), "")


def _adjectives(town: str) -> Iterator[str]:
    if town.endswith(("ск", "цк")):
        yield town + "ий"
    stem = town.rstrip("аеиоыьяй")
    for base in dict.fromkeys([town, stem]):
        yield from (base + ending for ending in ("ский", "анский", "енский", "инский", "янский"))
