"""What stands for a mention or a claim where people judge it: its sentence, and the surest facts about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pobratim.model.document import called
from pobratim.model.reading import Entity, Reading, Span
from pobratim.web.decided import decided_facts
from pobratim.web.facts import Fact, facts_of
from pobratim.web.links import place_in

_AROUND = 160
BESIDE = 120
"""Characters shown before and after a sentence; on a card that stands beside another."""
_FACTS = 3


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in its surroundings."""

    before: str
    sentence: str
    after: str


@dataclass(frozen=True, slots=True)
class Card:
    """One of some that may be one and the same."""

    reference: str
    document: str
    title: str
    published: str | None
    kind: str
    group: str
    name: str
    others: tuple[str, ...]
    words: Words
    at: str
    facts: tuple[Fact, ...]


def card(reference: str) -> Card:
    """One side of a pair: an entity by the first sentence that names it, a record by its own."""
    document, _sign, part = reference.partition("#")
    facts = decided_facts(document)
    reading, source = facts.reading, facts.reading.document
    entity = next((one for one in reading.entities if one.id == part), None)
    fact = next((one for one in facts.all if one.id == part), None)
    if entity is not None:
        span = first_sentence(reading, entity)
        told = tuple(one for one in _facts_naming(reading, part))[:_FACTS]
        kind, group, name, others = str(entity.type), "entity", entity.name, entity.aliases
    else:
        span = fact.spans[0] if fact else (0, 0)
        told = (fact,) if fact else ()
        kind, group, name, others = (fact.kind if fact else "", "", fact.line if fact else part, ())
    return Card(
        reference=reference,
        document=document,
        title=called(source.title, source.source),
        published=source.published,
        kind=kind,
        group=group,
        name=name,
        others=tuple(one for one in others if one != name),
        words=around(source.text, span, BESIDE),
        at=place_in(document, span),
        facts=told,
    )


def _facts_naming(reading: Reading, entity: str) -> list[Fact]:
    """The facts whose record names the entity, the surest first."""
    naming = {
        record.id
        for record in reading.records
        for name in record.__dataclass_fields__
        if (value := getattr(record, name)) == entity or (isinstance(value, tuple) and entity in value)
    }
    return sorted((fact for fact in facts_of(reading) if fact.id in naming), key=lambda fact: -fact.confidence)


def first_sentence(reading: Reading, entity: Entity) -> Span:
    """The evidence that holds the first mention of the entity, else the line of it."""
    start, end = entity.mentions[0] if entity.mentions else (0, 0)
    holding = [span for record in reading.records for span in record.evidence if span[0] <= start and end <= span[1]]
    if holding:
        return min(holding, key=lambda span: span[1] - span[0])
    text = reading.document.text
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return first, last if last >= 0 else len(text)


def around(text: str, span: Span, width: int = _AROUND) -> Words:
    """The words at ``span`` with ``width`` characters before and after them, cut at a blank."""
    start, end = span
    first = max(0, start - width)
    last = min(len(text), end + width)
    before, after = (re.sub(r"\n\s*", "\n", part) for part in (text[first:start], text[end:last]))
    if first:
        before = "… " + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Words(before, text[start:end], after)
