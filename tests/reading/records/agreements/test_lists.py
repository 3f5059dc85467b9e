"""Documents in a row, each with its own sides, and documents with some of many. All people are invented."""

from __future__ import annotations

from tests.reading.records.facts import facts


def test_each_between_brings_in_two_places_or_two_bodies() -> None:
    text = (
        "В ходе форума подписано три соглашения: между Лидским и Узловским районами, между городами Слоним и Алексин, "
        "а также между заводом «Луч» и фирмой «Заря»."
    )
    expected = [["Лидский район", "Узловский район"], ["Алексин", "Слоним"], ["Луч", "фирма Заря"]]
    assert facts(text, "agreement", "parties") == [(two,) for two in expected]
    told = facts(text, "event", "kind", "parties", "organizations")
    assert told == [("signing", expected[0], []), ("signing", expected[1], []), ("signing", [], expected[2])]


def test_documents_of_a_row_have_their_own_bodies() -> None:
    text = (
        "По итогам визита подписаны: соглашение между Омском и Лидой, меморандум о сотрудничестве Омского и "
        "Гродненского университетов, контракт на поставку автобусов."
    )
    assert facts(text, "agreement", "kind", "parties") == [
        ("agreement", ["Лида", "Омск"]),
        ("memorandum", ["Гродненский университет", "Омский университет"]),
    ]


def test_some_of_many_are_named() -> None:
    force = "У Гродненской области есть соглашения с 26 регионами России, в том числе с Тульской и Псковской областями."
    expected = [["Гродненская область", "Тульская область"], ["Гродненская область", "Псковская область"]]
    assert facts(force, "agreement", "parties") == [(two,) for two in expected]
    signed = "Лида подписала соглашения с десятью городами России, среди которых Тула, Псков и Орёл."
    assert facts(signed, "agreement", "parties") == [(["Лида", "Тула"],), (["Лида", "Псков"],), (["Лида", "Орёл"],)]
