"""Commitments: what sides mean to do, first said and said again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import ceil

from pobratim.model import edtf
from pobratim.model.reading import Plan, Quote, Span
from pobratim.register.answers.words import words_in
from pobratim.register.claims import Claim, Source, dated
from pobratim.register.conflicts import Said, settle_date
from pobratim.register.evidence import documents_of, evidence_of, first_told, ids_of, told_order
from pobratim.register.identity import Verdict
from pobratim.register.known import Known
from pobratim.register.resolving import Block, Method, Rule
from pobratim.register.rows import Commitment, Row, Saying
from pobratim.register.text import digest, likeness, normal, stems

SAME_PROMISE = 0.6
"""How much of the words of two promises of the same sides must agree for them to be one."""


@dataclass(frozen=True)
class Draft:
    """Some claims of one promise."""

    claims: tuple[Claim[Plan], ...]
    actors: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.claims[0].id

    @property
    def members(self) -> list[str]:
        return [claim.id for claim in self.claims]

    @cached_property
    def actions(self) -> frozenset[str]:
        """What was promised, each wording once: a text that is repeated promises nothing else."""
        return frozenset(claim.record.action for claim in self.claims)

    @cached_property
    def dues(self) -> frozenset[str | None]:
        """By when, each term once."""
        return frozenset(dated(claim.record.due) for claim in self.claims)

    @cached_property
    def amounts(self) -> Mapping[str, frozenset[int]]:
        """How many of each thing."""
        found: dict[str, frozenset[int]] = {}
        for action in self.actions:
            for thing, number in words_in((action,)).amounts.items():
                found[thing] = found.get(thing, frozenset()) | {number}
        return found

    @property
    def rank(self) -> tuple[int, ...]:
        return ()


def draft(claim: Claim[Plan], known: Known) -> Draft:
    """The draft of one claim."""
    return Draft((claim,), known.rows(claim.source, claim.record.actors))


def rows_of(row_id: str, draft: Draft, known: Known) -> list[Row]:
    """The row of a commitment, and the contradiction on its term if there is one."""
    dates = ((dated(claim.record.due), claim) for claim in draft.claims)
    due = settle_date(Said(value, claim) for value, claim in dates if value)
    conflict = due.conflict(row_id, "due")
    return [_row(row_id, draft, due.value, known), *([conflict] if conflict else ())]


def _merge(drafts: Sequence[Draft]) -> Draft:
    claims = (claim for draft in drafts for claim in draft.claims)
    return Draft(tuple(sorted(claims, key=lambda claim: claim.id)), drafts[0].actors)


def _blocks(draft: Draft) -> Iterator[Block]:
    """Promises of the same sides meet by their longest words.

    Of two sets of which `SAME_PROMISE` is shared, these parts of both must share a word. Promises of nobody
    in particular meet only in repeated texts.
    """
    for claim in draft.claims:
        whose = draft.actors or ("text", claim.source.original)
        for kind, words in _words(claim.record.action):
            found = sorted(words, key=lambda word: (-len(word), word))
            for word in found[: len(found) - ceil(SAME_PROMISE * len(found)) + 1]:
                yield Block((whose, kind, word))


def told_apart(a: Draft, b: Draft) -> Verdict | None:
    if {claim.source.id for claim in a.claims} & {claim.source.id for claim in b.claims}:
        return Verdict(0.0, "один документ говорит о двух")
    return None


def other_due(a: Draft, b: Draft) -> Verdict | None:
    """«до конца 2025 года» and «в 2027 году» are two promises, or one put off: a person has to say."""
    if not all(edtf.compatible(x, y) for x in a.dues for y in b.dues):
        return Verdict(0.5, "сроки расходятся") if _likeness(a, b) >= SAME_PROMISE else None
    return None


def other_amount(a: Draft, b: Draft) -> Verdict | None:
    """«восемь троллейбусов» and «двадцать троллейбусов» are two promises, or one that grew."""
    if any(len(a.amounts[thing] | b.amounts[thing]) > 1 for thing in a.amounts.keys() & b.amounts.keys()):
        return Verdict(0.5, "количества расходятся") if _likeness(a, b) >= SAME_PROMISE else None
    return None


def same_promise(a: Draft, b: Draft) -> Verdict | None:
    alike = _likeness(a, b)
    return Verdict(0.9 + alike / 20, "те же стороны, те же слова") if alike >= SAME_PROMISE else None


RULES: tuple[Rule[Draft], ...] = (told_apart, other_due, other_amount, same_promise)
METHOD = Method(_blocks, RULES, _merge)


def _likeness(a: Draft, b: Draft) -> float:
    return max(alike(x, y) for x in a.actions for y in b.actions)


def alike(a: str, b: str) -> float:
    """How much two promises say the same, 0 to 1: by all their words, or by those that tell what it is about."""
    others = dict(_words(b))
    return max(
        (len(words & others[kind]) / len(words | others[kind]) for kind, words in _words(a) if kind in others),
        default=likeness(a, b),
    )


@lru_cache(1 << 14)
def _words(action: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The words of a promise in both ways; one word alone does not tell what it is about."""
    found, content = stems(action), words_in((action,)).content
    both = ("stems", found), ("content", content if len(content) > 1 else frozenset[str]())
    return tuple((kind, words) for kind, words in both if words)


