"""The page of a person."""

from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads, text_of

ADDRESS = "/people/person:obraztsova/"


def test_it_tells_the_posts_with_their_terms_and_sentences(client, filled):
    response = client.get(ADDRESS)
    page = text_of(response.content).replace("\N{NO-BREAK SPACE}", " ")

    assert response.status_code == 200
    assert "Мэр, Омск (с 2021 года до конца 2026 года)" in page
    assert make.MET in response.content.decode()


def test_names_of_other_papers_are_given(client, filled):
    assert "П. Примеров" in text_of(client.get("/people/person:primerov/").content)


def test_a_person_who_is_not_there(client, filled):
    assert client.get("/people/person:nobody/").status_code == 404


def test_a_place_is_no_person(client, filled):
    assert client.get(f"/people/{make.MINSK}/").status_code == 404


def test_it_only_reads(client, filled):
    assert_only_reads(client, ADDRESS)


def test_hostile_names_are_words(client, hostile):
    assert_escapes(client, ADDRESS)
