"""How well names are found: factRuEval, NEREL and the entities of the gold readings.

    python benchmarks/names.py [--shared ../shared] [--texts DIR] [--errors]

Spans of PER, LOC and ORG are compared for the reader, for its tagger alone and, where natasha is
installed, for Natasha; entities with ``shared/score/score.py`` on the seeds and on those texts of
``gold/dev`` that stand in DIR.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pobratim.model.document import Document
from pobratim.model.reading import Reading
from pobratim.reading.entities import find_entities, find_names
from pobratim.reading.segments import lay_out
from pobratim.reading.tagger import tag

Span = tuple[int, int, str]

_KINDS = {"person": "PER", "city": "LOC", "region": "LOC", "country": "LOC", "organization": "ORG"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--texts", type=Path, default=Path(__file__).resolve().parents[2] / "devtexts")
    parser.add_argument("--errors", action="store_true", help="list what is missed and what is too much")
    args = parser.parse_args()
    systems: dict[str, Callable[[str], Iterable[Span]]] = {
        "pobratim": our_spans,
        "its tagger alone": tagger_spans,
    }
    if importlib.util.find_spec("natasha"):
        systems["natasha"] = natasha_spans()
    for name, documents in (
        ("factRuEval devset", list(factrueval(args.shared / "data/factrueval-devset"))),
        ("NEREL dev", list(nerel(args.shared / "data/nerel-dev"))),
    ):
        for system, read in systems.items():
            report(f"{name}: {system}", documents, read, errors=args.errors and system == "pobratim")
    entities(args.shared, args.texts, errors=args.errors)


# ---------------------------------------------------------------- systems


def our_spans(text: str) -> list[Span]:
    """The reader's names, and the tagger's other locations (seas, continents), which are no entities."""
    layout = lay_out(text)
    tagged = tag(layout)
    names = find_names(layout, tagged)
    taken = {i for name in names for i in range(name.first, name.last)}
    spans = [(*name.span(layout), _KINDS[name.type]) for name in names]
    for found in tagged:
        if found.kind == "LOC" and taken.isdisjoint(range(found.first, found.last)):
            spans.append((layout.tokens[found.first].start, layout.tokens[found.last - 1].end, "LOC"))
    return spans


def tagger_spans(text: str) -> list[Span]:
    """The tagger's names alone."""
    layout = lay_out(text)
    tokens = layout.tokens
    return [(tokens[n.first].start, tokens[n.last - 1].end, n.kind) for n in tag(layout)]


def natasha_spans() -> Callable[[str], Iterable[Span]]:
    """Natasha's news tagger as its documentation has it."""
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def read(text: str) -> Iterator[Span]:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        for span in doc.spans:
            yield span.start, span.stop, span.type

    return read


# ---------------------------------------------------------------- gold

_FACTRU = {"Person": "PER", "Location": "LOC", "LocOrg": "LOC", "Org": "ORG"}
_NAMES = frozenset({"name", "surname", "patronymic", "nickname", "org_name", "loc_name"})
_NEREL = {
    "PERSON": "PER",
    "CITY": "LOC",
    "COUNTRY": "LOC",
    "STATE_OR_PROVINCE": "LOC",
    "DISTRICT": "LOC",
    "LOCATION": "LOC",
    "ORGANIZATION": "ORG",
}


def factrueval(folder: Path) -> Iterator[tuple[str, str, list[Span]]]:
    """Name, text and the outermost spans of the objects' names: without descriptors («компания», «город»)."""
    for path in sorted(folder.glob("*.objects")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        spans = {}
        for line in path.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
            fields = line.split("#")[0].split()
            if fields and fields[1] in _NAMES:
                start, length = int(fields[2]), int(fields[3])
                spans[fields[0]] = (start, start + length)
        found = []
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("#")[0].split()
            if len(fields) > 2 and fields[1] in _FACTRU:
                parts = [spans[span] for span in fields[2:] if span in spans]
                if parts:
                    found.append((min(a for a, _ in parts), max(b for _, b in parts), _FACTRU[fields[1]]))
        yield path.stem, text, outermost(found)


def nerel(folder: Path) -> Iterator[tuple[str, str, list[Span]]]:
    """Name, text and outermost spans."""
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        found = []
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            kind, *offsets = fields[1].replace(";", " ").split() if fields[0].startswith("T") else ("",)
            if kind in _NEREL:
                found.append((int(offsets[0]), int(offsets[-1]), _NEREL[kind]))
        yield path.stem, text, outermost(found)


def outermost(spans: list[Span]) -> list[Span]:
    """Without those that lie inside another one."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s[0] - s[1], s)):
        if not any(span[0] >= other[0] and span[1] <= other[1] for other in kept):
            kept.append(span)
    return sorted(kept)


# ---------------------------------------------------------------- figures


def report(
    title: str,
    documents: list[tuple[str, str, list[Span]]],
    read: Callable[[str], Iterable[Span]],
    *,
    errors: bool,
) -> None:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for name, text, gold in documents:
        got = list(read(text))
        for kind in ("PER", "LOC", "ORG"):
            want = {s for s in gold if s[2] == kind}
            have = {s for s in got if s[2] == kind}
            row = counts[kind]
            row[0] += len(want)
            row[1] += len(have)
            row[2] += len(want & have)
            row[3] += sum(any(a < d and c < b for c, d, _ in have) for a, b, _ in want)
            row[4] += sum(any(a < d and c < b for c, d, _ in want) for a, b, _ in have)
            if errors:
                for sign, spans in (("-", want - have), ("+", have - want)):
                    for a, b, _ in sorted(spans):
                        print(f"  {sign} {name} {kind} {text[a:b]!r} in {text[max(0, a - 30) : b + 30]!r}")
    print(title)
    for kind, (want, have, hit, found, right) in counts.items():
        exact = 2 * hit / max(1, want + have)
        recall, precision = found / max(1, want), right / max(1, have)
        overlap = 2 * recall * precision / max(1e-9, recall + precision)
        print(f"  {kind}  gold {want:5d}  got {have:5d}  exact F1 {exact:.3f}  overlapping F1 {overlap:.3f}")


def entities(shared: Path, texts: Path, *, errors: bool) -> None:
    sys.path.insert(0, str(shared / "score"))
    import score  # type: ignore[import-not-found]

    for title, gold, folder in (
        ("seeds", shared / "gold/seeds", shared / "seeds"),
        ("dev", shared / "gold/dev", texts),
    ):
        if not folder.exists():
            print(f"{title}: no texts in {folder}")
            continue
        readings = []
        for path in sorted(folder.glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            document = Document(text=text, source=path.name, language="ru")
            found = find_entities(lay_out(text), document)
            named = tuple(entity for entity in found.entities if entity.mentions)
            readings.append(Reading(document=document, relevance=0.0, entities=named).to_dict())
        lines: list[str] = []
        result = score.score(score.load(gold), readings, lines)
        print(f"entities of {title}")
        for kind, row in result["types"].items():
            if kind.startswith("entity"):
                print(
                    f"  {kind[7:]:13} gold {row['gold']:4d}  got {row['got']:4d}  P {row['precision']:.3f}"
                    f"  R {row['recall']:.3f}  F1 {row['f1']:.3f}"
                )
        if errors:
            print(
                *(line for line in lines if line.split()[2] in ("place", "person", "organization")), sep="\n"
            )


if __name__ == "__main__":
    main()
