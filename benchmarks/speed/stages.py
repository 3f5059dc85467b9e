"""Where the time of a full reading goes, step by step."""

from __future__ import annotations

import importlib
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

STEPS: tuple[tuple[str, str, str], ...] = (
    ("text: sentences, tokens, morphology", "reading.reader", "lay_out"),
    ("names", "reading.reader", "find_entities"),
    ("  network", "reading.names.entities", "tag"),
    ("  people", "reading.names.entities", "find_people"),
    ("  places", "reading.names.entities", "find_places"),
    ("  organizations", "reading.names.entities", "find_organizations"),
    ("dates", "reading.reader", "find_dates"),
    ("relevance", "reading.reader", "relevance"),
    ("records", "reading.reader", "find_records"),
    ("  posts", "reading.records.steps", "find_posts"),
    ("  who stands for which place", "reading.records.steps", "Stands"),
    ("  quotes", "reading.records.steps", "find_quotes"),
    ("  events", "reading.records.steps", "find_events"),
    ("  agreements", "reading.records.steps", "find_agreements"),
    ("  partnerships", "reading.records.steps", "find_partnerships"),
    ("  offers", "reading.records.steps", "find_offers"),
    ("  plans", "reading.records.steps", "find_plans"),
    ("  figures", "reading.records.steps", "find_figures"),
    ("  topics", "reading.records.steps", "find_topics"),
    ("clues to the year", "reading.reader", "find_clues"),
)
"""What is printed, the module that calls the step, and its name there; indented ones are parts of the one above."""


def profile(texts: list[str]) -> dict[str, float]:
    """CPU seconds a step over all texts, the second time they are read; ``""`` is the whole, JSON included."""
    from pobratim import read

    for text in texts:
        read(text).to_json()
    spent: Counter[str] = Counter()
    for name, module, function in STEPS:
        _watch(importlib.import_module(f"pobratim.{module}"), function, name, spent)
    started = time.process_time()
    for text in texts:
        read(text).to_json()
    return {"": time.process_time() - started, **spent}


def _watch(module: Any, function: str, name: str, spent: Counter[str]) -> None:
    watched: Callable[..., Any] = getattr(module, function)

    def timed(*given: Any, **named: Any) -> Any:
        started = time.process_time()
        try:
            return watched(*given, **named)
        finally:
            spent[name] += time.process_time() - started

    setattr(module, function, timed)


def table(spent: dict[str, float], documents: int) -> str:
    """One line a step: milliseconds a document and share of the whole."""
    whole = spent[""]
    rest = whole - sum(spent.get(name, 0.0) for name, _, _ in STEPS if not name.startswith(" "))
    rows = [*((name, spent.get(name, 0.0)) for name, _, _ in STEPS), ("the rest, JSON among it", rest), ("all", whole)]
    return "\n".join(f"{name:<38}{1000 * cpu / documents:>8.2f} ms{cpu / whole:>7.1%}" for name, cpu in rows)
