"""The list of what needs a person, and its beginning on the first page."""

from __future__ import annotations

import re

import pytest

from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads, text_of

ADDRESS = "/attention/"


def test_each_thing_says_what_why_and_when_with_its_sentence(client, filled):
    response = client.get(ADDRESS, {"as_of": "2026-03-01"})
    page = text_of(response.content)

    assert response.status_code == 200
    assert "противоречие Дорожная карта (Минск, Омск), 29 сентября 2025 года, срок действия" in page
    assert "Источники расходятся: 2026–2028 годы — 1 документ; 2025–2027 годы — 1 документ." in page
    assert "июнь 2020 года срок прошёл Форум «Учебный форум» (Витебск, Смоленск), июнь 2020 года" in page
    assert "без даты нет года Омск и Минск договорились" in page
    assert f'href="/documents/{make.NEWS}/?at=' in response.content.decode()


def test_the_days_of_the_register_make_the_difference(client, filled):
    assert "документ истекает" not in text_of(client.get(ADDRESS, {"as_of": "2028-06-30"}).content)
    assert "документ истекает" in text_of(client.get(ADDRESS, {"as_of": "2028-07-01"}).content)
    assert "документ истекает" in text_of(client.get(ADDRESS, {"as_of": "2028-01-01", "within": 12}).content)
    assert "документ истёк" in text_of(client.get(ADDRESS, {"as_of": "2029-01-01"}).content)
    assert "25 лет: начало — 2002 год" in text_of(client.get(ADDRESS, {"as_of": "2027-01-01"}).content)


def test_kinds_can_be_chosen(client, filled):
    page = text_of(client.get(ADDRESS, {"kind": ["undated", "нет такого"]}).content)

    assert "Омск и Минск договорились" in page
    assert "Учебный форум" not in page


def test_a_link_leads_to_the_row_at_the_same_moment(client, filled):
    html = client.get(ADDRESS, {"as_of": "2026-03-01"}).content.decode()

    assert 'href="/agreements/?only=agreement:map&amp;as_of=2026-03-01"' in html


@pytest.mark.parametrize("within", ["-1", "полгода", "1201", "99999999999999999999"])
def test_months_that_are_none_are_refused_in_one_sentence(client, filled, within):
    response = client.get(ADDRESS, {"within": within})

    assert response.status_code == 400
    assert "Число месяцев не понято: нужно от 0 до 1200" in text_of(response.content)


def test_an_empty_register_waits_for_nothing(client, home):
    assert "Ничего не ждёт." in text_of(client.get(ADDRESS).content)


def test_the_first_page_shows_its_beginning_and_leads_to_it(client, filled):
    response = client.get("/", {"as_of": "2026-03-01"})

    assert re.search(r"Требует внимания [1-9]", text_of(response.content))
    assert 'href="/attention/?as_of=2026-03-01"' in response.content.decode()


def test_it_only_reads(client, filled):
    assert_only_reads(client, ADDRESS)


def test_hostile_names_are_words(client, hostile):
    assert_escapes(client, ADDRESS)


def test_nothing_but_names_and_words_of_documents_is_russian_on_an_english_page(client, filled):
    client.cookies["django_language"] = "en"
    page = text_of(client.get(ADDRESS, {"as_of": "2026-03-01"}).content)

    assert "Road map: Минск — Омск, 29 September 2025" in page
    assert "Sources differ: 2026 – 2028: 1 document; 2025 – 2027: 1 document." in page
    assert re.findall(r"[^.]*(?:год|срок|известий|контакт)[^.]*", page) == []
