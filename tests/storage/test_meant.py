"""Words that find nothing: who may be meant by them."""

from __future__ import annotations

import pytest

from pobratim import register, storage
from tests.readings import reading
from tests.registers import REGISTER, derives


@pytest.fixture(autouse=True)
def derived(home, monkeypatch):
    monkeypatch.setattr(register, "derive_with_judgements", derives(REGISTER))
    storage.derive()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Минкс", "city:minsk"),
        ("минсск", "city:minsk"),
        ("Minsk", "city:minsk"),
        ("Shelest", "person:shelest"),
        ("Шелист", "person:shelest"),
        ("встреча Шелист", "person:shelest"),
    ],
)
def test_a_slip_of_the_pen_and_another_alphabet(typed, meant):
    assert meant in {row.id for row in storage.meant(typed)}


@pytest.mark.parametrize(("typed", "words"), [
    ("тралейбус", ("троллейбус",)),
    ("тралейбусов", ("троллейбус",)),
    ("поставка тралейбусов", ("поставка троллейбус",)),
    ("троллейбус", ()),  # the documents have it
    ("Атлантида", ()),
    ("тралейбус Атлантида", ()),
    ("", ()),
    ("и", ()),
    ("'\"%", ()),
])
def test_words_of_documents_that_are_meant(typed, words):
    storage.keep(reading(text="Обсудили поставку троллейбусов."), None, "news.txt")

    assert storage.meant_words(typed) == words


@pytest.mark.parametrize("typed", ["", "Атлантида", "и", "?!", "abcdefgh", "ааааааааа", "мин"])
def test_what_is_like_nothing_means_nothing(typed):
    assert storage.meant(typed) == ()
