"""Ties that are told by how long they last. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

LASTING = [
    ("С Тверью Черняховск сотрудничает с 2003 года.", {"Тверь", "Черняховск"}, "2003"),
    ("Партнёрство Самары и Штутгарта зародилось в 1992 году.", {"Самара", "Штутгарт"}, "1992"),
    ("Вот уже четверть века дружат между собой Дмитров и Сморгонь.", {"Дмитров", "Сморгонь"}, None),
    ("Визит приурочен к 10-летию партнёрских отношений Гурьевска и Пскова.", {"Гурьевск", "Псков"}, None),
    ("Контакты Пскова с Рованиеми поддерживаются с 1981 года.", {"Псков", "Рованиеми"}, "1981"),
    ("Елец дружит с Полоцком.", {"Елец", "Полоцк"}, None),
]


@pytest.mark.parametrize(("text", "sides", "since"), LASTING)
def test_a_tie_that_lasts(text: str, sides: set[str], since: str | None) -> None:
    found = facts(text + " Делегации городов встретились.", "partnership", "parties", "kind", "since")
    assert [(set(parties), kind, day) for parties, kind, day in found] == [(sides, "partner", since)]


def test_the_year_of_the_main_clause_is_that_of_the_twins() -> None:
    text = "Сотрудничество Новосибирска с японским Саппоро началось в 1990 году, когда города стали побратимами."
    assert facts(text, "partnership", "parties", "kind", "since") == [(["Новосибирск", "Саппоро"], "twin", "1990")]


def test_one_of_the_many_twins_told_of_before() -> None:
    text = "Псков имеет 17 породнённых городов. Самому долгому партнёрству – с Куопио – исполнится 55 лет."
    assert facts(text, "partnership", "kind") == [("twin",)]


UNTOLD = [
    "С 2009 года завод «Радуга» из Пскова сотрудничает с фабрикой из Гомеля.",
    "Уже двадцать лет Светлана Лис из Твери дружит с семьёй из Минска.",
    "Россия и Беларусь сотрудничают более двадцати лет. Делегация Омска прибыла в Минск.",
    "Соглашение о сотрудничестве Омска и Минска действует с 2009 года.",
    "Омск и Минск пока не связывают отношения побратимства.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_what_others_do_for_long_is_no_tie_of_places(text: str) -> None:
    assert facts(text, "partnership", "parties") == []


def test_relations_of_two_countries_are_not_those_of_the_places_told_of() -> None:
    text = (
        "Мероприятия, посвящённые развитию дружественных отношений между двумя странами, проходят с 8 октября. "
        "Мэр Владивостока Пётр Лаптев принял делегацию Могилёва."
    )
    assert facts(text, "partnership", "parties") == []


def test_a_partnership_that_is_talked_over() -> None:
    text = "Делегация Киля посетила Гусев. Обсуждалась возможность официального установления партнёрства."
    found = facts(text, "partnership", "parties", "kind", "status")
    assert [(set(parties), kind, status) for parties, kind, status in found] == [
        ({"Гусев", "Киль"}, "partner", "planned")
    ]


def test_years_told_of_two_countries_are_not_those_of_the_towns() -> None:
    text = (
        "Делегация Тулы прибыла в город-побратим Гомель. "
        "Между Россией и Беларусью уже 25 лет дружественных отношений, а у Тулы с Гомелем — больше."
    )
    ((two, since),) = facts(text, "partnership", "parties", "since")
    assert (set(two), since) == ({"Тула", "Гомель"}, None)


def test_how_old_a_town_is_says_nothing_of_its_twins() -> None:
    text = "На празднование 950-летия Минска приехали делегации городов-побратимов Бонна и Ноттингема."
    found = facts(text, "partnership", "since", published="2017-09-11")
    assert found == [(None,), (None,)]


def test_a_treaty_prolonged_is_not_the_beginning() -> None:
    text = "К празднику приедут побратимы Чебоксар. Договор о побратимстве Чебоксар с Эскишехиром продлён в 2019 году."
    assert facts(text, "partnership", "since") == [(None,)]


def test_an_anniversary_tells_the_year_and_not_the_day() -> None:
    text = "4 октября 2018 года делегация Оффенбаха посетила Орёл к 30-летию побратимских связей Орла и Оффенбаха."
    assert facts(text, "partnership", "since", "since_basis") == [("1988", "inferred")]
