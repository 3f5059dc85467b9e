"""Whole articles of our own: one happening told in title, lead and body, background, comments, programmes, reports.

``articles.toml`` has them, each with everything that is to be read of it and nothing besides.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import pobratim

ARTICLES = tomllib.loads((Path(__file__).parent / "articles.toml").read_text("utf-8"))["article"]


def told(article: dict[str, Any]) -> list[str]:
    """The events, ties and documents that are read of the article, each as a line of the file."""
    reading = pobratim.read(article["text"].strip(), article["published"]).to_dict()
    names = {entity["id"]: entity["name"] for entity in reading["entities"]}
    lines = []
    for record in reading["records"]:
        sides = " – ".join(sorted(names[side] for side in record.get("parties", [])))
        if record["type"] == "event":
            place = names.get(record["place"], "-")
            lines.append(f"{record['kind']} {record['status']} {record['date'] or '-'} {place}: {sides}")
        elif record["type"] == "partnership":
            lines.append(f"tie {record['kind']} {record['status']} {record['since'] or '-'}: {sides}")
        elif record["type"] == "agreement":
            signed, period = record["signed"] or "-", record["period"] or "-"
            lines.append(f"{record['kind']} {record['status']} {signed} {period}: {sides}")
    return lines


def fits(line: str, wanted: str) -> bool:
    """Is it the line, but for what a star leaves open?"""
    (head, _, sides), (told_head, _, told_sides) = wanted.rpartition(": "), line.rpartition(": ")
    words, told_words = head.split(" ", 3), told_head.split(" ", 3)
    same = len(words) == len(told_words) and all(a in {"*", b} for a, b in zip(words, told_words, strict=True))
    return same and sides == told_sides


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["text"].strip().splitlines()[0][:50])
def test_an_article_is_read_whole(article: dict[str, Any]) -> None:
    left = told(article)
    for wanted in article["told"]:
        found = next((line for line in left if fits(line, wanted)), None)
        assert found is not None, wanted
        left.remove(found)
    assert left == []
