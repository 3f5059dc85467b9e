"""The nominative of towns that no list has; the towns are invented."""

from __future__ import annotations

import pytest

from pobratim.reading.names.places.forms import Form, nominatives


@pytest.mark.parametrize(
    ("form", "case", "nominative"),
    [
        ("Гирсовке", "loct", "Гирсовка"),
        ("Гирсовки", "gent", "Гирсовка"),
        ("Любинца", "gent", "Любинец"),
        ("Кальдберга", "gent", "Кальдберг"),
        ("Тарсола", "gent", "Тарсол"),
        ("Мирведи", "loct", "Мирведи"),
        ("Тренсо", "gent", "Тренсо"),
        ("Гирсовского", "gent", "Гирсовский"),
        ("Ольванией", "ablt", "Ольвания"),
        ("Тарсола-на-Мирне", "gent", "Тарсол-на-Мирне"),
        ("Хуаньдуна", "gent", "Хуаньдун"),
    ],
)
def test_the_case_and_the_ending_tell(form: str, case: str, nominative: str) -> None:
    assert nominatives([Form(form.lower(), frozenset({case}))]) == [nominative.lower()]


def told(*mentions: tuple[str, str]) -> set[str]:
    return set(nominatives([Form(form, frozenset({case})) for form, case in mentions]))


def test_all_mentions_have_one_nominative() -> None:
    assert told(("гарвидова", "gent")) == {"гарвидово"}
    assert told(("гарвидова", "gent"), ("гарвидов", "nomn")) == {"гарвидов"}
    assert told(("мирведи", "loct"), ("мирведь", "nomn")) == {"мирведь"}
    assert told(("гинц", "nomn"), ("гинца", "gent"), ("гинце", "loct"), ("гинцем", "ablt")) == {"гинц"}
    assert told(("гинц", "nomn"), ("гинца", "gent"), ("кальдберге", "loct")) == {"гинц", "кальдберг"}


def test_an_adjective_of_the_text_tells_too() -> None:
    gent = Form("любинца", frozenset({"gent"}))
    assert nominatives([gent]) == ["любинец"]
    assert nominatives([gent], {"любинцский"}) == ["любинц"]


def test_what_no_case_ends_in_stays_as_it_is() -> None:
    assert told(("намиде", "gent")) == {"намиде"}


def test_a_german_name_behind_a_word_in_the_genitive_declines() -> None:
    either = frozenset({"gent", "nomn"})
    assert nominatives([Form("гирштадта", either)]) == ["гирштадт"]
    assert nominatives([Form("гирдома", either)]) == ["гирдома"]
