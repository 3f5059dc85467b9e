"""A visit of several days gives its first day to nothing that happened during it."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

SIGNED = " Мэр Омска Иван Лаптев и мэр Бреста Пётр Савицкий подписали соглашение о дружбе."


@pytest.mark.parametrize(
    ("visit", "date"),
    [
        ("19 июня 2024 года в Брест прибыла делегация Омска.", "2024-06-19"),
        ("19 июня 2024 года в Брест прибыла делегация Омска, гостила она до 21-го.", None),
        ("19 июня 2024 года в Брест с трёхдневным визитом прибыла делегация Омска.", None),
        ("Делегация Омска прибыла в Брест 19 июня 2024 года. Гости пробыли в городе три дня.", None),
        ("Делегация Омска прибыла в Брест 19 июня 2024 года. Визит продлится до 21 июня.", None),
    ],
)
def test_a_signing_takes_the_day_of_a_visit_of_one_day(visit: str, date: str | None) -> None:
    found = [day for kind, day in facts(visit + SIGNED, "event", "kind", "date") if kind == "signing"]
    assert found == [date]
