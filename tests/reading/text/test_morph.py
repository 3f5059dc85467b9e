"""Morphology: lemmas, parses and inflection with capitals kept."""

from __future__ import annotations

import pytest

from pobratim.reading.text.inflection import inflect, recase
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


@pytest.mark.parametrize(
    ("text", "grammemes", "expected"),
    [
        ("Минска", ("nomn",), "Минск"),
        ("МИНСКА", ("nomn",), "МИНСК"),
        ("Минск", ("gent",), "Минска"),
        ("xyz", ("gent",), "xyz"),
    ],
)
def test_inflection_keeps_capitals_and_leaves_what_it_cannot_change(
    text: str, grammemes: tuple[str, ...], expected: str
) -> None:
    assert inflect(text, *grammemes) == expected


def test_words_that_the_dictionary_lacks_decline_as_their_models() -> None:
    assert [(word(form).lemma, word(form).parses[0].case) for form in ("велаятом", "примару", "жупании")] == [
        ("велаят", "ablt"), ("примар", "datv"), ("жупания", "gent"),
    ]  # fmt: skip
    assert is_known("повята")


def test_hyphenated_names_keep_the_capitals_of_their_parts() -> None:
    assert recase("ростов-на-дону", "Ростова-на-Дону") == "Ростов-на-Дону"
