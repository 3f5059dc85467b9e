"""Gold sets: which records are right, and the scorer's errors sorted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.gold import GoldSet, relevance

SHARED = Path(__file__).resolve().parents[4] / "shared"
TEXT = (
    "Мэр Примерска Пётр Образцов встретился с мэром Минска Иваном Тетрадкиным.\n\n"
    "Примерск и Минск подписали соглашение о сотрудничестве."
)


@pytest.fixture
def gold_set(tmp_path: Path) -> GoldSet:
    if not (SHARED / "score").is_dir():
        pytest.skip("../shared is not there")
    gold = tmp_path / "gold"
    gold.mkdir()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "other.txt").write_text("Без эталона.", encoding="utf-8")
    document = {
        "source": "a.txt",
        "relevant": True,
        "entities": [],
        "records": [
            {"type": "post", "person": "Иван Тетрадкин", "title": "мэр", "place": "Минск"},
            {"type": "post", "person": "Пётр Образцов", "title": "мэр", "optional": True},
            {"type": "quote", "speaker": "Пётр Образцов", "text": "Рады гостям."},
        ],
    }
    (gold / "a.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    (gold / "b.json").write_text(json.dumps({**document, "source": "b.txt"}), encoding="utf-8")
    return GoldSet("made", gold, tmp_path, SHARED / "score" / "score.py")


def test_only_texts_with_gold_are_read(gold_set: GoldSet) -> None:
    assert list(gold_set.readings) == ["a.txt"]


def test_records_are_right_when_they_answer_gold_and_optional_ones_are_passed_over(gold_set: GoldSet) -> None:
    judged = [one for one in gold_set.judged() if one.type == "post"]
    assert [(one.document, one.right) for one in judged] == [("a.txt", True)]


def test_the_scorers_errors_are_sorted(gold_set: GoldSet) -> None:
    figures, errors = gold_set.score()
    assert figures["documents"] == 1
    assert ("quote", "missed", "") in {(error.type, error.kind, error.about) for error in errors}


def test_what_gold_says_of_relevance_stands_beside_the_reading(gold_set: GoldSet) -> None:
    ((name, relevant, reading),) = relevance([gold_set])
    assert (name, relevant, reading.document.text[:3]) == ("made/a.txt", True, "Мэр")


def test_what_was_not_annotated_is_not_judged(gold_set: GoldSet) -> None:
    events = {"type": "event", "kind": "meeting", "parties": ["Минск", "Примерск"], "participants": []}
    for path in gold_set.gold_folder.glob("*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({**document, "records": [events]}, ensure_ascii=False), encoding="utf-8")
    assert {one.type for one in gold_set.judged()} == {"event"}
    assert {error.type for error in gold_set.score()[1]} <= {"event"}
    assert gold_set.annotates("event") and not gold_set.annotates("post") and not gold_set.annotates("entity:place")
