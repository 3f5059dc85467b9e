"""Decisions are kept for good; an undone one leaves the register as if it had never been."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pobratim import storage
from pobratim.exchange import register_json
from pobratim.model.errors import NotFound, PobratimError
from pobratim.register.decisions import Accept, Correct, Merge, Reject, Split
from tests.register.make import event, meeting, post, reading, twins

NOW = datetime(2025, 7, 1, 10, 0, tzinfo=UTC)
NEWS = reading(
    meeting("Минск", "Омск", date="2025-06-24", people=["Пётр Громов"]), twins("Минск", "Омск", since="2023"),
    name="новость.txt", published="2025-06-25",
)
MORE = reading(post("Павел Громов", "мэр", place="Омск"), name="ещё.txt", published="2025-06-26")


@pytest.fixture(autouse=True)
def kept(home) -> None:
    for page in (NEWS, MORE):
        storage.keep(page, None, "paste")
    storage.derive()


def claim(record: str):
    return storage.claim_seen(f"{NEWS.document.id[:8]}#{record}")


def exported() -> bytes:
    """The register and its judgements after deriving anew."""
    storage.derive()
    return register_json.write(storage.whole_register(), storage.judgements())


def people() -> list[str]:
    return [person.name for person in storage.whole_register().people]


def test_a_decision_changes_the_register_and_undoing_it_restores_it():
    before = exported()
    number = storage.decide(Reject(claim=claim("r1")), by="Иванова", at=NOW, why="не было встречи")
    assert storage.is_stale()
    after = exported()
    assert b'"meeting"' in before and b'"meeting"' not in after

    storage.undo(number, by="Петров", at=NOW, why="ошибка")

    assert storage.is_stale()
    assert exported() == before


def test_a_place_is_split_and_undoing_it_gives_back_what_was():
    other = reading(meeting("Минск", "Омск", date="2025-06-24"), name="третья.txt", published="2025-06-27")
    storage.keep(other, None, "paste")
    before = exported()
    [omsk] = [row for row in storage.whole_register().places if row.name == "Омск"]
    told = storage.row_seen(omsk)
    left, *others = (told[one][0] for one in (other.document.id, NEWS.document.id, MORE.document.id))
    number = storage.decide(Split(left=left, others=tuple(others)), by="Иванова", at=NOW, why="деревня под Псковом")
    after = exported()
    assert b'"place-omsk-ru"' in after and b'"place-omsk-ru"' not in before
    assert [row.documents for row in storage.whole_register().places if row.id == "place-omsk-ru"] == [
        (other.document.id,)
    ]
    storage.undo(number, by="Петров", at=NOW, why="тот же Омск")
    assert exported() == before


def test_everything_stays_in_the_journal():
    number = storage.decide(Accept(claim=claim("r2")), by="Иванова", at=NOW, why="видела договор")
    storage.undo(number, by="Петров", at=NOW, why="не тот")
    again = storage.decide(Accept(claim=claim("r2")), by="Иванова", at=NOW)

    newest, oldest = storage.journal()

    assert (newest.decision.number, newest.undone_at) == (again, None)
    assert (oldest.decision.by, oldest.decision.why, oldest.undone_by, oldest.undone_why) == (
        "Иванова", "видела договор", "Петров", "не тот",
    )
    assert [one.number for one in storage.standing_decisions()] == [again]


def test_rows_are_merged_by_what_their_documents_name():
    assert len(people()) == 2
    rows = {person.name: person for person in storage.whole_register().people}
    left, right = (next(iter(storage.row_seen(rows[name]).values()))[0] for name in ("Пётр Громов", "Павел Громов"))
    storage.decide(Merge(left=left, right=right), by="Иванова", at=NOW)
    storage.derive()
    assert len(people()) == 1
    assert [one.by for one in storage.judgements("same") if one.by == "Иванова"] == ["Иванова"]


def test_two_happenings_are_merged_with_all_that_tells_of_them():
    told = [("meeting", "2025-06-01"), ("meeting", "2025-06-01"), ("visit", "2025-05-20"), ("meeting", "2025-06-01")]
    for number, (kind, day) in enumerate(told, start=3):
        page = reading(event(kind, "Минск", "Гомель", date=day), name=f"{number}.txt", published=f"2025-06-{number:02}")
        storage.keep(page, None, "paste")
    before = exported()
    met, visited = sorted((row for row in storage.whole_register().happenings if len(row.documents) != 1 or
                           row.kind == "visit"), key=lambda row: row.kind)
    number = storage.decide(storage.merged(visited, met), by="Иванова", at=NOW, why="о визите сказано «встреча»")
    storage.derive()
    [one] = [row for row in storage.whole_register().happenings if row.date != "2025-06-24"]
    assert (one.kind, len(one.documents)) == ("meeting", 4)
    assert [row.slot for row in storage.whole_register().conflicts] == ["date"]
    storage.undo(number, by="Петров", at=NOW)
    assert exported() == before


def test_a_corrected_claim_is_seen_corrected():
    storage.decide(Correct(claim=claim("r1"), slot="date", value="2025-06-23"), by="Иванова", at=NOW)
    assert claim("r1").slots["date"] == "2025-06-23"


def test_a_row_shows_what_each_document_says_of_it():
    [met] = storage.whole_register().happenings
    assert storage.row_seen(met) == {NEWS.document.id: (claim("r1"),)}


def test_the_least_sure_claims_wait_until_somebody_decides():
    waiting = {doubt.id for doubt in storage.doubtful_claims(10)}
    assert waiting == {f"{NEWS.document.id}#r1", f"{NEWS.document.id}#r2", f"{MORE.document.id}#r1"}
    storage.decide(Accept(claim=claim("r1")), by="Иванова", at=NOW)
    storage.decide(Reject(claim=claim("r2")), by="Иванова", at=NOW)
    assert [doubt.id for doubt in storage.doubtful_claims(10)] == [f"{MORE.document.id}#r1"]
    assert storage.doubtful_claims(0) == []


def test_what_cannot_be_meant_is_not_kept():
    with pytest.raises(ValueError, match="не дата"):
        storage.decide(Correct(claim=claim("r1"), slot="date", value="вчера"), by="Иванова", at=NOW)
    assert storage.journal() == []


@pytest.mark.parametrize(
    ("reference", "complaint"),
    [("r1", "пишется так"), ("ffffffff#r1", "в реестре нет"), (f"{NEWS.document.id}#r9", "есть: r1, r2")],
)
def test_a_claim_that_is_not_there(reference, complaint):
    with pytest.raises(PobratimError, match=complaint):
        storage.claim_seen(reference)


def test_nothing_is_undone_twice():
    number = storage.decide(Accept(claim=claim("r1")), by="Иванова", at=NOW)
    storage.undo(number, by="Иванова", at=NOW)
    with pytest.raises(NotFound, match="уже отменено"):
        storage.undo(number, by="Иванова", at=NOW)
    with pytest.raises(NotFound, match="нет"):
        storage.undo(99, by="Иванова", at=NOW)
