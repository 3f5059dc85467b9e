"""The clusters: honest, described without mistakes, and the register no worse on them than it was."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from benchmarks.clusters.__main__ import fallen, score
from benchmarks.clusters.cluster import SAMPLES, Cluster, clusters
from benchmarks.clusters.dates import judge
from benchmarks.clusters.figures import Figures, total
from pobratim.model import edtf
from pobratim.register import derive

FOUND = {one.name: one for one in clusters(SAMPLES, None) if isinstance(one, Cluster)}
EXAMPLES = [name for name in FOUND if name.startswith("ucheb-")]


@cache
def figures() -> Figures:
    return total(map(score, FOUND.values()))


def test_no_figure_is_worse_than_its_floor() -> None:
    assert fallen(figures()) == []


def test_what_cannot_be_known_is_never_told() -> None:
    assert figures().counts["undecided_right"] == figures().counts["undecided"] > 0


def test_there_are_at_least_eight_of_three_to_six_documents() -> None:
    assert len(FOUND) >= 8
    assert {name for name, one in FOUND.items() if not 3 <= len(one.documents) <= 6} == set()


@pytest.mark.parametrize("name", FOUND)
def test_every_document_is_named_and_every_name_is_a_document(name: str) -> None:
    cluster = FOUND[name]
    documents = set(cluster.documents)
    assert set(cluster.expected["articles"]) == documents
    named = {document for row in _rows(cluster.expected) for document in row.get("sources", ())}
    named |= {row["document"] for row in _rows(cluster.expected) if "document" in row}
    named |= {document for row in cluster.expected["conflicts"] for document in row["values"]}
    assert named <= documents


@pytest.mark.parametrize("name", FOUND)
def test_dates_are_edtf(name: str) -> None:
    for row in _rows(FOUND[name].expected):
        for slot in {"date", "since", "signed", "period", "within"} & set(row):
            values = row[slot] if isinstance(row[slot], list) else [row[slot]]
            assert all(value is None or edtf.is_valid(value) for value in values), row


@pytest.mark.parametrize("name", FOUND)
def test_gather_finds_the_dates_that_the_headers_give(name: str) -> None:
    undated = {one for one, document in FOUND[name].documents.items() if document.published is None}
    assert undated == {one for one in FOUND[name].documents if one.endswith("bez-daty")}


@pytest.mark.parametrize("name", [name for name in FOUND if name not in EXAMPLES])
def test_no_words_are_put_in_the_mouth_of_a_real_person(name: str) -> None:
    said = r"отметил|заявил|подчеркнул|\bсказал|добавил|пояснил|уверен[аы]?\b|по словам|^\s*[—–-]\s|[»,]\s[—–-]\s"
    for document in FOUND[name].documents.values():
        text = document.text.replace("белорусской — первый", "")  # a dash for a verb
        assert not re.search(said, text, re.I | re.M), document.source


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_invented_says_so(name: str) -> None:
    assert all("Учебный пример" in document.text for document in FOUND[name].documents.values())


@pytest.mark.parametrize("name", FOUND)
def test_the_order_of_documents_does_not_matter(name: str) -> None:
    readings = list(FOUND[name].readings.values())
    assert derive(readings[::-1]) == FOUND[name].register


@pytest.mark.parametrize(("got", "wanted", "within", "verdict"), [
    ("2025-06-24", "2025-06-24", None, "right"),
    (None, None, None, "right"),
    (None, "2025-06-24", None, "open"),
    ("XXXX-06-24", "2025-06-24", None, "open"),
    ("2025-06", "2025-06-24", None, "open"),
    ("2014-08-21", "2014-08-21/2014-08-22", None, "open"),
    ("2025-06-25", "2025-06-24", None, "wrong"),
    ("2025-06-24", "2025-06", None, "wrong"),         # more than can be known
    ("2024-06-24", "2025-06-24", None, "wrong year"),
    ("2025-06-24", None, None, "wrong year"),
    ("2025-06-24", None, "2025-06", "right"),
    ("2024", None, "2025-06", "wrong year"),
])
def test_dates_are_judged(got: str | None, wanted: str | None, within: str | None, verdict: str) -> None:
    assert judge(got, wanted, within) == verdict


def _rows(expected: dict[str, Any]) -> list[dict[str, Any]]:
    lists = [value for value in expected.values() if isinstance(value, list)]
    rows = [row for found in lists for row in found if isinstance(row, dict)]
    return rows + [post for row in rows for post in row.get("posts", ())]
