"""The lists: whole page, filtered, page by page, rows alone for htmx."""

import dataclasses

import pytest

from pobratim.register.rows import Place
from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads, text_of

LISTS = {
    "/ties/": "Минск — Омск",
    "/places/": "Витебск",
    "/people/": "Анна Образцова",
    "/organizations/": "Учебтранс",
    "/happenings/": "Посещение предприятия",
    "/agreements/": "Дорожная карта",
    "/commitments/": "Обновить депо",
    "/documents/": make.TITLE,
}


@pytest.mark.parametrize(("address", "words"), LISTS.items())
def test_it_works(client, filled, address, words):
    response = client.get(address)

    assert response.status_code == 200
    assert words in text_of(response.content)


@pytest.mark.parametrize("address", LISTS)
def test_it_is_empty_without_documents(client, home, address):
    assert "Здесь появятся записи" in text_of(client.get(address).content)


@pytest.mark.parametrize("address", LISTS)
def test_it_only_reads(client, home, address):
    assert_only_reads(client, address)


@pytest.mark.parametrize("address", LISTS)
def test_hostile_names_are_words(client, hostile, address):
    assert_escapes(client, address)


def test_words_filter_whatever_their_case(client, filled):
    page = text_of(client.get("/places/", {"name": "МИН"}).content)

    assert "Минск" in page
    assert "Витебск" not in page


def test_what_nothing_fits_is_said(client, filled):
    assert "ничего не найдено" in text_of(client.get("/places/", {"name": "Атлантида"}).content)


def test_htmx_gets_the_rows_alone(client, filled):
    html = client.get("/people/", {"name": "образц"}, headers={"HX-Request": "true"}).content.decode()

    assert "person:obraztsova" in html and "person:primerov" not in html
    assert "<html" not in html and "<form" not in html


def test_only_shows_one_row(client, filled):
    page = text_of(client.get("/happenings/", {"only": "happening:tour"}).content)

    assert "Посещение предприятия" in page
    assert "Дни Минска в Омске" not in page


def test_long_lists_come_page_by_page(client, fill):
    many = tuple(Place(id=f"city:{number}", type="city", name=f"Город {number:03d}") for number in range(75))
    fill(dataclasses.replace(make.REGISTER, places=many))

    first, second = (text_of(client.get("/places/", {"page": page}).content) for page in (1, 2))

    assert "Город 000" in first and "Город 074" not in first and "Страница 1 из 2" in first
    assert "Город 074" in second and "Город 000" not in second


@pytest.mark.parametrize("page", ["0", "99", "-1", "слон"])
def test_a_page_that_is_not_there_gives_one_that_is(client, filled, page):
    assert client.get("/places/", {"page": page}).status_code == 200


def test_undated_documents_say_so(client, filled):
    assert "Без даты Омск и Минск договорились" in text_of(client.get("/documents/").content)


def test_an_inferred_date_says_why(client, filled):
    html = client.get("/documents/").content.decode()

    assert "В тексте назван 2025 год" in html
    assert "вывод" in html


@pytest.mark.parametrize("typed", ["омск", "Омска", "омском минск", "ОМСК"])
def test_ties_are_found_by_names_in_any_case_form(client, filled, typed):
    page = client.get("/ties/", {"name": typed}).content.decode()
    assert f"/ties/{make.MINSK}/{make.OMSK}/" in page and "city:smolensk" not in page