def row_id_of(draft: Draft) -> str:
    """The id it would have, of its actors and first words; of nobody's promise, of its document too."""
    first = first_told(draft.claims)
    document = None if draft.actors else first.source.original
    return f"commitment-{digest(draft.actors, normal(first.record.action), document)}"


def _row(row_id: str, draft: Draft, due: str | None, known: Known) -> Commitment:
    first, *others = sorted(draft.claims, key=told_order)
    again = [claim for claim in others if claim.source.original != first.source.original]
    restated = dict.fromkeys(claim.source.id for claim in again if claim.source.original == claim.source.id)
    return Commitment(
        id=row_id,
        actors=draft.actors,
        named=_named(draft, known),
        action=first.record.action,
        due=due,
        topics=tuple(sorted({topic for claim in draft.claims for topic in claim.record.topics})),
        status="restated" if restated else "scheduled",
        first_said=first.source.published,
        restated=tuple(restated),
        said=_said(draft, known),
        documents=documents_of(draft.claims),
        claims=ids_of(draft.claims),
        evidence=evidence_of(draft.claims),
    )


def _said(draft: Draft, known: Known) -> tuple[Saying, ...]:
    """Each document that says it, in their order, with who is quoted in it."""
    speakers: dict[str, set[str]] = defaultdict(set)
    sources: dict[str, Source] = {}
    for claim in sorted(draft.claims, key=told_order):
        sources.setdefault(claim.source.id, claim.source)
        speakers[claim.source.id].update(_speakers(claim, known))
    return tuple(
        Saying(
            document=source.id,
            published=source.published,
            speakers=tuple(sorted(speakers[source.id])),
            reprint=source.original != source.id,
        )
        for source in sources.values()
    )


def _speakers(claim: Claim[Plan], known: Known) -> Iterator[str]:
    """Who says it where it is said: the people quoted in its sentences."""
    for record in claim.source.records:
        if isinstance(record, Quote) and any(_overlap(a, b) for a in record.spans for b in claim.record.evidence):
            speaker = known.row(claim.source, record.speaker)
            if speaker:
                yield speaker


def _named(draft: Draft, known: Known) -> tuple[str, ...]:
    """Places and organizations in its sentences that do not act."""
    found = {
        known.row(claim.source, entity.id)
        for claim in draft.claims
        for entity in claim.source.reading.entities
        if entity.type != "person"
        and any(_overlap(a, b) for a in entity.mentions for b in claim.record.evidence)
    }
    return tuple(sorted(one for one in found if one and one not in draft.actors))


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
