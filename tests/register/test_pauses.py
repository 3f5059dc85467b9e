"""A pause is no end."""

from __future__ import annotations

import pytest

from tests.register.make import derive, reading, twins


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Омск приостановил побратимские связи с Минском.", "paused"),
        ("Отношения с Минском заморожены до лучших времён.", "paused"),
        ("Омск разорвал побратимские связи с Минском.", "ended"),
        ("Приостановленный в марте договор о побратимстве депутаты расторгли.", "ended"),
        ("Отношения сначала приостановили, а потом прекратили.", "ended"),
        ("Города больше не побратимы.", "ended"),
    ],
)
def test_what_rests_and_what_is_no_more(sentence: str, status: str) -> None:
    (tie,) = derive(reading(twins("Минск", "Омск", status="ended", sentence=sentence), published="2022-03-01")).ties
    assert tie.status == status
    assert (tie.history[0].until is None) == (status == "paused")


def test_only_an_end_is_looked_at() -> None:
    sentence = "Города, чьи связи приостанавливались, снова побратимы."
    (tie,) = derive(reading(twins("Минск", "Омск", sentence=sentence))).ties
    assert tie.status == "active"
