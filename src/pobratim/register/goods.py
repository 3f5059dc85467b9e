"""What goods or services an item is of: codes of OKPD2 by the words of `data/goods.tsv`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pobratim.register.lemmas import lemmas
from pobratim.register.organization_names import plain_name

_NEAR = 4
"""The words of a phrase stand no farther apart: «продукты здорового питания»."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One line of the table."""

    code: str
    name: str
    phrases: tuple[frozenset[str], ...]
    makers: frozenset[str]


@cache
def kinds() -> Mapping[str, Kind]:
    """The table by codes."""
    text = files("pobratim.register").joinpath("data/goods.tsv").read_text(encoding="utf-8")
    found = (_kind(line) for line in text.splitlines() if line and not line.startswith("#"))
    return {kind.code: kind for kind in found}


def _kind(line: str) -> Kind:
    code, name, words, makers = line.split("\t")
    return Kind(
        code=code,
        name=name,
        phrases=tuple(frozenset(lemmas(phrase)) for phrase in words.split(";")),
        makers=frozenset(plain_name(maker) for maker in makers.split(";") if maker),
    )


@cache
def _by_word() -> Mapping[str, tuple[tuple[frozenset[str], str], ...]]:
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for kind in kinds().values():
        for phrase in kind.phrases:
            for word in phrase:
                found.setdefault(word, []).append((phrase, kind.code))
    return {word: tuple(pairs) for word, pairs in found.items()}


@lru_cache(maxsize=65536)
def codes_of(item: str) -> tuple[str, ...]:
    """The codes of all that an item names, in the order of its words; of what lies within another the inner one.

    «тракторы МТЗ и мебель» → («28.3», «31»); where only a maker is named («техника МАЗ»), all that it makes.
    """
    words = lemmas(item)
    found: dict[str, int] = {}
    used: dict[str, frozenset[str]] = {}
    for place, word in enumerate(words):
        for phrase, code in _by_word().get(word, ()):
            if phrase <= set(words[max(0, place - _NEAR) : place + _NEAR + 1]) and code not in found:
                found[code] = place
                used[code] = phrase
    # «лечение и отдых» tells more than «лечение», «дорожная техника» more than its words apart.
    kept = [code for code in found if not any(used[code] < used[other] for other in found)]
    inner = [code for code in kept if not any(other != code and contains(code, other) for other in kept)]
    ordered = tuple(sorted(inner, key=lambda code: (found[code], code)))
    return ordered or _made_by(plain_name(word) for word in item.split())


def _made_by(names: Iterable[str]) -> tuple[str, ...]:
    plain = set(names)
    return tuple(kind.code for kind in kinds().values() if kind.makers & plain)


def codes_of_maker(names: Iterable[str]) -> tuple[str, ...]:
    """The codes of what an organization makes, by its names: those of the table, and what its name says itself."""
    plain = {plain_name(name) for name in names}
    return tuple(dict.fromkeys((*_made_by(plain), *(code for name in sorted(plain) for code in codes_of(name)))))


def contains(outer: str, inner: str) -> bool:
    """Whether the code ``inner`` is ``outer`` or lies in it: 29.10.30 lies in 29.1 and in 29."""
    return inner.startswith(outer)


def nearness(left: Iterable[str], right: Iterable[str]) -> tuple[float, str | None]:
    """How near the nearest two codes are, 0 to 1, and the code that both lie in."""
    return max(_pairs(left, tuple(right)), default=(0.0, None), key=lambda found: (found[0], found[1] or ""))


def _pairs(left: Iterable[str], right: tuple[str, ...]) -> Iterator[tuple[float, str | None]]:
    for one in left:
        for other in right:
            if one == other:
                yield 1.0, one
            elif contains(one, other) or contains(other, one):
                yield 0.7, min(one, other, key=len)
            elif one[:2] == other[:2]:
                yield 0.4, one[:2]
