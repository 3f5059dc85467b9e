"""Towns that no list has (all invented): found by the words around them, and not where a person is meant."""

from __future__ import annotations

import pytest

from pobratim.reading.names.entities import find_names
from pobratim.reading.names.tagger import tag
from pobratim.reading.text.segments import lay_out


def found(text: str, *types: str) -> list[str]:
    layout = lay_out(text)
    return [name.name for name in find_names(layout, tag(layout)) if name.type in types]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Гости приехали из Кальдберга.", "Кальдберг"),
        ("Гости были в Кальдберге.", "Кальдберг"),
        ("Школьники Кальдберга рады встрече.", "Кальдберг"),
        ("Договор с Кальдбергом действует.", "Кальдберг"),
        ("Делегация посетила Гирсовку.", "Гирсовка"),
        ("Рядом немецкий Кальдберг.", "Кальдберг"),
        ("Побратимы: Кальдберг (Германия).", "Кальдберг"),
        ("У нас есть два побратима в Италии – это Гирсоли и Кальдо.", "Гирсоли"),
        ("Наши города-партнёры: Гирсоли, Ниш.", "Гирсоли"),
        ("Мэр Кальдберга Франк Майер рад встрече.", "Кальдберг"),
        ("Кальдберг и Омск стали побратимами.", "Кальдберг"),
        ("Приехали гости из Хуаньдуна.", "Хуаньдун"),
        ("Губернатор аймака Орхон Дамдин Батлут рад.", "Орхон"),
        ("Омск подружился с Кальдбергом. Гости были в Кальдберге.", "Омск"),
        ("Приехали посланцы Кальдберга.", "Кальдберг"),
        ("Выступил Кальдберг — немецкий город-побратим.", "Кальдберг"),
        ("Омск в гостях у Кальдберга.", "Омск"),
        ("Кальдберг и г. Омск: подписан договор.", "Кальдберг"),
        ("Побратимы: Тарская Гирсовка (Словакия).", "Тарская Гирсовка"),
        ("Приехали гости из словацкой Тарской Гирсовки.", "Тарская Гирсовка"),
        ("Побратимы: Северное Гирсо (Финляндия).", "Северное Гирсо"),
        ("Гости были в Солнечном городке.", "Солнечный городок"),
    ],
)
def test_signs_of_a_town(text: str, town: str) -> None:
    assert found(text, "city")[0] == town
    assert town not in " ".join(found(text, "person"))


@pytest.mark.parametrize(
    "text", ["Гости были в Минздраве.", "Музей Исаакяна открыт.", "На Дне города весело.",
             "Каток залит в Ледовом городке.", "Уютный городок рад."]
)
def test_no_towns(text: str) -> None:
    assert found(text, "city") == []


def test_a_person_beside_a_town() -> None:
    assert found("Мэр Омска Терехович Иван Петрович рад.", "person") == ["Иван Терехович"]


def test_a_row_goes_over_brackets() -> None:
    text = "Приехали представители Слуцка, а также Ниша, Бара (Черногория), Кальдберга и Тарсола."
    assert found(text, "city") == ["Слуцк", "Ниш", "Бар", "Кальдберг", "Тарсол"]


@pytest.mark.parametrize(
    "text", ["Концерт шёл в Гирсов-холле.", "Подробности — в WeChat.", "В Гонконге Ван Цзюнь рад."]
)
def test_buildings_networks_and_chinese_people_are_no_towns(text: str) -> None:
    assert set(found(text, "city")) <= {"Гонконг"}


def test_all_mentions_of_a_town_are_one_name() -> None:
    text = (
        "Соглашение подписано в Гинце. Мэр Гинца рад гостям. Школьники города Гинц приедут весной. "
        "Гинц ждёт гостей, а с Гинцем дружит и Омск."
    )
    assert set(found(text, "city")) == {"Гинц", "Омск"}
    assert found(text, "person", "organization") == []


def test_a_surname_is_no_further_mention() -> None:
    text = "Гости были в Кальдове. Иван Кальдов рад. Кальдов показал школу."
    assert found(text, "city") == ["Кальдово"]
    assert found(text, "person") == ["Иван Кальдов", "Кальдов"]
