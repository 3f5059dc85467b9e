"""Morphology: lemmas and parses."""

from __future__ import annotations

import pytest

from pobratim.reading.text.morph import is_known, lemma, word


@pytest.mark.parametrize(
    ("form", "expected"),
    [("Гомеля", "гомель"), ("подписали", "подписать"), ("городами-побратимами", "город-побратим"), ("BelTA", "belta")],
)
def test_lemmas_are_small_and_in_dictionary_form(form: str, expected: str) -> None:
    assert lemma(form) == expected


def test_a_word_knows_every_way_to_read_it() -> None:
    glava = word("главе")
    assert {parse.case for parse in glava.parses} == {"datv", "loct"}
    assert glava.is_pos("NOUN") and not glava.is_pos("VERB")
    assert glava.is_case("gent", "datv") and not glava.is_case("gent", "ablt")
    assert glava.may_be_case("datv") and not glava.may_be_case("gent")


def test_of_what_is_no_russian_word_nobody_knows_the_case() -> None:
    samsung = word("Samsung")
    assert samsung.may_be_case("gent") and not samsung.is_case("gent")


def test_words_that_the_dictionary_lacks_decline_as_their_models() -> None:
    assert [(word(form).lemma, word(form).parses[0].case) for form in ("велаятом", "примару", "жупании")] == [
        ("велаят", "ablt"), ("примар", "datv"), ("жупания", "gent"),
    ]  # fmt: skip
    assert is_known("повята")
