"""Documents that bind two places, and the year of those in force."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

ENDING = " Города-побратимы рады."
SLOTS = ("kind", "parties", "signed", "status")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Меморандум о сотрудничестве связал Омск и Лиду.", ("memorandum", ["Лида", "Омск"], None, "signed")),
        ("Орск и Тару соединило соглашение о взаимодействии.", ("agreement", ["Орск", "Тара"], None, "signed")),
        (
            "Омск и Лида живут по соглашению о дружбе и сотрудничестве 1998 года.",
            ("agreement", ["Лида", "Омск"], "1998", "signed"),
        ),
    ],
)
def test_a_document_that_binds_two_places(text: str, expected: tuple[object, ...]) -> None:
    found = facts(text + ENDING, "agreement", *SLOTS)
    assert [(kind, sorted(parties), signed, status) for kind, parties, signed, status in found] == [expected]


def test_a_road_that_binds_towns_is_no_document() -> None:
    text = "Дорога связала Омск и Лиду. Соглашение о проекте моста обсудили."
    assert facts(text + ENDING, "agreement", *SLOTS) == []


def test_a_treaty_that_joins_two_is_in_force() -> None:
    for words in ("объединяют договор о дружбе и давние связи", "объединяет договор о дружбе"):
        text = f"Псков и Лиду {words}."
        assert facts(text, "agreement", "parties", "subject", "status") == [(["Лида", "Псков"], "дружба", "signed")]
    assert facts("Дружбу Пскова и Лиды подкрепляет договор.", "agreement", "parties") == [(["Лида", "Псков"],)]
    assert facts("Псков и Лиду объединяет история.", "agreement", "parties") == []
