"""How the rules of offers look for their words and make a record."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model.reading import Offer
from pobratim.reading.records.offers.phrases import Item
from pobratim.reading.records.offers.sides import sides
from pobratim.reading.records.scenes import Scene

Told = tuple[Offer, tuple[int, int]]
"""An offer and the tokens of its item."""


def found_at(scene: Scene, lemmas: frozenset[str]) -> Iterator[int]:
    """The tokens outside names that can have one of the lemmas."""
    yield from (index for index in scene.with_lemmas(lemmas) if scene.mention_at(index) is None)


def bounded(item: Item | None, index: int) -> Item | None:
    """An item right after the word."""
    return item if item is not None and item.first - index <= 4 else None


def infinitive_between(scene: Scene, index: int, first: int) -> bool:
    """«предложил приобрести технику»: the item is another verb's."""
    between = (scene.tokens[i].word for i in range(index + 1, first))
    return any(word is not None and word.pos in {"INFN", "VERB"} for word in between)


def offer_of(
    scene: Scene,
    index: int,
    direction: str,
    item: Item,
    subject_has: bool,
    rule: str,
    confidence: float,
    *,
    agentless: bool = False,
) -> Told:
    has, wants = sides(scene, index, item, subject_has=subject_has, agentless=agentless)
    return told(scene, direction, has, wants, item, rule, confidence)


def told(
    scene: Scene, direction: str, has: str | None, wants: str | None, item: Item, rule: str, confidence: float
) -> Told:
    offer = Offer(
        direction=direction,  # type: ignore[arg-type]
        from_=has,
        to=wants if wants != has else None,
        kind=item.kind,  # type: ignore[arg-type]
        item=item.text,
        evidence=(scene.span,),
        confidence=confidence,
        rule=rule,
    )
    return offer, (item.first, item.last)
