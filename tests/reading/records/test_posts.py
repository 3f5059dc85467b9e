"""Posts: who holds which office. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

# The places and words of cooperation make the text relevant; the sentence in question comes first.
FRAME = " Минск и Омск развивают сотрудничество, города стали побратимами. Делегация Омска посетила Минск."

POSTS = [
    ("Мэр Омска Пётр Лаптев встретил гостей.", ("Пётр Лаптев", "мэр", None, "Омск")),
    ("Гостей встретил мэр Омска Пётр Лаптев.", ("Пётр Лаптев", "мэр", None, "Омск")),
    ("Делегацию принял глава города Омска Пётр Лаптев.", ("Пётр Лаптев", "глава", None, "Омск")),
    (
        "Гостей принял первый заместитель губернатора Омской области Пётр Лаптев.",
        ("Пётр Лаптев", "первый заместитель губернатора", None, "Омская область"),
    ),
    (
        "Участников приветствовал Пётр Лаптев, мэр Омска.",
        ("Пётр Лаптев", "мэр", None, "Омск"),
    ),
    (
        "Встречу провёл председатель Мингорисполкома Иван Савицкий.",
        ("Иван Савицкий", "председатель", "Мингорисполком", "Минск"),
    ),
    (
        "Глава Омска, Пётр Лаптев, провёл переговоры с Иваном Савицким, который занимает пост "
        "председателя Мингорисполкома.",
        ("Иван Савицкий", "председатель", "Мингорисполком", "Минск"),
    ),
    (
        "Переговоры провёл исполняющий обязанности мэра Омска Пётр Лаптев.",
        ("Пётр Лаптев", "исполняющий обязанности мэра", None, "Омск"),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), POSTS)
def test_the_title_beside_a_name_is_a_post(sentence: str, expected: tuple[str, ...]) -> None:
    assert expected in facts(sentence + FRAME, "post", "person", "title", "organization", "place")


def test_people_of_one_list_keep_their_own_posts() -> None:
    text = (
        "В зале собрались мэр Омска Пётр Лаптев, председатель Мингорисполкома Иван Савицкий и "
        "губернатор Омской области Олег Дроздов." + FRAME
    )
    assert set(facts(text, "post", "person", "title", "place")) == {
        ("Пётр Лаптев", "мэр", "Омск"),
        ("Иван Савицкий", "председатель", "Минск"),
        ("Олег Дроздов", "губернатор", "Омская область"),
    }


def test_one_record_a_person_and_office() -> None:
    text = "Мэр Омска Пётр Лаптев приехал в Минск. Мэра Омска Петра Лаптева встретили на вокзале." + FRAME
    assert facts(text, "post", "person", "title") == [("Пётр Лаптев", "мэр")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Пётр Лаптев приехал в Минск.",
        "Делегация во главе с Петром Лаптевым прибыла в Минск.",
        "Мэры городов обсудили планы.",
    ],
)
def test_no_title_no_post(sentence: str) -> None:
    assert facts(sentence + FRAME, "post", "person", "title") == []
