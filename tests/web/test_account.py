"""Signing in, being locked out, changing one's password."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from pobratim import storage
from pobratim.model.roles import Role
from tests.web.pages import text_of

NAME, PASSWORD = "Анна Иванова", "сорок два трамвая"


@pytest.fixture(autouse=True)
def anna(home, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    storage.add_user(NAME, Role.ADMINISTRATOR, PASSWORD, by="tests")


def sign_in(client: Client, password: str = PASSWORD, *, name: str = NAME, then: str = ""):
    return client.post("/sign-in/", {"username": name, "password": password, "next": then})


def done() -> list[str]:
    return [trace.what for trace in storage.traces()]


def test_name_and_password_open_the_page_that_was_asked_for(client):
    assert client.get("/ties/?name=Минск").headers["Location"].startswith("/sign-in/?next=%2Fties%2F")
    response = sign_in(client, then="/ties/")
    assert response.status_code == 302 and response.headers["Location"] == "/ties/"
    assert client.get("/ties/").status_code == 200
    assert done() == ["signed in", "user"]


def test_another_site_is_no_place_to_go_on_to(client):
    assert sign_in(client, then="https://evil.example/").headers["Location"] == "/"


@pytest.mark.parametrize(("name", "password"), [(NAME, "другой"), ("Никто", PASSWORD), ("", ""), (NAME, "")])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(client, name, password):
    response = sign_in(client, password, name=name)
    assert response.status_code == 200
    assert "Имя и пароль не подошли" in text_of(response.content)
    assert client.get("/").status_code == 302


def test_five_wrong_passwords_close_the_name_for_a_while(client, settings):
    for _ in range(5):
        response = sign_in(client, "не тот")
    assert response.status_code == 429
    assert "закрыт на 15 минут" in text_of(response.content)
    assert sign_in(Client(REMOTE_ADDR="192.0.2.7")).status_code == 429, "the right one from elsewhere is not looked at"
    assert "locked" in done() and done().count("failed") >= 5

    settings.AXES_COOLOFF_TIME = timedelta(0)
    assert sign_in(client).status_code == 302


def test_a_new_password_opens_a_closed_name(client):
    for _ in range(5):
        sign_in(client, "не тот")
    storage.set_password(NAME, "восемь новых автобусов", by="tests")
    assert sign_in(client, "восемь новых автобусов").status_code == 302


def test_a_right_password_forgets_the_wrong_ones(client):
    for _ in range(2):
        for _ in range(3):
            sign_in(client, "не тот")
        assert sign_in(client).status_code == 302


def test_a_closed_user_is_out_at_once(client):
    storage.add_user("Пётр", Role.ADMINISTRATOR, PASSWORD, by="tests")
    sign_in(client)
    storage.set_active(NAME, False, by="Пётр")
    assert client.get("/").status_code == 302
    assert "не подошли" in text_of(sign_in(client).content)


def test_a_new_password_ends_other_sessions_and_not_this_one(client):
    other = Client()
    sign_in(client)
    sign_in(other)
    new = "восемь новых автобусов"
    response = client.post(
        "/account/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new}, follow=True
    )
    assert "Пароль изменён" in text_of(response.content)
    assert client.get("/").status_code == 200
    assert other.get("/").status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [("не тот", "восемь новых автобусов", "восемь новых автобусов"), (PASSWORD, "коротко", "коротко"),
     (PASSWORD, "восемь новых автобусов", "другое дело совсем"), (PASSWORD, "1234567890123", "1234567890123")],
)
def test_a_password_that_will_not_do(client, old, new, again):
    sign_in(client)
    response = client.post("/account/", {"old_password": old, "new_password1": new, "new_password2": again})
    assert response.status_code == 422 and b'role="alert"' in response.content
    assert sign_in(Client()).status_code == 302


def test_sessions_that_ended_are_thrown_away(client):
    from datetime import datetime, timedelta

    from django.contrib.sessions.models import Session

    sign_in(client)
    Session.objects.update(expire_date=datetime.now() - timedelta(days=1))
    sign_in(Client())
    assert Session.objects.count() == 1


def test_signing_out(client):
    sign_in(client)
    assert client.get("/sign-out/").status_code == 405
    client.post("/sign-out/")
    assert client.get("/").status_code == 302
    assert done()[0] == "signed out"


def test_the_session_cookie_is_safe(client):
    cookie = sign_in(client).cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
