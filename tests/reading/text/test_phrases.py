"""Noun phrases into the nominative."""

from __future__ import annotations

import pytest

from pobratim.reading.text.phrases import nominative

PHRASES = [
    ("Минского часового завода", "Минский часовой завод"),
    ("Минскому автомобильному заводу", "Минский автомобильный завод"),
    ("первым заместителем председателя комитета", "первый заместитель председателя комитета"),
    ("технологиями водоснабжения и водоотведения", "технологии водоснабжения и водоотведения"),
    ("пассажирской техники", "пассажирская техника"),
    ("Республикой Беларусь", "Республика Беларусь"),
    ("ведущим белорусским предприятиям", "ведущие белорусские предприятия"),
    ("Палату представителей", "Палата представителей"),
    ("мэром", "мэр"),
    ("13-го заседания совета", "13-е заседание совета"),
    ("10-м форуме", "10-й форум"),
    ("быстро и весело", "быстро и весело"),
]


@pytest.mark.parametrize(("oblique", "expected"), PHRASES)
def test_the_head_and_what_agrees_with_it_become_nominative(oblique: str, expected: str) -> None:
    assert " ".join(nominative(oblique.split())) == expected


def test_the_number_is_kept_unless_one_is_asked_for() -> None:
    assert nominative(["мэрами"]) == ["мэры"]
    assert nominative(["мэрами"], keep_number=False) == ["мэр"]


def test_nothing_comes_of_nothing() -> None:
    assert nominative([]) == []
