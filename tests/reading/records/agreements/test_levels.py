"""Documents that make twins are of places of one level, not of a country."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Коломна побраталась с болгарским Казанлыком. Когда соглашение о побратимстве было подписано, Пётр Лаптев, "
            "мэр Коломны, сказал спасибо за радушие, с которым Болгария встретила гостей.",
            ["Казанлык", "Коломна"],
        ),
        (
            "Минская область породнилась с провинцией Ганьсу. Побратимов у Минской области теперь пять. Во время "
            "визита премьер-министра Беларуси Петра Лаптева она подписала с Ганьсу соглашение о побратимстве.",
            ["Ганьсу", "Минская область"],
        ),
    ],
)
def test_the_place_in_the_country_is_the_side(text: str, parties: list[str]) -> None:
    assert [sorted(sides) for (sides,) in facts(text, "agreement", "parties")] == [parties]


def test_a_country_may_sign_what_makes_no_twins() -> None:
    text = "Татарстан и Беларусь подписали соглашение о сотрудничестве. Документ скрепили главы Казани и Минска."
    assert facts(text, "agreement", "parties") == [(["Беларусь", "Татарстан"],)]
