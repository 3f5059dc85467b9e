from __future__ import annotations

import pytest

from pobratim.register.latin import is_latin, skeleton


@pytest.mark.parametrize(("latin", "cyrillic"), [
    ("Kukharau", "Кухарев"),        # Belarusian passport
    ("Kukharev", "Кухарев"),
    ("Kuharev", "Кухарев"),
    ("Ćosić", "Чосич"),
    ("Shchukin", "Щукин"),
    ("Zhukov", "Жуков"),
    ("Žukaŭ", "Жуков"),
    ("Tsuran", "Цуран"),
    ("Hryhorau", "Григоров"),
    ("Pryvalau", "Привалов"),
    ("Shelest", "Шелест"),
])
def test_one_name_in_two_alphabets_has_one_skeleton(latin: str, cyrillic: str) -> None:
    assert skeleton(latin) == skeleton(cyrillic.lower()) is not None
    assert is_latin(latin) and not is_latin(cyrillic)


@pytest.mark.parametrize(("latin", "cyrillic"), [("Orlov", "Карлов"), ("Shelest", "Челест"), ("Kukharau", "Кухарчук")])
def test_other_names_have_others(latin: str, cyrillic: str) -> None:
    assert skeleton(latin) != skeleton(cyrillic)


def test_too_few_consonants_tell_nothing() -> None:
    assert skeleton("Гой") is skeleton("Lee") is None
