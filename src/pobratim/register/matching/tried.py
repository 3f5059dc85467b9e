"""What two sides tried already of what one of them needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from heapq import merge
from itertools import product

from pobratim.register.answers import World
from pobratim.register.answers.words import words_in
from pobratim.register.goods import codes_of, nearness
from pobratim.register.matching.rows import Tried
from pobratim.register.rows import AgreementRow, Commitment, Happening, OfferRow, Register

_SAME = 0.7
"""From this nearness on two kinds of goods are one."""

Dealing = OfferRow | Commitment | AgreementRow | Happening


class Dealings:
    """Supplies, promises, papers and visits to makers, by the places that had part in them."""

    def __init__(self, register: Register, world: World) -> None:
        self._world = world
        self._between: dict[tuple[str, str], list[tuple[str, Dealing, tuple[str, ...]]]] = defaultdict(list)
        """The dealings of each place with each place and party, with who had part in them."""
        for row in sorted(_dealings(register), key=lambda row: row.id):
            parties = _parties(row)
            places = world.sides(parties)[0]
            for both in product(places, {*places, *parties}):
                self._between[both].append((row.id, row, parties))

    def of(self, need: OfferRow, provider: str) -> Iterator[Tried]:
        """What the side in need and the provider had to do with such goods, sorted by row."""
        needer, holder = (self._world.sides([one])[0] for one in (need.to or "", provider))
        known: set[str] = set()
        dealt = (self._between.get(both, ()) for both in product(needer, {*holder, provider}))
        for row_id, row, parties in merge(*dealt, key=lambda one: one[0]):
            if row_id in known:
                continue
            known.add(row_id)
            if isinstance(row, Happening):
                if provider in parties:
                    yield Tried(row=row.id, reason="уже смотрели на месте")
            elif _about(need, row):
                if not isinstance(row, OfferRow):
                    how = "об этом уже условились" if isinstance(row, Commitment) else "об этом есть документ"
                    yield Tried(row=row.id, reason=how)
                elif self._world.sides([row.to or ""])[0] & needer:
                    yield Tried(row=row.id, reason="уже поставлялось")


def _dealings(register: Register) -> Iterator[Dealing]:
    yield from (row for row in register.offers if row.direction == "supply")
    yield from register.commitments
    yield from register.agreements
    yield from (row for row in register.happenings if row.kind == "tour" and row.status == "held")


def _parties(row: Dealing) -> tuple[str, ...]:
    match row:
        case OfferRow():
            return tuple(filter(None, (row.from_, row.to)))
        case Commitment():
            return row.actors
        case AgreementRow():
            return row.parties
        case Happening():
            return (*row.parties, *row.organizations)


def _about(need: OfferRow, row: OfferRow | Commitment | AgreementRow) -> bool:
    """Whether it is about such goods: of one kind by the table, or in the same words."""
    match row:
        case OfferRow():
            what: str | None = row.item
        case Commitment():
            what = row.action
        case AgreementRow():
            what = row.subject
    if not what:
        return False
    needed = _content(need.item)
    near, _ = nearness(codes_of(need.item), codes_of(what))
    return near >= _SAME or (bool(needed) and needed <= _content(what))


def _content(text: str) -> frozenset[str]:
    return words_in((text,)).content
