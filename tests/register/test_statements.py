from __future__ import annotations

import dataclasses
from typing import Any

from tests.register.make import (
    Saying,
    derive,
    figure,
    mention,
    offer,
    place_id,
    post,
    quote,
    reading,
    topic,
)


def test_one_offer_of_two_documents_whatever_the_case_of_its_words() -> None:
    (row,) = derive(
        reading(offer("Пассажирская техника", seller="Минск", buyer="Омск"), name="а"),
        reading(offer("пассажирская техника", seller="Минск", buyer="Омск"), name="б"),
    ).offers
    assert (row.from_, row.to, row.kind) == (place_id("Минск"), place_id("Омск"), "goods")
    assert len(row.documents) == len(row.evidence) == 2


def test_offer_need_and_supply_of_one_thing_are_three_and_sides_part() -> None:
    rows = derive(
        reading(
            offer("автобусы", seller="Минск", buyer="Омск"),
            offer("автобусы", seller="Минск", buyer="Омск", direction="supply"),
            offer("автобусы", buyer="Омск", direction="need"),
            offer("автобусы", seller="Минск", buyer="Казань"),
        )
    ).offers
    assert len(rows) == 4


def test_an_offer_of_nobody_stays_with_its_document() -> None:
    assert len(derive(reading(offer("автобусы"), name="а"), reading(offer("автобусы"), name="б")).offers) == 2


def test_the_same_words_of_one_speaker_are_one_quote_of_the_first_document() -> None:
    first = reading(quote("Пётр Ясный", "Мост откроем осенью"), name="а", published="2025-06-24")
    later = reading(quote("Пётр Ясный", "Мост откроем осенью!"), name="б", published="2025-06-25")
    (row,) = derive(later, first).quotes
    assert (row.speaker, row.text, row.kind) == ("petr-yasnyy", "Мост откроем осенью", "direct")
    assert row.documents == (first.document.id,)
    assert [one.text for one in row.evidence] == ["Мост откроем осенью"]
    assert len(row.claims) == 2


def test_a_quote_broken_by_the_author_is_put_together() -> None:
    page = reading(quote("Пётр Ясный", "Мост откроем осенью"))
    (record,) = page.records
    start, end = record.span  # type: ignore[attr-defined]
    broken = ((start, start + 4), (start + 13, end))
    page = dataclasses.replace(page, records=(dataclasses.replace(record, span=broken),))  # type: ignore[call-arg]
    assert derive(page).quotes[0].text == "Мост осенью"


def test_topics_by_their_parties_and_otherwise_by_document() -> None:
    rows = derive(
        reading(topic("sport", "Минск", "Омск"), topic("water"), name="а"),
        reading(topic("sport", "Омск", "Минск"), topic("water"), name="б"),
    ).topics
    assert sorted((row.topic, len(row.parties), len(row.documents)) for row in rows) == [
        ("sport", 2, 2), ("water", 0, 1), ("water", 0, 1),
    ]


def trade(**slots: Any) -> Saying:
    return figure("trade_turnover", "Минск", "Омск", unit="USD", period="2024", **slots)


def test_figures_of_one_quantity_agree_or_contradict() -> None:
    register = derive(
        reading(trade(value=120.5), name="а"),
        reading(trade(value=120.5, trend="up"), name="б"),
        reading(trade(value=130.0), name="в"),
    )
    (row,) = register.figures
    assert (row.value, row.trend, row.period) == (120.5, "up", "2024")
    (conflict,) = register.conflicts
    assert (conflict.on, conflict.slot, conflict.preferred) == (row.id, "value", "120.5")
    assert [value.value for value in conflict.values] == ["120.5", "130"]


def test_figures_of_other_years_units_and_kinds_do_not_contradict() -> None:
    register = derive(
        reading(
            figure("export", "Минск", value=1.0, unit="USD", period="2023"),
            figure("export", "Минск", value=2.0, unit="USD", period="2024"),
            figure("export", "Минск", value=3.0, unit="RUB", period="2024"),
            figure("export", "Минск", value=4.0, unit="USD"),
            name="а",
        ),
        reading(figure("export", "Минск", value=5.0, unit="USD"), name="б"),
    )
    assert len(register.figures) == 5
    assert register.conflicts == ()


def test_two_values_of_one_document_are_two_figures() -> None:
    register = derive(
        reading(
            figure("students", "Минск", value=100.0, unit="people", period="2024"),
            figure("students", "Минск", value=200.0, unit="people", period="2024"),
        )
    )
    assert sorted(row.value for row in register.figures if row.value) == [100.0, 200.0]
    assert len({row.id for row in register.figures}) == 2


def test_other_metrics_never_contradict() -> None:
    register = derive(
        reading(figure("other", "Минск", value=12.0, unit="people", period="2024"), name="а"),
        reading(figure("other", "Минск", value=15.0, unit="people", period="2024"), name="б"),
    )
    assert len(register.figures) == 2
    assert register.conflicts == ()


def test_what_names_an_unknown_entity_names_nothing() -> None:
    page = reading(post("Павел Громов", "мэр", place="Омск"), mention("Вера Лис"))
    lost = dataclasses.replace(page, entities=page.entities[1:])
    assert [row.name for row in derive(lost).people] == ["Вера Лис"]


def test_the_number_of_twins_is_that_of_the_month_of_its_document() -> None:
    def twins(number: float) -> Saying:
        return figure("other", "Минск", value=number, unit="twin_cities")

    register = derive(
        reading(twins(7.0), name="а", published="2023-04-10"),
        reading(twins(8.0), name="б", published="2023-10-18"),
        reading(twins(9.0), name="в", published="2023-10-20"),
        reading(twins(20.0), name="г"),
    )
    assert len(register.figures) == 3
    (conflict,) = register.conflicts
    assert sorted(value.value for value in conflict.values) == ["8", "9"]
