"""`pobratim search`"""

from __future__ import annotations

import pytest

from pobratim import storage
from tests.readings import reading


@pytest.fixture(autouse=True)
def kept(home):
    storage.keep(reading(), None, "paste")
    storage.keep(reading("Трамваи для Омска.", title="Трамваи"), None, "paste")


def test_documents_are_listed_with_the_words_in_place(pobratim):
    run = pobratim("search", "дорожные", "карты")

    assert run.code == 0
    assert "Побратимы договорились" in run.out
    assert "20 мая 2022" in run.out
    assert "подписали дорожную карту" in run.out
    assert reading().document.id in run.out
    assert "Трамваи" not in run.out


def test_at_most_as_many_as_asked_for(pobratim):
    documents = {reading().document.id, reading("Трамваи для Омска.").document.id}

    def shown(run) -> set[str]:
        return documents & set(run.out.split())

    assert shown(pobratim("search", "омск")) == documents
    assert len(shown(pobratim("search", "омск", "--limit", "1"))) == 1


def test_nothing_found_is_said(pobratim):
    run = pobratim("search", "троллейбус")

    assert (run.code, run.out) == (0, "")
    assert "Ничего не найдено" in run.err
