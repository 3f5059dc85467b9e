"""Topics: the fields of cooperation that a text names as such."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

FRAME = "Делегация Омска посетила Минск, города стали побратимами. "

NAMED = [
    ("Обсудили сотрудничество в сфере культуры и спорта.", {"culture", "sport"}),
    ("Шла речь о водоснабжении и ЖКХ.", {"water", "housing_utilities"}),
    ("Обсуждались вопросы здравоохранения, образования и поддержки ветеранов.", {"healthcare", "education", "social"}),
    ("Обсудили сотрудничество в области физической культуры.", {"sport"}),
    ("Обсудили школьные обмены и встречи врачей.", {"education", "healthcare"}),
    ("Вместе займутся водным туризмом и охраной озёр.", {"tourism", "environment"}),
    ("Обсудили подготовку инженеров и очистку стоков.", {"education", "water"}),
    ("Специалисты жилищно-коммунальных служб приедут на обмен опытом.", {"housing_utilities"}),
    ("Товарооборот растёт за счёт поставок сельхозтехники.", {"trade", "agriculture"}),
]


@pytest.mark.parametrize(("sentence", "expected"), NAMED)
def test_a_field_named_among_words_of_cooperation(sentence: str, expected: set[str]) -> None:
    assert {topic for (topic,) in facts(FRAME + sentence, "topic", "topic")} == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Обсудили строительство нового моста.",  # one building is no field
        "Сотрудничество муниципальных образований крепнет.",
        "Встретились представители министерства культуры Беларуси.",  # a name names no field
        "Гостям показали музей.",
        "В программе – посещение технопарка, музея и школы.",
        "Научный сотрудник рассказал о планах.",
        "Гостям рассказали о социально-экономическом положении, города сотрудничают.",
        "Соглашение о сотрудничестве подписали на инновационном саммите.",
        "О сотрудничестве говорили с представителями деловых кругов.",
        "Минск – крупный культурный центр.",
        "Стороны обсудили поставки семян масличных культур.",
        "Читайте также: сотрудничество учёных, культура и образование.",
    ],
)
def test_a_word_alone_is_no_field(sentence: str) -> None:
    found = {topic for (topic,) in facts(FRAME + sentence, "topic", "topic")}
    assert found.isdisjoint({"construction", "education", "culture", "science"})
