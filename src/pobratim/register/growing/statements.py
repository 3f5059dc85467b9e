"""Commitments, offers, figures, quotes and topics, kept up as documents come and go."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import partial
from typing import Any

from pobratim.model.reading import Figure, Offer, Plan, Quote, Record, Topic
from pobratim.register import commitments
from pobratim.register.claims import Claim, Source
from pobratim.register.evidence import ids_of
from pobratim.register.figures import figure_id, figure_key, figure_row, same_figure
from pobratim.register.growing.claimed import Claimed, Named
from pobratim.register.growing.grouped import Grouped, itself
from pobratim.register.growing.index import Naming
from pobratim.register.growing.joining import Given
from pobratim.register.growing.once import Once
from pobratim.register.growing.rows import Rows
from pobratim.register.growing.tally import Tally
from pobratim.register.known import Known
from pobratim.register.rows import Row
from pobratim.register.statements import offer_key, offer_row, quote_key, quote_row, topic_key, topic_row
from pobratim.register.table import Table

_ROW: dict[type[Record], Callable[[Any, list[Any], Known], Row]] = {
    Offer: offer_row, Quote: quote_row, Topic: topic_row,
}
"""What claims of one key are."""


class Statements:
    """What documents say beside what happened: each once."""

    def __init__(self, known: Known, rows: Rows, tally: Tally, once: Once) -> None:
        self._known = known
        self._once = once
        self._rows = rows
        self._said: dict[type[Record], Grouped[Any, Claim[Any]]] = {
            Offer: Grouped(Offer, partial(offer_key, known=known), itself),
            Quote: Grouped(Quote, partial(quote_key, known=known), itself),
            Topic: Grouped(Topic, partial(topic_key, known=known), itself),
        }
        self._figures: Grouped[Figure, Claim[Figure]] = Grouped(
            Figure, partial(figure_key, known=known), itself
        )
        self._same: Table[Hashable, list[str]] = Table()
        """The figures of each quantity, by their first claims."""
        self._told: Table[str, tuple[Any, list[Claim[Figure]]]] = Table()
        """The quantity and the claims of each figure."""
        self._naming: Naming[str] = Naming()
        self._plans: Claimed[Plan, commitments.Draft] = Claimed(
            Plan, self._draft, commitments.METHOD, tally, once
        )
        self._named: Named[commitments.Draft] = Named(commitments.row_id_of)

    def update(self, sources: Mapping[str, Source | None], given: Given) -> None:
        """Look at these documents anew; None where one is no more."""
        for kind, said in self._said.items():
            for key in said.update(sources):
                claims = said.claims(key)
                self._rows.put((kind, key), [self._row(kind, key, claims)] if claims else ())
        self._count(sources)
        self._promise(sources, given)

    def _row(self, kind: type[Record], key: Any, claims: list[Claim[Any]]) -> Row:
        return self._once(_ROW[kind], key, claims, self._known, of=claims, by=key)

    def _draft(self, claim: Claim[Plan]) -> commitments.Draft:
        return self._once(commitments.draft, claim, self._known, of=(claim,))

    def _count(self, sources: Mapping[str, Source | None]) -> None:
        touched = self._figures.update(sources)
        gone = [one for quantity in touched for one in self._same.pop(quantity, ())]
        wishes: dict[str, tuple[str, object] | None] = dict.fromkeys(gone)
        for one in gone:
            del self._told[one]
        for quantity in touched:
            claims = self._figures.claims(quantity)
            for same in same_figure(quantity, claims) if claims else ():
                ids = ids_of(same)
                wishes[ids[0]] = figure_id(quantity), ids
                self._told[ids[0]] = quantity, same
                self._same.setdefault(quantity, []).append(ids[0])
        for one in {*self._naming.update(wishes), *wishes}:
            if one in self._told:
                row, conflicts = figure_row(self._naming.ids[one], *self._told[one])
                self._rows.put(("figure", one), [row, *conflicts])
            else:
                self._rows.put(("figure", one), ())

    def _promise(self, sources: Mapping[str, Source | None], given: Given) -> None:
        found = self._plans.update(sources, given)
        for one in self._named.update({one: self._plans.items.get(one) for one in found}):
            item = self._plans.items.get(one)
            self._rows.put(("commitment", one), self._rows_of(self._named.ids[one], item) if item else ())

    def _rows_of(self, one: str, item: commitments.Draft) -> list[Row]:
        return self._once(commitments.rows_of, one, item, self._known, of=(item,), by=one)
