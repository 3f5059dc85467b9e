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
