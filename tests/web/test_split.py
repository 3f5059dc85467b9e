"""Splitting what was taken for one: which document tells of another, and what becomes of it."""

from __future__ import annotations

import pytest

from pobratim import storage
from pobratim.model.roles import Role
from pobratim.register.decisions import Split
from tests.register.make import meeting, reading
from tests.web.pages import text_of
from tests.web.people import as_, let_in

NEWS = reading(meeting("Тихореченск", "Лугозерск", date="2025-06-24"), name="новость.txt", published="2025-06-25")
OTHER = reading(meeting("Тихореченск", "Омск", date="2025-07-01"), name="другое.txt", published="2025-07-02")


@pytest.fixture(autouse=True)
def kept(home) -> None:
    for one in (NEWS, OTHER):
        storage.keep(one, None, one.document.source)
    storage.derive()


def town() -> str:
    return storage.find("Тихореченск")[0].id


def towns() -> list[str]:
    return [row.id for row in storage.whole_register().places if row.name == "Тихореченск"]


def test_the_page_of_a_place_offers_it_and_each_document_shows_its_sentence(client):
    assert f"/split/{town()}/" in client.get(f"/places/{town()}/").content.decode()

    page = text_of(client.get(f"/split/{town()}/").content)
    assert "новость.txt" in page and "другое.txt" in page and page.count("здесь названо: Тихореченск") == 2


def test_a_document_goes_to_a_place_of_its_own_and_comes_back(client):
    answer = client.post(
        f"/split/{town()}/", {"telling": f"{OTHER.document.id}|Тихореченск", "why": "деревня"}, follow=True
    )

    assert answer.redirect_chain == [(f"/documents/{OTHER.document.id}/", 302)]
    assert "Отделено решением № 1" in text_of(answer.content)
    assert len(towns()) == 2
    [entry] = storage.journal()
    assert isinstance(entry.decision.act, Split) and entry.decision.why == "деревня"

    client.post("/decisions/1/undo")
    assert len(towns()) == 1


@pytest.mark.parametrize("telling", ["", "nothing", f"{'0' * 64}|Тихореченск"])
def test_nothing_is_split_where_no_document_of_it_is_named(client, telling):
    page = text_of(client.post(f"/split/{town()}/", {"telling": telling}).content)
    assert "Ничего не разделено" in page and len(towns()) == 1


def test_a_name_that_the_document_does_not_use(client):
    answer = client.post(f"/split/{town()}/", {"telling": f"{OTHER.document.id}|Мурманск"})
    assert answer.status_code == 400 and "не имя этой записи" in text_of(answer.content)


def test_of_one_document_nothing_can_be_split(client):
    lone = storage.find("Омск")[0].id
    assert "отделять не от чего" in text_of(client.get(f"/split/{lone}/").content)
    answer = client.post(f"/split/{lone}/", {"telling": f"{OTHER.document.id}|Омск"})
    assert answer.status_code == 400 and "Отделять не от чего" in text_of(answer.content)


@pytest.mark.parametrize("row", ["nothing", "../etc", "тихореченск"])
def test_a_row_that_there_is_not(client, row):
    assert client.get(f"/split/{row}/").status_code == 404


def test_happenings_are_not_split_here(client):
    [happening, *_rest] = storage.whole_register().happenings
    assert client.get(f"/split/{happening.id}/").status_code == 404


def test_a_strange_beginning_is_the_first(client):
    assert client.get(f"/split/{town()}/?start=minus").status_code == 200


def test_who_may_not_decide_sees_no_button(client):
    let_in()
    page = as_(Role.EDITOR).get(f"/places/{town()}/").content.decode()
    assert "/split/" not in page
    assert as_(Role.EDITOR).post(f"/split/{town()}/", {"telling": "x"}).status_code == 403
