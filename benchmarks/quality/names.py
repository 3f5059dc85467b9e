"""Names: spans of PER, LOC and ORG in factRuEval and NEREL, for the reader, for its tagger alone and for Natasha.

All systems are compared with the same gold spans on the same texts, exactly and by overlap. What a gold span is can
be said in two ways for factRuEval, and both are printed:

- `parts`: a person's name whole; of a place each `loc_name`, of an organization each `org_name` by itself («мэрия»
  of «мэрии Москвы» is none, «Солидарность» of «московского отделения движения «Солидарность»» is one). The figures
  known of other systems (Natasha .926, .905, .730) are taken so.
- `whole`: from the first to the last part of a name, other names within an organization's name included, descriptors
  («компания», «город») left out.

A span that lies inside another one is left out in both, and in NEREL. The reader's spans are the mentions of the
entities in its reading; «with seas» adds what its tagger holds for locations and the format has no type for
(seas, continents, mountains).
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from benchmarks.quality import factrueval, nerel
from pobratim.model.reading import Reading
from pobratim.reading.names.tagger import tag
from pobratim.reading.text.segments import lay_out

Span = tuple[int, int, str]
"""Start, end and PER, LOC or ORG."""

KINDS = ("PER", "LOC", "ORG")
TYPES = {"person": "PER", "city": "LOC", "region": "LOC", "country": "LOC", "organization": "ORG"}

System = Callable[[str, Reading], Iterable[Span]]


# ---------------------------------------------------------------- systems


def reader_spans(text: str, reading: Reading) -> list[Span]:
    """The mentions of the entities."""
    return [(*span, TYPES[entity.type]) for entity in reading.entities for span in entity.mentions]


def reader_spans_with_seas(text: str, reading: Reading) -> list[Span]:
    """The mentions, and the tagger's locations that touch none of them."""
    found = reader_spans(text, reading)
    free = [span for span in tagger_spans(text, reading) if span[2] == "LOC"]
    return found + [span for span in free if not any(span[0] < end and start < span[1] for start, end, _ in found)]


def tagger_spans(text: str, reading: Reading) -> list[Span]:
    """The tagger's names alone."""
    layout = lay_out(text)
    tokens = layout.tokens
    return [(tokens[name.first].start, tokens[name.last - 1].end, name.kind) for name in tag(layout)]


def natasha_spans() -> System | None:
    """Natasha's news tagger as its documentation has it; None where it is not installed."""
    if importlib.util.find_spec("natasha") is None:
        return None
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def read(text: str, reading: Reading) -> Iterator[Span]:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        for span in doc.spans:
            yield span.start, span.stop, span.type

    return read


# ---------------------------------------------------------------- gold

_FACTRUEVAL = {"Person": "PER", "Location": "LOC", "LocOrg": "LOC", "Org": "ORG"}
_PERSONAL = frozenset({"name", "surname", "patronymic", "nickname"})
_PARTS = {"PER": _PERSONAL, "LOC": frozenset({"loc_name"}), "ORG": frozenset({"org_name"})}
_NAMES = _PERSONAL | {"loc_name", "org_name"}


def parts_of_names(document: factrueval.Annotated) -> list[Span]:
    """A person's name whole, each `loc_name` of a place and each `org_name` of an organization."""
    found: list[Span] = []
    for mention in document.mentions:
        kind = _FACTRUEVAL.get(mention.kind, "")
        spans = [(part.start, part.end) for part in mention.parts if part.kind in _PARTS.get(kind, ())]
        if kind == "PER" and spans:
            spans = [_around(spans)]
        found.extend((*span, kind) for span in spans)
    return outermost(found)


def whole_names(document: factrueval.Annotated) -> list[Span]:
    """From the first to the last name that a mention holds."""
    found: list[Span] = []
    for mention in document.mentions:
        spans = [(part.start, part.end) for part in mention.parts if part.kind in _NAMES]
        if spans and mention.kind in _FACTRUEVAL:
            found.append((*_around(spans), _FACTRUEVAL[mention.kind]))
    return outermost(found)


_NEREL = {
    "PERSON": "PER",
    "CITY": "LOC",
    "COUNTRY": "LOC",
    "STATE_OR_PROVINCE": "LOC",
    "DISTRICT": "LOC",
    "LOCATION": "LOC",
    "ORGANIZATION": "ORG",
}


def nerel_names(document: nerel.Annotated) -> list[Span]:
    """People, places and organizations."""
    return outermost([(m.start, m.end, _NEREL[m.kind]) for m in document.mentions.values() if m.kind in _NEREL])


def _around(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return min(start for start, _ in spans), max(end for _, end in spans)


def outermost(spans: Iterable[Span]) -> list[Span]:
    """Without those that lie inside another one."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s[0] - s[1], s)):
        if not any(span[0] >= other[0] and span[1] <= other[1] for other in kept):
            kept.append(span)
    return sorted(kept)


# ---------------------------------------------------------------- comparing


@dataclass
class Count:
    gold: int = 0
    got: int = 0
    exact: int = 0
    """Spans that are the same."""
    gold_touched: int = 0
    """Gold spans that one of ours overlaps."""
    got_touching: int = 0
    """Our spans that overlap a gold one."""

    def add(self, other: Count) -> None:
        for slot in fields(self):
            setattr(self, slot.name, getattr(self, slot.name) + getattr(other, slot.name))

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 of exact spans, and the F1 of overlap."""
        precision, recall = self.got_touching / max(1, self.got), self.gold_touched / max(1, self.gold)
        return {
            "gold": self.gold,
            "got": self.got,
            "precision": self.exact / max(1, self.got),
            "recall": self.exact / max(1, self.gold),
            "f1": 2 * self.exact / max(1, self.gold + self.got),
            "overlapping_f1": 2 * precision * recall / max(1e-9, precision + recall),
        }


def compare(gold: Iterable[Span], got: Iterable[Span]) -> dict[str, Count]:
    """The counts of one document by kind."""
    all_gold, all_got = set(gold), set(got)
    result = {}
    for kind in KINDS:
        want = {span for span in all_gold if span[2] == kind}
        have = {span for span in all_got if span[2] == kind}
        result[kind] = Count(
            gold=len(want),
            got=len(have),
            exact=len(want & have),
            gold_touched=sum(any(a < d and c < b for c, d, _ in have) for a, b, _ in want),
            got_touching=sum(any(a < d and c < b for c, d, _ in want) for a, b, _ in have),
        )
    return result


def differences(text: str, gold: Iterable[Span], got: Iterable[Span]) -> Iterator[tuple[str, str, str, str]]:
    """Kind, missed, false or slot (another extent or type), what differs, and the words in their context."""
    want, have = set(gold), set(got)
    answered = set()
    for start, end, kind in sorted(want - have):
        others = [span for span in have - want if span[0] < end and start < span[1]]
        answered |= set(others)
        near = f"«{text[start:end]}» in «{text[max(0, start - 40) : end + 40]}»".replace("\n", " ")
        if not others:
            yield kind, "missed", "", near
        for a, b, other in others:
            yield kind, "slot", "extent" if other == kind else f"type {other}", f"{near} got «{text[a:b]}»"
    for start, end, kind in sorted(have - want - answered):
        inside = any(start < b and a < end for a, b, _ in want)
        near = f"«{text[start:end]}» in «{text[max(0, start - 40) : end + 40]}»".replace("\n", " ")
        yield kind, "false", "beside another" if inside else "", near
