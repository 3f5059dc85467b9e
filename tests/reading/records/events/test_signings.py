"""Signings: who puts a name to a document, and what is only said of one."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Омск, Лида, Брест и Тверь подписали 17 ноября протоколы о дружбе.", ["Брест", "Лида", "Омск", "Тверь"]),
        ("Меморандумы подписали мэр Омска Иван Лаптев и мэр Бреста Пётр Савицкий.", ["Брест", "Омск"]),
        ("Мэр Бреста Пётр Савицкий и мэр Омска Иван Лаптев продлили договор о дружбе.", ["Брест", "Омск"]),
        (
            "Соглашение о дружбе в присутствии губернатора Тверской области Олега Тихого подписали мэр Омска Иван "
            "Лаптев и мэр Бреста Пётр Савицкий.",
            ["Брест", "Омск"],
        ),
    ],
)
def test_whoever_signs_is_a_party(sentence: str, parties: list[str]) -> None:
    assert ("signing", parties) in facts(sentence, "event", "kind", "parties")


@pytest.mark.parametrize(
    "sentence",
    [
        "Подписание документа важно для связей между Омском и Брестом.",
        "«Мы год готовились к подписанию этого договора», – сказал мэр Омска Иван Лаптев в Бресте.",
    ],
)
def test_a_word_on_what_was_signed_is_no_signing(sentence: str) -> None:
    assert all(kind != "signing" for (kind,) in facts(sentence, "event", "kind"))


def test_the_signing_told_of_again_is_between_the_same_whoever_is_there() -> None:
    text = (
        "На этой неделе в Беларуси подписано соглашение между Березниками и Солигорском. Подписание соглашения прошло "
        "в рамках визита в Беларусь делегации Пермского края во главе с губернатором Павлом Лаптевым."
    )
    signings = [parties for kind, parties in facts(text, "event", "kind", "parties") if kind == "signing"]
    assert signings == [["Березники", "Солигорск"]]
    assert facts(text, "agreement", "parties") == [(["Березники", "Солигорск"],)]


def test_our_town_is_the_one_from_which_the_text_is_sent() -> None:
    text = "Омск, 12 ноября. Сегодня в нашем городе состоялось подписание соглашения между Омском и Брестом."
    assert facts(text, "event", "kind", "place") == [("signing", "Омск")]
