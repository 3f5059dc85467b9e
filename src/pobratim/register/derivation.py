"""From readings to the register: who and what each mention is, then what all claims say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pobratim.model.reading import Reading
from pobratim.register.answers import ConfirmedAnswer
from pobratim.register.decisions import Decision
from pobratim.register.growing import Growing
from pobratim.register.identity import Judgement
from pobratim.register.places import Gazetteer
from pobratim.register.rows import Register


@dataclass(frozen=True)
class Derivation:
    """The register, and the judgements on identity that led to it."""

    register: Register
    judgements: tuple[Judgement, ...]
    growing: Growing = field(repr=False, compare=False)
    """What goes on from here when documents or decisions come."""
    idle: tuple[Decision, ...] = ()
    """Decisions about what is not, or not any more, in any document."""
    of_mention: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The row that each mention (``<document>#<entity>``) of a place, person or organization is of."""


def derive(
    readings: Iterable[Reading],
    decisions: Iterable[Decision] = (),
    *,
    gazetteer: Gazetteer | None = None,
    answers: Iterable[ConfirmedAnswer] = (),
) -> Register:
    """The register of all readings as people decided them: the same for the same readings in any order.

    Of two readings of one text only one counts. ``gazetteer`` gives coordinates and regions of places by
    their GeoNames ids; by default the reader's own. ``answers`` are what people say came of commitments.
    """
    return derive_with_judgements(readings, decisions, gazetteer=gazetteer, answers=answers).register


def derive_with_judgements(
    readings: Iterable[Reading],
    decisions: Iterable[Decision] = (),
    *,
    gazetteer: Gazetteer | None = None,
    answers: Iterable[ConfirmedAnswer] = (),
) -> Derivation:
    """As `derive`, with the judgements.

    What is derived may tell the year of an undated document, whose claims then say more: it is derived again until
    nothing more is dated. `pobratim.register.growing` says how.
    """
    growing = Growing(gazetteer or reader_gazetteer())
    growing.update({reading.document.id: reading for reading in _each_text_once(readings)}, tuple(decisions), answers)
    return Derivation(growing.register(), tuple(growing.judgements()), growing, growing.idle, growing.of_mention)


def reader_gazetteer() -> Gazetteer:
    """What the reader knows of places."""
    from pobratim.reading.names.places import gazetteer

    return gazetteer.by_id


def _each_text_once(readings: Iterable[Reading]) -> list[Reading]:
    """One reading a text, sorted by its id."""
    by_id: dict[str, Reading] = {}
    for reading in readings:
        other = by_id.setdefault(reading.document.id, reading)
        if other is not reading and reading.to_json(rules=True) < other.to_json(rules=True):
            by_id[reading.document.id] = reading
    return [by_id[one] for one in sorted(by_id)]
