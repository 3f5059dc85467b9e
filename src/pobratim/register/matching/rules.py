"""Does this meet that need? Small rules in one visible list, each with its reason in Russian."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pobratim.register.answers.words import words_in
from pobratim.register.goods import codes_of, kinds, nearness
from pobratim.register.rows import Happening, OfferRow, Register


@dataclass(frozen=True, slots=True)
class Goods:
    """What something is, as far as it is compared."""

    codes: tuple[str, ...]
    words: frozenset[str]
    made: bool = False
    """By somebody of whom no more is known than what he makes."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that somebody has."""

    row: OfferRow | Happening
    kind: Literal["offer", "supply", "maker"]
    provider: str
    item: str
    goods: Goods


@dataclass(frozen=True, slots=True)
class Case:
    """A need beside a source."""

    need: OfferRow
    needer: frozenset[str]
    """Its places."""
    source: Source
    holder: frozenset[str]
    register: Register
    tied: frozenset[frozenset[str]]
    """Pairs of places that are twins or partners."""


@dataclass(frozen=True, slots=True)
class Weight:
    factor: float
    reason: str | None


def same_goods(case: Case) -> Weight:
    """Of one kind by the table, else in the same words."""
    return same(case.need.item, case.source.goods)


@lru_cache(maxsize=1 << 16)
def same(item: str, goods: Goods) -> Weight:
    """Of an item and goods; many need and have the same."""
    near, code = nearness(codes_of(item), goods.codes)
    needed = words_in((item,)).content
    shared = needed & goods.words
    share = len(shared) / min(len(needed), len(goods.words)) if shared else 0.0
    if near and code:
        said = f"{kinds()[code].name} (ОКПД 2: {code})" if code in kinds() else f"раздел {code}"
        how = {1.0: "тот же вид", 0.7: "один вид входит в другой"}.get(near, "близкие виды")
        return Weight(0.8 * near + 0.1 * share, f"{how}: {said}")
    if share >= 0.5 and not goods.made:
        return Weight(0.4 + 0.4 * share, f"те же слова: {', '.join(sorted(shared))}")
    return Weight(0, None)


def other_sort(case: Case) -> Weight:
    """Experience is not met by goods."""
    row = case.source.row
    if isinstance(row, OfferRow) and row.kind != case.need.kind:
        return Weight(0.6, "другое: товар и опыт, услуга или технология — разное")
    if isinstance(row, Happening) and case.need.kind != "goods":
        return Weight(0.8, None)
    return Weight(1, None)


def to_whom(case: Case) -> Weight:
    """Offered to this side, or to another."""
    row = case.source.row
    if not isinstance(row, OfferRow) or row.direction != "offer" or row.to is None:
        return Weight(1, None)
    if row.to in (case.need.to, *case.needer):
        return Weight(1.15, "предложено именно этой стороне")
    return Weight(0.95, "предложено другой стороне")


def proven(case: Case) -> Weight:
    """Supplied already, to whomever."""
    row = case.source.row
    if case.source.kind == "supply" and isinstance(row, OfferRow):
        buyer = case.register.name(row.to) if row.to else ""
        return Weight(1.05, f"уже поставляет: {buyer}" if buyer else "уже поставляет")
    return Weight(0.9, "производителя посещали") if case.source.kind == "maker" else Weight(1, None)


def asked_of_it(case: Case) -> Weight:
    """The need was told to this side."""
    if case.need.from_ and case.need.from_ in (case.source.provider, *case.holder):
        return Weight(1.1, "потребность обращена к этой стороне")
    return Weight(1, None)


def tied(case: Case) -> Weight:
    """Twins and partners deal more easily."""
    if any(frozenset((one, other)) in case.tied for one in case.needer for other in case.holder):
        return Weight(1.05, "побратимы или партнёры")
    return Weight(1, None)


RULES: tuple[Callable[[Case], Weight], ...] = (same_goods, other_sort, to_whom, proven, asked_of_it, tied)
