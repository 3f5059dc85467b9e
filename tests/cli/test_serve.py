"""`pobratim serve`: the address, the warning, the port that is taken. The pages have tests of their own."""

from __future__ import annotations

import socket

import pytest

pytestmark = pytest.mark.usefixtures("hand_made")


@pytest.fixture
def server(monkeypatch):
    """Stands in for waitress's server; remembers what it was asked for."""
    asked = {}

    class Server:
        def run(self) -> None:
            asked["ran"] = True

    def create_server(application, **options):
        asked.update(options, application=application)
        return Server()

    monkeypatch.setattr("waitress.create_server", create_server)
    monkeypatch.setenv("POBRATIM_HOSTS", "")
    return asked


def test_it_serves_this_machine_and_says_where(pobratim, server):
    run = pobratim("serve")

    assert run.code == 0
    assert (server["host"], server["port"], server["ran"]) == ("127.0.0.1", 8000, True)
    assert callable(server["application"])
    assert "http://127.0.0.1:8000" in run.err
    assert "Внимание" not in run.err


@pytest.mark.parametrize("host", ["localhost", "::1", "127.0.0.2"])
def test_no_warning_for_addresses_only_this_machine_reaches(pobratim, server, host):
    assert "Внимание" not in pobratim("serve", "--host", host).err


def test_another_address_is_served_with_a_warning(pobratim, server, monkeypatch):
    run = pobratim("serve", "--host", "192.168.1.5", "--port", "9000")

    assert "Внимание" in run.err
    assert "без пароля" in run.err
    assert "http://192.168.1.5:9000" in run.err
    assert "POBRATIM_HOSTS" not in run.err


def test_on_every_address_the_names_must_be_allowed_first(pobratim, server, monkeypatch):
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
