from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.register.text import (
    digest,
    distinct_ids,
    likeness,
    normal,
    one_letter_apart,
    slug,
    stem,
)


@pytest.mark.parametrize(("name", "address"), [
    ("Владимир Кухарев", "vladimir-kuharev"),
    ("Петропавловск-Камчатский", "petropavlovsk-kamchatskiy"),
    ("Щёлково", "shchelkovo"),
    ("Нұр-Сұлтан", "nur-sultan"),
    ("Гюмри́", "gyumri"),
    ("München", "munchen"),
    ("  «МАЗ»  ", "maz"),
])
def test_slug(name: str, address: str) -> None:
    assert slug(name) == address


def test_a_name_of_no_known_letters_still_has_an_address() -> None:
    assert slug("北京").startswith("x-")
    assert slug("北京") != slug("上海")


def test_long_names_are_cut_but_stay_apart() -> None:
    long = "Минский государственный дворец детей и молодёжи имени первооткрывателей и путешественников"
    assert len(slug(long)) < 80
    assert slug(long + " один") != slug(long + " два")


@given(st.text())
def test_any_slug_fits_an_address(text: str) -> None:
    assert slug(text)
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_normal_forms_agree_over_case_yo_and_quotation_marks() -> None:
    assert normal("Завод «Алёнушка», ОАО") == normal("завод алЕнушка оао")


@pytest.mark.parametrize(("one", "other"), [
    ("администрация", "администрации"), ("область", "области"), ("завод", "завода"),
])
def test_stems_agree_over_cases(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_likeness_of_phrases() -> None:
    assert likeness("провести Дни культуры Омска", "проведение дней культуры Омска") > 0.3
    assert likeness("поставки автобусов", "обмен учителями") == 0.0
    assert likeness("ЖКХ", "жкх") == 1.0


@pytest.mark.parametrize(("one", "other", "apart"), [
    ("кухарев", "кухорев", True),     # changed
    ("кухарев", "кухаев", True),      # left out
    ("кухарев", "куххарев", True),    # added
    ("кухарев", "кухраев", True),     # swapped
    ("кухарев", "кухарев", False),
    ("кухарев", "кохорев", False),
    ("кухарев", "кух", False),
    ("", "а", True),
])
def test_one_letter_apart(one: str, other: str, apart: bool) -> None:
    assert one_letter_apart(one, other) is apart
    assert one_letter_apart(other, one) is apart


def test_digest_tells_apart_what_joined_strings_would_not() -> None:
    assert digest("a", "b|c") != digest("a|b", "c")
    assert digest(["a"], "b") != digest(["a", "b"])
    assert digest("Омск", 2024) == digest("Омск", 2024)


def test_those_who_want_one_id_each_get_one_of_their_own() -> None:
    ids = distinct_ids([("a", "ivan-ivanov", "Минск"), ("b", "ivan-ivanov", "Омск"), ("c", "petr", "Минск")])
    assert ids["c"] == "petr"
    assert ids["a"] != ids["b"]
    assert "ivan-ivanov" not in ids.values()
