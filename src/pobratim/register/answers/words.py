"""What a promise and a deed say, as words that can be compared (`data/answers.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pobratim.register.lemmas import is_noun, lemmas, serves
from pobratim.register.text import stem, words

_SHORTEST = 3
_NEXT = 3
"""A number counts what is named among so many words behind it: «восемь новых низкопольных троллейбусов»."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`data/answers.toml`, its words as `lemmas` gives them."""

    asks: Mapping[str, frozenset[str]]
    """The words by which a promise asks for a kind of deed."""
    counts: Mapping[str, frozenset[str]]
    """The kinds of deeds that count as the kind asked for."""
    is_: Mapping[str, frozenset[str]]
    """The words that a deed of each kind says by being one."""
    empty: frozenset[str]
    partly: frozenset[str]
    guests: frozenset[str]
    """Who travels."""
    heads: frozenset[str]
    """Offices at the head of a place: a promise and its deed call them differently."""
    same: Mapping[str, str]
    """Of words that say the same, the one that stands for all."""
    numbers: Mapping[str, int]


@cache
def lexicon() -> Lexicon:
    """The word lists, read once."""
    data = tomllib.loads(files("pobratim.register").joinpath("data/answers.toml").read_text(encoding="utf-8"))
    same = {plain: lemmas(group[0])[0] for group in data["same"]["groups"] for plain in _plain(group)}
    return Lexicon(
        asks={kind: _plain(found) for kind, found in data["asks"].items()},
        counts={kind: frozenset(found) for kind, found in data["counts"].items()},
        is_={kind: frozenset(same.get(one, one) for one in found) for kind, found in data["is"].items()},
        empty=_plain(data["empty"]["words"]),
        partly=_plain(data["partly"]),
        guests=_plain(data["guests"]),
        heads=_plain(data["heads"]),
        same=same,
        numbers={lemma: number for word, number in data["numbers"].items() for lemma in lemmas(word)},
    )


def _plain(found: Iterable[str]) -> frozenset[str]:
    return frozenset(lemma for word in found for lemma in lemmas(word))


@dataclass(frozen=True, slots=True)
class Words:
    """A phrase taken apart."""

    content: frozenset[str]
    """What it is about: lemmas, one for all that say the same, without words that may stand anywhere."""
    lemmas: frozenset[str]
    amounts: Mapping[str, int]
    """How many of each thing: «восемь троллейбусов»."""
    instead_of: int | None = None
    """«шестеро вместо десяти»: 10."""

    def asked(self) -> frozenset[str]:
        """The kinds of deeds that a promise in these words asks for."""
        return frozenset(kind for kind, found in lexicon().asks.items() if found & self.lemmas)


@lru_cache(maxsize=65536)
def words_in(texts: tuple[str, ...], names: frozenset[str] = frozenset()) -> Words:
    """The words of the texts together; ``names`` are of the sides, and tell nothing beside these."""
    lex = lexicon()
    own = _stems(names)
    every: set[str] = set()
    content: set[str] = set()
    amounts: dict[str, int] = {}
    instead_of = None
    for text in texts:
        found = lemmas(text)
        every.update(found)
        content.update(lex.same.get(word, word) for word in found if _tells(word, own))
        for place, word in enumerate(found):
            number = number_of(word)
            if number is None:
                continue
            if place and found[place - 1] == "вместо":
                instead_of = number
                continue
            things = (one for one in found[place + 1 : place + 1 + _NEXT] if is_noun(one) and _tells(one, own))
            if thing := next(things, None):
                amounts.setdefault(lex.same.get(thing, thing), number)
    return Words(frozenset(content), frozenset(every), amounts, instead_of)


def whose_guests(action: str, names: Iterable[str]) -> bool:
    """Whether those who travel are of the place with these names: «делегацией города Омска», «омской делегацией»."""
    own, found = _stems(names), lemmas(action)
    told = [word for word in found if word not in lexicon().empty]
    return any(
        word in lexicon().guests and any(near.startswith(name) for near in (*before[-1:], *after[:1]) for name in own)
        for place, word in enumerate(told)
        for before, after in ((_adjectives(told[:place]), told[place + 1 :]),)
    )


def _adjectives(found: Sequence[str]) -> Sequence[str]:
    return [word for word in found if not is_noun(word)] if found and not is_noun(found[-1]) else ()


def number_of(word: str) -> int | None:
    """The number that a word is; years are none."""
    if word.isdecimal():
        number = int(word)
        return None if 1900 <= number <= 2100 or number == 0 else number
    return lexicon().numbers.get(word)


def _tells(word: str, names: frozenset[str]) -> bool:
    if len(word) < _SHORTEST or word in lexicon().empty or word.isdecimal() or word in lexicon().numbers:
        return False
    return not serves(word) and not any(word.startswith(name) for name in names)


def _stems(names: Iterable[str]) -> frozenset[str]:
    """The beginnings of the sides' names: «Омск» and «омский» begin alike."""
    found = (stem(word) for name in names for word in words(name) if len(word) >= _SHORTEST)
    return frozenset(found) - {stem(word) for word in ("область", "район", "республика", "завод", "школа", "край")}
