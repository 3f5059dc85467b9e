"""Looks for what meets each need among all that somebody has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from pobratim.register.answers import World
from pobratim.register.answers.words import words_in
from pobratim.register.goods import codes_of, codes_of_maker
from pobratim.register.matching.rows import Ground, Match
from pobratim.register.matching.rules import RULES, Case, Source
from pobratim.register.matching.tried import Dealings
from pobratim.register.rows import Happening, OfferRow, Register
from pobratim.register.text import digest

WORTH = 0.5
"""Matches below this score are not worth a look."""


def matches(register: Register, places: Collection[str] | None = None) -> tuple[Match, ...]:
    """All matches, the likeliest first; with ``places`` those in which one of these places needs or provides."""
    finder = _Finder(register)
    found = (match for need in register.offers if need.direction == "need" for match in finder.of(need))
    wanted = [match for match in found if places is None or finder.places(match) & set(places)]
    return tuple(sorted(wanted, key=lambda match: (-match.score, match.id)))


class _Finder:
    """Looks for what meets a need among all that somebody has."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._world = World.of(register)
        self._dealings = Dealings(register, self._world)
        self._by_key: dict[str, list[Source]] = defaultdict(list)
        for source in (*self._offered(), *self._made()):
            for key in {code[:2] for code in source.codes} | source.words:
                self._by_key[key].append(source)
        self._tied = frozenset(frozenset(tie.parties) for tie in register.ties if tie.history)

    def of(self, need: OfferRow) -> Iterator[Match]:
        """A match with every side that may meet the need."""
        if need.to is None:
            return
        needer = self._world.sides([need.to])[0]
        grounds: dict[str, list[Ground]] = defaultdict(list)
        for source in self._near(need):
            holder = self._world.sides([source.provider])[0]
            if source.provider == need.to or not holder or self._overlap(holder, needer):
                continue
            ground = self._ground(Case(need, needer, source, holder, self._register, self._tied))
            if ground.score >= WORTH:
                grounds[source.provider].append(ground)
        for provider, found in grounds.items():
            yield self._match(need, provider, found)

    def places(self, match: Match) -> set[str]:
        """The places of both sides."""
        return set(self._world.sides((match.needer, match.provider))[0])

    def _overlap(self, holder: Iterable[str], needer: Iterable[str]) -> bool:
        """One side, or one lies in the other: nobody offers to himself."""
        world = self._world
        return any(
            one == other or world.contains(one, other) or world.contains(other, one)
            for one in holder for other in needer
        )

    def _near(self, need: OfferRow) -> Iterable[Source]:
        keys = {code[:2] for code in codes_of(need.item)} | words_in((need.item,)).content
        return {id(source): source for key in sorted(keys) for source in self._by_key.get(key, ())}.values()

    def _ground(self, case: Case) -> Ground:
        score, reasons = 1.0, []
        for rule in RULES:
            weight = rule(case)
            score *= weight.factor
            if weight.reason:
                reasons.append(weight.reason)
        return Ground(
            row=case.source.row.id,
            kind=case.source.kind,
            item=case.source.item,
            score=round(min(score, 1.0), 2),
            reasons=tuple(reasons),
        )

    def _match(self, need: OfferRow, provider: str, found: list[Ground]) -> Match:
        grounds = tuple(sorted(found, key=lambda one: (-one.score, one.row)))
        tried = tuple(self._dealings.of(need, provider))
        rows = (need.id, *(one.row for one in grounds), *(one.row for one in tried))
        documents = {one for row in rows if (known := self._register.get(row)) for one in known.documents}
        return Match(
            id=f"match-{digest(need.id, provider)}",
            need=need.id,
            item=need.item,
            code=need.code,
            needer=need.to or "",
            provider=provider,
            score=grounds[0].score,
            grounds=grounds,
            tried=tried,
            documents=tuple(sorted(documents)),
        )

    # ------------------------------------------------------------ what somebody has

    def _offered(self) -> Iterator[Source]:
        for row in self._register.offers:
            if row.direction != "need" and row.from_:
                words = words_in((row.item,)).content
                kind: Literal["offer", "supply"] = "supply" if row.direction == "supply" else "offer"
                yield Source(row, kind, row.from_, row.item, codes_of(row.item), words)

    def _made(self) -> Iterator[Source]:
        """Each maker that guests were shown, by the first of the visits."""
        tours: dict[str, list[Happening]] = defaultdict(list)
        for row in self._register.happenings:
            if row.kind == "tour" and row.status == "held":
                for one in row.organizations:
                    tours[one].append(row)
        for maker, visits in tours.items():
            codes = codes_of_maker(self._world.names([maker]))
            if codes:
                first = min(visits, key=lambda row: (row.date or "9", row.id))
                yield Source(first, "maker", maker, self._register.name(maker), codes, frozenset())
