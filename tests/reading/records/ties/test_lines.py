"""Twins told one a line under their heading."""

from __future__ import annotations

from tests.reading.records.facts import facts

MANY = "Города-побратимы дружат, обмениваются делегациями и опытом сотрудничества.\n\n"


def ties(text: str) -> list[tuple[object, ...]]:
    found = facts(text, "partnership", "kind", "parties", "since", "status")
    return [(kind, frozenset(parties), since, status) for kind, parties, since, status in found]


def test_each_line_names_a_twin() -> None:
    text = MANY + "Города-побратимы Гомеля:\n\nБрянск, Россия\n\n- Абердин (Великобритания)\n\n3. Чернигов"
    assert ties(text) == [
        ("twin", frozenset({"Гомель", other}), None, "active") for other in ("Брянск", "Абердин", "Чернигов")
    ]


def test_the_year_beside_a_town_is_that_of_its_tie() -> None:
    text = "Псков имеет побратимские связи с городами:\n\nАрль (Франция) – с 1978 года\n\nНойс (Германия), 1990"
    assert ties(text) == [
        ("twin", frozenset({"Псков", "Арль"}), "1978", "active"),
        ("twin", frozenset({"Псков", "Нойс"}), "1990", "active"),
    ]


def test_a_town_that_nobody_knows_stands_before_its_country() -> None:
    lines = "\n\nГирсовка, Финляндия\n\nУмео, Швеция\n\nОрестиас, Греция"
    text = MANY + "Побратимские отношения Петрозаводска с городами:" + lines
    assert ("twin", frozenset({"Петрозаводск", "Гирсовка"}), None, "active") in ties(text)


def test_the_heading_tells_that_they_are_no_more() -> None:
    text = "Смоленск разорвал побратимские отношения с городами:\n\nХаген (Германия)\n\nВаршава (Польша)"
    assert ties(text) == [("twin", frozenset({"Смоленск", other}), None, "ended") for other in ("Хаген", "Варшава")]


def test_partner_towns_are_listed_alike() -> None:
    text = MANY + "Города-партнёры Орши\n\nПсков\n\nТверь\n\nРжев"
    listed = ("Псков", "Тверь", "Ржев")
    assert ties(text) == [("partner", frozenset({"Орша", other}), None, "active") for other in listed]


def test_a_dateline_under_a_title_is_no_list() -> None:
    lines = "Омск, 5 мая\n\nЛида и Тара далеки."
    text = f"Омск и Лида стали побратимами\n\n{lines}\n\nДокумент подписали мэры Омска и Лиды."
    assert [parties for _, parties, _, _ in ties(text)] == [frozenset({"Омск", "Лида"})]
