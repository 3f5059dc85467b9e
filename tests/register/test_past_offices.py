"""An office that was held then is none of the day on which a document tells of it."""

from __future__ import annotations

import pytest

import pobratim
from pobratim.register import derive
from pobratim.register.rows import HeldPost


def posts(*told: tuple[str, str]) -> list[HeldPost]:
    """Those of Lapin, as documents of these days tell."""
    rows = derive([pobratim.read(text, published=day) for text, day in told]).people
    return [post for row in rows if row.name == "Фома Лапин" for post in row.posts]


@pytest.mark.parametrize("text", [
    "Договор с Минском подписывал Фома Лапин, занимавший тогда кресло мэра Омска.",
    "Договор с Минском подписывал Фома Лапин, в то время занимавший пост мэра Омска.",
    "Договор с Минском подписывал тогдашний мэр Омска Фома Лапин.",
])
def test_who_held_it_then_is_called_former_and_has_it_on_no_day(text):
    (post,) = posts((text, "2025-10-29"))

    assert (post.title, post.attested) == ("бывший мэр", ())
    assert post.evidence


@pytest.mark.parametrize("text", [
    "Договор с Минском подписал Фома Лапин, занимающий пост мэра Омска.",
    "Договор с Минском подписал мэр Омска Фома Лапин, и тогда же открыли выставку.",
    "Тогда договор с Минском подписал мэр Омска Фома Лапин.",
])
def test_what_else_was_then_says_nothing_of_the_office(text):
    assert [(post.title, post.attested) for post in posts((text, "2025-10-29"))] == [("мэр", ("2025-10-29",))]


def test_whoever_is_called_so_by_an_older_document_held_it_on_that_day():
    (post,) = posts(
        ("Договор с Минском подписал мэр Омска Фома Лапин.", "2017-12-18"),
        ("Договор с Минском подписывал Фома Лапин, занимавший тогда кресло мэра Омска.", "2025-10-29"),
    )

    assert (post.title, post.attested) == ("мэр", ("2017-12-18",))


def test_who_is_called_former_is_not_called_so_twice():
    (post,) = posts(("Договор с Минском подписывал тогдашний бывший мэр Омска Фома Лапин.", "2025-10-29"))

    assert post.title == "бывший мэр"
