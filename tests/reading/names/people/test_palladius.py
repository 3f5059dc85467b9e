"""Chinese names: what the syllables tell."""

from __future__ import annotations

import pytest

from pobratim.reading.names.people.palladius import chinese_bases, is_family, sounds_chinese, syllables


@pytest.mark.parametrize(
    ("form", "nominative"),
    [("чжэньдуном", "чжэньдун"), ("гоцяна", "гоцян"), ("шаочуню", "шаочунь"), ("вэя", "вэй"), ("мэйхуа", "мэйхуа")],
)
def test_the_nominative_is_the_form_that_is_made_of_syllables(form: str, nominative: str) -> None:
    assert [base for base, _ in chinese_bases(form)] == [nominative]


def test_words_that_are_no_chinese_names() -> None:
    assert not syllables("брест")
    assert not sounds_chinese("лена")
    assert not sounds_chinese("бригада", 4)
    assert sounds_chinese("суйфэньхэ", 4)


def test_family_names() -> None:
    assert is_family("ван")
    assert not is_family("ванг")


def test_a_declined_family_name_before_a_given_name_left_as_it_is() -> None:
    from pobratim import read

    text = "Мэр Биробиджана Максим Лаптев познакомился с мэром Хэгана Дэном Вэйюань."
    assert "Дэн Вэйюань" in {entity.name for entity in read(text).entities}
