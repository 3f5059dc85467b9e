"""Offers, needs and supplies: who has what for whom."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

FRAME = "Минск и Омск развивают сотрудничество, города стали побратимами. "
SLOTS = ("direction", "from", "to", "kind", "item")

OFFERS = [
    ("Омск закупил минские автобусы.", ("supply", "Минск", "Омск", "goods", "минские автобусы")),
    (
        "Омск желает перенять опыт благоустройства у Минска.",
        ("need", "Минск", "Омск", "experience", "опыт благоустройства"),
    ),
    (
        "Омск готов предложить технологии водоснабжения.",
        ("offer", "Омск", "Минск", "technology", "технологии водоснабжения"),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), OFFERS)
def test_who_has_what_for_whom(sentence: str, expected: tuple[str, ...]) -> None:
    assert expected in facts(FRAME + sentence, "offer", *SLOTS)


def test_an_item_may_be_told_in_the_next_sentence() -> None:
    text = FRAME + "Омску есть что предложить. И в плане оздоровления детей, и посещения музеев."
    assert ("tourism", "оздоровление детей, и посещения музеев") in facts(text, "offer", "kind", "item")


def test_nothing_is_offered_where_nothing_is_said() -> None:
    assert facts(FRAME + "Гости посмотрели город.", "offer", *SLOTS) == []
