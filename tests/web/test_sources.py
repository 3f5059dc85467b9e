"""Sources and their weight: what each counts as, who said so, and that it changes what is believed."""

from __future__ import annotations

import pytest

from pobratim import storage
from pobratim.register.decisions import Weigh
from tests.register.make import event, reading
from tests.web.pages import text_of


@pytest.fixture
def differing(home):
    """Two papers differ by a day."""
    for name, day in (("Утро", "2025-06-24"), ("Вечер", "2025-06-25")):
        told = event("visit", "Минск", "Омск", date=day, title="Дни Минска в Омске")
        storage.keep(reading(told, name=name, published="2025-07-01", publisher=name), None, name)
    storage.derive()


def preferred() -> str | None:
    (conflict,) = (row for row in storage.whole_register().conflicts if row.slot == "date")
    return conflict.preferred


def test_an_empty_register_says_where_sources_come_from(client, home):
    assert "Источники появятся" in text_of(client.get("/sources/").content)


def test_every_source_with_its_kind(client, differing):
    page = text_of(client.get("/sources/").content)
    assert "Утро" in page and "Вечер" in page and "по названию и адресу" in page
    narrowed = text_of(client.get("/sources/", {"name": "утр"}).content)
    assert "Утро" in narrowed and "Вечер" not in narrowed


@pytest.mark.parametrize(("outlet", "day"), [("Утро", "2025-06-24"), ("Вечер", "2025-06-25")])
def test_a_weightier_source_is_believed_and_who_said_so_is_kept(client, differing, outlet, day):
    response = client.post("/sources/", {"outlet": outlet, "kind": "official", "why": "сайт города"}, follow=True)

    assert response.redirect_chain == [("/sources/", 302)]
    assert preferred() == day
    (decision,) = storage.standing_decisions()
    assert decision.act == Weigh(outlet=outlet, kind="official") and decision.by and decision.why == "сайт города"
    assert decision.by in text_of(client.get("/sources/").content)
    assert f"Источник «{outlet}»: официальный" in text_of(client.get("/decisions/").content)

    client.post(f"/decisions/{decision.number}/undo")
    assert "по названию и адресу" in text_of(client.get("/sources/").content)


@pytest.mark.parametrize("wrong", [
    {"outlet": "Утро", "kind": "trusted"}, {"outlet": "Ночь", "kind": "official"}, {"kind": "official"}, {},
])
def test_nonsense_changes_nothing(client, differing, wrong):
    assert client.post("/sources/", wrong).status_code == 400
    assert storage.standing_decisions() == []
