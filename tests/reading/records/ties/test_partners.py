"""Partners: by their relations, as «город-партнёр», in a list."""

from __future__ import annotations

from tests.reading.records.facts import facts

SLOTS = ("parties", "kind", "since", "status")


def test_a_document_of_friendly_relations_makes_partners() -> None:
    text = (
        "Делегация Омска прибыла в Минск. Действующее соглашение об установлении дружественных связей "
        "города подписали в мае 2019 года."
    )
    assert facts(text, "partnership", *SLOTS) == [(["Минск", "Омск"], "partner", "2019-05", "active")]


def test_partners_and_twins_to_be() -> None:
    text = (
        "Партнёрские связи между Омском и Брестом вот уже семь лет помогают заводам. Подписание соглашения "
        "о побратимских связях между Омском и Брестом выведет дружбу на новый уровень."
    )
    assert sorted(facts(text, "partnership", *SLOTS), key=str) == [
        (["Брест", "Омск"], "partner", None, "active"),
        (["Брест", "Омск"], "twin", None, "planned"),
    ]


def test_partners_whom_somebody_met_are_no_list_of_ties() -> None:
    text = (
        "В ходе встреч с белорусскими партнёрами представители руководства Омской области также ознакомились с опытом "
        "Минска и Бреста."
    )
    assert facts(text, "partnership", "parties") == []


def test_what_somebody_comes_for_is_no_tie_yet() -> None:
    for text in (
        "Делегация Баодина приехала в Лиду с целью установления и укрепления дружественных связей.",
        "Гости из Баодина нанесут визит в Лиду в целях развития дружеских отношений, установления контактов.",
        "Мэр Баодина прибыл в Лиду для установления партнёрских отношений.",
    ):
        assert facts(text, "partnership", *SLOTS) == []


def test_brotherly_relations_are_those_of_partners_and_a_brotherly_republic_is_none() -> None:
    text = "Подписан договор об установлении братских связей между Лидой и Ржевом."
    assert facts(text, "partnership", *SLOTS) == [(["Лида", "Ржев"], "partner", None, "active")]
    assert facts("Тульская область расширяет контакты с братской республикой Беларусь.", "partnership", *SLOTS) == []
