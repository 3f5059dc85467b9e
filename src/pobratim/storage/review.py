"""What waits for a person: pairs that nobody could tell apart or together, and the claims that are least sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from pobratim.model.document import called
from pobratim.model.reading import Reading, Record
from pobratim.register.claims import RELEVANT
from pobratim.register.decisions import Accept, Correct, Decision, Merge, Seen, Split, Thing
from pobratim.register.decisions.seen import find_record
from pobratim.register.identity import Judgement
from pobratim.storage.decisions import as_judgement, judgements, standing_decisions
from pobratim.storage.kept import Stand, stand
from pobratim.storage.seen import decided_reading, decided_readings, part_seen

_AT_ONCE = 50
"""Rows that are read before it is known how many are wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two that may be the same: its id, its name or sentence, and the title of its document."""

    id: str
    words: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """A pair that no rule could judge."""

    judgement: Judgement
    left: Side
    right: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A claim of which the reader is not sure, and the sentence it is taken from."""

    id: str
    record: Record
    sentence: str
    source: str


def unsure_pairs() -> list[Unsure]:
    """The pairs of the last derivation that wait for a person, the likelier first."""
    found = sorted(judgements("unsure"), key=lambda one: (-one.score, one.left, one.right))
    seen = sides(mention for one in found for mention in (one.left, one.right))
    return [Unsure(judgement=one, left=seen[one.left], right=seen[one.right]) for one in found]


def count_pairs() -> int:
    """How many pairs wait for a person since the last derivation."""
    from pobratim.storage import models

    return models.Judgement.objects.filter(judgement="unsure").count()


def waiting_pairs(count: int, skip: int = 0) -> list[Judgement]:
    """``count`` of the pairs that wait for a person after the ``skip`` likeliest; those decided meanwhile left out."""
    from pobratim.storage import models

    decided = {
        frozenset((_key(act.left), _key(other)))
        for act in (decision.act for decision in standing_decisions())
        if isinstance(act, Merge | Split)
        for other in (act.others if isinstance(act, Split) else (act.right, *act.others))
    }

    def waits(pair: Judgement) -> bool:
        return not decided or frozenset((_key(part_seen(pair.left)), _key(part_seen(pair.right)))) not in decided

    rows = models.Judgement.objects.filter(judgement="unsure").order_by("-score", "left", "right")
    waiting = (pair for row in rows.iterator(_AT_ONCE) if waits(pair := as_judgement(row)))
    return list(islice(waiting, skip, skip + count))


def _key(seen: Seen) -> tuple[object, ...]:
    return seen.document, seen.type, seen.name if isinstance(seen, Thing) else seen.evidence


def count_claims() -> int:
    """How many claims the documents of the register make."""
    return _count_claims(stand())


@lru_cache(maxsize=4)
def _count_claims(stand: Stand) -> int:
    """The same as long as nothing is read."""
    from pobratim.storage import models

    return models.Claim.objects.filter(reading__current=True, reading__relevance__gte=RELEVANT).count()


def doubtful_claims(count: int, skip: int = 0) -> list[Doubt]:
    """``count`` of the claims that no person has decided yet, after the ``skip`` least sure."""
    return list(islice(_doubts(), skip, skip + count))


def _doubts() -> Iterator[Doubt]:
    from pobratim.storage import models

    claims = models.Claim.objects.filter(reading__current=True, reading__relevance__gte=RELEVANT)
    ordered = claims.order_by("confidence", "reading", "number")  # as the index has them
    decisions = standing_decisions()
    decided = cache(lambda document: decided_reading(document, decisions))
    for document, record_id in ordered.values_list("reading__document__id", "record").iterator(_AT_ONCE):
        reading = decided(document)
        record = next((one for one in reading.records if one.id == record_id), None)
        if record is not None and not _is_decided(reading, record, decisions):
            start, end = record.evidence[0]
            yield Doubt(
                id=f"{document}#{record.id}",
                record=record,
                sentence=reading.document.text[start:end],
                source=_source(reading),
            )


def _is_decided(reading: Reading, record: Record, decisions: Sequence[Decision]) -> bool:
    acts = (decision.act for decision in decisions)
    told = (act.claim for act in acts if isinstance(act, Accept | Correct))
    return any(claim.document == reading.document.id and find_record(reading, claim) is record for claim in told)


forget = _count_claims.cache_clear
"""Count anew."""


def side(reference: str) -> Side:
    """What a mention or claim of a judgement looks like to a person. Raises NotFound."""
    return _side(reference, decided_reading(reference.partition("#")[0]))


def sides(references: Iterable[str]) -> dict[str, Side]:
    """The same of many, each document read once; without those whose documents are not there."""
    parts: dict[str, list[str]] = defaultdict(list)
    for reference in dict.fromkeys(references):
        parts[reference.partition("#")[0]].append(reference)
    return {one: _side(one, reading) for reading in decided_readings(parts) for one in parts[reading.document.id]}


def _side(reference: str, reading: Reading) -> Side:
    part = reference.partition("#")[2]
    words = next((entity.name for entity in reading.entities if entity.id == part), "")
    if not words:
        start, end = next((record.evidence[0] for record in reading.records if record.id == part), (0, 0))
        words = reading.document.text[start:end]
    return Side(id=reference, words=words, source=_source(reading))


def _source(reading: Reading) -> str:
    return called(reading.document.title, reading.document.source)
