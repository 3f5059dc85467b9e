"""The page of users: letting in, roles, passwords, closing; and who did what."""

from __future__ import annotations

import pytest

from pobratim import storage
from pobratim.model.roles import Role
from tests.web.make import SCRIPT
from tests.web.pages import text_of
from tests.web.people import PASSWORD, as_, let_in


@pytest.fixture(autouse=True)
def quick(home, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.AXES_ENABLED = False


def new(name: str = "Анна Иванова", role: str = "editor", password: str = PASSWORD, again: str = PASSWORD):
    return {"name": name, "role": role, "password": password, "again": again}


def test_at_a_desk_the_first_user_is_an_administrator(client):
    page = text_of(client.get("/users/").content)
    assert "входить не нужно" in page and "Первый администратор" in page
    assert client.post("/users/", new()).status_code == 422, "no editor comes first"

    response = client.post("/users/", new(role="administrator"))

    assert response.headers["Location"] == "/sign-in/"
    assert [(user.name, user.role) for user in storage.users()] == [("Анна Иванова", Role.ADMINISTRATOR)]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (new(name="  "), "печатных знаков"),
        (new(role="царь"), "роли «царь» нет"),
        (new(password="x", again="x"), "короткий"),
        (new(again="другое"), "разные"),
        (new(name="reader"), "уже есть"),
        ({}, "роли «» нет"),
    ],
)
def test_what_will_not_do_is_said_and_nobody_is_let_in(form, said):
    let_in()
    response = as_(Role.ADMINISTRATOR).post("/users/", form)
    assert response.status_code == 422 and said in text_of(response.content)
    assert len(storage.users()) == 4


def test_role_password_and_door():
    let_in()
    client, reader = as_(Role.ADMINISTRATOR), as_(Role.READER)
    number = next(user.number for user in storage.users() if user.name == "reader")

    client.post(f"/users/{number}/role", {"role": "editor"})
    assert reader.get("/add/").status_code == 200
    client.post(f"/users/{number}/active", {"active": "no"})
    assert reader.get("/").status_code == 302
    client.post(f"/users/{number}/active", {"active": "yes"})
    client.post(f"/users/{number}/password", {"password": "семь новых катков", "again": "семь новых катков"})
    assert reader.get("/").status_code == 302, "a new password ends the session"


@pytest.mark.parametrize(("form", "said"), [
    ({"password": "x", "again": "x"}, "короткий"),
    ({"password": PASSWORD, "again": "другое"}, "разные"),
    ({}, "короткий"),
])
def test_a_password_that_will_not_do_is_said_in_the_form_of_the_user(form, said):
    let_in()
    number = next(user.number for user in storage.users() if user.name == "reader")
    response = as_(Role.ADMINISTRATOR).post(f"/users/{number}/password", form)

    assert response.status_code == 422
    opened = response.content.decode().split("<details open>")[1].split("</details>")[0]
    assert said in opened and f'action="/users/{number}/password"' in opened
    assert response.content.decode().count('role="alert"') == 1
    assert as_(Role.READER).get("/").status_code == 200, "the password is what it was"


def test_names_differ_in_more_than_capitals(home):
    let_in()
    storage.add_user("Читатель", Role.READER, PASSWORD, by="tests")
    response = as_(Role.ADMINISTRATOR).post("/users/", new(name="читатель"))

    assert response.status_code == 422 and "пользователь «Читатель» уже есть" in text_of(response.content)
    assert [user.name for user in storage.users()].count("Читатель") == 1


def test_the_last_administrator_stays():
    let_in()
    client = as_(Role.ADMINISTRATOR)
    number = next(user.number for user in storage.users() if user.name == "administrator")
    for address, form in ((f"/users/{number}/role", {"role": "reader"}), (f"/users/{number}/active", {"active": "no"})):
        response = client.post(address, form)
        assert response.status_code == 422 and "единственный администратор" in text_of(response.content)
    assert client.get("/users/").status_code == 200


def test_a_name_is_words():
    let_in()
    storage.add_user(SCRIPT.replace("/", "|"), Role.READER, PASSWORD, by="tests")
    for address in ("/users/", "/traces/"):
        assert b"<script>alert" not in as_(Role.ADMINISTRATOR).get(address).content


def test_traces_say_who_did_what():
    let_in()
    client = as_(Role.ADMINISTRATOR)
    page = text_of(client.get("/traces/").content)
    assert "заведён пользователь" in page and "reviewer: проверяющий" in page
    for odd in ("0", "x", "99999999", "-1"):
        assert client.get(f"/traces/?page={odd}").status_code == 200


def test_traces_turn_their_pages():
    for number in range(120):
        storage.trace("failed", by=f"гость {number}")
    let_in()
    client = as_(Role.ADMINISTRATOR)
    assert "гость 60 неверный" in text_of(client.get("/traces/?page=2").content)
    assert "гость 0 неверный" in text_of(client.get("/traces/?page=3").content)
    assert b'rel="next"' not in client.get("/traces/?page=3").content


def test_a_password_like_the_name_is_refused_in_russian(home):
    let_in()
    form = {"name": "Анна Примерова", "role": "reader", "password": "анна-примерова", "again": "анна-примерова"}
    page = text_of(as_(Role.ADMINISTRATOR).post("/users/", form).content)
    assert "слишком похож на имя" in page and "name" not in page


def test_who_has_not_signed_in_sees_no_ways_that_lead_back_to_the_door(client, home):
    let_in()
    page = client.get("/sign-in/").content.decode()
    assert 'class="menu"' not in page and 'role="search"' not in page
    assert 'class="menu"' in as_(Role.READER).get("/").content.decode()
