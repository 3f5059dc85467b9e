"""Places called partners of one another, and partners of trade. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

MET = "Губернатор Псковской области Иван Лаптев встретился с послом Беларуси Петром Сомовым. "


@pytest.mark.parametrize(
    "text",
    [
        "Витебская область является ближайшим соседом и основным партнёром региона в Беларуси, отметил губернатор.",
        "Псковская область – надёжный и давний партнёр Витебской области.",
    ],
)
def test_the_main_partner_of_a_region(text: str) -> None:
    sides = ["Витебская область", "Псковская область"]
    assert facts(MET + text, "partnership", "kind", "parties") == [("partner", sides)]


@pytest.mark.parametrize(
    "text",
    [
        "Беларусь остаётся главным партнёром региона.",
        "На Россию приходится 70% экспорта Витебской области, ведущим партнёром остаётся Псковская область.",
        "Псковская область – важный партнёр Беларуси.",
        "Витебская область – крупнейший торговый партнёр Псковской области.",
        "Завод «Луч» – давний партнёр Витебской области.",
        "Псковская область – партнёр выставки в Витебске.",
    ],
)
def test_partners_of_trade_and_of_bodies(text: str) -> None:
    assert facts(MET + text, "partnership", "parties") == []


def test_ties_that_develop_are_there() -> None:
    text = MET.replace("послом Беларуси", "мэром Витебска") + "Партнёрские связи Пскова и Витебска развиваются активно."
    assert facts(text, "partnership", "kind", "parties") == [("partner", ["Витебск", "Псков"])]


def test_with_the_part_of_one_nobody_knows_the_other() -> None:
    text = MET + "Подписано соглашение об установлении дружеских отношений с участием Лидского района."
    assert facts(text, "partnership", "parties") == []
    assert facts(text, "agreement", "parties") == []
    both = "Псков и Лида подписали соглашение о побратимстве с участием посла."
    assert facts(both, "agreement", "parties", "subject") == [(["Лида", "Псков"], "побратимство")]


def test_old_friends_and_partners() -> None:
    text = MET + "Псковская и Витебская области – добрые друзья и давние партнёры."
    assert facts(text, "partnership", "parties") == [(["Витебская область", "Псковская область"],)]
