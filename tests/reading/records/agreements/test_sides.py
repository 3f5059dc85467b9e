"""Between whom a document is, and whether it is there at all. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

GUESTS = "Делегация Омска побывала в Минске. "

STILL_TO_COME = [
    "Мэр Омска предложил Минску подписать соглашение о дружбе.",
    "Омск и Минск готовы подписать меморандум о взаимопонимании.",
    "Руководства Омска и Минска рассматривают возможность подписания договора о дружбе.",
    "Подписание договора между Омском и Минском отложено.",
]


@pytest.mark.parametrize("sentence", STILL_TO_COME)
def test_what_is_proposed_or_put_off_is_still_to_come(sentence: str) -> None:
    found = facts(GUESTS + sentence, "agreement", "parties", "status")
    assert [(set(parties), status) for parties, status in found] == [({"Омск", "Минск"}, "planned")]


IN_FORCE = [
    "Соглашение между администрацией Омска и Минским горисполкомом рассчитано на пять лет.",
    "Соглашение о сотрудничестве между Омском и Минском вступило в силу.",
    "Города договорились об обменах, подписав соглашение.",
    "Сторонами согласован и подписан план мероприятий по развитию сотрудничества.",
]


@pytest.mark.parametrize("sentence", IN_FORCE)
def test_what_is_told_of_a_document_in_force(sentence: str) -> None:
    assert facts(GUESTS + sentence, "agreement", "status") == [("signed",)]


def test_companies_beside_an_authority_are_sides() -> None:
    text = (
        "На выставке министерством сельского хозяйства Алтайского края подписаны соглашения о сотрудничестве "
        "с белорусскими предприятиями ОАО «Гомсельмаш» и ОАО «Амкодор»."
    )
    found = facts(text, "agreement", "parties", "subject")
    assert [(set(parties), subject) for parties, subject in found] == [
        ({"Алтайский край", "Гомсельмаш"}, "сотрудничество"),
        ({"Алтайский край", "Амкодор"}, "сотрудничество"),
    ]


def test_those_who_act_under_a_document_are_no_sides() -> None:
    text = GUESTS + "В рамках соглашения о сотрудничестве ансамбль «Радуга» и театр «Заря» выступили в парке."
    found = facts(text, "agreement", "parties")
    assert [set(parties) for (parties,) in found] == [{"Омск", "Минск"}]


def test_a_headline_of_a_country_is_told_in_part() -> None:
    text = (
        "Брянская область подписала соглашение о сотрудничестве с двумя регионами Беларуси\n\n"
        "Соглашение Брянская область подписала с Минской областью. С Витебской областью также заключено соглашение."
    )
    found = facts(text, "agreement", "parties", "subject")
    assert {frozenset(parties) for parties, _ in found} == {
        frozenset({"Брянская область", "Минская область"}),
        frozenset({"Брянская область", "Витебская область"}),
    }


NO_DOCUMENTS_OF_BOTH = [
    "Согласно плану развития Минска до 2030 года, появится сквер дружбы с Омском.",
    "Правительство приняло программу развития туризма.",
    "Дети приехали по программе школьного обмена.",
    "Подписан договор между школами Омска и Минска.",
    "Мэр Омска и председатель Совета ветеранов подписали соглашение о поддержке музея.",
]


@pytest.mark.parametrize("sentence", NO_DOCUMENTS_OF_BOTH)
def test_documents_of_one_side_or_of_others(sentence: str) -> None:
    assert facts(GUESTS + sentence, "agreement", "parties") == []


def test_a_headline_without_sides_is_that_of_the_news() -> None:
    text = (
        "Подписание соглашения о сотрудничестве\n\nДелегация Гродненской области побывала в Вязьме. "
        "Подписано соглашение о сотрудничестве между Сморгонским райисполкомом и Вяземским районом."
    )
    assert len(facts(text, "agreement", "parties")) == 1


def test_what_will_not_be_ended_goes_on() -> None:
    text = "Соглашение о туризме между Омском и Минском расторгнуто не будет, заверил мэр Омска Пётр Лаптев."
    assert ("ended",) not in facts(text, "agreement", "status")


@pytest.mark.parametrize(
    "text",
    [
        "Подписано соглашение между правительством Рязанской области и компанией «Белшина». Делегация Беларуси рада.",
        "Прошёл форум Беларуси и Рязанской области, подписание соглашения между Рязанской областью и ОАО «Белшина».",
    ],
)
def test_a_place_and_a_company_between_whom_it_is(text: str) -> None:
    assert facts(text, "agreement", "parties") == [(["Белшина", "Рязанская область"],)]


def test_one_place_may_be_of_two_pairs() -> None:
    text = "Подписаны соглашения между Орском и Минском, а также между Тулой и Минском. Города-побратимы рады."
    assert sorted(facts(text, "agreement", "parties")) == [(["Минск", "Орск"],), (["Минск", "Тула"],)]


def test_what_is_with_another_behind_a_contrast() -> None:
    text = "Псков подписал с Витебском соглашение о дружбе, а с Оршей – дорожную карту. Города-побратимы рады."
    assert sorted(facts(text, "agreement", "kind", "parties")) == [
        ("agreement", ["Витебск", "Псков"]),
        ("roadmap", ["Орша", "Псков"]),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Соглашение о сотрудничестве подписано в рамках форума регионов Беларуси и России.",
        "Документ подписан на X Форуме регионов Беларуси и России.",
    ],
)
def test_the_lands_of_a_forum_sign_nothing_there(sentence: str) -> None:
    text = f"Театр Омска намерен сотрудничать с коллегами. {sentence}"
    assert facts(text, "agreement", "parties") == []
    assert ("signing",) not in facts(text, "event", "kind")


def test_two_lands_sign_at_their_forum() -> None:
    text = "На форуме регионов Беларуси и России в Уфе Беларусь и Россия подписали соглашение о торговле."
    assert facts(text, "agreement", "parties") == [(["Беларусь", "Россия"],)]
