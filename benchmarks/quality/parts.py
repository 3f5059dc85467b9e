"""The parts of the benchmark, each a function that puts its rows and errors into the report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.quality import factrueval
from benchmarks.quality import facts as fact_comparison
from benchmarks.quality.report import Error, Report
from pobratim.model.document import Document
from pobratim.model.reading import Reading
from pobratim.reading.reader import read_document


@dataclass
class Sources:
    """Where the data lies, and what was read of it once."""

    shared: Path

    @cached_property
    def factrueval(self) -> list[tuple[factrueval.Annotated, Reading]]:
        """The news of factRuEval read, records looked for whatever they are about; empty where they are not there."""
        annotated = factrueval.documents(self.shared / "data/factrueval-devset")
        return [(one, _read(one.text, one.name)) for one in annotated]


def _read(text: str, name: str) -> Reading:
    return read_document(Document(text=text, source=name, language="ru"), whatever=True)


def facts(sources: Sources, report: Report) -> None:
    """Occupation and Meeting facts of factRuEval"""
    if not sources.factrueval:
        report.left_out["facts"] = f"no factRuEval in {sources.shared}"
        return

    def say(kind: str, sort: str, about: str, document: str, words: str) -> None:
        report.errors.append(Error("facts", kind, sort, about, document, words))

    for kind, count in fact_comparison.measure(sources.factrueval, say).items():
        report.add(
            f"facts/{kind}", gold=count.gold, got=count.got,
            precision=count.precision, recall=count.recall, f1=count.f1,
        )  # fmt: skip


Part = Callable[[Sources, Report], None]

PARTS: dict[str, Part] = {"facts": facts}
