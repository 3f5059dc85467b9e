"""Ties of which the sentence names one side."""

from __future__ import annotations

from tests.reading.records.facts import facts


def test_a_newcomer_is_named_in_the_next_sentence() -> None:
    text = "У Омска появился ещё один побратим. Соглашение подписано с казахстанским Актобе. Омск посетила делегация."
    assert facts(text, "partnership", "parties", "kind") == [(["Актобе", "Омск"], "twin")]
    text = "У Казани появился ещё один город-побратим\n\nИм стал Дербент. Договор городов подписан 6 октября."
    assert facts(text, "partnership", "parties", "kind") == [(["Дербент", "Казань"], "twin")]


def test_the_twin_of_a_town_is_the_town_that_is_named_in_a_republic() -> None:
    text = (
        "Канаш и Осиповичи подружились. Соглашение о побратимстве подписано 16 июля в рамках визита делегации из "
        "Чувашии в Осиповичи. Глава Чувашии рад."
    )
    assert ("twin", ["Канаш", "Осиповичи"]) in facts(text, "partnership", "kind", "parties")
