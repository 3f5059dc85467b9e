"""Whom «они», «пресс-служба», «гость», «градоначальник» mean, and who goes on speaking. All people are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.quotes.conftest import Said

LAPTEV = "мэр Омска Пётр Лаптев"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("В Омск приехали депутаты из Минска Иван Ус и Анна Белая. Они отметили, что город чист.", "Иван Ус"),
        (
            "Делегацию Минска возглавил председатель горсовета Иван Ус. Гости осмотрели порт. "
            "По их словам, в Омске есть чему поучиться.",
            "Иван Ус",
        ),
        (
            "Мэрия Омска готовится к приезду делегации Минска. "
            "Все расходы город берёт на себя, отмечает пресс-служба.",
            "Мэрия Омска",
        ),
        ("На заводе «Омсктрансмаш» отметили, что поставят в Минск десять автобусов.", "Омсктрансмаш"),
        (
            "Председатель Мингорисполкома Иван Ус принял мэра Омска Петра Белова. Гость отметил, что город чист.",
            "Петр Белов",
        ),
        (
            f"Гостей из Минска встретил {LAPTEV}. Градоначальник отметил, что города дружат. "
            "Ему ответил глава делегации Иван Ус.",
            "Пётр Лаптев",
        ),
    ],
)
def test_whose_words_they_are(said: Callable[[str], Said], text: str, speaker: str) -> None:
    assert [who for who, _, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "В Омске прошёл форум с участием делегации Минска. Как отметили участники, встреча была полезной.",
        f"Гостей из Минска встретил {LAPTEV}. Гид, выпускница местного вуза, провела их по крепости. "
        "Говорит, что таких гостей давно не было.",
        "Председатель ассоциации «Совет городов Омской области» – глава Тары Иван Ус посетил Минск.",
    ],
)
def test_words_of_people_without_names_are_nobody_s(said: Callable[[str], Said], text: str) -> None:
    assert said(text) == []


def test_the_message_is_that_of_the_authority_that_informed(said: Callable[[str], Said]) -> None:
    text = (
        "Омск и Минск подписали план. Об этом сообщили в пресс-службе правительства Омской области. "
        "«Документ рассчитан на три года», – говорится в сообщении."
    )
    assert said(text) == [("правительство Омской области", "direct", "Документ рассчитан на три года")]


def test_another_sentence_in_marks_right_behind_goes_on(said: Callable[[str], Said]) -> None:
    text = (
        f"«Рады гостям из Минска», – сказал {LAPTEV}. «Завод готов расширить поставки». "
        "«Лебединое озеро» показали вечером."
    )
    assert [words for _, _, words in said(text)] == ["Рады гостям из Минска", "Завод готов расширить поставки"]


def test_verbs_in_the_first_person_are_the_speaker_s_own(said: Callable[[str], Said]) -> None:
    text = f"Гостей из Минска встретил {LAPTEV}.\n– Завод готов расширить поставки. Ждём заказов."
    assert [who for who, _, _ in said(text)] == ["Пётр Лаптев"]


def test_two_words_in_marks_behind_a_name_and_an_office_are_a_remark(said: Callable[[str], Said]) -> None:
    text = "Иван Ус, председатель Мингорисполкома: «Приедем обязательно»."
    assert said(text) == [("Иван Ус", "direct", "Приедем обязательно")]
