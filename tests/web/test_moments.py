"""Pages as of a day and as known on a day."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pobratim.register.moment import Moment
from pobratim.web.moments import at
from tests.web import make
from tests.web.pages import text_of

TIE = f"/ties/{make.MINSK}/{make.OMSK}/"
PAGES = ["/", "/ties/", "/places/", "/happenings/", "/agreements/", "/documents/", "/attention/", TIE,
         f"/places/{make.MINSK}/", "/people/person:obraztsova/", "/organizations/org:uchebtrans/"]


def test_a_tie_shows_what_held_on_the_day(client, filled):
    before = text_of(client.get(TIE, {"as_of": "2022-06-23"}).content)
    after = text_of(client.get(TIE, {"as_of": "24.06.2022"}).content)

    assert "Показано по состоянию на 23 июня 2022 года" in before
    assert "партнёры с 2002 года" in before and "побратимы" not in before
    assert "побратимы с 24 июня 2022 года" in after
    assert "Дорожная карта" not in after


def test_an_office_is_shown_while_it_was_held(client, filled):
    page = "/people/person:obraztsova/"
    assert "Мэр" in text_of(client.get(page, {"as_of": "2021-01-01"}).content)
    assert "Мэр" not in text_of(client.get(page, {"as_of": "2020-12-31"}).content)
    assert "Мэр" not in text_of(client.get(page, {"as_of": "2027-01-01"}).content)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_that_can_asks_for_the_day_and_keeps_it(client, filled, page):
    html = client.get(page, {"as_of": "2026-03-01", "known_on": "2030-01-01"}).content.decode()

    assert re.search(r'type="date" name="as_of" value="2026-03-01"', html)
    assert re.search(r'type="date" name="known_on" value="2030-01-01"', html)
    assert f'<a href="{page}">Вернуться к сегодняшнему дню</a>' in html


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("slot", ["as_of", "known_on"])
def test_a_wrong_day_is_refused_in_one_sentence(client, filled, page, slot):
    response = client.get(page, {slot: "2024-13-01"})

    assert response.status_code == 400
    said = "День не понят: день пишется как 2025-06-24 или 24.06.2025, а это «2024-13-01»."
    assert said in text_of(response.content)


@pytest.mark.parametrize(
    ("day", "stands"), [("2025-12-31", "срок не начался"), ("2026-01-01", "действует"), ("2028-12-31", "действует"),
                        ("2029-01-01", "срок истёк")],
)
def test_an_agreement_says_how_it_stood(client, filled, day, stands):
    assert f"Дорожная карта {stands}" in text_of(client.get(TIE, {"as_of": day}).content)


def test_an_empty_field_asks_for_nothing(client, filled):
    assert "Показано" not in text_of(client.get(TIE, {"as_of": "", "known_on": " "}).content)


def test_links_and_files_stay_at_the_moment(client, filled):
    html = client.get(TIE, {"as_of": "2026-03-01"}).content.decode()

    assert f'href="{TIE}brief.docx?as_of=2026-03-01"' in html
    assert f'href="/places/{make.MINSK}/?as_of=2026-03-01"' in html


def test_the_file_says_of_which_day_it_is(client, filled):
    paper = client.get(f"{TIE}brief.html", {"as_of": "2022-06-23"}).content.decode()

    assert "по состоянию на" in paper
    assert "Побратимы" not in paper


def test_a_list_filters_within_the_moment(client, filled):
    html = client.get("/ties/", {"as_of": "2001-01-01", "name": "минск"}).content.decode()

    assert 'hx-get="/ties/?as_of=2001-01-01"' in html
    assert '<input type="hidden" name="as_of" value="2001-01-01">' in html
    assert '<input type="hidden" name="name" value="минск">' in html


def test_addresses_carry_the_moment():
    moment = Moment(date(2024, 5, 1), date(2024, 6, 1))
    assert at("/ties/", moment) == "/ties/?as_of=2024-05-01&known_on=2024-06-01"
    assert at("/agreements/?only=a", Moment(known_on=date(2024, 6, 1))) == "/agreements/?only=a&known_on=2024-06-01"
    assert at("/ties/", Moment()) == at("/ties/", None) == "/ties/"


def test_what_was_planned_for_a_day_that_is_over_is_no_more_planned(client, filled):
    assert "Форум планировалось, вестей нет «Учебный форум»" in text_of(client.get("/happenings/").content)
    assert "Форум планируется «Учебный форум»" in text_of(client.get("/happenings/", {"as_of": "2020-06-15"}).content)
