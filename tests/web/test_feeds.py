"""Subscribing to the calendar: an address of one's own that needs no signing in and is taken back any day."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from icalendar import Calendar

from pobratim import storage
from pobratim.model.roles import Role
from tests.web import make
from tests.web.pages import text_of
from tests.web.people import as_, let_in


def address(client, **asked) -> str:
    page = client.post("/calendar/", asked, follow=True).content.decode()
    found = re.search(r'value="http://[^/]+(/calendar/[^"]+\.ics)"', page)
    assert found
    return found[1]


def events(response) -> list[str]:
    return [str(event["summary"]) for event in Calendar.from_ical(response.content).walk("VEVENT")]


@pytest.fixture
def reader(filled, settings):
    settings.AXES_ENABLED = False
    let_in()
    return as_(Role.READER)


def test_whoever_has_the_address_needs_no_signing_in(reader):
    mine = address(reader)
    response = Client().get(mine)

    assert response.headers["Content-Type"].startswith("text/calendar")
    assert events(response)
    assert Client().get("/calendar/").status_code == 302, "the page with one's subscriptions asks who is there"


def test_it_is_shown_once_and_never_kept(reader):
    mine = address(reader)
    token = mine.removeprefix("/calendar/").removesuffix(".ics")

    assert mine not in reader.get("/calendar/").content.decode()
    from pobratim.storage import models

    assert not models.Feed.objects.filter(token=token).exists() and models.Feed.objects.count() == 1


def test_loading_the_page_anew_makes_no_other(reader):
    made = reader.post("/calendar/", {"place": make.OMSK})
    assert made.status_code == 302 and made.headers["Location"].startswith("/calendar/?place=")
    cookie = made.cookies["calendar"]
    assert cookie["httponly"] and cookie["samesite"] == "Strict" and cookie["path"] == "/calendar/"
    shown, anew = reader.get(made.headers["Location"]), reader.get(made.headers["Location"])

    assert "Адрес готов" in text_of(shown.content) and shown.headers["Cache-Control"] == "no-store"
    assert "Адрес готов" not in text_of(anew.content)
    assert len(storage.feeds("reader")) == 1


def test_a_cookie_of_somebody_elses_making_shows_nothing(reader):
    reader.cookies["calendar"] = "token:1abcde:forged"
    assert "Адрес готов" not in text_of(reader.get("/calendar/").content)


def test_one_place(reader):
    assert events(Client().get(address(reader, place=make.OMSK)))
    assert reader.post("/calendar/", {"place": "city:none"}).status_code == 404


def test_taken_back_it_is_gone_and_only_by_its_owner(reader):
    mine = address(reader)
    (feed,) = storage.feeds("reader")

    assert as_(Role.ADMINISTRATOR).post(f"/calendar/{feed.number}/close").status_code == 404
    assert Client().get(mine).status_code == 200
    assert "отозвана" in text_of(reader.post(f"/calendar/{feed.number}/close", follow=True).content)
    assert Client().get(mine).status_code == 404
    assert reader.post(f"/calendar/{feed.number}/close").status_code == 404


def test_a_closed_user_has_no_calendar(reader):
    mine = address(reader)
    storage.set_active("reader", False, by="tests")
    assert Client().get(mine).status_code == 404


@pytest.mark.parametrize("token", ["x", "0" * 32, "%00", "нет"])
def test_guessing_finds_nothing(filled, token):
    assert Client().get(f"/calendar/{token}.ics").status_code == 404


def test_nobody_heaps_them_up(reader):
    for _ in range(20):
        address(reader)
    assert reader.post("/calendar/").status_code == 400


def test_visits_are_not_for_visitors(filled, settings):
    let_in()
    settings.POBRATIM_ACCESS = "public"
    from datetime import date, timedelta

    day = (date.today() + timedelta(days=40)).isoformat()
    as_(Role.EDITOR).post("/visits/new/", {
        "guests": "Омск", "hosts": "Минск", "first": day, "purpose": "обмен опытом",
        "members-TOTAL_FORMS": "0", "members-INITIAL_FORMS": "0",
        "programme-TOTAL_FORMS": "0", "programme-INITIAL_FORMS": "0",
    })
    assert storage.visits_ahead(date.today(), 10)
    everybody, own = events(Client().get("/calendar.ics")), events(as_(Role.READER).get("/calendar.ics"))
    assert len(own) > len(everybody)
