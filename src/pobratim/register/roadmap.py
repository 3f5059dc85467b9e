"""A paper road map: its numbered measures, and what the register knows to have come of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pobratim.register.answers import BY_WORDS, Answers, standing_on
from pobratim.register.answers.words import words_in
from pobratim.register.commitments import SAME_PROMISE, alike
from pobratim.register.questions import newest_day
from pobratim.register.rows import Commitment, Register
from pobratim.register.text import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """By when a measure is to be done, as it is written and as it is understood."""

    text: str = ""
    due: str | None = None
    """EDTF; None where the words name no time («по отдельному плану»)."""
    repeats: Literal["yearly", "always"] | None = None
    """«ежегодно», «постоянно»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One line of a road map, its words as they are written."""

    number: str
    action: str
    term: Term = Term()
    executors: tuple[str, ...] = ()
    section: str | None = None
    """The heading within the table under which it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadMap:
    """A road map: what stands before its table, and its measures in their order.

    Deeds from the day of its signing on may answer it; of a map without a day each measure is answered in its own term.
    """

    title: str = ""
    heading: str = ""
    """Of the title what is no sentence: without «Подписана 14 марта 2024 года.»."""
    signed: str | None = None
    period: str | None = None
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A measure with what the register knows of it."""

    measure: Measure
    commitment: Commitment
    """The measure as a commitment of the road map's sides, with its follow-ups and status."""
    said: tuple[Commitment, ...] = ()
    """Commitments of the register that say the same."""


def kept(
    roadmap: RoadMap, parties: Iterable[str], register: Register, document: str | None = None
) -> tuple[Kept, ...]:
    """Each measure in its order with what may have come of it; ``parties`` are ids of the places that agreed on it.

    Answers are proposed as those of any commitment; what people said of a commitment in the same words counts here too.
    ``document`` is the id of the road map itself, where the register has it: then its measures are commitments there,
    and stand here with the answers and the status that they have there. Nothing it says is news of it.
    """
    actors = tuple(sorted(set(parties)))
    rows = [_commitment(measure, roadmap, actors, register) for measure in roadmap.measures]
    answers, newest = Answers(_told_elsewhere(register, document), rows), newest_day(register)
    own = _Own(register, document)
    result = []
    for measure, row in zip(roadmap.measures, rows, strict=True):
        said = tuple(one for one in register.commitments if _same(row, one, answers))
        there = own.commitment(measure, actors)
        elsewhere = (replace(one, said=tuple(told for told in one.said if told.document != document)) for one in said)
        result.append(Kept(
            measure=measure,
            commitment=there or _answered(row, said, answers, newest),
            said=tuple(one for one in elsewhere if one.said),
        ))
    return tuple(result)


def _answered(row: Commitment, said: tuple[Commitment, ...], answers: Answers, newest: date | None) -> Commitment:
    """A measure that is no commitment of the register, with what may answer it and what people said of the same."""
    known = {found.row: found for one in said for found in one.follow_ups if found.by != BY_WORDS}
    proposed = [found for found in answers.proposed(row) if found.row not in known]
    row = replace(row, follow_ups=(*known.values(), *proposed))
    row = replace(row, silent_since=answers.silent_since(row, said))
    return replace(row, status=standing_on(row, newest))


class _Own:
    """The commitments of the register that rest on the rows of a road map, each for one measure."""

    def __init__(self, register: Register, document: str | None) -> None:
        rows = ((one, row) for row in register.commitments for one in row.evidence if one.document == document)
        self._left = sorted(rows, key=lambda pair: pair[0].span)

    def commitment(self, measure: Measure, actors: tuple[str, ...]) -> Commitment | None:
        """That of the measure; None where the register knows none, or of other sides than are asked for."""
        for place, (evidence, row) in enumerate(self._left):
            if measure.action in evidence.text:
                del self._left[place]
                return row if row.actors == actors else None
        return None


def _told_elsewhere(register: Register, document: str | None) -> Register:
    """The register without the deeds of which this document alone tells."""
    if document is None:
        return register
    own = {document}
    return replace(
        register,
        happenings=tuple(row for row in register.happenings if not own.issuperset(row.documents)),
        agreements=tuple(row for row in register.agreements if not own.issuperset(row.documents)),
        offers=tuple(row for row in register.offers if not own.issuperset(row.documents)),
    )


def _commitment(measure: Measure, roadmap: RoadMap, actors: tuple[str, ...], register: Register) -> Commitment:
    return Commitment(
        id=f"measure-{digest(roadmap.title, actors, measure.number, measure.action)}",
        actors=actors,
        named=_named(measure.action, register),
        action=measure.action,
        due=measure.term.due,
        first_said=roadmap.signed,
    )


def _named(action: str, register: Register) -> tuple[str, ...]:
    """The organizations that a measure names: by all words of a name, or by its initials («МАЗ»)."""
    said, written = words_in((action,)).lemmas, set(action.replace("«", " ").replace("»", " ").split())
    return tuple(
        row.id for row in register.organizations
        if any(_stands(name, said) or (name.isupper() and name in written) for name in (row.name, *row.aliases))
    )


def _stands(name: str, said: frozenset[str]) -> bool:
    words = words_in((name,)).lemmas
    return len(words) > 1 and words <= said


def _same(row: Commitment, other: Commitment, answers: Answers) -> bool:
    """Whether the register's commitment says the same, and sides of the road map give it."""
    places, _ = answers.world.sides(other.actors)
    return bool(places) and places <= set(row.actors) and alike(row.action, other.action) >= SAME_PROMISE
