from __future__ import annotations

from pobratim.register.answers.words import words_in
from pobratim.register.lemmas import is_noun, lemmas, serves


def test_dictionary_forms_in_their_order() -> None:
    assert lemmas("Поставит в Омск ёмкие троллейбусы") == ("поставить", "в", "омск", "емкий", "троллейбус")


def test_what_is_counted_is_a_noun() -> None:
    assert (is_noun("троллейбус"), is_noun("низкопольный")) == (True, False)
    assert (serves("вместо"), serves("троллейбус")) == (True, False)


def test_words_that_may_stand_anywhere_and_names_of_sides_tell_nothing() -> None:
    words = words_in(("развивать сотрудничество Омска в сфере омской культуры",), frozenset({"Омск"}))
    assert words.content == {"культура"}


def test_how_many_of_each_thing_but_no_years() -> None:
    assert words_in(("в 2026 году передать 8 новых низкопольных троллейбусов и два трамвая",)).amounts == {
        "троллейбус": 8, "трамвай": 2,
    }


def test_instead_of() -> None:
    assert words_in(("съездили шестеро вместо десяти",)).instead_of == 10
