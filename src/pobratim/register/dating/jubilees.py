"""The age of a town: «757-летие Могилёва» in an undated text, told by a dated one too, or another year of it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pobratim.model.reading import Span
from pobratim.register.claims import RELEVANT, Source
from pobratim.register.dating.words import lexicon
from pobratim.register.known import Known
from pobratim.register.table import Table

_OLD, _YOUNG = 200, 50
"""From this age on only towns are so old; below that age «30-летие города» may be of anything in it."""
_BEHIND = 40
"""Letters behind the number that tell what it counts."""
_APART = 30
"""Years within which two sources count alike: a town may move the day of its founding."""
_COUNTED = re.compile(
    r"(?<![\w.,-])(?P<count>\d{1,2}\s\d{3}|\d{2,4})(?:-?(?:ой|ую|ая|ей|[йюяе]))?(?:[-–]лети[а-я]+|\s+годовщин[а-я]+)\b"
)
_END = re.compile(r"[.!?…\n]")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Jubilee:
    """How old a town is, and the towns that the sentence names."""

    age: int
    places: frozenset[str]
    span: Span


@dataclass(frozen=True, slots=True)
class Dated:
    """One of a document with a date."""

    jubilee: Jubilee
    year: int
    document: str


class Jubilees:
    """What documents with a stated date tell of the ages of towns."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._of_place: Table[str, tuple[Dated, ...]] = Table()
        self._of_document: Table[str, frozenset[str]] = Table()

    def update(self, document: str, source: Source | None) -> Iterator[Hashable]:
        """The document as it is now. Returns what may be otherwise then (`asked` names the same)."""
        for place in self._of_document.pop(document, frozenset()):
            self._of_place[place] = tuple(one for one in self._of_place[place] if one.document != document)
            yield "jubilee", place
        year = _stated_year(source) if source else None
        if source is None or year is None:
            return
        for jubilee in jubilees_in(source, self._known):
            for place in jubilee.places:
                self._of_place[place] = (*self._of_place.get(place, ()), Dated(jubilee, year, document))
                self._of_document[document] = self._of_document.get(document, frozenset()) | {place}
                yield "jubilee", place

    def year_of(self, jubilee: Jubilee) -> tuple[int, Dated] | None:
        """The year in which the town was so old, by the first document that tells; None where documents differ."""
        told = sorted(
            {one for place in jubilee.places for one in self._of_place.get(place, ())},
            key=lambda one: (one.jubilee.age != jubilee.age, one.year, one.document, one.jubilee.span),
        )
        found = [(year, one) for one in told if (year := _year(jubilee, one)) is not None]
        return found[0] if len({year for year, _ in found}) == 1 else None


def _year(jubilee: Jubilee, told: Dated) -> int | None:
    """Of a sentence with two towns nobody can tell whose age it is, but the same age is of the same one."""
    if jubilee.age == told.jubilee.age:
        return told.year
    apart = jubilee.age - told.jubilee.age
    one_town = len(jubilee.places) == 1 and jubilee.places == told.jubilee.places
    return told.year + apart if one_town and abs(apart) <= _APART else None


def asked_jubilees(source: Source, known: Known) -> Iterator[Hashable]:
    """What could date the source by the age of a town."""
    for jubilee in jubilees_in(source, known):
        for place in jubilee.places:
            yield "jubilee", place


def jubilees_in(source: Source, known: Known) -> Iterator[Jubilee]:
    """The anniversaries of towns that the document tells of as of its own year."""
    if source.reading.relevance < RELEVANT:
        return
    for age, span, sentence in _counted(source.document.text):
        towns = {
            entity.id: [mention for mention in entity.mentions if _within(mention, sentence)]
            for entity in source.reading.entities
            if entity.type == "city"
        }
        named = frozenset(known.rows(source, (entity for entity, mentions in towns.items() if mentions)))
        beside = any(span[1] <= first <= span[1] + 1 for mentions in towns.values() for first, _ in mentions)
        if named and (beside or _is_of_a_town(source.document.text[span[1] :], age)):
            yield Jubilee(age, named, span)


@lru_cache(256)
def _counted(text: str) -> tuple[tuple[int, Span, Span], ...]:
    """The ages, where they stand, and the sentences; without those of another year."""
    small = text.lower().replace("ё", "е")
    found: list[tuple[int, Span, Span]] = []
    for match in _COUNTED.finditer(small):
        age = int(re.sub(r"\s", "", match["count"]))
        ends = [end.start() for end in _END.finditer(small, match.end())]
        starts = [end.end() for end in _END.finditer(small, 0, match.start())]
        sentence = (starts[-1] if starts else 0, ends[0] if ends else len(small))
        around = small[slice(*sentence)]
        to_come = small[: match.start()].rstrip().endswith((" к", "\nк"))
        if age >= _YOUNG and not to_come and not _YEAR.search(around) and not _is_of_another_time(around):
            found.append((age, match.span(), sentence))
    return tuple(found)


def _is_of_a_town(behind: str, age: int) -> bool:
    """Whether the words behind tell so: «со дня основания города», of what is very old «основания»."""
    words = " ".join(behind[:_BEHIND].lower().replace("ё", "е").split())
    return words.startswith(_words("of_a_town")) and (age >= _OLD or "город" in words)


def _is_of_another_time(sentence: str) -> bool:
    return any(word.startswith(_words("elsewhen")) for word in re.findall(r"[а-я]+", sentence))


@cache
def _words(group: str) -> tuple[str, ...]:
    return tuple(lexicon()["jubilee"][group])


def _within(mention: Span, sentence: Span) -> bool:
    return sentence[0] <= mention[0] and mention[1] <= sentence[1]


def _stated_year(source: Source) -> int | None:
    published = source.published
    stated = source.document.published_basis == "stated" and published and published[:4].isdecimal()
    return int(published[:4]) if stated and published else None
