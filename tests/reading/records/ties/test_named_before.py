"""Twins and partners that the sentence before names."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

BEFORE = "В мае день города отметят Лида и Слоним. "


def test_those_who_are_greeted_were_named_before() -> None:
    text = BEFORE + "Поздравить города-побратимы поедет делегация Тулы."
    assert facts(text, "partnership", "kind", "parties") == [("twin", ["Лида", "Тула"]), ("twin", ["Слоним", "Тула"])]
    text = BEFORE + "Белорусские города-партнёры поздравит мэр Тулы Иван Лаптев."
    assert {kind for (kind,) in facts(text, "partnership", "kind")} == {"partner"}


@pytest.mark.parametrize(
    "text",
    [
        "Выставку видели в Лиде и Слониме. Теперь Тула отвезёт её в города-побратимы.",
        BEFORE + "Мэр Тулы рассказал о встрече городов-побратимов.",
        "Лида и Слоним обменялись делегациями. Делегация Гродно посетит города-побратимы.",
    ],
)
def test_others_are_not_meant(text: str) -> None:
    assert (["Лида", "Тула"],) not in facts(text, "partnership", "parties")
    assert (["Гродно", "Лида"],) not in facts(text, "partnership", "parties")
