"""Every address of the application, asked by every role: who may is let in, who may not changes nothing."""

from __future__ import annotations

import pytest
from django.urls import get_resolver, reverse

from pobratim import storage
from pobratim.model.roles import GIVEN, Role
from pobratim.web.rights import RIGHTS
from tests.web import make
from tests.web.pages import text_of
from tests.web.people import as_, let_in

VALUES = {
    "left": make.MINSK,
    "right": make.OMSK,
    "form": "html",
    "place": make.MINSK,
    "person": "person:primerov",
    "organization": "org:uchebtrans",
    "document": make.NEWS,
    "token": "0" * 32,
    "number": 1,
    "fact": "r1",
    "commitment": "commitment:depot",
    "kind": "event",
    "tables": "places",
    "table": "happenings",
    "row": make.MINSK,
}
"""For each part of an address a value that there is; `number` is the first user."""
BAD = {**dict.fromkeys(VALUES, "нет"), "form": "html", "table": "people", "number": 999999}
LAST = {"sign-out"}
"""They end the session."""


@pytest.fixture(autouse=True)
def quick(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.AXES_ENABLED = False


def patterns() -> dict[str, tuple[str, ...]]:
    """The names of all addresses, each with the parts it takes."""
    return {
        pattern.name: tuple(pattern.pattern.converters)
        for pattern in get_resolver().url_patterns
    }


def address(name: str, values: dict[str, object]) -> str:
    return reverse(name, kwargs={part: values[part] for part in patterns()[name]})


def test_the_table_names_every_address_and_no_other():
    assert set(RIGHTS) == set(patterns()), "a new address needs its line in web/rights.py (and its parts in VALUES)"


@pytest.mark.parametrize("role", [Role.NOBODY, *GIVEN])
def test_looking_takes_the_role(filled, role):
    let_in()
    client = as_(role)
    for name in sorted(set(patterns()) - LAST):
        response = client.get(address(name, VALUES))
        if role >= RIGHTS[name].see:
            assert response.status_code in (200, 302, 400, 404, 405, 422), name  # a form that lacks its answers
            assert "sign-in" not in response.headers.get("Location", ""), name
        elif role is Role.NOBODY:
            assert response.status_code == 302 and response.headers["Location"].startswith("/sign-in/?next="), name
        else:
            assert response.status_code == 403, name


@pytest.mark.parametrize("role", [Role.NOBODY, *GIVEN])
def test_changing_takes_the_role(filled, role):
    let_in()
    client = as_(role)
    for name in sorted(set(patterns()) - LAST):
        status = client.post(address(name, VALUES)).status_code
        if role >= RIGHTS[name].needs("POST"):
            assert status in (200, 302, 400, 404, 405, 422), name
        else:
            assert status == 403, name


def test_who_may_not_changes_nothing(filled):
    let_in()
    clients = [as_(Role.NOBODY), as_(Role.READER)]
    before = [storage.users(), storage.journal(), storage.count_kept()]
    for client in clients:
        for name in sorted(set(patterns()) - LAST - {"sign-in", "account"}):
            client.post(address(name, VALUES), {"role": "administrator", "active": "no", "password": "x"})
    assert [storage.users(), storage.journal(), storage.count_kept()] == before


def test_an_id_that_is_not_there(filled):
    for name, parts in patterns().items():
        if parts:
            response = as_(Role.NOBODY).get(address(name, BAD))  # no users: the desk
            assert response.status_code in (302, 400, 404, 405, 422), name


def test_a_reader_is_told_what_is_missing(filled):
    let_in()
    response = as_(Role.READER).get("/add/")
    assert "нужна роль «редактор», а у вас — «читатель»" in text_of(response.content)


def test_a_part_of_a_page_asks_for_signing_in_too(filled):
    let_in()
    response = as_(Role.NOBODY).get("/ties/?name=x", headers={"HX-Request": "true"})
    assert response.status_code == 401 and response.headers["HX-Redirect"] == "/sign-in/"


def test_pages_offer_only_what_may_be_done(filled):
    let_in()
    assert b'href="/add/"' not in as_(Role.READER).get("/").content
    assert b'href="/add/"' in as_(Role.EDITOR).get("/").content
    assert b'href="/users/"' not in as_(Role.REVIEWER).get("/").content
    assert b'href="/users/"' in as_(Role.ADMINISTRATOR).get("/").content


class TestAtTheDesk:
    """One's own machine: no users, no sign-in."""

    def test_everything_may_be_done(self, filled):
        for name, right in RIGHTS.items():
            if name not in LAST | {"sign-in", "account"}:
                assert as_(Role.NOBODY).get(address(name, VALUES)).status_code != 403, (name, right)

    def test_the_first_user_ends_it(self, filled):
        client = as_(Role.NOBODY)
        assert client.get("/").status_code == 200
        storage.add_user("Анна Иванова", Role.ADMINISTRATOR, "сорок два трамвая", by="tests")
        assert client.get("/").headers["Location"] == "/sign-in/?next=%2F"

    def test_signing_in_has_nothing_to_do(self, filled):
        assert as_(Role.NOBODY).get("/sign-in/").headers["Location"] == "/"


class TestServedToOthers:
    def test_without_users_the_door_stays_closed(self, filled, settings):
        settings.POBRATIM_ACCESS = "sign-in"
        assert as_(Role.NOBODY).get("/").status_code == 302
        page = text_of(as_(Role.NOBODY).get("/sign-in/").content)
        assert "Пользователей ещё нет" in page and "pobratim user add" in page

    def test_open_to_the_public_everybody_reads_and_nobody_changes(self, filled, settings):
        settings.POBRATIM_ACCESS = "public"
        client = as_(Role.NOBODY)
        assert client.get("/").status_code == 200
        assert client.get(f"/documents/{make.NEWS}/").status_code == 200
        assert client.get(f"/documents/{make.NEWS}/original").status_code == 302
        assert client.post("/add/", {"text": "Минск"}).status_code == 403
        assert "Войти" in text_of(client.get("/").content)
