"""What words find: names, documents, and facts by the sentences they rest on; searches that are kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pobratim import storage
from pobratim.model.errors import NotFound
from tests.registers import derives
from tests.web import make

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def derived(home, monkeypatch):
    storage.keep(make.READING, make.ORIGINAL, make.DOCUMENT.source)
    monkeypatch.setattr("pobratim.register.derive_with_judgements", derives(make.REGISTER))
    storage.derive()


def test_a_name_finds_its_row_the_documents_and_the_facts_whose_sentence_has_it(derived):
    found = storage.found_by("Образцовой")

    assert [row.id for row in found.names] == ["person:obraztsova"]
    assert [*found.documents] == [make.NEWS]
    assert "happening:meeting" in found.facts and "happening:tour" not in found.facts
    assert {"person:obraztsova", make.NEWS, "happening:meeting"} <= found.ids


def test_a_fact_is_found_only_where_one_sentence_has_all_the_words(derived):
    assert "happening:tour" in storage.found_by("завод гости").facts
    assert storage.found_by("завод трамваи").facts == ()  # two sentences of one document


@pytest.mark.parametrize("query", ["", "и", "!!!", "Атлантида"])
def test_nothing_finds_nothing(derived, query):
    assert storage.found_by(query).ids == frozenset()


def test_searches_are_kept_by_name_each_ones_own(home):
    first = storage.save_search("визиты", "kind=happenings", by="А. Учебный", at=AT)
    storage.save_search("визиты", "q=Омск", by="Б. Примерова", at=AT)
    assert [one.query for one in storage.saved_searches("А. Учебный")] == ["kind=happenings"]

    again = storage.save_search("визиты", "kind=agreements", by="А. Учебный", at=AT)
    assert [(one.number, one.query) for one in storage.saved_searches("А. Учебный")] == [(again, "kind=agreements")]
    assert again != first


def test_nobody_gives_up_the_search_of_another(home):
    number = storage.save_search("визиты", "q=Омск", by="А. Учебный", at=AT)

    with pytest.raises(NotFound):
        storage.forget_search(number, by="Б. Примерова")
    storage.forget_search(number, by="А. Учебный")
    assert storage.saved_searches("А. Учебный") == []
