"""Signings and what is signed: each knows of the other's day."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from pobratim.model.reading import Agreement, Reading, Record
from tests.register.make import Page, Saying, agreement, derive, reading, signing, visit

MAYORS = ["Павел Громов", "Анна Ким"]
CITIES = ("Минск", "Омск")


def told_together(date: str | None = None, status: str = "held", **slots: Any) -> tuple[Saying, Saying]:
    """One sentence that tells of a signing (on ``date``) and of the agreement signed (with ``slots``)."""
    event = signing(*CITIES, date=date, status=status)
    words: list[Any] = []

    def say_event(page: Page) -> Record:
        words.append(event(page))
        return words[-1]

    def say_agreement(page: Page) -> Record:
        record = agreement(*CITIES, status="planned" if status == "planned" else "signed", **slots)(page)
        assert isinstance(record, Agreement)
        return dataclasses.replace(record, evidence=words[-1].evidence)

    return say_event, say_agreement


def test_a_signing_has_the_day_of_its_document() -> None:
    register = derive(reading(*told_together(signed="2024-11-20")))
    (row,) = register.happenings
    assert (row.date, row.date_basis) == ("2024-11-20", "inferred")
    assert row.date_because[0].reason == "документ подписан: 20 ноября 2024 года"
    assert row.date_because[0].document and row.date_because[0].span


def test_a_document_has_the_day_of_its_signing() -> None:
    register = derive(reading(*told_together("2024-11-20")))
    (row,) = register.agreements
    assert (row.signed, row.signed_basis) == ("2024-11-20", "inferred")
    assert row.signed_because[0].reason == "подписание было: 20 ноября 2024 года"


def test_a_later_report_of_one_document_is_of_its_signing() -> None:
    register = derive(
        reading(*told_together("2024-11-20", signed="2024-11-20"), name="а", published="2024-11-20"),
        reading(*told_together(), name="б"),
    )
    (row,) = register.happenings
    assert (row.date, len(row.documents)) == ("2024-11-20", 2)


def test_what_is_planned_has_no_day_yet() -> None:
    register = derive(reading(*told_together("2024-11-20", status="planned"), published="2024-11-19"))
    assert [row.signed for row in register.agreements] == [None]


def test_a_signing_of_two_documents_of_unlike_days_stays_open() -> None:
    event, first = told_together(signed="2024-11-20")

    def second(page: Page) -> Record:
        record = agreement(*CITIES, kind="protocol", signed="2024-12-01")(page)
        return dataclasses.replace(record, evidence=((0, len(page.text)),))

    register = derive(reading(event, first, second))
    assert [row.date for row in register.happenings] == [None]


def test_an_agreement_told_elsewhere_in_the_text_is_another_matter() -> None:
    register = derive(reading(signing(*CITIES), agreement(*CITIES, signed="2009")))
    assert [row.date for row in register.happenings] == [None]


@pytest.mark.parametrize(("other", "rows"), [
    ({"people": MAYORS[:1]}, 1),
    ({"people": ["Олег Ли"]}, 2),                             # another guest
    ({"people": MAYORS[:1], "date": "2021"}, 2),              # a year of its own
])
def test_a_visit_without_a_day_is_that_of_the_same_signing(other: dict[str, Any], rows: int) -> None:
    """Two undated reports of one signing, each with the visit during which it was."""
    register = derive(
        reading(*told_together(), visit(*CITIES, people=MAYORS[:1]), name="а"),
        reading(*told_together(), visit(*CITIES, **other), name="б"),
    )
    assert len(register.agreements) == 1
    assert len([row for row in register.happenings if row.kind == "visit"]) == rows


def test_the_country_of_a_visit_stands_for_the_town_that_signs() -> None:
    def page(name: str) -> Reading:
        return reading(*told_together(), visit("Омск", "Беларусь", people=MAYORS[:1]), name=name)

    assert len([row for row in derive(page("а"), page("б")).happenings if row.kind == "visit"]) == 1
