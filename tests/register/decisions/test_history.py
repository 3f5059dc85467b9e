"""What people decided of each claim of a document, in order."""

from __future__ import annotations

from pobratim.register.decisions import Accept, Correct, Decision, Reject, State, Told, seen_claim
from pobratim.register.decisions.history import history
from tests.register.make import meeting, reading, twins

NEWS = reading(meeting("Минск", "Омск", date="2025-06-24"), twins("Минск", "Омск", since="2023"), name="новость.txt")


def told(record: str) -> Told:
    return seen_claim(NEWS, next(one for one in NEWS.records if one.id == record))


def decisions(*acts) -> list[Decision]:
    return [Decision(number=number, act=act, by="Иванова", at="2025-07-01") for number, act in enumerate(acts, 1)]


def test_each_claim_has_its_decisions_in_order():
    found = history(
        NEWS, decisions(Accept(claim=told("r1")), Correct(claim=told("r1"), slot="date", value="2025-06-23"))
    )
    assert [one.number for one in found.decisions["r1"]] == [1, 2]
    assert "r2" not in found.decisions and not found.rejected
    assert next(one for one in found.reading.records if one.id == "r1").date == "2025-06-23"


def test_what_was_rejected_is_not_lost():
    found = history(NEWS, decisions(Reject(claim=told("r2"))))
    assert [one.id for one in found.rejected] == ["r2"]
    assert [one.id for one in found.reading.records] == ["r1"]
    assert [one.number for one in found.decisions["r2"]] == [1]


def test_what_a_person_states_is_a_claim_of_its_own():
    said = Told(document=NEWS.document.id, type="plan", evidence=((0, 5),), slots={"action": "построить мост"})
    found = history(NEWS, decisions(State(claim=said)))
    assert [one.id for one in found.reading.records] == ["r1", "r2", "d1"]
    assert found.reading.records[-1].confidence == 1.0
    assert [one.number for one in found.decisions["d1"]] == [1]


def test_the_same_stated_twice_stands_twice_until_one_is_undone():
    said = Told(document=NEWS.document.id, type="plan", evidence=((0, 5),), slots={"action": "построить мост"})
    assert len(history(NEWS, decisions(State(claim=said), State(claim=said))).reading.records) == 4


def test_other_documents_and_other_matters_are_passed_over():
    other = Told(document="0" * 64, type="plan", evidence=((0, 5),), slots={"action": "x"})
    assert history(NEWS, decisions(Accept(claim=other))).decisions == {}
