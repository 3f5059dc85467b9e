"""Agreements: which documents, between whom, until when. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import fact, facts

PEOPLE = "Мэр Омска Пётр Лаптев и председатель Мингорисполкома Иван Савицкий развивают сотрудничество. "

DOCUMENTS = [
    ("Минск и Омск подписали дорожную карту на 2026–2028 годы.", ("roadmap", None, "2026/2028", "signed")),
    ("В 2024 году была подписана дорожная карта.", ("roadmap", "2024", None, "signed")),
    (
        "Минск и Омск подпишут соглашение о сотрудничестве в мае 2027 года.",
        ("agreement", None, None, "planned"),
    ),
    (
        "Стороны заключили 5 мая 2019 года меморандум о взаимопонимании.",
        ("memorandum", "2019-05-05", None, "signed"),
    ),
    ("Подписан план мероприятий до 2028 года.", ("plan", None, "../2028", "signed")),
    ("Работа идёт в соответствии с дорожной картой.", ("roadmap", None, None, "signed")),
]


@pytest.mark.parametrize(("sentence", "expected"), DOCUMENTS)
def test_kind_day_period_and_status(sentence: str, expected: tuple[object, ...]) -> None:
    assert fact(PEOPLE + sentence, "agreement", "kind", "signed", "period", "status") == expected


def test_who_signs_for_a_place_makes_the_place_a_party() -> None:
    text = "Дорожную карту подписали мэр Омска Пётр Лаптев и председатель Мингорисполкома Иван Савицкий."
    assert fact(text + " Сотрудничество городов растёт.", "agreement", "parties", "signatories") == (
        ["Минск", "Омск"],
        ["Иван Савицкий", "Пётр Лаптев"],
    )


def test_the_subject_is_in_the_nominative() -> None:
    text = PEOPLE + "Минск и Омск подписали соглашение о сотрудничестве в сфере культуры и спорта."
    assert fact(text, "agreement", "subject") == ("сотрудничество в сфере культуры и спорта",)


def test_documents_in_general_are_none_in_particular() -> None:
    assert facts(PEOPLE + "Между городами возможны новые соглашения.", "agreement", "kind") == []
