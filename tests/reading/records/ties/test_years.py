"""Ties told year by year, the verb said once."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

BEFORE = "Мэр Омска рассказал о побратимах города, о дружбе и сотрудничестве городов. "
IN_TURN = [("Варна", "1966"), ("Гданьск", "1985"), ("Лион", "1992")]

TOLD = [
    "В 1966 году Омск породнился с Варной, в 1985-м – с Гданьском, в 1992-м – с Лионом.",
    "В 1966 году город породнился с Варной, в 1985-м – с Гданьском, в 1992-м – с Лионом.",
    "В 1966 году побратимом Омска стала Варна, в 1985 году – Гданьск, в 1992 году – Лион.",
    "Побратимами Омска стали: в 1966 году – Варна, в 1985-м – Гданьск, в 1992-м – Лион.",
    "В 1966 году Омск стал побратимом Варны, в 1985 году – Гданьска, в 1992-м – Лиона.",
    "Омск породнился с Варной в 1966 году, с Гданьском – в 1985-м, с Лионом – в 1992-м.",
]


def ties(text: str) -> list[tuple[list[str], str | None]]:
    return [(parties, since) for parties, since in facts(text, "partnership", "parties", "since")]


@pytest.mark.parametrize("text", TOLD)
def test_each_has_its_year(text: str) -> None:
    assert ties(BEFORE + text) == [(sorted(["Омск", other]), since) for other, since in IN_TURN]


def test_a_day_of_something_else_makes_no_tie() -> None:
    text = "Омск и Варна стали побратимами в 1966 году. Прямой рейс открыли позднее: в 1985 году – Гданьск."
    assert ties(BEFORE + text) == [(["Варна", "Омск"], "1966")]


def test_the_subject_has_several_twins() -> None:
    text = "Омск является побратимом Варны, Гданьска и Лиона."
    assert ties(BEFORE + text) == [(sorted(["Омск", other]), None) for other, _ in IN_TURN]


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        (
            "С Тверью побратимские отношения Омска установлены на год раньше, чем с Ржевом, – в 1998 году.",
            {"Тверь": "1998", "Ржев": None},
        ),
        ("Побратимом Омска Брест стал в 2005 году, на год позже Гродно.", {"Брест": "2005", "Гродно": None}),
    ],
)
def test_the_year_is_not_that_of_the_twin_compared_with(sentence: str, since: dict[str, str | None]) -> None:
    found = facts(sentence, "partnership", "parties", "since")
    assert {next(side for side in parties if side != "Омск"): told for parties, told in found} == since
