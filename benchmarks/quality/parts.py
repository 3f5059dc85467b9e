"""The parts of the benchmark, each a function that puts its rows and errors into the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.quality import factrueval, nerel
from benchmarks.quality import facts as fact_comparison
from benchmarks.quality import names as name_comparison
from benchmarks.quality.report import Error, Report
from pobratim.model.document import Document
from pobratim.model.reading import Reading
from pobratim.reading.reader import read_document


@dataclass
class Sources:
    """Where the data lies, and what was read of it once."""

    shared: Path
    quick: bool = False
    """Without the larger part of NEREL and other systems."""

    @cached_property
    def factrueval(self) -> list[tuple[factrueval.Annotated, Reading]]:
        """The news of factRuEval, records looked for whatever they are about; empty where they are not there."""
        annotated = factrueval.documents(self.shared / "data/factrueval-devset")
        return [(one, _read(one.text, one.name)) for one in annotated]

    @cached_property
    def nerel(self) -> dict[str, list[tuple[nerel.Annotated, Reading]]]:
        """The news of NEREL likewise, dev and train."""
        parts = {}
        for name in ("dev",) if self.quick else ("dev", "train"):
            annotated = nerel.documents(self.shared / f"data/nerel-{name}")
            parts[name] = [(one, _read(one.text, one.name)) for one in annotated]
        return parts


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
        figures = {"precision": count.precision, "recall": count.recall, "f1": count.f1}
        report.add(f"facts/{kind}", gold=count.gold, got=count.got, **figures)


_Texts = Sequence[tuple[str, str, Reading, list[name_comparison.Span]]]
"""Name, text, reading and gold spans."""


def names(sources: Sources, report: Report) -> None:
    """spans of people, places and organizations in factRuEval and NEREL, beside Natasha's"""
    if not sources.factrueval:
        report.left_out["names"] = f"no factRuEval in {sources.shared}"
        return
    natasha = None if sources.quick else name_comparison.natasha_spans()
    if natasha is None and not sources.quick:
        report.left_out["names of Natasha"] = "natasha is not installed (pip install -e .[bench])"
    texts: dict[str, _Texts] = {
        f"factRuEval {convention}": [(d.name, d.text, r, gold(d)) for d, r in sources.factrueval]
        for convention, gold in (("parts", name_comparison.parts_of_names), ("whole", name_comparison.whole_names))
    }
    for name, read in sources.nerel.items():
        texts[f"NEREL {name}"] = [(d.name, d.text, r, name_comparison.nerel_names(d)) for d, r in read]
    beside: dict[str, name_comparison.System] = {
        "with_seas": name_comparison.reader_spans_with_seas,
        "tagger_alone": name_comparison.tagger_spans,
    }
    if natasha is not None:
        beside["natasha"] = natasha
    for name, documents in texts.items():
        found = _names_found(documents, name_comparison.reader_spans, f"names/{name}", report)
        others = {system: _names_found(documents, spans) for system, spans in beside.items()}
        for kind, count in found.items():
            exact = {f"{system}_f1": counts[kind].figures()["f1"] for system, counts in others.items()}
            report.add(f"names/{name}/{kind}", **count.figures(), **exact)


def _names_found(
    documents: _Texts, spans: name_comparison.System, part: str = "", report: Report | None = None
) -> dict[str, name_comparison.Count]:
    """The counts of one system by kind; its errors go into the report where there is one."""
    totals = {kind: name_comparison.Count() for kind in name_comparison.KINDS}
    for document, text, reading, gold in documents:
        got = list(spans(text, reading))
        for kind, count in name_comparison.compare(gold, got).items():
            totals[kind].add(count)
        if report is not None:
            for kind, sort, about, words in name_comparison.differences(text, gold, got):
                report.errors.append(Error(part, kind, sort, about, document, words))
    return totals


Part = Callable[[Sources, Report], None]

PARTS: dict[str, Part] = {"facts": facts, "names": names}
