"""The sides of a sentence: named, meant by «два района», standing behind offices. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import fact, facts

SIDES = [
    (
        "Ярмарку провели по договорённости администрации Пскова с Витебским отделением палаты — в развитие соглашения "
        "о сотрудничестве, которое два города заключили в 2015 году.",
        ["Витебск", "Псков"],
    ),
    (
        "Между Псковом и Витебском планируют заключить соглашение, проект уже у белорусской стороны.",
        ["Витебск", "Псков"],
    ),
    ("Стороны подписали соглашение о сотрудничестве в присутствии посла Китая.", ["Витебск", "Псков"]),
]
LEAD = "Мэр Пскова Пётр Лаптев и мэр Витебска Иван Савицкий встретились в Пскове. "


@pytest.mark.parametrize(("sentence", "parties"), SIDES)
def test_who_is_meant(sentence: str, parties: list[str]) -> None:
    assert fact(LEAD + sentence, "agreement", "parties") == (parties,)


def test_a_district_that_only_signs_is_its_town() -> None:
    text = (
        "Псков и Солигорск породнились. Соглашение о побратимстве подписали мэр Пскова Пётр Лаптев и председатель "
        "Солигорского районного исполнительного комитета Иван Савицкий."
    )
    assert fact(text, "agreement", "parties") == (["Псков", "Солигорск"],)
    assert fact(text, "partnership", "parties", "kind") == (["Псков", "Солигорск"], "twin")


def test_two_districts_of_cities_are_the_sides() -> None:
    text = (
        "Володарский район Брянска и Ленинский район Могилёва дружат десять лет. Гостей приняла Володарская районная "
        "администрация города Брянска, стороны обсудили сотрудничество и обмен опытом. "
        "Соглашение о сотрудничестве два района заключили в сентябре 2013 года."
    )
    assert facts(text, "agreement", "parties", "signed") == [
        (["Володарский район Брянска", "Ленинский район Могилёва"], "2013-09"),
    ]


def test_a_body_that_is_not_known_leaves_no_document_of_the_cities() -> None:
    text = LEAD + "Вечером подписан протокол о намерениях между заводом «Луч» и витебским фондом ремонта."
    assert ("protocol", ["Витебск", "Псков"]) not in facts(text, "agreement", "kind", "parties")


def test_two_universities_told_of_before() -> None:
    text = (
        LEAD + "Псковский государственный университет и Витебский государственный университет обменяются студентами. "
        "Ректоры этих двух вузов подписали договор о сотрудничестве."
    )
    assert fact(text, "agreement", "parties") == (
        ["Витебский государственный университет", "Псковский государственный университет"],
    )


def test_two_documents_told_behind_a_colon() -> None:
    text = (
        "В Пскове открылись Дни Витебской области. Витебский облисполком подписал два документа: соглашение о "
        "сотрудничестве с правительством Псковской области и протокол о намерениях с правительством Тверской области."
    )
    assert facts(text, "agreement", "kind", "parties") == [
        ("agreement", ["Витебская область", "Псковская область"]),
        ("protocol", ["Витебская область", "Тверская область"]),
    ]


def test_the_company_that_the_text_is_about() -> None:
    text = (
        "Завод «Стрела» из Витебска наладит сборку сеялок в Псковской области, стороны развивают сотрудничество. "
        "Весной предприятие заключило с торговым домом «Ладога» контракт на поставку узлов."
    )
    assert fact(text, "agreement", "kind", "parties") == ("contract", ["Ладога", "Стрела"])


def test_those_who_signed_stand_in_the_instrumental() -> None:
    text = LEAD + (
        "Города связывает договор о сотрудничестве, подписанный в августе 2010 года мэром Пскова Петром Лаптевым и "
        "мэром Витебска Иваном Савицким."
    )
    assert fact(text, "agreement", "signed", "signatories") == ("2010-08", ["Иван Савицкий", "Пётр Лаптев"])


PAIRS = [
    (
        "Побратимские отношения установлены между Псковом и Витебском, между городом Орск и Лидой Гродненской "
        "области и Кобрином, а также между Тарой и Бийском.",
        {("Витебск", "Псков"), ("Лида", "Орск"), ("Кобрин", "Орск"), ("Бийск", "Тара")},
    ),
    (
        "Кобринский район породнился с Богородским округом, Лидский район – с городом Кстово.",
        {("Богородский округ", "Кобринский район"), ("Кстово", "Лидский район")},
    ),
    (
        "Побратимы Пскова – город Эгер в Венгрии, город Анталья в Турции и Санта-Клара (Куба).",
        {("Псков", "Эгер"), ("Анталья", "Псков"), ("Псков", "Санта-Клара")},
    ),
]


@pytest.mark.parametrize(("sentence", "pairs"), PAIRS)
def test_several_pairs_in_one_sentence(sentence: str, pairs: set[tuple[str, str]]) -> None:
    assert {tuple(parties) for (parties,) in facts(sentence, "partnership", "parties")} == pairs


def test_a_province_behind_a_city_is_no_side() -> None:
    text = "Подписано соглашение о дружбе между Псковом и городом Вэйхай в провинции Шаньдун."
    assert fact(text, "agreement", "parties") == (["Вэйхай", "Псков"],)
    assert fact(text, "event", "kind", "parties") == ("signing", ["Вэйхай", "Псков"])


def test_a_town_and_its_district_by_turns_are_one_side() -> None:
    text = (
        "Соглашение о побратимстве между Лидским районом и Зерноградским районом подписали сегодня председатель "
        "Лидского райисполкома Михаил Лапин и глава администрации Зерноградского района Василий Торопов.\n\n"
        "Теперь Лида и Зерноград стали городами-побратимами."
    )
    assert facts(text, "partnership", "parties", "kind") == [(["Зерноградский район", "Лидский район"], "twin")]


def test_the_sides_of_a_signing_are_those_of_its_document() -> None:
    text = LEAD + "Гостям показали завод «Конус», а вечером завод «Луч» и «Витстанок» подписали договор о поставке."
    assert fact(text, "agreement", "kind", "parties") == ("contract", ["Витстанок", "Луч"])
    assert ("signing", ["Витстанок", "Луч"]) in facts(text, "event", "kind", "organizations")


def test_two_documents_before_the_word() -> None:
    text = LEAD + "Соглашение о дружбе, а также программа обменов подписаны после переговоров."
    assert facts(text, "agreement", "kind", "parties") == [
        ("agreement", ["Витебск", "Псков"]),
        ("plan", ["Витебск", "Псков"]),
    ]


def test_who_is_only_there_signs_nothing() -> None:
    text = (
        "Псков и Лида стали побратимами. В присутствии губернатора Витебской области Ивана Савицкого соглашение "
        "подписали мэр Пскова Пётр Лаптев и председатель Лидского горисполкома Анна Белова."
    )
    assert fact(text, "agreement", "parties", "signatories") == (["Лида", "Псков"], ["Анна Белова", "Пётр Лаптев"])


def test_documents_of_the_ties_told_just_before() -> None:
    text = "Псков установил дружественные отношения с Витебском и Лидой. Соглашения были подписаны 27 ноября на форуме."
    assert sorted(facts(text, "agreement", "parties", "signed")) == [
        (["Витебск", "Псков"], "XXXX-11-27"),
        (["Лида", "Псков"], "XXXX-11-27"),
    ]


def test_where_a_body_lies_is_no_side() -> None:
    text = (
        "Мэры Пскова и Лиды открыли форум музеев двух стран. Соглашение о дружбе музей «Радуга» (Россия, Псков) "
        "и музей «Заря» (Беларусь, Лида) подписали в рамках форума."
    )
    assert fact(text, "agreement", "parties") == (["Радуга", "музей Заря"],)


def test_an_unknown_body_between_leaves_the_cities_out() -> None:
    text = LEAD + "Подписано соглашение между Ассоциацией «Берег» Псковской области и Витебской ассоциацией рыбаков."
    assert ("agreement", ["Витебск", "Псков"]) not in facts(text, "agreement", "kind", "parties")
    assert ("signing", ["Витебск", "Псков"]) not in facts(text, "event", "kind", "parties")


def test_agreements_that_a_city_has() -> None:
    text = "Псков имеет соглашения о партнёрстве с Лидой и Орском, но Витебск стал его первым побратимом."
    assert sorted(facts(text, "agreement", "parties")) == [(["Лида", "Псков"],), (["Орск", "Псков"],)]
