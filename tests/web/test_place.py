"""The page of a place."""

from pobratim.web.beside import Found
from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads, text_of

ADDRESS = f"/places/{make.OMSK}/"


def test_it_tells_where_it_lies_and_its_ties(client, filled):
    response = client.get(ADDRESS)
    page = text_of(response.content)

    assert response.status_code == 200
    assert "Город, Омская область" in page
    assert "Минск — Омск" in page
    assert "Анна Образцова" in page


def test_a_field_says_with_whom_on_the_page_of_one_place_alone(client, filled):
    row = '<p class="more-of"><a href="/places/{}/">Минск</a> — '
    of_place, of_tie = (
        client.get(address).content.decode().partition('id="topic:water"')[2].partition("</li>")[0]
        for address in (ADDRESS, f"/ties/{make.MINSK}/{make.OMSK}/")
    )
    assert row.format(make.MINSK) in of_place
    assert of_tie and "more-of" not in of_tie


def test_a_place_that_is_not_there(client, filled):
    assert client.get("/places/city:none/").status_code == 404


def test_a_person_is_no_place(client, filled):
    assert client.get("/places/person:primerov/").status_code == 404


def test_it_only_reads(client, filled):
    assert_only_reads(client, ADDRESS)


def test_hostile_names_are_words(client, hostile):
    assert_escapes(client, ADDRESS)


def test_fields_that_are_still_counted_come_by_themselves(client, filled, monkeypatch):
    monkeypatch.setattr("pobratim.web.views.subjects._counted", lambda shown, moment: Found((None, None), False))
    html = client.get(ADDRESS).content.decode()

    for part in ("fields", "years"):
        assert f'id="{part}"' in html and f'hx-target="#{part}"' in html
