"""Search: names in any case, documents by their words."""

import pytest

from tests.web.make import SCRIPT, TITLE
from tests.web.pages import assert_escapes, assert_only_reads, text_of

ADDRESS = "/search/"


def test_a_name_in_any_case_finds_the_place_and_the_documents(client, filled):
    page = text_of(client.get(ADDRESS, {"q": "Минска"}).content)

    assert "Места 1 Минск город" in page
    assert TITLE in page


def test_a_surname_finds_the_person_with_the_post(client, filled):
    page = text_of(client.get(ADDRESS, {"q": "Образцовой"}).content)

    assert "Анна Образцова" in page and "Мэр, Омск" in page


def test_words_found_are_marked(client, filled):
    html = client.get(ADDRESS, {"q": "трамвай"}).content.decode()

    assert "<mark>трамваи</mark>" in html


def test_nothing_found_says_what_to_try(client, filled):
    assert "Ничего не найдено" in text_of(client.get(ADDRESS, {"q": "Атлантида"}).content)


@pytest.mark.parametrize("query", ["", "   ", '"', "'; DROP TABLE", "*", "a" * 5000, "\N{ELEPHANT}", "NEAR("])
def test_any_words_may_be_asked(client, filled, query):
    assert client.get(ADDRESS, {"q": query}).status_code == 200


def test_a_hostile_query_is_words(client, filled):
    page = client.get(ADDRESS, {"q": SCRIPT}).content.decode()

    assert SCRIPT not in page and "<script>" not in page


def test_it_only_reads(client, filled):
    assert_only_reads(client, ADDRESS)


def test_hostile_names_are_words(client, hostile):
    assert_escapes(client, f"{ADDRESS}?q=Минск")
