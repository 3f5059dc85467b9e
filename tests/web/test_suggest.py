"""Names that are suggested while one types."""

from __future__ import annotations

import re
from html import unescape

import pytest

from pobratim import storage
from pobratim.register.rows import Person, Place
from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads


def suggested(client, tables: str, typed: str, name: str = "") -> list[str]:
    """The values on offer; ``name`` is the field's, as htmx sends it."""
    headers = {"HX-Request": "true", "HX-Trigger-Name": name} if name else {}
    page = client.get(f"/suggest/{tables}/", {name or "q": typed}, headers=headers).content.decode()
    return [unescape(value) for value in re.findall(r'value="([^"]*)"', page)]


def test_what_begins_like_it(client, filled):
    assert suggested(client, "places", "мин") == ["Минск"]
    assert suggested(client, "people", "ОБРАЗ") == ["Анна Образцова"]
    assert suggested(client, "people", "анна обр") == ["Анна Образцова"]
    assert suggested(client, "places", "обр") == []


def test_the_field_is_asked_by_its_own_name(client, filled):
    assert suggested(client, "places", "мин", name="guests") == ["Минск"]


def test_with_nothing_typed_those_of_whom_most_is_told(client, filled):
    assert suggested(client, "places", "")[0] == "Минск"


def test_the_last_of_a_list(client, filled):
    assert suggested(client, "places", "Минск; Ом")[0] == "Минск; Омск"
    assert suggested(client, "places", "Минск;") and all(
        one.startswith("Минск; ") for one in suggested(client, "places", "Минск;")
    )


def test_several_kinds_at_once(client, filled):
    assert {"Учебтранс"} <= set(suggested(client, "places+organizations", "учеб"))


def test_who_shares_a_name_is_told_apart_by_the_number_of_the_record(client, fill):
    from dataclasses import replace

    place = next(row for row in make.REGISTER.places if row.id == make.MINSK)
    fill(replace(make.REGISTER, places=(*make.REGISTER.places, replace(place, id="region:minsk", type="region"))))
    assert set(suggested(client, "places", "минск")) == {make.MINSK, "region:minsk"}


@pytest.mark.parametrize("tables", ["documents", "places+", "+", "people+нет"])
def test_nothing_else_is_told(client, filled, tables):
    assert client.get(f"/suggest/{tables}/?q=м").status_code == 404


@pytest.mark.parametrize("typed", ["\0", "%", "_", "'", "м" * 5000, ";;;", "\ud800"])
def test_odd_letters_find_nothing_and_break_nothing(client, filled, typed):
    typed = typed.encode(errors="replace").decode()
    assert client.get("/suggest/places+people/", {"q": typed}).status_code == 200


def test_it_only_reads_and_escapes(client, hostile):
    assert_only_reads(client, "/suggest/places/")
    assert_escapes(client, "/suggest/places+people+organizations/")


@pytest.mark.parametrize(("address", "name", "tables"), [
    ("/reports/", "left", "places"),
    ("/reports/brief/", "people", "people"),
    ("/visits/new/", "guests", "places"),
    ("/visits/new/", "members-0-name", "people"),
    ("/hand/event/", "place", "places"),
    ("/hand/event/", "parties", "places+organizations"),
    ("/hand/post/", "person", "people"),
    ("/", "q", "places+people+organizations"),
])
def test_fields_that_suggest(client, filled, address, name, tables):
    page = client.get(address).content.decode()
    field = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)
    assert field and f'hx-get="/suggest/{tables}/"' in field[0] and 'list="known"' in field[0]
    assert '<datalist id="known">' in page


def test_at_most_so_many(filled):
    assert [row.id for row in storage.beginning("", Place, count=1)] == [make.MINSK]
    assert all(isinstance(row, Person) for row in storage.beginning("", Person, count=9))
