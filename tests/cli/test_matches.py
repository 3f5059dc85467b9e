"""`pobratim matches`."""

from __future__ import annotations

import pytest

from pobratim import storage
from tests.register.make import offer, plan, reading


@pytest.fixture
def market(home):
    for made in (
        reading(offer("автобусы", direction="need", buyer="Омск"), name="а", published="2025-01-10"),
        reading(offer("лифты", direction="need", buyer="Казань"), name="б", published="2025-01-11"),
        reading(
            offer("электробусы", seller="Минск"), offer("лифты", seller="Брест"),
            plan("Минск", "Омск", action="обновить парк автобусов"),
            name="в", published="2025-02-10", publisher="Вечерний листок",
        ),
    ):
        storage.keep(made, None, made.document.source)


@pytest.mark.usefixtures("market")
def test_who_has_what_another_needs_why_and_what_was_tried(pobratim):
    run = pobratim("matches")

    assert run.code == 0
    for words in ("Автобусы — Омск", "Лифты — Казань", "Минск", "тот же вид", "Вечерний листок", "об этом уже"):
        assert words in run.out
    assert "Показано пар: 2 из 2." in run.err


@pytest.mark.usefixtures("market")
def test_only_those_of_one_place(pobratim):
    run = pobratim("matches", "--place", "Бреста")

    assert "Лифты — Казань" in run.out
    assert "Омск" not in run.out


@pytest.mark.usefixtures("market")
def test_not_more_than_asked_for(pobratim):
    assert "Показано пар: 1 из 2." in pobratim("matches", "--limit", 1).err


@pytest.mark.usefixtures("market")
def test_what_was_known_on_a_day(pobratim):
    assert "Пар нет" in pobratim("matches", "--known-on", "2025-01-31").err
    assert "Показано пар: 2 из 2." in pobratim("matches", "--known-on", "2025-02-10").err


def test_a_register_without_needs(pobratim):
    run = pobratim("matches")

    assert (run.code, run.out) == (0, "")
    assert "Пар нет" in run.err


@pytest.mark.usefixtures("market")
def test_a_place_that_the_register_does_not_know(pobratim):
    run = pobratim("matches", "--place", "Атлантида")

    assert run.code == 1
    assert "Атлантида" in run.err
