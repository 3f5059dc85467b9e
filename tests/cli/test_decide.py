"""`pobratim review` and `pobratim decide`: what waits for a person, and what the person says."""

from __future__ import annotations

import pytest

from pobratim import storage
from tests.register.make import meeting, plan, post, reading

NEWS = reading(
    meeting("Минск", "Омск", date="2025-06-24", people=["Пётр Громов"], sentence="Мэры встретились."),
    name="новость.txt", published="2025-06-25",
)
OTHER = reading(post("Павел Громов", "мэр", place="Омск"), meeting("Минск", "Омск", date="2025-06-24"),
                name="ещё.txt", published="2025-06-26")
CLAIM = f"{NEWS.document.id[:10]}#r1"


@pytest.fixture(autouse=True)
def kept(home) -> None:
    for page in (NEWS, OTHER):
        storage.keep(page, None, "paste")


def test_the_queue_shows_the_sentence_and_how_to_decide(pobratim):
    run = pobratim("review", "--count", "5")
    assert run.code == 0
    assert "Мэры встретились." in run.out
    assert f"{NEWS.document.id[:12]}#r1" in run.out
    assert "pobratim decide" in run.err


def test_a_rejected_fact_is_gone_and_comes_back(pobratim):
    for page in (CLAIM, f"{OTHER.document.id[:10]}#r2"):
        assert pobratim("decide", "reject", page, "--why", "не было", "--by", "Иванова").code == 0
    assert "24.06.2025" not in pobratim("show", "Омск").out
    assert pobratim("decide", "undo", "1").code == 0
    assert "24.06.2025" in pobratim("show", "Омск").out


def test_the_journal_tells_who_what_and_why(pobratim):
    pobratim("decide", "accept", CLAIM, "--why", "видела сама", "--by", "Иванова")
    pobratim("decide", "undo", "1", "--by", "Петров")
    out = " ".join(pobratim("decide", "journal").out.split())
    for words in ("№ 1", "Иванова", "принять", "Минск", "видела сама", "отменено", "Петров"):
        assert words in out


def test_a_corrected_date_and_party(pobratim):
    assert pobratim("decide", "correct", CLAIM, "date", "2025-06-23").code == 0
    assert pobratim("decide", "correct", CLAIM, "participants", "Павел Громов").code == 0
    assert storage.claim_seen(CLAIM).slots["date"] == "2025-06-23"
    assert storage.claim_seen(CLAIM).slots["participants"] == [{"type": "person", "name": "Павел Громов"}]


def test_a_slot_is_emptied(pobratim):
    assert pobratim("decide", "correct", CLAIM, "date").code == 0
    assert storage.claim_seen(CLAIM).slots["date"] is None


def test_people_are_merged_and_split_by_name(pobratim):
    assert pobratim("decide", "merge", "Пётр Громов", "Павел Громов").code == 0
    pobratim("show", "Омск")
    [person] = storage.whole_register().people
    assert pobratim("decide", "split", person.id, OTHER.document.id[:10]).code == 0
    pobratim("show", "Омск")
    assert len(storage.whole_register().people) == 2


def test_a_place_is_split_told_in_the_journal_and_put_back(pobratim):
    pobratim("show", "Омск")
    omsk = {row.id: row for row in storage.whole_register().places}["geo-1496153"]
    assert len(omsk.documents) == 2
    run = pobratim("decide", "split", omsk.id, OTHER.document.id[:10], "--why", "деревня", "--by", "Иванова")
    assert run.code == 0 and "decide undo 1" in run.err + run.out
    pobratim("show", "Минск")
    rows = {row.id: len(row.documents) for row in storage.whole_register().places if row.name == "Омск"}
    assert rows == {"geo-1496153": 1, "place-omsk-ru": 1}
    assert "разделить: Омск" in " ".join(pobratim("decide", "journal").out.split())
    assert pobratim("decide", "undo", "1").code == 0
    pobratim("show", "Минск")
    assert {row.id: row for row in storage.whole_register().places}["geo-1496153"] == omsk


def test_a_name_that_the_document_does_not_have_splits_nothing(pobratim):
    pobratim("show", "Омск")
    run = pobratim("decide", "split", "geo-1496153", OTHER.document.id[:10], "--name", "Томск")
    assert run.code == 1 and "там она названа так: «Омск»" in " ".join(run.err.split())
    assert storage.journal() == []


def test_what_came_of_a_promise(pobratim):
    page = reading(plan("Минск", "Омск", action="открыть сквер"), published="2025-05-01", name="план.txt")
    storage.keep(page, None, "paste")
    pobratim("show", "Омск")
    [promise] = storage.whole_register().commitments
    assert pobratim("decide", "answer", promise.id, CLAIM, "выполнено", "--by", "Иванова").code == 0
    pobratim("show", "Омск")
    [promise] = storage.whole_register().commitments
    assert (promise.status, promise.follow_ups[0].by) == ("met", "Иванова")
    assert "исход обещания" in pobratim("decide", "journal").out
    assert pobratim("decide", "answer", promise.id, CLAIM, "может-быть").code == 2


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("accept", "что-то"), "не номер факта"),
        (("correct", CLAIM, "date", "вчера"), "не дата"),
        (("correct", CLAIM, "day", "2025"), "нет поля"),
        (("correct", CLAIM, "date", "2025", "2026"), "одно значение"),
        (("correct", CLAIM, "parties", "Нигде"), "в реестре нет"),
        (("merge", "Пётр Громов", "Омск"), "одного вида"),
        (("split", "Омск", "ffffff"), "не один документ"),
        (("undo", "7"), "решения № 7 нет"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(pobratim, arguments, complaint):
    run = pobratim("decide", *arguments)
    assert run.code == 1
    assert complaint in " ".join(run.err.split())
    assert "Traceback" not in run.err
    assert storage.journal() == []
