"""The rows of a kind beyond those that the page of a subject has at first."""

from __future__ import annotations

import pytest

from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads, text_of
from tests.web.test_queries import grown

SUBJECTS = (f"/places/{make.MINSK}/", f"/ties/{make.MINSK}/{make.OMSK}/", "/people/person:primerov/",
            "/organizations/org:uchebtrans/")
PLACE = SUBJECTS[0]


@pytest.mark.parametrize("address", SUBJECTS)
@pytest.mark.parametrize("kind", ["happenings", "agreements", "documents", "conflicts", "questions", "people"])
def test_every_subject_has_a_page_of_every_kind(client, filled, address, kind):
    page = client.get(f"{address}{kind}/")
    assert page.status_code == 200
    assert f'href="{address}"' in page.content.decode(), "there is a way back"


def test_a_page_leads_to_the_rest_and_the_rest_is_no_page(client, fill):
    fill(grown(make.REGISTER, 60))
    page = client.get(PLACE).content.decode()
    address = f"{PLACE}happenings/?start=7"
    assert f'href="{address}"' in page and "Показать ещё 50" in page

    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part and part.count('<li class="row dated"') == 50
    assert f"{PLACE}happenings/?start=57" in part

    whole = text_of(client.get(address).content)
    assert "Встречи и события" in whole and "начиная с 8-й записи" in whole


def test_no_row_comes_twice(client, fill):
    fill(grown(make.REGISTER, 60))
    first = client.get(f"{PLACE}happenings/").content.decode()
    second = client.get(f"{PLACE}happenings/?start=50").content.decode()
    seen = [row for row in (f'id="happening:{number:04}"' for number in range(60)) if row in first]
    assert seen and not any(row in second for row in seen)


@pytest.mark.parametrize("start", ["", "-1", "9" * 30, "много", "0", "100000"])
def test_nonsense_is_the_beginning_and_what_is_beyond_the_end_is_empty(client, filled, start):
    response = client.get(f"{PLACE}happenings/", {"start": start})
    assert response.status_code == 200
    assert ("больше ничего нет" in text_of(response.content)) == (start == "100000")


def test_kinds_and_subjects_that_are_not_there(client, filled):
    for address in (f"{PLACE}nothing/", "/places/city:none/happenings/", f"/ties/{make.MINSK}/{make.MINSK}/quotes/"):
        assert client.get(address).status_code == 404, address


def test_it_only_reads(client, filled):
    assert_only_reads(client, f"{PLACE}happenings/")


def test_hostile_names_are_words(client, hostile):
    assert_escapes(client, f"{PLACE}people/")
