"""The same document with others, its verb left out."""

from __future__ import annotations

from tests.reading.records.facts import facts


def test_a_dash_stands_for_the_verb() -> None:
    text = "Псков дружит с соседями. Договор с Тверью действует с 1998 года, с Рязанью – с 2003-го."
    assert sorted(facts(text, "agreement", "parties")) == [(["Псков", "Рязань"],), (["Псков", "Тверь"],)]


def test_each_has_a_subject_of_its_own() -> None:
    text = "Псков заключил договор с Тверью, Витебск – с Рязанью."
    assert sorted(facts(text, "agreement", "parties")) == [(["Витебск", "Рязань"],), (["Псков", "Тверь"],)]
