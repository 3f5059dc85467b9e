"""Both databases give the same: the same hits in the same order, and the same bytes when written out."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from benchmarks.samples import readings
from pobratim import storage
from pobratim.exchange import FORMATS
from pobratim.model.reading import Figure
from pobratim.model.settings import Settings
from pobratim.register.decisions import Accept, Reject
from tests.conftest import template
from tests.readings import reading

T = TypeVar("T")
OnBoth = Callable[[Callable[[], T]], tuple[T, T]]


pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # the other one comes with `on_both`


@pytest.fixture
def on_both(home, tmp_path, postgresql) -> Iterator[OnBoth]:
    """Do the same on a register in SQLite and on one in PostgreSQL; both results."""
    url = postgresql.create(template(postgresql))

    def do(what: Callable[[], T]) -> tuple[T, T]:
        storage.setup(Settings(home=home))
        here = what()
        storage.setup(Settings(home=tmp_path / "other", database=url))
        return here, what()

    yield do
    storage.setup(Settings(home=home))
    postgresql.drop(url)


def exported() -> bytes:
    storage.catch_up()
    return FORMATS[".json"](storage.whole_register(), storage.judgements())


def test_the_register_of_the_samples_is_the_same_to_the_byte(on_both):
    samples = list(readings().values())
    chance = random.Random(1)

    def fill() -> bytes:
        chance.shuffle(samples)  # rows come in another order, too
        for one in samples:
            storage.keep(one, None, one.document.source)
        return exported()

    here, there = on_both(fill)

    assert here == there
    assert len(here) > 100_000


def test_what_people_decided_is_the_same(on_both):
    at = datetime(2026, 3, 29, 1, 30, 15, 123456, tzinfo=UTC)  # an hour that summer time leaves out in Europe
    known = reading()

    def decide() -> tuple[object, bytes]:
        storage.keep(known, None, "news.txt")
        storage.decide(Accept(claim=storage.claim_seen(f"{known.document.id}#r3")), by="Иванова", at=at, why="видела")
        number = storage.decide(Reject(claim=storage.claim_seen(f"{known.document.id}#r2")), by="Петров", at=at)
        storage.undo(number, by="Иванова", at=at, why="было")
        return storage.journal(), exported()

    here, there = on_both(decide)

    assert here == there
    assert here[0][0].undone_at == "2026-03-29T01:30:15.123456+00:00"


def test_numbers_and_the_order_of_names_come_back_as_they_were(on_both):
    """PostgreSQL's jsonb would write 1e22 as a whole number and sort the keys by their length."""
    known = reading(
        "Оборот вырос.",
        records=(
            Figure(
                id="r1", metric="turnover", value=1e22, unit="USD", evidence=((0, 12),), confidence=0.5, rule="grew"
            ),
        ),
    )

    def keep() -> str:
        storage.keep(known, None, "news.txt")
        return storage.reading_of(known.document.id).to_json()

    assert on_both(keep) == (known.to_json(), known.to_json())


VOCABULARY = (
    "мост", "завод", "трамвай", "река", "ярмарка", "побратим", "форум", "школа", "театр", "лён", "рельс", "кружево",
)  # fmt: skip


def test_search_finds_the_same_in_the_same_order(on_both):
    chance = random.Random(2)
    documents = [
        reading(
            " ".join(chance.choices(VOCABULARY, weights=range(1, 13), k=chance.randint(3, 60))).capitalize() + ".",
            title=" ".join(chance.sample(VOCABULARY, chance.randint(1, 3))) if number % 3 else None,
            source=f"{number}.txt",
        )
        for number in range(150)
    ]
    queries = [" ".join(chance.sample(VOCABULARY, chance.randint(1, 3))) for _ in range(40)]
    queries += ["рекой ярмарками", "Стали", "лен", "мост мост", "нигде", "река нигде", "в", "'", "а" * 3000]

    def search() -> list[list[storage.Hit]]:
        for one in documents:
            storage.keep(one, None, "paste")
        return [storage.search(query, limit=25) for query in queries]

    here, there = on_both(search)

    assert here == there
    assert sum(map(len, here)) > 400
