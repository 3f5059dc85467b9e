"""What the finders of people, places and organizations hand over: a name at a place of the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from pobratim.model.reading import EntityType
from pobratim.reading.data import load_toml, path
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import Layout, Token


@dataclass(slots=True)
class Name:
    """A name found: tokens ``first`` to ``last`` (excluded) of the layout, its normal form, and how sure."""

    first: int
    last: int
    type: EntityType
    name: str
    """Normal form."""
    strength: int
    """Where names overlap the stronger one stands, of equal ones the longer."""
    aliases: tuple[str, ...] = ()
    """Other normal forms of the same thing; those that the text uses among them."""
    geonames: int | None = None
    country: str | None = None
    seat: Name | None = None
    """Of an organization: the place it governs or belongs to by its name. It has a place of its own in
    the text where the name holds it («администрация Екатеринбурга»), else ``first == last``."""
    inner: list[Name] = field(default_factory=list)
    """Places named inside this name («столица Беларуси» names Беларусь too)."""
    given: str = ""
    surname: str = ""
    gender: str = ""
    """Of a person: m, f or ''."""

    def span(self, layout: Layout) -> tuple[int, int]:
        """Where it stands in the text."""
        return layout.tokens[self.first].start, layout.tokens[self.last - 1].end


def choose(names: list[Name]) -> list[Name]:
    """Names that do not overlap, in the order of the text: the stronger first, then the longer."""
    taken: set[int] = set()
    kept = []
    for name in sorted(names, key=lambda n: (-n.strength, n.first - n.last, n.first, n.type)):
        tokens = range(name.first, name.last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(name)
    return sorted(kept, key=lambda n: n.first)


@cache
def titles() -> frozenset[str]:
    """Lemmas of nouns for those who hold an office or a trade (мэр, директор, учитель)."""
    lines = path("names/titles.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def nationalities() -> frozenset[str]:
    """Lemmas of the adjectives of countries (немецкий, белорусский)."""
    return frozenset(load_toml("places/phrases.toml")["nationality"]["adjectives"])


@cache
def beyond() -> frozenset[str]:
    """Folded names of parts of the world, waters, unions of states: no city, region or country of ours."""
    return frozenset(load_toml("places/phrases.toml")["beyond"]["names"])


def is_compound(token: Token) -> bool:
    """«Задача-максимум», «Дома-интерната», «ВДНХ-Экспо»: common nouns or abbreviations joined, nobody's name."""
    front, dash, tail = token.text.partition("-")
    if not dash or not front:
        return False
    return (len(front) > 1 and front.isupper()) or (tail.islower() and "-" not in tail and is_known(tail))
