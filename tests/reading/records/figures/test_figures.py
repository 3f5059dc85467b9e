"""Figures of sentences made for the purpose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pobratim.model.document import Document
from pobratim.model.reading import Figure
from pobratim.reading.context import Context
from pobratim.reading.dates import find_dates
from pobratim.reading.names.entities import find_entities
from pobratim.reading.records.figures.figures import find_figures
from pobratim.reading.text.segments import lay_out


@pytest.fixture
def figures() -> Callable[[str], tuple[Context, list[Figure]]]:
    def read(text: str) -> tuple[Context, list[Figure]]:
        document = Document(text=text, source="t", language="ru", published="2025-11-20")
        layout = lay_out(text)
        context = Context(document, layout, find_entities(layout), find_dates(layout, document))
        pair = [entity.id for entity in context.found.entities[:2]]
        return context, find_figures(context, pair)

    return read


def told(figure: Figure) -> tuple[Any, ...]:
    return figure.metric, figure.value, figure.unit, figure.period, figure.change, figure.trend


TURNOVER = "trade_turnover"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Товарооборот Минска и Омска постоянно растёт.", [(TURNOVER, None, None, None, None, "up")]),
        (
            "Товарооборот Минска и Омска за прошлый год достиг наконец отметки в 310 млн долларов, прибавив 12 %.",
            [(TURNOVER, 310e6, "USD", "2024", 12, "up")],
        ),
        ("Поток туристов из Омска в Минск заметно вырос.", [("tourists", None, None, None, None, "up")]),
        ("Говорили о наблюдаемом снижении товарооборота Омска и Минска.", [(TURNOVER, None, None, None, None, "down")]),
        ("Товарооборот Минска и Омска вырос на четверть.", [(TURNOVER, None, None, None, 25, "up")]),
        (
            "Внешнеторговый оборот Минска и Омска в 2023 году – 920,9 миллиона долларов США (+36,4 %).",
            [(TURNOVER, 920.9e6, "USD", "2023", 36.4, "up")],
        ),
        (
            "Объём инвестиций Минска в совместный завод составил 2 млрд рублей.",
            [("investment", 2e9, "RUB", None, None, None)],
        ),
        ("В Минске проживает около двух миллионов человек.", [("population", 2e6, "people", None, None, None)]),
        (
            "В 2024 году товарооборот Минска и Омска составил 320 млн долларов и вырос на 12 %.",
            [(TURNOVER, 320e6, "USD", "2024", 12, "up")],
        ),
        (
            "За девять месяцев 2025 года товарооборот Минска и Омска увеличился в 1,7 раза.",
            [(TURNOVER, None, None, "2025-01/2025-09", 70, "up")],
        ),
        (
            "Товарооборот Минска и Омска достиг $320 млн, сократившись на 5% по сравнению с 2023 годом.",
            [(TURNOVER, 320e6, "USD", None, -5, "down")],
        ),
        (
            "За девять месяцев экспорт Минска вырос на 36,3%, импорт – на 7%.",
            [("export", None, None, "2025-01/2025-09", 36.3, "up"), ("import", None, None, "2025-01/2025-09", 7, "up")],
        ),
        (
            "Экспорт Минска составил 2,9 млн долларов, импорт – 11 млн.",
            [("export", 2.9e6, "USD", None, None, None), ("import", 11e6, "USD", None, None, None)],
        ),
        (
            "В прошлом году оборот торговли был 970 млн рублей, а за полугодие этого года – 530 млн рублей.",
            [(TURNOVER, 970e6, "RUB", "2024", None, None), (TURNOVER, 530e6, "RUB", "2025", None, None)],
        ),
        ("Объём торговли Минска и Омска удвоился.", [(TURNOVER, None, None, None, 100, "up")]),
        (
            "Товарооборот сложился в сумме 150 млн долларов США (96% к уровню прошлого года).",
            [(TURNOVER, 150e6, "USD", None, -4, "down")],
        ),
        (
            "Товарооборот растёт. За 2024 год он увеличился на 6%.",
            [(TURNOVER, None, None, None, None, "up"), (TURNOVER, None, None, "2024", 6, "up")],
        ),
        (
            "Товарооборот Минска и Омска в 2024 году достиг 120 млн долларов, но за 9 месяцев 2025 года упал на 7 %.",
            [(TURNOVER, 120e6, "USD", "2024", None, None), (TURNOVER, None, None, "2025-01/2025-09", -7, "down")],
        ),
        (
            "Товарооборот Минска и Омска за 2024 год составил 120 млн долларов против 90 млн годом ранее.",
            [(TURNOVER, 120e6, "USD", "2024", None, None), (TURNOVER, 90e6, "USD", "2023", None, None)],
        ),
        ("Больше всего выиграл экспорт Минска: плюс 8 процентов.", [("export", None, None, None, 8, "up")]),
        (
            "На 4 % вырос экспорт Минска и на 31 % – импорт.",
            [("export", None, None, None, 4, "up"), ("import", None, None, None, 31, "up")],
        ),
        ("Экспорт Минска – 120 млн.", [("export", 120e6, None, None, None, None)]),
        ("Экспорт Минска – 120 тысяч тонн.", []),
        ("Товарооборот Минска и Омска вырос в семь раз.", [(TURNOVER, None, None, None, 600, "up")]),
        ("В Орше живёт почти полмиллиона человек.", [("population", 5e5, "people", None, None, None)]),
        ("В Орше живут 20 лет, а учатся 5 дней в неделю.", []),
        ("В Минске учатся 40 ребят из Омска.", [("students", 40, "people", None, None, None)]),
        ("Стоимость проекта в Орше – 450 млн рублей.", [("investment", 450e6, "RUB", None, None, None)]),
        ("В Минск приехало 3,7 тыс. туристов из Омска.", [("tourists", 3700, "people", None, None, None)]),
        ("В Орше работают более 50 крупных предприятий.", [("enterprises", 50, None, None, None, None)]),
        ("В вузах Твери учатся 400 белорусских студентов.", [("students", 400, "people", None, None, None)]),
        ("В 2024 году Оршу посетили 2,5 млн туристов.", [("tourists", 2.5e6, "people", "2024", None, None)]),
        (
            "Беларусь за январь–август экспортировала продукции на $4,1 млрд.",
            [("export", 4.1e9, "USD", "2025-01/2025-08", None, None)],
        ),
        (
            "Экспорт составил $4,1 млрд с приростом $400 млн (темп роста 110,8%).",
            [("export", 4.1e9, "USD", None, 10.8, "up")],
        ),
        (
            "Товарооборот составил 557 млн долларов, это на 60 процентов больше, чем год назад.",
            [(TURNOVER, 557e6, "USD", None, 60, "up")],
        ),
        ("Товарооборот в 2,3 раза превысил прошлогодний.", [(TURNOVER, None, None, None, 130, "up")]),
        ("В минувшем году рост торговли между областями продолжился.", [(TURNOVER, None, None, "2024", None, "up")]),
        ("Экспорт Минска в Омск сократился на четверть.", [("export", None, None, None, -25, "down")]),
        (
            "Товарооборот Минска и Омска составил 40 млн долларов, что в 1,4 раза больше, чем год назад.",
            [(TURNOVER, 40e6, "USD", None, 40, "up")],
        ),
        ("Положительная динамика товарооборота сохраняется.", [(TURNOVER, None, None, None, None, "up")]),
        ("Товарооборот сохраняется на прежнем уровне.", [(TURNOVER, None, None, None, None, "flat")]),
        ("Торговля с Омском выросла на 12 процентов.", [(TURNOVER, None, None, None, 12, "up")]),
        ("В 2024 году рост взаимной торговли продолжился.", [(TURNOVER, None, None, "2024", None, "up")]),
        ("Орша с населением 90 тысяч человек основана в 1067 году.", [("population", 9e4, "people", None, None, None)]),
        ("Туристический поток из Омска в Минск вырос вдвое.", [("tourists", None, None, None, 100, "up")]),
        (
            "В Орше работают 70 белорусских компаний, открыто 25 магазинов.",
            [("enterprises", 70, None, None, None, None), ("enterprises", 25, None, None, None, None)],
        ),
        (
            "Товарооборот Минска и Омска за 2024 год составил 31 млн долларов США, темп роста – 107,5 процента.",
            [(TURNOVER, 31e6, "USD", "2024", 7.5, "up")],
        ),
        (
            "Минск принял 250 тысяч туристов из Омска, что на 10 % больше, чем годом ранее.",
            [("tourists", 250e3, "people", None, 10, "up")],
        ),
        ("В Орше действуют 12 белорусских магазинов.", [("enterprises", 12, None, None, None, None)]),
        ("На 90 млн долларов вышел товарооборот Минска и Омска.", [(TURNOVER, 90e6, "USD", None, None, None)]),
        (
            "Экспорт Минска вырос на 8 млн долларов и вышел на 40 млн долларов.",
            [("export", 40e6, "USD", None, None, "up")],
        ),
        ("Объём инвестиций превысил 5 млрд рублей.", [("investment", 5e9, "RUB", None, None, None)]),
    ],
)
def test_what_is_measured(figures, text, expected):
    assert [told(figure) for figure in figures(text)[1]] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Стороны планируют довести товарооборот до 1 млрд долларов.",
        "Увеличение товарооборота – наша общая задача.",
        "Делегация посетила три предприятия.",
        "На Беларусь приходится 20% экспорта области.",
        "Доля Минска в экспорте увеличилась с 41% до 57%.",
        "Сальдо внешней торговли превысило 1,7 миллиарда рублей.",
        "Завод поставил в Омск 20 тракторов на 3 млн рублей.",
        "Стороны добьются, чтобы товарооборот Минска и Омска вырос вдвое.",
        "Чтобы товарооборот рос, нужны новые маршруты.",
        "Товарооборот обсудили 24 июня 2025 года в 10 часов.",
    ],
)
def test_aims_shares_and_other_numbers_are_no_figures(figures, text):
    assert figures(text)[1] == []


def test_the_places_of_the_sentence_take_part(figures):
    context, found = figures("Делегация Твери посетила Оршу. Товарооборот между Минском и Омском растёт.")
    assert [context.by_id[party].name for party in found[0].parties] == ["Минск", "Омск"]


def test_otherwise_those_the_document_is_about(figures):
    context, found = figures("Минск и Омск подписали план. «Товарооборот растёт», – отметил Иван Петров.")
    assert [context.by_id[party].name for party in found[0].parties] == ["Минск", "Омск"]
    assert found[0].evidence == ((29, 74),)


def test_one_figure_told_twice_is_one(figures):
    assert len(figures("Товарооборот растёт. Товарооборот Минска и Омска растёт.")[1]) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Мэр Семея сообщил о торговле. Взаимная торговля Омской области и Минской области – 9 млн рублей.",
            {"Омская область", "Минская область"},
        ),
        (
            "Кострома дружит с Гомелем. Товарооборот города с Гомельской областью превысил 6 млн рублей.",
            {"Кострома", "Гомельская область"},
        ),
        (
            "Псковская область. Товарооборот с Минской областью – 10 млн долларов, с Витебской областью – 5 млн.",
            {"Псковская область", "Витебская область"},
        ),
        ("Омск дружит с Генуей. Генуя – порт в Италии. В нём проживает 600 тысяч человек.", {"Генуя"}),
        ("Омск дружит с Витебским районом. В районе проживает 40 тысяч человек.", {"Витебский район"}),
    ],
)
def test_whose_figure_it_is(figures: Callable[[str], tuple[Context, list[Figure]]], text: str, names: set[str]) -> None:
    context, found = figures(text)
    assert {context.by_id[party].name for party in found[-1].parties} == names


def test_a_partner_not_told_makes_no_figure(figures: Callable[[str], tuple[Context, list[Figure]]]) -> None:
    _, found = figures("Товарооборот Омска с Могилёвской областью составил 10 млн долларов, с Заозёрной – 25 млн.")
    assert [figure.value for figure in found] == [10e6]


def test_two_kinds_of_one_thing_are_two_figures(figures: Callable[[str], tuple[Context, list[Figure]]]) -> None:
    _, found = figures("В Омске работают 54 белорусских и 17 совместных предприятий.")
    assert [(figure.metric, figure.value) for figure in found] == [("enterprises", 54), ("enterprises", 17)]


def test_a_part_has_sides_of_its_own(figures: Callable[[str], tuple[Context, list[Figure]]]) -> None:
    context, found = figures(
        "Псковская область дружит с Беларусью. Товарооборот с Беларусью составил 900 млн долларов, из которых "
        "300 млн долларов – с Витебской областью."
    )
    told = [(figure.value, {context.by_id[party].name for party in figure.parties}) for figure in found]
    assert told == [(900e6, {"Псковская область", "Беларусь"}), (300e6, {"Псковская область", "Витебская область"})]


def test_growth_told_again_with_its_value_is_one_figure(figures: Callable[[str], tuple[Context, list[Figure]]]) -> None:
    _, found = figures("Товарооборот вырос на 60 %.\n\nТоварооборот вырос на 60 % и составил 557 млн долларов.")
    assert [(figure.value, figure.change) for figure in found] == [(557e6, 60)]


def test_a_headline_and_its_text_make_one_figure(figures: Callable[[str], tuple[Context, list[Figure]]]) -> None:
    _, found = figures(
        "Товарооборот Омска и Минска составил 70 млн долларов\n\n"
        "В 2018 году товарооборот Омска и Минска составил почти 70 млн долларов, увеличившись на 12 %."
    )
    assert [(figure.value, figure.period, figure.trend) for figure in found] == [(70e6, "2018", "up")]
    assert len(found[0].evidence) == 2


def test_the_line_right_before_tells_what_is_measured(
    figures: Callable[[str], tuple[Context, list[Figure]]]
) -> None:
    _, found = figures("Растёт товарооборот между Минском и Омском.\nВ 2024 году он составил 350 млн долларов.")
    assert (TURNOVER, 350e6, "USD", "2024", None, None) in map(told, found)


def test_what_exceeds_another_has_not_grown(figures: Callable[[str], tuple[Context, list[Figure]]]) -> None:
    _, found = figures("В 2024 году импорт Омска из Минска в шесть раз превысил экспорт, достигнув 11 млн долларов.")
    assert list(map(told, found)) == [("import", 11e6, "USD", "2024", None, None)]


def test_a_region_told_by_its_country(figures: Callable[[str], tuple[Context, list[Figure]]]) -> None:
    context, found = figures(
        "Беларусь и Омская область торгуют. В 2024 году российский регион экспортировал товаров на 3 млн долларов."
    )
    assert {context.by_id[place].name for place in found[0].parties} == {"Омская область", "Беларусь"}


def test_the_land_of_a_currency_is_no_side(figures: Callable[[str], tuple[Context, list[Figure]]]) -> None:
    context, found = figures("Товарооборот Минска и Омска в 2017 году составил 1124,8 млн. долл. США.")
    assert {context.by_id[place].name for place in found[0].parties} == {"Минск", "Омск"}


def test_what_is_meant_has_the_sides_of_what_was_told(figures: Callable[[str], tuple[Context, list[Figure]]]) -> None:
    context, found = figures(
        "Мэр Тулы прибыл в Гомель. Тула в десятке городов по объёму товарооборота с Минском. "
        "В 2024 году он составил 3 млн долларов."
    )
    assert {context.by_id[place].name for place in found[0].parties} == {"Тула", "Минск"}


def test_a_part_has_its_own_partner_and_the_whole_goes_on(
    figures: Callable[[str], tuple[Context, list[Figure]]],
) -> None:
    start = "Омская область сотрудничает с Беларусью. Товарооборот области с Беларусью достиг 700 млн долларов, "
    context, found = figures(start + "в том числе с Минской областью – 200 млн долларов. За год он вырос на 8 %.")
    sides = [[context.by_id[place].name for place in figure.parties] for figure in found]
    whole = ["Омская область", "Беларусь"]
    assert sides == [whole, ["Омская область", "Минская область"], whole]


def test_what_is_counted_today_is_not_of_last_year(figures: Callable[[str], tuple[Context, list[Figure]]]) -> None:
    text = "В 2024 году товарооборот Минска и Омска вырос на 8 %. Сегодня в Омске работают 14 минских предприятий."
    assert [figure.period for figure in figures(text)[1]] == ["2024", None]


def test_a_twin_is_not_the_town_that_is_told_of(figures: Callable[[str], tuple[Context, list[Figure]]]) -> None:
    text = "Делегация Орши приехала в Тверь. Город с населением 120 тысяч человек – побратим Твери."
    context, found = figures(text)
    assert [[context.by_id[place].name for place in figure.parties] for figure in found] == [["Орша"]]
