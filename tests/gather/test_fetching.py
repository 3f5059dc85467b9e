"""Addresses are fetched of public hosts only, wherever redirects lead."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from pobratim.gather import fetching
from pobratim.gather.fetching import fetch, is_public
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings

PUBLIC, PRIVATE = "93.184.215.14", "10.0.0.5"
SETTINGS = Settings(max_file_bytes=1000)
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/news": (200, {}, "<p>Минск и Омск.</p>".encode()),
    "/moved": (302, {"Location": "/news"}, b""),
    "/home": (302, {"Location": "http://127.0.0.1/admin"}, b""),
    "/inside": (301, {"Location": "http://inside.example/"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/large": (200, {}, b"x" * 5000),
    "/packed": (200, {"Content-Encoding": "gzip"}, b"x"),
    "/gone": (404, {}, b""),
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append((self.headers["Host"], self.path))  # type: ignore[attr-defined]
        status, headers, body = ANSWERS.get(self.path.partition("?")[0], (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch) -> Iterator[list]:
    """A site whose name means a public address, to which connections go; what was asked of it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    names = {"news.example": [PUBLIC], "inside.example": [PRIVATE], "both.example": [PUBLIC, PRIVATE],
             "xn--80akhbyknj4f.example": [PUBLIC], "127.0.0.1": ["127.0.0.1"], "2130706433": ["127.0.0.1"]}

    def lookup(host, port, **options):
        if host not in names:
            raise socket.gaierror("no such name")
        return [(None, None, None, "", (ip, port)) for ip in names[host]]

    def to_the_site(address, *more):
        assert address == (PUBLIC, 80), "only the address that was looked at"
        connection = socket.socket()
        connection.connect(server.server_address)
        return connection

    monkeypatch.setattr(fetching.socket, "getaddrinfo", lookup)
    monkeypatch.setattr(fetching.socket, "create_connection", to_the_site)
    yield server.asked  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


def test_a_page_comes_with_its_address_and_a_name(site):
    found = fetch(" http://news.example/news?a=1 ", SETTINGS)
    assert (found.data.decode(), found.name, found.address) == (
        "<p>Минск и Омск.</p>", "news", "http://news.example/news?a=1",
    )
    assert site == [("news.example", "/news?a=1")]


def test_a_redirect_is_followed_to_where_it_leads(site):
    assert fetch("http://news.example/moved", SETTINGS).address == "http://news.example/news"


def test_letters_of_any_alphabet(site):
    with pytest.raises(InputError, match="«404»"):
        fetch("http://испытание.example/новость?о чём", SETTINGS)
    [(host, path)] = site
    assert host == "xn--80akhbyknj4f.example"
    assert path == "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C?%D0%BE%20%D1%87%D1%91%D0%BC"


@pytest.mark.parametrize("address", [
    "http://inside.example/", "http://both.example/", "http://127.0.0.1/", "http://2130706433/",
    "http://news.example/home", "http://news.example/inside",
])
def test_nothing_inside_is_ever_asked(site, address):
    with pytest.raises(InputError, match="не открытый адрес"):
        fetch(address, SETTINGS)
    assert all(host == "news.example" for host, _path in site)


@pytest.mark.parametrize("address", [
    "", "news.example", "ftp://news.example/", "file:///etc/passwd", "http://", "http://[", "javascript:alert(1)",
    "http://user:word@news.example/", "http://news.example/file", "http://a..b/",
])
def test_what_is_no_address_of_a_page(site, address):
    with pytest.raises(InputError, match="не адрес страницы"):
        fetch(address, SETTINGS)


def test_other_ports_stay_closed(site):
    with pytest.raises(InputError, match="порт 22"):
        fetch("http://news.example:22/", SETTINGS)
    assert site == []


@pytest.mark.parametrize(("path", "said"), [
    ("/gone", "«404»"), ("/large", "больше, чем может быть файл"), ("/round", "переадресует"), ("/packed", "сжатый"),
])
def test_what_cannot_be_had_is_said(site, path, said):
    with pytest.raises(InputError, match=said):
        fetch(f"http://news.example{path}", SETTINGS)


def test_a_name_that_is_none(site):
    with pytest.raises(InputError, match="имя nowhere"):
        fetch("https://nowhere.example/", SETTINGS)


@pytest.mark.parametrize("ip", [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1",
    "64:ff9b::a00:1", "2002:a00:1::", "нет",
])
def test_what_is_not_public(ip):
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_what_is(ip):
    assert is_public(ip)
