"""The first page: map, counts, what is new, what waits."""

import re
from datetime import date

import pytest

from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads, text_of

ADDRESS = "/"


def test_it_shows_the_map_the_counts_and_what_waits(client, filled):
    response = client.get(ADDRESS)
    page = text_of(response.content)

    assert response.status_code == 200
    counts = re.search(r"\d+ связ\w+ .*? \d+ документ\w*", page)
    assert counts and counts[0].startswith("3 связи 6 мест 2 человека") and counts[0].endswith("3 документа"), counts
    assert "Вне карты или без координат: Гавана." in page
    assert "противоречие Дорожная карта (Минск, Омск)" in page
    assert "срок прошёл Форум «Учебный форум»" in page
    assert "нет года Омск и Минск договорились" in page


def test_every_tie_on_the_map_leads_to_its_page_and_stands_in_the_table(client, filled):
    html = client.get(ADDRESS).content.decode()
    svg, _, rest = html.partition('</svg>\n    <div class="map-keys"')

    drawn = set(re.findall(r'href="(/ties/[^"]+/)"[^>]*class="arc', svg))
    assert drawn == {"/ties/city:minsk/city:omsk/", "/ties/city:vitebsk/city:smolensk/"}
    assert all(f'href="{address}"' in rest for address in drawn)


def test_without_documents_it_says_what_to_do(client, home):
    page = text_of(client.get(ADDRESS).content)

    assert "Реестр пока пуст" in page
    assert "Добавить документы" in page
    assert "map.js" not in client.get(ADDRESS).content.decode(), "there is no map to move"


def test_it_only_reads(client, filled):
    assert_only_reads(client, ADDRESS)


def test_hostile_names_are_words(client, hostile):
    assert_escapes(client, ADDRESS)


def test_what_came_since_the_last_visit_is_told(client, filled):
    first = client.get(ADDRESS)
    assert "Новое с" not in text_of(first.content)
    cookie = first.cookies["visits"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"

    client.cookies["visits"] = ".2025-01-01"
    page = text_of(client.get(ADDRESS).content)
    assert "Новое с 1 января 2025 года 3" in page
    assert make.TITLE in page

    later = client.get(ADDRESS).content.decode()
    assert "Новое с" in text_of(later.encode()), "the day stays as long as today lasts"


def test_nothing_came_since(client, filled):
    client.cookies["visits"] = f"{date.max.isoformat()}.{date.today().isoformat()}"
    assert "документов не прибавилось" in text_of(client.get(ADDRESS).content)


@pytest.mark.parametrize("cookie", ["", ".", "nonsense", "2025-99-99.2025", "<script>.<script>"])
def test_nonsense_in_the_cookie_is_the_first_visit(client, filled, cookie):
    client.cookies["visits"] = cookie
    response = client.get(ADDRESS)
    assert response.status_code == 200 and "Новое с" not in text_of(response.content)


def test_a_visitor_is_not_followed(client, filled, settings):
    settings.POBRATIM_ACCESS = "public"
    assert "visits" not in client.get(ADDRESS).cookies
