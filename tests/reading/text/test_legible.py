"""What of a text is Russian."""

from __future__ import annotations

import pytest

import pobratim
from pobratim.reading.text.legible import is_russian, without_foreign_paragraphs

RUSSIAN = "Делегация Минска посетила Омск. Мэр Пётр Образцов принял гостей и подписал соглашение о сотрудничестве."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дни Минска в Ташкенте", True),
        ("ДЕЛЕГАЦИЯ ГОМЕЛЯ ПРИБЫЛА В БРЯНСК", True),
        ("Мінск сябруе з Ташкентам", False),
        ("Градоначелник је потписао споразум", False),
        ("Minsk and Omsk (Минск и Омск) sign an agreement", False),
        ("", False),
    ],
)
def test_a_short_text_is_russian_when_its_words_are(text: str, expected: bool) -> None:
    assert is_russian(text, "bg") is expected


def test_a_russian_title_is_read_whatever_its_letters_allow() -> None:
    assert pobratim.read("Дни Минска в Ташкенте").document.language == "ru"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Дэлегацыя Мінска наведала Омск. Мэр прыняў гасцей і падпісаў пагадненне аб супрацоўніцтве.",
        "Павлодар әкімі Омбы делегациясын қабылдады. Тараптар ынтымақтастықты талқылады.",
        "Делегація Мінська відвідала Омськ, міський голова підписав угоду про співпрацю.",
        "Делегација Минска посетила је Омск, а градоначелник је потписао споразум о сарадњи.",
    ],
)
def test_paragraphs_in_another_language_are_left_out_of_a_russian_text(paragraph: str) -> None:
    text = f"{RUSSIAN}\n\n{paragraph}\n\n{RUSSIAN}"
    legible = without_foreign_paragraphs(text)
    assert len(legible) == len(text) and legible.split() == f"{RUSSIAN} {RUSSIAN}".split()
    reading = pobratim.read(text)
    assert reading.document.text == text and reading.notes
    assert {entity.name for entity in reading.entities} == {"Минск", "Омск", "Пётр Образцов"}


@pytest.mark.parametrize(
    "text", [RUSSIAN, "Гостей встретил ансамбль «Прыпяць».\n\nЗатем выступил «Шчадрык».", "Ёлка и ещё ёлка", ""]
)
def test_a_foreign_name_is_no_foreign_paragraph(text: str) -> None:
    assert without_foreign_paragraphs(text) == text
