"""What annotated articles leave out, counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.register.counted import articles_in, counted, said


def event(kind: str, **slots: Any) -> dict[str, Any]:
    return {"type": "event", "kind": kind, "status": "held", "parties": ["Минск", "Омск"], **slots}


def test_news_and_look_backs_of_a_dated_article() -> None:
    found = counted([{"published": "2025-06-24", "records": [
        event("visit", date="2025-06-24", place="Минск", participants=["Анна Ким"]),
        event("meeting", parties=["Минск"]),
        event("signing", date="2023"),
        {"type": "post", "person": "Анна Ким"},
    ]}])
    assert found["visit"] == {"all": 1, "place": 1, "one person": 1, "both sides": 1}
    assert found["meeting"] == {"all": 1, "no place": 1, "nobody": 1, "one side": 1}
    assert found["look back"] == {"signing": 1, "year": 1, "no place": 1, "nobody": 1, "both sides": 1}
    assert found["held"] == {"all": 2, "day": 1, "none": 1}
    assert found["articles"] == {"of a known time": 1, "that look back": 1}


def test_an_undated_article_is_of_the_last_day_that_it_tells() -> None:
    found = counted([{"records": [event("visit", date="2025-06-24"), event("forum", date="2025-02-01")]}])
    assert found["look back"]["forum"] == 1
    assert "held" not in found


@pytest.mark.parametrize(("date", "skip", "exactness"), [
    (None, [], "none"), ("2025-06-24", ["date"], "day"), ("2025-06-24/2025-06-26", [], "day"), ("2025-06", [], "month"),
    ("2025-06", ["date"], "none"), ("2025", [], "year"), ("XXXX-06-24", [], "open"),
])
def test_what_annotators_only_concluded_is_no_date(date: str | None, skip: list[str], exactness: str) -> None:
    assert said(event("visit", date=date, skip=skip)) == exactness


def test_files_without_records_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"records": []}), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps({"clusters": []}), encoding="utf-8")
    assert articles_in(tmp_path) == [{"records": []}]
