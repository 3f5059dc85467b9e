"""Ties of places, kept up as documents come and go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter

from pobratim.model.reading import Partnership
from pobratim.register.claims import Source
from pobratim.register.growing.index import Index
from pobratim.register.growing.once import Once
from pobratim.register.growing.rows import Rows
from pobratim.register.known import Known
from pobratim.register.pairs import Pair, PairClaim, pairs_in
from pobratim.register.rows import Happening, Row, Tie
from pobratim.register.table import Table
from pobratim.register.ties import tie_rows, told_by

_CLAIM = attrgetter("claim")


def _tell_of_partnership(claims: Iterable[PairClaim]) -> bool:
    return any(isinstance(one.claim.record, Partnership) for one in claims)


class Ties:
    """The pairs of places that documents tie."""

    def __init__(self, known: Known, rows: Rows, once: Once) -> None:
        self._known = known
        self._once = once
        self._rows = rows
        self._pairs: Table[str, set[Pair]] = Table()
        """By document."""
        self._claims: Table[Pair, dict[str, list[PairClaim]]] = Table()
        self._made_by: Index[Pair] = Index()
        """The pairs that a claim makes."""
        self._held: Table[str, str | None] = Table()
        """When it was what a claim tells of as held."""
        self._held_of: Table[Pair, dict[str, str | None]] = Table()
        """The same of the claims that make a pair."""

    def update(
        self, sources: Mapping[str, Source | None], happened: Iterable[tuple[Row | None, Row | None]]
    ) -> None:
        """Look at these documents anew (None where one is no more); ``happened`` are rows as they were and as they are.

        """
        touched: dict[Pair, set[str]] = {}
        """Pairs with the claims that make them otherwise, or not any more."""
        partnered: set[Pair] = set()
        """Those of them of whose partnership such a claim tells or told."""
        for document, source in sources.items():
            for pair in self._pairs.pop(document, ()):
                gone = self._claims[pair].pop(document)
                for one in gone:
                    self._made_by.put(one.claim.id, ())
                    touched.setdefault(pair, set()).add(one.claim.id)
                if _tell_of_partnership(gone):
                    partnered.add(pair)
            found: dict[Pair, list[PairClaim]] = {}
            for one in self._once(pairs_in, source, self._known, of=(source,)) if source else ():
                found.setdefault(one.pair, []).append(one)
            by_claim: dict[str, set[Pair]] = {}
            for pair, claims in found.items():
                self._claims.setdefault(pair, {})[document] = claims
                if _tell_of_partnership(claims):
                    partnered.add(pair)
                for one in claims:
                    by_claim.setdefault(one.claim.id, set()).add(pair)
                    touched.setdefault(pair, set()).add(one.claim.id)
            for claim, pairs in by_claim.items():
                self._made_by.put(claim, pairs)
            if found:
                self._pairs[document] = set(found)
        for claim in self._hold(happened):
            for pair in self._made_by.keys(claim):
                touched.setdefault(pair, set()).add(claim)
        for pair, changed in touched.items():
            held_of = self._hold_of(pair, changed)
            by_document = self._claims[pair]
            if not by_document:
                del self._claims[pair]
            told = list(map(_CLAIM, chain.from_iterable(by_document[document] for document in sorted(by_document))))
            held = frozenset(held_of.items())
            before = () if pair in partnered else self._rows.of(("tie", pair))
            made: Sequence[Row] = ()
            if told and before:
                tie, *conflicts = before
                assert isinstance(tie, Tie)
                made = [self._once(told_by, tie, told, held_of.values(), of=(tie, *told), by=held), *conflicts]
            elif told:
                made = self._once(tie_rows, pair, told, held_of.values(), of=told, by=(pair, held))
            self._rows.put(("tie", pair), made)

    def _hold_of(self, pair: Pair, changed: Iterable[str]) -> dict[str, str | None]:
        """When it was what the claims of a pair tell of as held; ``changed`` are claims that tell otherwise now."""
        held = self._held_of.pop(pair, {})
        for claim in changed:
            held.pop(claim, None)
            if pair in self._made_by.keys(claim) and claim in self._held:
                held[claim] = self._held[claim]
        if held:
            self._held_of[pair] = held
        return held

    def _hold(self, happened: Iterable[tuple[Row | None, Row | None]]) -> set[str]:
        """Returns the claims of which it is known now that what they tell of was held on another day, or not."""
        gone: dict[str, str | None] = {}
        new: dict[str, str | None] = {}
        for before, now in happened:
            for row, dates in ((before, gone), (now, new)):
                if isinstance(row, Happening) and row.status == "held":
                    dates.update(dict.fromkeys(row.claims, row.date))
        for claim in gone.keys() - new.keys():
            self._held.pop(claim, None)
        self._held.update(new)
        return {claim for claim in gone.keys() | new.keys() if gone.get(claim) != new.get(claim)}
