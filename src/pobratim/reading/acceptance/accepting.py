"""The probability of each record that the rules propose, and those that are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from pobratim.model.reading import Agreement, Entity, Event, Record
from pobratim.reading.acceptance.features import features
from pobratim.reading.acceptance.forest import Forest, load
from pobratim.reading.acceptance.told import Told
from pobratim.reading.confidence import bounded
from pobratim.reading.data import path
from pobratim.reading.records.signings_told import is_signed_there

THRESHOLDS = {"event": 0.5, "agreement": 0.7}
"""Type → the least probability that is kept. Of events a little higher or lower precision and recall pay each other; of
agreements those between .55 and .7 are mostly not there (docs/quality.md)."""


def accepted(
    text: str,
    entities: Sequence[Entity],
    records: Sequence[Record],
    beside: Mapping[str, Sequence[int]] | None = None,
) -> list[Record]:
    """The records without those that are rather not there; the confidence of those weighed is their probability.

    ``beside`` tells where words made from the names of entities stand.
    """
    told = Told(text, entities, records, beside or {})
    chances: dict[int, float] = {}
    for kind in THRESHOLDS:
        numbers = [number for number, record in enumerate(records) if record.type == kind]
        if numbers:
            asked = [features(told, records[number]) or {} for number in numbers]
            chances.update(zip(numbers, _forest(kind).probabilities(asked), strict=True))
    chances.update(_of_one_mind(records, chances))
    chances.update(_of_one_list(records, chances))
    chances.update(_told_by_turns(records, chances))
    return [
        replace(record, confidence=bounded(chances[number])) if number in chances else record
        for number, record in enumerate(records)
        if number not in chances or chances[number] >= THRESHOLDS[record.type]
    ]


def _of_one_mind(records: Sequence[Record], chances: dict[int, float]) -> dict[int, float]:
    """Who believes in a signing believes in the document told with it as well, as far as both are thought of; a
    document that is all but sure was signed."""
    shared: dict[int, float] = {}
    for signing, event in enumerate(records):
        if not isinstance(event, Event) or event.kind != "signing":
            continue
        for number, record in enumerate(records):
            if not isinstance(record, Agreement) or not is_signed_there(record, event):
                continue
            both = (chances[signing] + chances[number]) / 2
            if both > chances[number]:
                shared[number] = both
            elif chances[number] >= _SURE:
                shared[signing] = both
    return shared


_SURE = 0.9


def _of_one_list(records: Sequence[Record], chances: dict[int, float]) -> dict[int, float]:
    """«Соглашения у Омска подписаны с Варной, Ошем и Тарой»: the documents of one list stand or fall together."""
    lists: dict[tuple[object, ...], dict[int, set[str]]] = {}
    for number, record in enumerate(records):
        if isinstance(record, Agreement) and len(record.parties) == 2:
            told = (record.evidence, record.kind, record.status, record.rule)
            lists.setdefault(told, {})[number] = set(record.parties)
    shared: dict[int, float] = {}
    for sides in lists.values():
        if len(sides) >= _LIST and set.intersection(*sides.values()):
            shared.update(dict.fromkeys(sides, max(chances[number] for number in sides)))
    return shared


_LIST = 3
"""Documents that make a list of them."""


def _told_by_turns(records: Sequence[Record], chances: dict[int, float]) -> dict[int, float]:
    """«Первый документ заключили Омск и Брест, второй – Тара и Лида»: of documents, or their signings, told of in the
    same words, each between two others, who believes in one believes in the next."""
    turns: dict[tuple[object, ...], dict[int, set[str]]] = {}
    for number in chances:
        record = records[number]
        if isinstance(record, Agreement) or (isinstance(record, Event) and record.kind == "signing"):
            told = (record.type, record.evidence, record.kind, record.status, record.rule)
            turns.setdefault(told, {})[number] = set(record.parties)
    shared: dict[int, float] = {}
    for sides in turns.values():
        if len(sides) > 1 and sum(map(len, sides.values())) == len(set.union(*sides.values())) == 2 * len(sides):
            mean = sum(chances[number] for number in sides) / len(sides)
            shared.update({number: max(chances[number], mean) for number in sides})
    return shared


@cache
def _forest(kind: str) -> Forest:
    with path(f"acceptance/{kind}.npz").open("rb") as file:
        return load(file)
