"""Surnames in capitals. All people are invented."""

import pytest

from pobratim.reading.names.entities import find_entities
from pobratim.reading.text.segments import lay_out


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Гостей принял аким Павлодара Нурбол САДУАКАСОВ.", ["Нурбол Садуакасов"]),
        ("Гостей провёл по заводу мэр Бишкека Жыргалбек САМАТОВ.", ["Жыргалбек Саматов"]),
        ("С гостями встретилась аким Экибастуза Айнагуль ТУРЕБАЕВА.", ["Айнагуль Туребаева"]),
        ("Заместители мэра ГОРДЕЙЧУК и ВЕРЕЙСКАЯ уехали. В Минск едет Елена ГОРДЕЙЧУК, в Гомель – Инна ВЕРЕЙСКАЯ.",
         ["Елена Гордейчук", "Инна Верейская"]),
        ("Гости побывали на Заводе КАМАЗ и в Музее СОВЕТОВ, в посёлке Заря РАЙОНОВ.", []),
    ],
)  # fmt: skip
def test_a_surname_in_capitals_behind_a_given_name(text: str, people: list[str]) -> None:
    found = find_entities(lay_out(text))
    assert [entity.name for entity in found.entities if entity.type == "person"] == people


def test_towns_of_two_words_in_a_headline_in_capitals() -> None:
    text = "ДЕЛЕГАЦИЯ ИЗ НИЖНЕГО НОВГОРОДА ПОСЕТИЛА СТАРЫЙ ОСКОЛ И НОВЫЙ ЗАВОД"
    found = find_entities(lay_out(text))
    assert [entity.name for entity in found.entities if entity.type == "city"] == ["Нижний Новгород", "Старый Оскол"]
