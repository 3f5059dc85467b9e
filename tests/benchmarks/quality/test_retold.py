"""The pages told anew: each has its text and its gold, and quotes nobody."""

from __future__ import annotations

import json
import re

from benchmarks.quality.gold import TYPES
from benchmarks.quality.sources import RETOLD

GOLD = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (RETOLD / "gold").glob("*.json")}
SAID = re.compile(
    r"[»\"”],?\s*[–—-]?\s*(?:сказал|отметил|подчеркнул|рассказал|заявил|добавил|сообщил|пояснил|признал)[а-я]*"
)


def test_each_has_its_text_and_its_gold() -> None:
    assert set(GOLD) == {path.stem for path in (RETOLD / "texts").glob("*.txt")}
    assert all(document["source"] == f"{name}.txt" for name, document in GOLD.items())
    assert len({document["url"] for document in GOLD.values()}) == len(GOLD)


def test_what_is_annotated_is_named() -> None:
    for name, document in GOLD.items():
        known = {form for entity in document["entities"] for form in (entity["name"], *entity.get("aliases", ()))}
        for record in document["records"]:
            assert record["type"] in TYPES
            named = (*record["parties"], *record.get("participants", ()), *record.get("organizations", ()))
            assert known.issuperset(named), (name, record)


def test_nobody_is_quoted_directly() -> None:
    for name in GOLD:
        text = (RETOLD / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        assert not SAID.search(text), name
