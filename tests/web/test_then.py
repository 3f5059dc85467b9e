"""Pages as of another day wait, with a word, while the register of that day is being made."""

from __future__ import annotations

import threading
import time

import pytest
from django.test import Client

from pobratim import storage
from tests.web import make
from tests.web.pages import text_of

ADDRESS = f"/places/{make.MINSK}/?as_of=2026-01-01"
MOST_SECONDS = 60


@pytest.fixture
def apart(filled, settings):
    settings.POBRATIM_DERIVE_APART = True


def answer_when_ready(client, address):
    """The first answer that is not «wait»."""
    end = time.monotonic() + MOST_SECONDS
    while (response := client.get(address)).status_code == 202 and time.monotonic() < end:
        time.sleep(0.05)
    return response


def test_it_is_made_beside_the_answers_once(client, apart, monkeypatch):
    go_on, made = threading.Event(), []
    whole = storage.whole_register

    def slow(moment):
        made.append(moment)
        go_on.wait(MOST_SECONDS)
        return whole(moment)

    monkeypatch.setattr("pobratim.storage.whole_register", slow)
    first = client.get(ADDRESS)
    page = first.content.decode()
    assert first.status_code == 202
    assert "Составляется реестр" in text_of(first.content) and "страница откроется сама" in text_of(first.content)
    assert f'href="/places/{make.MINSK}/"' in page and 'http-equiv="refresh"' in page
    assert client.get(ADDRESS).status_code == 202

    go_on.set()
    response = answer_when_ready(client, ADDRESS)
    assert response.status_code == 200 and "по состоянию на 1 января 2026 года" in text_of(response.content)
    assert len(made) == 1
    assert client.get(ADDRESS, headers={"HX-Request": "true", "X-Waiting": "yes"}).headers["HX-Refresh"] == "true"


def test_what_the_page_shows_is_looked_for_beside_its_answer(client, apart, monkeypatch):
    there, waits = storage.page_of, []

    def slow(subject, moment):
        waits.append(threading.current_thread() is not threading.main_thread())
        return there(subject, moment)

    monkeypatch.setattr("pobratim.storage.page_of", slow)
    assert answer_when_ready(client, ADDRESS).status_code == 200
    assert waits == [True]


def test_whom_that_day_did_not_know_is_told(client, apart):
    response = answer_when_ready(client, "/people/nobody/?as_of=2026-01-01")
    assert response.status_code == 404 and "nobody" in text_of(response.content)


def test_a_part_of_a_page_waits_as_a_page(client, apart, monkeypatch):
    go_on, there = threading.Event(), storage.whole_register
    monkeypatch.setattr("pobratim.storage.whole_register", lambda moment: go_on.wait(MOST_SECONDS) and there(moment))
    address = "/happenings/?as_of=2026-01-01&name=%D0%9C%D0%B8%D0%BD%D1%81%D0%BA"
    response = client.get(address, headers={"HX-Request": "true"})
    assert response.status_code == 200 and response.headers["HX-Redirect"] == address
    go_on.set()
    assert "Минск" in text_of(answer_when_ready(client, address).content)


def test_what_went_wrong_is_told_and_may_be_tried_again(apart, monkeypatch):
    client = Client(raise_request_exception=False)

    def full(moment):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("pobratim.storage.whole_register", full)
        response = answer_when_ready(client, ADDRESS)
    assert response.status_code == 503 and "нет места" in text_of(response.content)
    assert answer_when_ready(client, ADDRESS).status_code == 200


@pytest.mark.parametrize("address", ["/?as_of=вчера", f"/places/{make.MINSK}/?as_of=2026-99-99"])
def test_a_day_that_is_none_is_told_at_once(client, apart, address):
    assert client.get(address).status_code == 400


def test_today_waits_for_nothing(client, apart, monkeypatch):
    monkeypatch.setattr("pobratim.storage.whole_register", lambda moment: pytest.fail("nothing asks for it"))
    assert client.get(f"/places/{make.MINSK}/").status_code == 200
