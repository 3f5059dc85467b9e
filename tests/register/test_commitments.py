from __future__ import annotations

from pobratim.model.reading import Reading
from pobratim.register.rows import Commitment
from tests.register.make import derive, judged, place_id, plan, reading

SCHOOLS = "обменяться делегациями школьников и учителей"


def commitments(*readings: Reading) -> list[Commitment]:
    return list(derive(*readings).commitments)


def test_a_promise_first_said_and_said_again() -> None:
    (row,) = commitments(
        reading(plan("Омск", "Минск", action=f"{SCHOOLS} весной", topics=("youth",)), published="2025-11-02"),
        reading(
            plan("Минск", "Омск", action=SCHOOLS, due="2025-12", topics=("education",)),
            published="2025-03-01",
        ),
    )
    assert row.actors == (place_id("Омск"), place_id("Минск"))
    assert (row.action, row.first_said, row.due, row.status) == (SCHOOLS, "2025-03-01", "2025-12", "restated")
    assert row.topics == ("education", "youth")
    assert len(row.restated) == 1
    assert len(row.documents) == 2


def test_said_once_is_scheduled() -> None:
    (row,) = commitments(reading(plan("Минск", action="построить мост")))
    assert (row.status, row.restated, row.first_said) == ("scheduled", (), None)


def test_other_words_or_other_sides_are_other_promises() -> None:
    assert len(commitments(
        reading(plan("Минск", "Омск", action=SCHOOLS), name="а"),
        reading(plan("Минск", "Омск", action="закупить двадцать низкопольных троллейбусов"), name="б"),
        reading(plan("Минск", "Казань", action=SCHOOLS), name="в"),
    )) == 3


def test_a_promise_of_nobody_in_particular_stays_with_its_document() -> None:
    assert len(commitments(
        reading(plan(action=SCHOOLS), name="а"), reading(plan(action=SCHOOLS), name="б")
    )) == 2


def test_the_same_in_other_words_of_the_same_family() -> None:
    (row,) = commitments(
        reading(plan("Минск", "Омск", action="развивать промышленную кооперацию и поставки техники"), name="а"),
        reading(plan("Минск", "Омск", action="будет новая кооперация в промышленности, поставка техники"), name="б"),
    )
    assert row.status == "restated"


def test_other_amounts_are_for_a_person_to_judge() -> None:
    readings = (
        reading(plan("Минск", "Омск", action="поставить восемь низкопольных троллейбусов"), name="а"),
        reading(plan("Минск", "Омск", action="поставить двадцать низкопольных троллейбусов"), name="б"),
    )
    assert len(commitments(*readings)) == 2
    assert [(one.by, one.judgement) for one in judged(*readings).judgements] == [("other_amount", "unsure")]


def test_terms_that_differ_are_for_a_person_to_judge() -> None:
    readings = (
        reading(plan("Минск", "Омск", action=SCHOOLS, due="2025"), name="а"),
        reading(plan("Минск", "Омск", action=SCHOOLS, due="2027"), name="б"),
    )
    assert len(commitments(*readings)) == 2
    assert [(one.by, one.judgement) for one in judged(*readings).judgements] == [("other_due", "unsure")]


def test_a_reprint_says_nothing_again() -> None:
    text = " ".join(f"слово{number}" for number in range(60))
    (row,) = commitments(
        reading(plan("Минск", "Омск", action=SCHOOLS), published="2025-03-01", text=text),
        reading(plan("Минск", "Омск", action=SCHOOLS), published="2025-03-02", text=f"{text} фото"),
    )
    assert (row.status, row.restated, len(row.documents)) == ("scheduled", (), 2)
