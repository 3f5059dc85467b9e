"""The parts of the benchmark, each a function that puts its rows and errors into the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import benchmarks.samples
from benchmarks.quality import calibration as reliability
from benchmarks.quality import facts as fact_comparison
from benchmarks.quality import gold as gold_readings
from benchmarks.quality import names as name_comparison
from benchmarks.quality import relations as relation_comparison
from benchmarks.quality.report import Error, Report
from benchmarks.quality.sources import Sources
from pobratim.model.reading import Reading
from pobratim.reading.relevance import THRESHOLD


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


def gold(sources: Sources, report: Report) -> None:
    """readings scored against gold: the seeds, the development articles, pages retold, further folders"""
    sources.say_what_gold_lacks(report)
    for gold_set in sources.gold:
        figures, errors = gold_set.score()
        report.errors.extend(errors)
        for kind, row in figures["types"].items():
            if not gold_set.annotates(kind):
                continue
            shown = {name: row[name] for name in ("gold", "got", "precision", "recall", "f1", "score")}
            report.add(f"gold/{gold_set.name}/{kind}", **shown)
        report.add(
            f"gold/{gold_set.name}", overall=figures["overall"], documents=figures["documents"],
            invented_dates=figures["invented_dates"], without_evidence=figures["without_evidence"],
        )  # fmt: skip


def samples(sources: Sources, report: Report) -> None:
    """how much of what the samples say is found"""
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for file, kind, fact, is_found in benchmarks.samples.missing(benchmarks.samples.readings()):
        wanted[kind] += 1
        found[kind] += is_found
        if not is_found:
            report.errors.append(Error("samples", kind, "missed", "", file, str(fact)))
    report.add("samples", gold=wanted.total(), recall=found.total() / wanted.total())


def relations(sources: Sources, report: Report) -> None:
    """relations of NEREL that posts, events and entities answer"""
    if not any(sources.nerel.values()):
        report.left_out["relations"] = f"no NEREL in {sources.shared}"
        return
    for name, documents in sources.nerel.items():

        def say(kind: str, sort: str, about: str, document: str, words: str, part: str = f"relations/{name}") -> None:
            report.errors.append(Error(part, kind, sort, about, document, words))

        for kind, count in relation_comparison.measure(documents, say).items():
            report.add(f"relations/{name}/{kind}", **count.figures())


def noise(sources: Sources, report: Report) -> None:
    """irrelevant news that pass for relevant and yield records, relevant articles that do not; beside these, articles
    of gold sets that only look like the genre"""
    kept = [(f"factRuEval/{document.name}", reading, "irrelevant") for document, reading in sources.factrueval]
    for name, documents in sources.nerel.items():
        kept += [(f"NEREL {name}/{document.name}", reading, "irrelevant") for document, reading in documents]
    kept += [(f"NEREL train/{name}", reading, "irrelevant") for name, reading in sources.further_news]
    for name, relevant, reading in gold_readings.relevance(sources.gold):
        kept.append((name, reading, "relevant" if relevant else "alike"))
    for name in ("irrelevant", "alike", "relevant"):
        mine = [(document, reading) for document, reading, sort in kept if sort == name]
        passing = [(name, reading) for name, reading in mine if reading.relevance >= THRESHOLD]
        telling = [(name, reading) for name, reading in passing if reading.records]
        if not mine:
            continue
        report.add(
            f"noise/{name}", documents=len(mine), passing=len(passing) / len(mine),
            with_records=len(telling) / len(mine), records=sum(len(r.records) for _, r in telling),
        )  # fmt: skip
        relevant = name == "relevant"
        wrong = [one for one in mine if one[1].relevance < THRESHOLD] if relevant else passing
        for document, reading in sorted(wrong, key=lambda one: -one[1].relevance):
            words = f"{reading.relevance:.2f}, {len(reading.records)} records: {reading.document.text[:150]!r}"
            report.errors.append(Error("noise", name, "missed" if relevant else "false", "", document, words))


def calibration(sources: Sources, report: Report) -> None:
    """how far confidence is from the share of records that are right, by the gold sets together"""
    judged = [one for gold_set in sources.gold for one in gold_set.judged()]
    if not judged:
        report.left_out["calibration"] = "no gold whose texts are there"
        return
    for kind in dict.fromkeys(one.type for one in judged):
        own = [(one.confidence, one.right) for one in judged if one.type == kind]
        report.add(f"calibration/{kind}", **_reliability(own))
    together = [(one.confidence, one.right) for one in judged]
    report.add("calibration", **_reliability(together))
    found = reliability.bins(together)
    report.drawings.append("\n".join(("reliability", *reliability.diagram(found))))
    if sources.picture is not None:
        sources.picture.write_text(reliability.picture(found, "Reliability of confidence"), encoding="utf-8")


def _reliability(judged: Sequence[tuple[float, bool]]) -> dict[str, float]:
    return {
        "got": len(judged),
        "expected_error": reliability.expected_error(judged),
        "confidence": sum(confidence for confidence, _ in judged) / len(judged),
        "right": sum(right for _, right in judged) / len(judged),
    }


Part = Callable[[Sources, Report], None]

PARTS: dict[str, Part] = {
    "gold": gold,
    "samples": samples,
    "facts": facts,
    "names": names,
    "relations": relations,
    "noise": noise,
    "calibration": calibration,
}
