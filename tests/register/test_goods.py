from __future__ import annotations

import re

import pytest

from pobratim.register.goods import codes_of, codes_of_maker, kinds, nearness

ITEMS = {
    "двадцать низкопольных троллейбусов": ("29.10.30",),
    "тракторы и мебель": ("28.3", "31"),
    "дорожная и коммунальная техника": ("28.9", "29.10.5"),
    "опыт раздельного сбора отходов": ("38",),
    "продукты питания": ("10",),
    "молочные продукты питания": ("10.5",),
    "техника МТЗ": ("28.3",),
    "спецтехника и комплектующие": ("29.10.5", "29.3"),
    "печенье": ("10.82",),
    "готовая продукция": (),
    "": (),
}


@pytest.mark.parametrize("item", ITEMS)
def test_what_an_item_is_of(item: str) -> None:
    assert codes_of(item) == ITEMS[item]


def test_what_a_maker_makes_by_its_name_and_by_the_table() -> None:
    assert "29.10.30" in codes_of_maker(["ОАО «МАЗ»"])
    assert codes_of_maker(["Тихореченский мебельный комбинат"]) == ("31",)
    assert codes_of_maker(["Городская дума"]) == ()


def test_how_near_two_kinds_are() -> None:
    assert nearness(["29.10.30"], ["31", "29.10.30"]) == (1.0, "29.10.30")
    assert nearness(["10"], ["10.5"]) == (0.7, "10")
    assert nearness(["29.10.30"], ["29.3"]) == (0.4, "29")
    assert nearness(["31"], ["10"]) == (0.0, None)
    assert nearness([], ["10"]) == (0.0, None)


def test_the_table_is_written_as_its_head_says() -> None:
    for code, kind in kinds().items():
        assert re.fullmatch(r"\d\d(\.\d{1,2}(\.\d{1,2})?)?", code)
        assert kind.name and all(kind.phrases)
