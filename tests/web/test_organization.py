"""The page of an organization: who visited it."""

from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads, text_of

ADDRESS = "/organizations/org:uchebtrans/"


def test_it_tells_where_it_is_and_who_came(client, filled):
    response = client.get(ADDRESS)
    page = text_of(response.content)

    assert response.status_code == 200
    assert "Организация, Минск" in page
    assert "Также: УТ" in page
    assert "Посещение предприятия" in page
    assert make.TOURED in response.content.decode()


def test_an_organization_that_is_not_there(client, filled):
    assert client.get("/organizations/org:none/").status_code == 404


def test_a_person_is_no_organization(client, filled):
    assert client.get("/organizations/person:primerov/").status_code == 404


def test_it_only_reads(client, filled):
    assert_only_reads(client, ADDRESS)


def test_hostile_names_are_words(client, hostile):
    assert_escapes(client, ADDRESS)
