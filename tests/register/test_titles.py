from __future__ import annotations

import pytest

from pobratim.register.titles import core, is_session, numbers_in


@pytest.mark.parametrize(("title", "numbers"), [
    ("XII Форум регионов", {12}),
    ("ХІІ Форум регионов", {12}),              # typed with Cyrillic letters
    ("седьмое заседание рабочей группы", {7}),
    ("на Двенадцатом форуме", {12}),
    ("Иннопром-2022", set()),                  # one word; the year is the date's business
    ("Иннопром 2022", {2022}),
    ("Дни Минска в Казани", set()),
    ("Форум и выставка", set()),               # «и» is no Roman figure
    ("третья встреча", {3}),
    ("пятнадцатая выставка", {15}),
    ("Первоклассный форум", set()),
])
def test_numbers_in_titles(title: str, numbers: set[int]) -> None:
    assert numbers_in(title) == numbers


@pytest.mark.parametrize(("title", "session", "left"), [
    ("седьмое заседание рабочей группы", True, "рабочей группы"),
    ("XI встреча городов-побратимов", True, "городов побратимов"),
    ("XII Форум регионов", False, "регионов"),
    ("Третья сессия", True, ""),
    ("Дни Минска в Казани", False, "дни минска в казани"),
])
def test_a_session_and_what_it_is_of(title: str, session: bool, left: str) -> None:
    assert (is_session(title), core(title)) == (session, left)
