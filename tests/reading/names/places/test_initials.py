"""«РБ» is Belarus, Bashkortostan or Buryatia: the rest of the text tells which."""

import pytest

from pobratim import read


def lands(text: str) -> set[str]:
    return {entity.name for entity in read(text).entities if entity.type in ("country", "region")}


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Глава РК Пётр Лаптев встретился в Петрозаводске с гостями.", "Карелия"),
        ("Делегация РК посетила Симферополь, а крымчане показали ей порт.", "Крым"),
        ("Премьер-министр РБ Назаров провёл встречу в Уфе.", "Башкортостан"),
        ("Хурал РБ собрался в Улан-Удэ.", "Бурятия"),
        ("Президент РТ Пётр Лаптев вернулся в Казань.", "Татарстан"),
        ("Делегация РТ прибыла в Омск. Таджикские гости осмотрели завод.", "Таджикистан"),
        ("Глава ЧР Пётр Лаптев принял чувашских аграриев.", "Чувашия"),
    ],
)
def test_the_land_that_the_text_speaks_of(text: str, land: str) -> None:
    assert land in lands(text)


@pytest.mark.parametrize(("text", "land"), [("Делегация РБ посетила Омск и осмотрела завод.", "Беларусь"),
                                            ("Делегация РК посетила Омск.", "Казахстан")])
def test_where_nothing_tells_it_is_the_state(text: str, land: str) -> None:
    assert lands(text) == {land}


def test_only_a_state_sends_an_ambassador() -> None:
    assert "Беларусь" in lands("Посол РБ в РФ посетил Уфу.")
    assert "Башкортостан" not in lands("Посол РБ в РФ посетил Уфу.")


def test_where_nothing_tells_initials_of_no_state_name_nothing() -> None:
    assert lands("Делегация РТ посетила Омск.") == set()


def test_two_lands_told_of_alike_leave_it_open() -> None:
    assert lands("Делегация РТ посетила Казань и Душанбе.") & {"Татарстан", "Таджикистан"} == set()
