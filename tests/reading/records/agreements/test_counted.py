"""Documents told in the plural and then each by its number. All people are invented."""

from __future__ import annotations

from tests.reading.records.facts import facts

TWO = "В ходе форума 13 мая подписаны два соглашения о дружбе. "


def test_each_by_its_number() -> None:
    text = TWO + "Первое заключили Псков и Лида, второе – администрация Лужского района и Оршанский райисполком."
    expected = [["Лида", "Псков"], ["Лужский район", "Оршанский район"]]
    assert facts(text, "agreement", "kind", "parties", "signed", "subject", published="2024-05-14") == [
        ("agreement", sides, "2024-05-13", "дружба") for sides in expected
    ]
    assert facts(text, "event", "kind", "parties") == [("signing", sides) for sides in expected]


def test_each_in_a_sentence_of_its_own() -> None:
    text = TWO + "Первый документ скрепили подписями мэры Пскова и Лиды. Второй подписали главы Омска и Орши."
    assert facts(text, "agreement", "parties") == [(["Лида", "Псков"],), (["Омск", "Орша"],)]


def test_bodies_and_what_is_still_to_be_signed() -> None:
    lead = "На форуме планируется подписание двух меморандумов. "
    text = lead + "Один заключат Псков и Лида, другой – завод «Луч» и фабрика «Заря»."
    assert facts(text, "agreement", "kind", "parties", "status") == [
        ("memorandum", ["Лида", "Псков"], "planned"),
        ("memorandum", ["Луч", "фабрика Заря"], "planned"),
    ]


def test_what_is_told_of_one_by_one_but_without_sides() -> None:
    text = "Псков и Лида подписали два документа. Первый касается торговли, второй – культуры."
    assert facts(text, "event", "kind", "parties") == [("signing", ["Лида", "Псков"])]
    alone = "Псков и Лида подписали соглашение. Первыми гостей встретили школьники Омска и Орши."
    assert facts(alone, "agreement", "parties") == [(["Лида", "Псков"],)]
