"""Words in another form, their capitals kept: what pymorphy3 would say, told faster."""

from __future__ import annotations

import pytest

from pobratim.reading.text import dictionary
from pobratim.reading.text.inflection import inflect, recase
from pobratim.reading.text.vocabulary import vocabulary


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


def test_hyphenated_names_keep_the_capitals_of_their_parts() -> None:
    assert recase("ростов-на-дону", "Ростова-на-Дону") == "Ростов-на-Дону"


@pytest.mark.parametrize(
    ("text", "grammemes", "like", "expected"),
    [
        ("высшей", ("nomn", "sing", "femn"), "ADJF", "высшая"),  # not «высочайшая»
        ("Глубоком", ("nomn", "sing", "neut"), "ADJF", "Глубокое"),
        ("саду", ("loct",), None, "саде"),
        ("Петровой", ("nomn",), "петров", "Петрова"),
        ("учёными", ("nomn", "plur"), "NOUN", "учёные"),
        ("учеными", ("nomn", "plur"), "NOUN", "учёные"),
        ("вчера", ("gent",), None, "вчера"),
        ("Иванюковичем", ("nomn",), None, "Иванюкович"),
    ],
)
def test_the_form_asked_for_is_that_of_the_parse_meant(
    text: str, grammemes: tuple[str, ...], like: str | None, expected: str
) -> None:
    assert inflect(text, *grammemes, like=like) == expected


@pytest.mark.parametrize("grammemes", [("nomn", "sing"), ("gent",), ("nomn", "plur"), ("ablt", "femn")])
def test_forms_are_those_of_pymorphy3(grammemes: tuple[str, ...]) -> None:
    analyzer = dictionary.analyzer()
    for word in list(vocabulary().numbers)[::997]:
        found = (parse.inflect(set(grammemes)) for parse in analyzer.parse(word) if "Supr" not in parse.tag.grammemes)
        changed = next((form.word for form in found if form is not None), None)
        if changed is not None:
            assert inflect(word, *grammemes) == changed
