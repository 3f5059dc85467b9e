"""What the name of an organization says: its own words, common words, and the place in it.

A name that tells organizations apart («Амкодор», «Минский часовой завод») is enough. One that every city
has («городская дума», «часовой завод») counts only together with its place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pobratim.register.text import normal, stem, words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`data/organizations.toml`: word lists as stems, names and their written-out forms as normal forms."""

    authority: frozenset[str]
    filler: frozenset[str]
    common: frozenset[str]
    legal_form: frozenset[str]
    written_out: dict[str, tuple[str, ...]]
    known: dict[str, str]

    def says_nothing(self, word: str) -> bool:
        """Whether organizations of any place may have the word in their names."""
        part = stem(word)
        return word.isdigit() or part in self.authority or part in self.common or part in self.filler


@cache
def lexicon() -> Lexicon:
    """The word lists, read once."""
    text = files("pobratim.register").joinpath("data/organizations.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Lexicon(
        authority=frozenset(map(stem, data["authority"])),
        filler=frozenset(map(stem, data["filler"])),
        common=frozenset(map(stem, data["common"])),
        legal_form=frozenset(data["legal_form"]),
        written_out={short: words(full) for short, full in data["written_out"].items()},
        known={normal(short): normal(full) for full, shorts in data["known"].items() for short in shorts},
    )


def plain_name(name: str) -> str:
    """Normal form without legal form, short forms written out: «ОАО МТЗ» → «минский тракторный завод»."""
    lex = lexicon()
    kept = [word for word in words(name) if word not in lex.legal_form] or list(words(name))
    whole = lex.known.get(" ".join(kept), " ".join(kept))
    return " ".join(full for word in whole.split() for full in lex.written_out.get(word, (word,)))


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A name taken apart."""

    plain: str
    place: str | None
    """Of the place that the name contains, its row id."""
    core: tuple[str, ...]
    """Sorted stems of the words, but for the place and the words that only repeat it."""
    needs_place: bool
    """Whether the name alone tells nothing."""

    @property
    def one_a_place(self) -> bool:
        """Whether a place has only one of this core: an authority, or something told by two words."""
        return len(self.core) > 1 or any(part in lexicon().authority for part in self.core)


def take_apart(name: str, places: Mapping[str, str]) -> OrganizationName:
    """Take the name apart; ``places`` are those of its document, ids by their names."""
    lex = lexicon()
    plain = plain_name(name)
    place, rest = _without_place(plain.split(), places)
    telling = [word for word in rest if not lex.says_nothing(word)]
    small = not any(letter.isupper() for letter in name)
    return OrganizationName(
        plain=plain,
        place=place,
        core=tuple(sorted({stem(word) for word in rest} - lex.filler)),
        needs_place=place is None and (small or not telling),
    )


def _without_place(name: Sequence[str], places: Mapping[str, str]) -> tuple[str | None, list[str]]:
    """The place that the words name, in any case or as an adjective, and the words left over.

    «администрация омской области» is of the oblast, never of the city.
    """
    for place in sorted(places, key=lambda place: (-len(place), place)):
        parts = place.split()
        for start in range(len(name) - len(parts) + 1):
            end = start + len(parts)
            agrees = all(_agrees(word, part) for word, part in zip(name[start:end], parts, strict=True))
            if agrees and not _names_region(name[end:end + 1], parts):
                return places[place], [*name[:start], *name[end:]]
    return None, list(name)


_REGIONS = ("област", "район", "республик", "округ", "край", "края", "краю")


def _names_region(after: Sequence[str], place: Sequence[str]) -> bool:
    """Whether the next word makes the adjective one of a region, as in «омской области»."""
    is_region = any(part.startswith(_REGIONS) for part in place)
    return not is_region and bool(after) and after[0].startswith(_REGIONS)


def _agrees(word: str, place: str) -> bool:
    if "-" in place:
        word = word.split("-")[0]
    return any(word.startswith(base) and len(word) - len(base) <= 6 for base in _bases(place))


@cache
def _bases(place: str) -> tuple[str, ...]:
    """Beginnings that forms of a place's name have: «москва» → «москв» (Москвы), «моск» (Московский)."""
    first = place.split("-")[0]
    base = first.rstrip("аеиоуыэюяйь") if len(first) > 3 else first
    if len(base) < 3:
        return (first,)
    return (base, base[:-1]) if first.endswith("ва") and len(base) > 4 else (base,)
