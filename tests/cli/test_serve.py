"""`pobratim serve`: the address, the warning, the port that is taken. The pages have tests of their own."""

from __future__ import annotations

import os
import socket
import threading

import pytest

from pobratim import storage
from pobratim.model.roles import Role

pytestmark = pytest.mark.usefixtures("hand_made")


@pytest.fixture
def server(monkeypatch):
    """Stands in for waitress's server; remembers what it was asked for.

    Nor are pages made ready: that goes on in a thread, which would load modules beneath the tests that follow.
    """
    asked = {"ready": threading.Event()}

    class Server:
        def run(self) -> None:
            asked["ran"] = True

    def create_server(application, **options):
        asked.update(options, application=application)
        return Server()

    monkeypatch.setattr("waitress.create_server", create_server)
    monkeypatch.setattr("pobratim.web.ready.make_ready", asked["ready"].set)
    return asked


@pytest.fixture(autouse=True)
def put_back(monkeypatch):
    """What serving sets in the environment is put back, also where it ends with an error."""
    for name in ("HOSTS", "ACCESS", "ADDRESS"):
        monkeypatch.setenv(f"POBRATIM_{name}", "")


@pytest.fixture
def user():
    storage.add_user("Анна Иванова", Role.ADMINISTRATOR, "сорок два трамвая", by="tests")


def access() -> str:
    return os.environ["POBRATIM_ACCESS"]


def test_it_serves_this_machine_and_says_where(pobratim, server):
    run = pobratim("serve")

    assert run.code == 0
    assert (server["host"], server["port"], server["ran"]) == ("127.0.0.1", 8000, True)
    assert callable(server["application"])
    assert "http://127.0.0.1:8000" in run.err
    assert "Внимание" not in run.err
    assert access() == "desk"
    assert server["ready"].wait(timeout=30), "pages are loaded before the first is asked for"


@pytest.mark.parametrize("host", ["localhost", "::1", "127.0.0.2"])
def test_no_warning_for_addresses_only_this_machine_reaches(pobratim, server, host):
    assert "Внимание" not in pobratim("serve", "--host", host).err


def test_another_address_is_served_to_users_with_a_warning(pobratim, server, user):
    run = pobratim("serve", "--host", "192.168.1.5", "--port", "9000")

    assert "Внимание" in run.err and "без шифрования" in run.err
    assert "http://192.168.1.5:9000" in run.err
    assert "POBRATIM_HOSTS" not in run.err
    assert access() == "sign-in"


@pytest.mark.parametrize("more", [["--host", "192.168.1.5"], ["--address", "https://reestr.example"]])
def test_without_users_others_are_not_served(pobratim, server, more):
    run = pobratim("serve", *more)

    assert run.code == 1 and "ran" not in server
    assert "нужен вход, а пользователей ещё нет" in run.err and "pobratim user add" in run.err


def test_behind_a_proxy_users_sign_in_by_https(pobratim, server, user):
    run = pobratim("serve", "--address", "https://reestr.example")

    assert run.code == 0 and access() == "sign-in"
    assert "https://reestr.example" in run.err and "Внимание" not in run.err
    assert server["trusted_proxy"] == "127.0.0.1" and "x-forwarded-proto" in server["trusted_proxy_headers"]


@pytest.mark.parametrize("address", ["reestr.example", "ftp://reestr.example", "https://", "https://[", "https://a/b"])
def test_an_address_that_cannot_be_is_said(pobratim, server, address):
    run = pobratim("serve", "--address", address)
    assert run.code == 1 and "POBRATIM_ADDRESS" in run.err


def test_a_proxy_stands_on_this_machine(pobratim, server, user):
    run = pobratim("serve", "--address", "https://reestr.example", "--host", "0.0.0.0")
    assert run.code == 1 and "прокси этой же машины" in run.err


def test_open_to_the_public(pobratim, server):
    assert pobratim("serve", "--public").code == 0
    assert access() == "public"


def test_on_every_address_the_names_must_be_allowed_first(pobratim, server, user, monkeypatch):
    assert "POBRATIM_HOSTS назовёт" in pobratim("serve", "--host", "0.0.0.0").err

    monkeypatch.setenv("POBRATIM_HOSTS", "pobratim.example")
    assert "POBRATIM_HOSTS назовёт" not in pobratim("serve", "--host", "0.0.0.0").err


def test_a_port_that_is_taken_is_an_error_with_advice(pobratim):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        run = pobratim("serve", "--port", port)

    assert run.code == 1
    assert f"порт {port} на 127.0.0.1 занят другой программой; попробуйте --port {port + 1}" in run.err


def test_an_address_that_is_none_is_an_error(pobratim):
    run = pobratim("serve", "--host", "no.such.host.example")

    assert run.code == 1
    assert "адреса no.such.host.example у этой машины нет; проверьте --host" in run.err
