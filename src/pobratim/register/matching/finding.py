"""Looks for what meets each need among all that somebody has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from pobratim.register.answers import World
from pobratim.register.answers.words import words_in
from pobratim.register.goods import codes_of, codes_of_maker
from pobratim.register.matching.rows import Ground, Match
from pobratim.register.matching.rules import RULES, Case, Goods, Source, same
from pobratim.register.matching.tried import Dealings
from pobratim.register.rows import Happening, OfferRow, Register
from pobratim.register.text import digest

WORTH = 0.5
"""Matches below this score are not worth a look."""


BEST = 12
"""Pairs that are kept of each need where no place is asked about: nobody looks at the hundredth."""
MOST = 1000
"""Pairs in all."""


def matches(
    register: Register, places: Collection[str] | None = None, needs: Collection[str] | None = None
) -> tuple[Match, ...]:
    """The likeliest matches of each need, of all or of some; with ``places`` those in which one of these places needs
    or provides. The likeliest come first."""
    finder = _Finder(register, None if places is None else frozenset(places))
    asked = (need for need in register.offers if needs is None or need.id in needs)
    likeliest = sorted((pair for need in asked for pair in finder.pairs(need)), key=lambda pair: (-pair[0], pair[1]))
    return tuple(finder.match(need, provider) for _score, _id, need, provider in likeliest[:MOST])


def _id(need: str, provider: str) -> str:
    return f"match-{digest(need, provider)}"


class _Finder:
    """Looks for what meets a need among all that somebody has."""

    def __init__(self, register: Register, asked: frozenset[str] | None) -> None:
        """``asked`` are the places about which it is."""
        self._register = register
        self._world = World.of(register)
        self._dealings = Dealings(register, self._world)
        self._asked = asked
        self._places: dict[str, frozenset[str]] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._overlapping: dict[tuple[frozenset[str], frozenset[str]], bool] = {}
        self._by_key: dict[str, set[Goods]] = defaultdict(set)
        self._of_goods: dict[Goods, list[Source]] = defaultdict(list)
        self._asked_of_goods: dict[Goods, list[Source]] = defaultdict(list)
        """Of what the places have about which it is."""
        self._of_provider: dict[str, list[Source]] = defaultdict(list)
        for source in (*self._offered(), *self._made()):
            self._of_provider[source.provider].append(source)
            self._of_goods[source.goods].append(source)
            if asked and not asked.isdisjoint(self._sides(source.provider)):
                self._asked_of_goods[source.goods].append(source)
            for key in {code[:2] for code in source.goods.codes} | source.goods.words:
                self._by_key[key].add(source.goods)
        self._tied = frozenset(frozenset(tie.parties) for tie in register.ties if tie.history)

    def pairs(self, need: OfferRow) -> Iterator[tuple[float, str, OfferRow, str]]:
        """Each of the sides that may best meet the need, or each that is asked about, with how likely it does."""
        if need.direction != "need" or need.to is None:
            return
        scores: dict[str, float] = {}
        for case in self._cases(need, self._near(need)):
            score = self._score(case)
            if score >= WORTH and score > scores.get(case.source.provider, 0.0):
                scores[case.source.provider] = score
        ranked = sorted(scores, key=lambda one: (-scores[one], one))
        for provider in ranked if self._asked else ranked[:BEST]:
            yield scores[provider], _id(need.id, provider), need, provider

    def _cases(self, need: OfferRow, sources: Iterable[Source]) -> Iterator[Case]:
        """The need beside each source of another side."""
        needer = self._sides(need.to or "")
        for source in sources:
            holder = self._sides(source.provider)
            if source.provider != need.to and holder and not self._overlap(holder, needer):
                yield Case(need, needer, source, holder, self._register, self._tied)

    def _sides(self, one: str) -> frozenset[str]:
        if one not in self._places:
            self._places[one] = self._world.sides([one])[0]
        return self._places[one]

    def _own_names(self, one: str) -> frozenset[str]:
        """Of whoever has something and of its places: all that comes from Minsk is «минский»."""
        if one not in self._names:
            self._names[one] = frozenset(self._world.names({one, *self._sides(one)}))
        return self._names[one]

    def _overlap(self, holder: frozenset[str], needer: frozenset[str]) -> bool:
        """One side, or one lies in the other: nobody offers to himself."""
        if (holder, needer) not in self._overlapping:
            world = self._world
            self._overlapping[holder, needer] = any(
                one == other or world.contains(one, other) or world.contains(other, one)
                for one in holder for other in needer
            )
        return self._overlapping[holder, needer]

    def _near(self, need: OfferRow) -> Iterator[Source]:
        """The sources of such goods; that is asked once of all that are the same."""
        all_count = self._asked is None or not self._asked.isdisjoint(self._sides(need.to or ""))
        of_goods = self._of_goods if all_count else self._asked_of_goods
        keys = {code[:2] for code in codes_of(need.item)} | words_in((need.item,)).content
        for goods in set[Goods]().union(*(self._by_key.get(key, ()) for key in keys)):
            if goods in of_goods and same(need.item, goods).factor:
                yield from of_goods[goods]

    def _score(self, case: Case) -> float:
        score = 1.0
        for rule in RULES:
            score *= rule(case).factor
            if not score:
                break
        return round(min(score, 1.0), 2)

    def _ground(self, case: Case) -> Ground:
        return Ground(
            row=case.source.row.id,
            kind=case.source.kind,
            item=case.source.item,
            score=self._score(case),
            reasons=tuple(reason for rule in RULES if (reason := rule(case).reason)),
        )

    def match(self, need: OfferRow, provider: str) -> Match:
        """The two with all grounds on which the provider may meet the need."""
        told = map(self._ground, self._cases(need, self._of_provider[provider]))
        grounds = tuple(sorted((one for one in told if one.score >= WORTH), key=lambda one: (-one.score, one.row)))
        tried = tuple(self._dealings.of(need, provider))
        rows = (need.id, *(one.row for one in grounds), *(one.row for one in tried))
        documents = {one for row in rows if (known := self._register.get(row)) for one in known.documents}
        return Match(
            id=_id(need.id, provider),
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
                words = words_in((row.item,), self._own_names(row.from_)).content
                kind: Literal["offer", "supply"] = "supply" if row.direction == "supply" else "offer"
                yield Source(row, kind, row.from_, row.item, Goods(codes_of(row.item), words))

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
                yield Source(first, "maker", maker, self._register.name(maker), Goods(codes, frozenset(), made=True))
