"""Title, source and author in the words of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.gather.stated import author, headline, is_no_title, is_office, source

from .making import NEWS

BODY = list(NEWS[1:])


@pytest.mark.parametrize(
    "title",
    [
        "Делегация Энска побывала в Бресте",
        "Ярмарка и концерт. Что ещё обсудили мэры Энска и Бреста",
        "«Дорожная карта» на три года",
        "Чем Энск удивил гостей?",
        "85 лет дружбы двух городов",
    ],
)
def test_a_short_line_above_sentences_is_the_title(title):
    assert headline([title, *BODY]) == title


@pytest.mark.parametrize(
    "first",
    [
        "Делегация Энска побывала в Бресте.",
        "— Мы рады гостям, — сказала директор школы",
        "в Энске подписан план",
        "Анна Примерова, директор школы:",
        "Брест",
        "Дело | Срок",
        "Делегация Энска " * 20,
    ],
)
def test_a_sentence_a_label_or_a_row_is_no_title(first):
    assert headline([first, *BODY]) is None


def test_short_lines_alone_have_no_title():
    assert headline(["План мероприятий", "Ярмарка в мае", "Концерт в июне"]) is None
    assert headline(["Делегация Энска побывала в Бресте"]) is None
    assert headline([]) is None


@pytest.mark.parametrize(
    "above",
    ["19 ноября 2025, Минск", "Источник: Городской вестник", "https://ensk.example.by/a", "Пресс-релиз"],
)
def test_the_title_may_stand_under_a_date_a_source_or_an_empty_heading(above):
    assert headline([above, NEWS[0], *BODY]) == NEWS[0]


def test_of_several_short_lines_the_one_in_capitals_is_the_title():
    assert headline(["Международные связи", NEWS[0].upper(), "19 ноября 2025", *BODY]) == NEWS[0].upper()
    assert headline([NEWS[0], "Коротко о главном", *BODY]) == NEWS[0]


@pytest.mark.parametrize(
    "title",
    ["Пресс-релиз", "ПРЕСС-РЕЛИЗ.", "Документ1", "Microsoft Word - a.doc", "(без темы)", "визит.docx"],
)
def test_titles_that_say_nothing(title):
    assert is_no_title(title)


@pytest.mark.parametrize("title", ["Пресс-релиз о поездке", "Документ о дружбе", "Новости побратимов"])
def test_titles_that_say_something(title):
    assert not is_no_title(title)


@pytest.mark.parametrize(
    ("line", "publisher", "address"),
    [
        ("Источник: Городской вестник.", "Городской вестник", None),
        ("Источник: ensk.by", None, "https://ensk.by"),
        ("Источник: www.ensk.ru/news/5.", None, "https://www.ensk.ru/news/5"),
        ("Источник: Городской вестник, https://ensk.by/5", "Городской вестник", "https://ensk.by/5"),
        ("Источник информации: мэрия Энска", "мэрия Энска", None),
        ("Крыніца: Гарадскі веснік", "Гарадскі веснік", None),
        ("https://ensk.example/news/5", None, "https://ensk.example/news/5"),
        ("Источник дохода: ярмарки", None, None),
        ("Источник воды обустроили горожане.", None, None),
        ("Почта: press@ensk.by", None, None),
    ],
)
def test_sources(line, publisher, address):
    assert source([*NEWS, line]) == (publisher, address)


def test_two_bare_addresses_are_links_and_no_source():
    assert source([*NEWS, "https://ensk.example/1", "https://ensk.example/2"]) == (None, None)


def test_a_name_at_the_top_and_an_address_at_the_end_are_one_source():
    lines = [NEWS[0], "Источник: Мэрия Энска", *BODY, "Источник: https://ensk.by"]
    assert source(lines) == ("Мэрия Энска", "https://ensk.by")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Автор: Анна Примерова", "Анна Примерова"),
        ("Текст: А. Примерова", "А. Примерова"),
        ("Аўтар: Ганна Прыкладава.", "Ганна Прыкладава"),
        ("Автор: неизвестен", None),
        ("Автор идеи: Анна Примерова", None),
        ("Фото: Анна Примерова", None),
    ],
)
def test_authors(line, name):
    assert author([*NEWS, line]) == name


def test_offices_and_people():
    assert is_office("Пресс-служба администрации Энска")
    assert is_office("Городской вестник")
    assert not is_office("Анна Примерова")


@given(st.lists(st.text(min_size=1, max_size=100), max_size=8))
def test_any_lines_do(lines):
    lines = [line.strip() or "а" for line in lines]
    title = headline(lines)
    assert title is None or title in lines
    source(lines), author(lines)
