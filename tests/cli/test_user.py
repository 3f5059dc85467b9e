"""`pobratim user …`: who may sign in."""

from __future__ import annotations

import io

import pytest

PASSWORD = "сорок два трамвая"


@pytest.fixture
def user(pobratim, monkeypatch):
    """The command with a password on standard input."""

    def run(*arguments: str, password: str = PASSWORD):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        return pobratim("user", *arguments)

    return run


def test_the_first_is_an_administrator_and_the_next_a_reader(user):
    assert "роль: administrator" in user("add", "Анна Иванова").err
    assert "роль: reader" in user("add", "Пётр").err
    assert "роль: reviewer" in user("add", "Вера", "--role", "reviewer").err

    lines = user("list").out.splitlines()

    assert lines == [
        "Анна Иванова · administrator (администратор) · ещё не входил",
        "Вера · reviewer (проверяющий) · ещё не входил",
        "Пётр · reader (читатель) · ещё не входил",
    ]


def test_nobody_yet(user):
    assert "Пользователей нет" in user("list").err


def test_another_role_another_password_and_the_door(user):
    user("add", "Анна")
    user("add", "Пётр")
    assert user("role", "Пётр", "editor").code == 0
    assert user("password", "Пётр", password="восемь новых автобусов").code == 0
    assert user("close", "Пётр").code == 0
    assert "Пётр · editor (редактор) · ещё не входил · вход закрыт" in user("list").out
    assert user("open", "Пётр").code == 0
    assert "закрыт" not in user("list").out


@pytest.mark.parametrize(
    ("arguments", "password", "said"),
    [
        (["add", "Анна"], PASSWORD, "уже есть"),
        (["add", "Вера"], "x", "короткий"),
        (["add", "Вера"], "", "короткий"),
        (["add", " "], PASSWORD, "печатных знаков"),
        (["role", "Никто", "reader"], "", "пользователя «Никто» нет; есть: Анна"),
        (["role", "Анна", "reader"], "", "единственный администратор"),
        (["close", "Анна"], "", "единственный администратор"),
        (["password", "Никто"], PASSWORD, "нет"),
    ],
)
def test_what_cannot_be_done_is_said(user, arguments, password, said):
    user("add", "Анна")
    run = user(*arguments, password=password)
    assert run.code == 1 and said in run.err


def test_a_role_that_there_is_not(user):
    assert user("add", "Анна", "--role", "царь").code == 2


def test_nobody_but_an_administrator_comes_first(user):
    assert "первым заводят администратора" in user("add", "Анна", "--role", "reader").err
