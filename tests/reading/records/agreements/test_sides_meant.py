"""Sides that a sentence means without naming them right beside the document. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts


def sides(text: str) -> list[set[str]]:
    return [set(parties) for (parties,) in facts(text, "agreement", "parties")]


def test_towns_without_a_name_are_no_countries() -> None:
    text = (
        "У Орши появятся побратимы, сообщил мэр Орши Пётр Лаптев. "
        "В День города подпишут договор о дружбе с украинским Трускавцом и тремя городами из Армении, Грузии и Сербии."
    )
    assert sides(text) == [{"Орша", "Трускавец"}]


def test_one_document_for_each_pair_of_the_sentence_before() -> None:
    text = (
        "Омск, Тверь и Псков устанавливают побратимские связи с городами Баку, Гянджа и Шеки соответственно. "
        "Соответствующие меморандумы подписаны по итогам переговоров президентов России и Азербайджана."
    )
    assert sides(text) == [{"Омск", "Баку"}, {"Тверь", "Гянджа"}, {"Псков", "Шеки"}]


def test_one_town_has_a_document_with_each() -> None:
    text = "Мэр Казани посетил турецкую Бурсу. У Казани заключено соглашение с Анкарой, Стамбулом и Измиром."
    assert sides(text) == [
        {"Казань", "Анкара"},
        {"Казань", "Стамбул"},
        {"Казань", "Измир"},
    ]


def test_districts_remain_though_the_head_of_a_town_signs() -> None:
    text = (
        "Подписано соглашение о сотрудничестве Горецкого района и Слуцкого района. "
        "Документ подписали мэр города Горки Пётр Лаптев и председатель Слуцкого райисполкома Ян Котов."
    )
    assert sides(text) == [{"Горецкий район", "Слуцкий район"}]


def test_who_stands_across_is_of_another_place() -> None:
    text = (
        "Омск породнился с Минском. "
        "Соглашение между мэром Петром Лаптевым и заместителем председателя Мингорисполкома Яном Котовым подписано."
    )
    assert facts(text, "agreement", "parties", "signatories") == [(["Минск", "Омск"], ["Петр Лаптев", "Ян Котов"])]


def test_the_documents_of_one_list_have_the_same_sides() -> None:
    text = (
        "У Омска появился побратим. Соглашение о дружбе с Брестом, а также протокол о торговле подписаны в среду, "
        "сообщает агентство «Заря»."
    )
    assert sides(text) == [{"Омск", "Брест"}, {"Омск", "Брест"}]


def test_those_who_act_are_meant_by_a_word_for_both() -> None:
    text = (
        "Пресс-служба правительства Омской области сообщила, что мэр города Тары Пётр Лаптев и глава города Лиды "
        "Ян Котов заключили соглашение между муниципалитетами."
    )
    assert sides(text) == [{"Тара", "Лида"}]


def test_another_clause_tells_of_others() -> None:
    text = (
        "Делегация Омской области прибыла в Гродненскую область. "
        "Между областями действует соглашение, а Тара и Лида дружат как побратимы."
    )
    assert sides(text) == [{"Омская область", "Гродненская область"}]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("С момента подписания соглашения между областями прошло два года.", "signed"),
        ("Под соглашением стоят подписи Петра Лаптева и Яна Котова.", "signed"),
        ("Завершается работа по заключению соглашения о дружбе.", "planned"),
    ],
)
def test_how_far_a_document_is(sentence: str, status: str) -> None:
    text = "Делегация Омской области прибыла в Гродненскую область. " + sentence
    assert facts(text, "agreement", "status") == [(status,)]


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("о сотрудничестве двух городов", "сотрудничество"),
        ("о дружбе наших городов", "дружба"),
        ("о торговом сотрудничестве область и Армения", "торговое сотрудничество"),
    ],
)
def test_words_of_the_sides_are_not_in_the_subject(subject: str, found: str) -> None:
    text = f"Омская область и Армения ведут переговоры. Соглашение {subject} подписали в 2009 году."
    assert facts(text, "agreement", "subject") == [(found,)]


def test_further_sides_follow_with_a_dash_or_without() -> None:
    text = (
        "Делегация Омска прибыла в Брест. "
        "Омск заключил договор с Брестом, Псков – с Лидой, Тверь с Гомелем и Пинском."
    )
    assert sides(text) == [{"Омск", "Брест"}, {"Псков", "Лида"}, {"Тверь", "Гомель"}, {"Тверь", "Пинск"}]


def test_documents_joined_by_and_have_the_sides_behind_them() -> None:
    text = "Омская область заключила меморандумы и соглашения о дружбе с Гродненской областью."
    assert sides(text) == [{"Омская область", "Гродненская область"}] * 2


def test_what_is_said_at_a_meeting_was_not_signed_on_its_day() -> None:
    text = (
        "20 февраля губернатор Омской области Пётр Лаптев принял делегацию Гродненской области. "
        "«Вам известно, что Омская область заключила меморандум с Ошской областью», – сказал Пётр Лаптев."
    )
    assert facts(text, "agreement", "signed") == [(None,)]


def test_a_treaty_with_one_more_is_of_the_side_abroad() -> None:
    text = "Дружба Калуги и Минска началась в 2015 году. Соглашение о побратимстве подписано также с Гродно."
    assert facts(text, "agreement", "parties") == [(["Гродно", "Калуга"],)]
    assert (["Гродно", "Минск"],) not in facts(text, "partnership", "parties")
    text = (
        "Мэр Читы Иван Лаптев рассказал, что побратимские связи Читы и Ленинского района Минска действуют с 2022 года. "
        "Договор о дружбе планируется подписать и с Первомайским районом."
    )
    assert facts(text, "agreement", "parties", "status") == [(["Первомайский район", "Чита"], "planned")]


GOVERNORS = "губернатор Приморского края Пётр Сомов и председатель Гродненского облисполкома Иван Караник"


def test_governors_speak_of_twins_that_are_towns() -> None:
    talk = f"Вопрос о побратимстве Лиды и Находки обсудили {GOVERNORS}. "
    assert facts(talk, "partnership", "parties") == [(["Лида", "Находка"],)]
    told = talk + "Между мэрами Лиды и Находки есть контакты, рассказал Иван Караник. "
    text = told + "Подписать соглашение о побратимских связях стороны планируют осенью."
    assert facts(text, "agreement", "parties") == [(["Лида", "Находка"],)]
    title = f"Лида и Находка станут побратимами\n\nОб этом говорили {GOVERNORS}. "
    text = title + "Подписание соглашения о побратимстве ожидается осенью, сообщил Иван Караник."
    assert facts(text, "agreement", "parties") == [(["Лида", "Находка"],)]
    assert facts(text, "partnership", "parties") == [(["Лида", "Находка"],)]


def test_oblasts_that_become_twins_themselves() -> None:
    text = f"В Лиде встретились {GOVERNORS}. Лида и Находка – побратимы с 2012 года. "
    text += "Области тоже решили подписать соглашение о побратимских связях."
    assert facts(text, "agreement", "parties") == [(["Гродненская область", "Приморский край"],)]


def test_regions_that_sign_with_the_region_of_the_text() -> None:
    lead = "Гродненская область расширяет связи\n\nПредседатель облисполкома Иван Лаптев рассказал об итогах форума. "
    text = lead + "Тульская и Рязанская области заключили с нашим регионом соглашения о сотрудничестве."
    expected = [(["Гродненская область", "Тульская область"],), (["Гродненская область", "Рязанская область"],)]
    assert facts(text, "agreement", "parties") == expected
    other = lead + "Тульская и Рязанская области заключили соглашение о торговле с соседним регионом."
    assert facts(other, "agreement", "parties") == [(["Рязанская область", "Тульская область"],)]


def test_two_of_a_list_are_not_whose_document_the_next_is() -> None:
    text = "Лида дружит с пятью городами. Побратимами стали Тарту и Обнинск. С Калугой договор был заключён раньше."
    assert facts(text, "agreement", "parties") == [(["Калуга", "Лида"],)]
