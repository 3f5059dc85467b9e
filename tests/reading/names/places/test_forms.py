"""The nominative of towns that no list has; the towns are invented."""

from __future__ import annotations

import pytest

from pobratim.reading.names.places.forms import nominative_of


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
    assert nominative_of(form, frozenset({case})) == nominative


def test_another_mention_tells_more() -> None:
    gent, loct = frozenset({"gent"}), frozenset({"loct"})
    assert nominative_of("Гарвидова", gent) == "Гарвидово"
    others = [("Гарвидов", frozenset({"nomn"}))]
    assert nominative_of("Гарвидова", gent, others) == "Гарвидов"
    assert nominative_of("Мирведи", loct, [("Мирведь", frozenset({"nomn"}))]) == "Мирведь"
