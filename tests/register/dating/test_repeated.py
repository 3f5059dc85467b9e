"""What an undated text tells in the words of a dated one: all of it, or how old a town is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pobratim.model.reading import Reading
from pobratim.register.rows import Register
from tests.register.make import derive, meeting, reading, visit


def published(register: Register, name: str) -> tuple[str | None, str | None]:
    row = next(row for row in register.documents if row.source == name)
    return row.published, row.published_basis


def told(words: str, published: str | None = None, name: str = "новость.txt") -> Reading:
    """A sentence before the visit of one town to the other, which it may name in any case."""
    plain = reading(visit("Минск", "Омск"), name=name, published=published, text=words)
    entities = tuple(
        replace(one, mentions=tuple(found.span() for found in re.finditer(rf"{one.name}\w*", plain.document.text)))
        for one in plain.entities
    )
    return replace(plain, entities=entities)


OF_2024 = told("Минск отпраздновал 957-ю годовщину со дня основания.", "2024-09-10", "агентство.txt")


@pytest.mark.parametrize(("words", "year"), [
    ("Гости поздравили Минск с 957-летием со дня основания города.", "2024"),
    ("В Минске отметили 955-летие города.", "2022"),
    ("В городе готовятся: будет 960-летие Минска.", None),         # still to come
    ("Минск идёт к 960-летию со дня основания города.", None),      # so is this
    ("В Минске отметили 955-летие завода.", None),                  # not of the town
    ("В Омске отметили 955-летие города.", None),                   # of another
    ("В Минске вспоминали 955-летие города в 2022 году.", None),    # a year of its own
    ("В Минске отметили 30-летие города.", None),                   # too young to be a town's age
    ("В Минске отметили 857-летие города.", None),                  # counted in another way
])
def test_how_old_a_town_is_tells_the_year(words: str, year: str | None) -> None:
    register = derive(told(words), OF_2024)
    assert published(register, "новость.txt") == (year, "inferred" if year else None)


def test_the_reasons_name_both_sentences() -> None:
    register = derive(told("Гости поздравили Минск с 957-летием города."), OF_2024)
    row = next(row for row in register.documents if row.source == "новость.txt")
    assert [one.reason for one in row.published_because] == [
        "«957-летием» — возраст города", "957 лет ему было в 2024 году",
    ]
    assert len({one.document for one in row.published_because}) == 2
    assert all(one.span for one in row.published_because)


def test_of_a_sentence_with_two_towns_only_the_same_age_tells() -> None:
    words = "Минск, побратим Омска, отметил 957-ю годовщину со дня своего основания."
    both = told(words, "2024-09-10", "агентство.txt")
    same = derive(told("Минск поздравили с 957-летием города."), both)
    other = derive(told("Минск поздравили с 955-летием города."), both)
    assert published(same, "новость.txt") == ("2024", "inferred")
    assert published(other, "новость.txt") == (None, None)


def test_sources_that_count_in_two_ways_tell_nothing() -> None:
    other = told("Минск отпраздновал 950-летие города.", "2024-09-11", "газета.txt")
    register = derive(told("Минск поздравили с 955-летием города."), OF_2024, other)
    assert published(register, "новость.txt") == (None, None)


def test_a_document_that_goes_takes_its_age_with_it() -> None:
    """The order of documents does not matter, nor whether one was there before."""
    text = told("Минск поздравили с 957-летием города.")
    assert derive(text, OF_2024) == derive(OF_2024, text)
    assert published(derive(text), "новость.txt") == (None, None)


WORDS = " ".join(f"слово{number}" for number in range(60))


@pytest.mark.parametrize(("original", "year"), [("2025-08-26", "2025"), ("2025-12-26", None), (None, None)])
def test_a_reprint_comes_out_when_its_source_does(original: str | None, year: str | None) -> None:
    register = derive(
        reading(meeting("Минск", "Омск"), name="агентство.txt", published=original, text=WORDS),
        reading(meeting("Минск", "Омск"), name="портал.txt", text=f"{WORDS} Перепечатка."),
    )
    reprints = [row for row in register.documents if row.reprint_of]
    assert len(reprints) == 1
    assert reprints[0].published == year
