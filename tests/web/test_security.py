"""What every answer carries, and what no request gets through."""

import logging

import pytest
from django.templatetags.static import static
from django.test import Client

from tests.web.pages import text_of


def test_nothing_inline_and_nothing_from_elsewhere(client, home):
    policy = client.get("/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "style-src 'self'" in policy
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy
    assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy


def test_pages_have_no_inline_script_or_style(client, filled):
    for address in ("/", "/ties/city:minsk/city:omsk/", "/add/", "/search/?q=Минск", "/documents/"):
        html = client.get(address).content.decode()
        assert "style=" not in html and "<style" not in html
        assert "onclick" not in html and "<script>" not in html and "javascript:" not in html


def test_other_headers(client, home):
    headers = client.get("/").headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_errors_and_static_files_carry_the_policy_too(client, home):
    for address in ("/nowhere/", static("pobratim/css/base.css")):
        assert "Content-Security-Policy" in client.get(address).headers


def test_a_foreign_host_is_refused(client, home, caplog):
    with caplog.at_level(logging.CRITICAL):
        response = client.get("/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert "Запрос не понят" in text_of(response.content)


def test_an_address_that_is_not_there(client, home):
    response = client.get("/нет такой/")

    assert response.status_code == 404
    assert "Такой страницы в реестре нет. Проверьте адрес" in " ".join(text_of(response.content).split())


def test_a_form_from_elsewhere_changes_nothing(home):
    client = Client(enforce_csrf_checks=True)

    response = client.post("/add/", {"text": "Минск и Омск."})

    assert response.status_code == 403
    assert "ничего не изменено" in text_of(response.content)
    assert not (home / "pending").exists()


def test_a_failure_says_so_without_details(home, monkeypatch, caplog):
    def fail():
        raise RuntimeError("secret detail")

    monkeypatch.setattr("pobratim.storage.tables_chosen", fail)
    client = Client(raise_request_exception=False)
    with caplog.at_level(logging.CRITICAL):
        response = client.get("/")

    assert response.status_code == 500
    assert "Внутренняя ошибка" in text_of(response.content)
    assert b"secret detail" not in response.content and b"Traceback" not in response.content


@pytest.mark.parametrize("length", ["999999999999", "слон"])
def test_a_request_too_large_is_refused_unread(client, home, length):
    response = client.generic(
        "POST", "/add/", b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=length
    )

    assert response.status_code in (400, 413)
    assert "Content-Security-Policy" in response.headers


def test_no_cookie_without_a_form(client, home):
    assert not client.get("/").cookies
    cookie = client.get("/add/").cookies["csrftoken"]
    assert cookie["samesite"] == "Strict" and cookie["httponly"]
