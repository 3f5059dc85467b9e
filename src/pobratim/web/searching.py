"""What a search asks for and what it is narrowed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from pobratim import storage
from pobratim.register.facets import FACETS, Among, Condition
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    DocumentRow,
    FigureRow,
    Happening,
    OfferRow,
    Organization,
    Person,
    Place,
    QuoteRow,
    Tie,
    TopicRow,
)
from pobratim.storage import Choice
from pobratim.web.words import ru

LONGEST = 200
MOST_VALUES = 12
"""Of each facet; the others are for more words."""
KINDS: dict[str, object] = {
    Place.table: _("Места"),
    Person.table: _("Люди"),
    Organization.table: _("Организации"),
    DocumentRow.table: _("Документы"),
    Tie.table: _("Связи"),
    Happening.table: _("События"),
    AgreementRow.table: _("Соглашения"),
    Commitment.table: _("Намерения"),
    OfferRow.table: _("Предложения и потребности"),
    FigureRow.table: _("Показатели"),
    QuoteRow.table: _("Высказывания"),
    TopicRow.table: _("Направления"),
}
TITLES = {
    "sort": _("Вид"), "field": _("Направление"), "place": _("Место"), "year": _("Год"), "status": _("Состояние"),
    "source": _("Источник"),
}
_GROUPS = {"field": "topic", "status": "status"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet to choose, or to give up."""

    value: str
    words: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Search:
    """Words, a kind of row, and one value of each facet; anything may be open."""

    words: str = ""
    kind: str = ""
    chosen: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Search:
        """What an address asks; what it does not know narrows nothing."""
        kind = asked.get("kind", "")
        values = ((name, asked.get(name, "").strip()[:LONGEST]) for name in FACETS)
        words = asked.get("q", "").strip()[:LONGEST]
        return cls(words, kind if kind in KINDS else "", tuple((name, value) for name, value in values if value))

    def __bool__(self) -> bool:
        return bool(self.words or self.kind or self.chosen)

    @property
    def query(self) -> str:
        """The search as the end of an address."""
        asked = {"q": self.words, "kind": self.kind, **dict(self.chosen)}
        return urlencode({name: value for name, value in asked.items() if value})

    def with_kind(self, kind: str) -> Search:
        return Search(self.words, kind, self.chosen)

    def with_value(self, name: str, value: str) -> Search:
        """Narrowed to the value, or no longer where it is empty."""
        kept = tuple(pair for pair in self.chosen if pair[0] != name)
        return Search(self.words, self.kind, (*kept, (name, value)) if value else kept)

    def conditions(self, but: str = "") -> tuple[Condition, ...]:
        return tuple(Among(name, frozenset((value,))) for name, value in self.chosen if name != but)

    def choice(self, within: frozenset[str] | None, *, but: str = "") -> Choice:
        return Choice((self.kind,) if self.kind else (), self.conditions(but), within)


def facets_of(search: Search, within: frozenset[str] | None) -> list[tuple[str, list[Value]]]:
    """The commonest values of each facet among what the rest of the search finds."""
    chosen = dict(search.chosen)
    found = storage.values_chosen(search.choice(within), *(name for name in FACETS if name not in chosen))
    for name in chosen:
        found |= storage.values_chosen(search.choice(within, but=name), name)
    return [(name, _offered(search, name, found[name], chosen.get(name, ""))) for name in FACETS]


def _offered(search: Search, name: str, found: list[tuple[str, int]], chosen: str) -> list[Value]:
    shown = found[:MOST_VALUES]
    if chosen and chosen not in dict(shown):
        shown = [(chosen, dict(found).get(chosen, 0)), *shown]
    words = words_of(name, [value for value, _count in shown])
    others = {value: search.with_value(name, "" if value == chosen else value) for value in words}
    return [Value(value, words[value], count, others[value].query, value == chosen) for value, count in shown]


def words_of(name: str, values: list[str]) -> dict[str, str]:
    """What the values of a facet are called."""
    if name == "place":
        names = {row.id: row.name for row in storage.places_named(values)}
        return {value: names.get(value, value) for value in values}
    if name in ("year", "source"):
        return {value: value for value in values}
    return {value: ru(value, _GROUPS.get(name)) for value in values}
