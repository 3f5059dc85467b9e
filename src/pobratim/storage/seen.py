"""What a person points at — a claim, or a row of the register — as decisions keep it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pobratim.model.errors import NotFound, PobratimError
from pobratim.model.reading import PLACE_TYPES, Reading
from pobratim.register.decisions import Decision, Merge, Seen, Thing, Told, apply, seen_claim, seen_thing
from pobratim.register.decisions.history import History, history
from pobratim.register.decisions.seen import find_thing
from pobratim.register.rows import Organization, Person, Place, Row
from pobratim.storage.claims import reading_of, readings_of
from pobratim.storage.decisions import standing_decisions

_CLAIM = re.compile(r"([0-9a-f]{6,64})#(\S+)")


def claim_seen(reference: str) -> Told:
    """The claim ``<document id, or the first six letters and more>#<record id>``.

    Raises NotFound where there is none, PobratimError where it is written otherwise or the letters fit several.
    """
    match = _CLAIM.fullmatch(reference.strip())
    if match is None:
        raise PobratimError(f"«{reference}» — не номер факта; он пишется так: 3f9a2c#r4 (документ#факт)")
    reading = decided_reading(_document(match[1]))
    for record in reading.records:
        if record.id == match[2]:
            return seen_claim(reading, record)
    known = ", ".join(record.id for record in reading.records) or "нет ни одного"
    raise NotFound(f"факта {match[2]} в документе {match[1]} нет; есть: {known}")


def decided_reading(document: str, decisions: Sequence[Decision] | None = None) -> Reading:
    """The current reading of a document as people decided its claims. Raises NotFound.

    Who asks for many hands over the ``decisions`` that hold, read once.
    """
    known = standing_decisions(about=document) if decisions is None else decisions
    return apply([reading_of(document)], known).readings[0]


def decided_readings(documents: Iterable[str]) -> Iterator[Reading]:
    """The same of many documents, as many as there are, in no order: read some hundred at a time."""
    about: dict[str, list[Decision]] = defaultdict(list)
    for decision in standing_decisions():
        claim = getattr(decision.act, "claim", None)
        if claim is not None:
            about[claim.document].append(decision)
    for reading in readings_of(documents):
        decisions = about.get(reading.document.id)
        yield apply([reading], decisions).readings[0] if decisions else reading


def history_of(document: str) -> History:
    """The current reading of a document as people decided it, with who decided what. Raises NotFound."""
    return history(reading_of(document), standing_decisions(about=document))


def part_seen(reference: str) -> Seen:
    """What a mention or claim of a judgement (``<document>#<entity or record>``) is to a person. Raises NotFound."""
    document, _, part = reference.partition("#")
    reading = decided_reading(document)
    for entity in reading.entities:
        if entity.id == part:
            return seen_thing(reading, entity)
    return claim_seen(reference)


def row_seen(row: Row) -> dict[str, tuple[Seen, ...]]:
    """What each document contributes to a row of the register, by document id."""
    found: dict[str, list[Seen]] = {}
    for document, seen in _seen_in(row):
        found.setdefault(document, []).append(seen)
    return {document: tuple(seen) for document, seen in found.items()}


def first_seen(row: Row) -> Seen | None:
    """What stands for a row in a decision: the first of what its documents say of it; None where they say nothing."""
    return next((seen for _, seen in _seen_in(row)), None)


def merged(left: Row, right: Row) -> Merge:
    """The decision that two rows are one: of claims all that they rest on, for no rule may part them again; of names
    one each, by which all others hang together.

    Raises NotFound where one of them rests on nothing.
    """
    ours, theirs = _standing_for(left), _standing_for(right)
    return Merge(left=ours[0], right=theirs[0], others=(*ours[1:], *theirs[1:]))


def _standing_for(row: Row) -> tuple[Seen, ...]:
    seen = (one for _, one in _seen_in(row))
    found = tuple(islice(seen, 1) if isinstance(row, Place | Person | Organization) else seen)
    if not found:
        raise NotFound(f"запись «{row.id}» ни на чём не держится; выведите реестр заново: pobratim rebuild")
    return found


def _seen_in(row: Row) -> Iterator[tuple[str, Seen]]:
    decisions = standing_decisions()
    if isinstance(row, Place | Person | Organization):
        for document in row.documents:  # one by one: often the first will do
            yield from ((document, thing) for thing in things_in(decided_reading(document, decisions), row))
        return
    for claim in row.claims:
        document, _, record_id = claim.partition("#")
        reading = decided_reading(document, decisions)
        record = next((one for one in reading.records if one.id == record_id), None)
        if record is not None:
            yield document, seen_claim(reading, record)


def things_in(reading: Reading, row: Place | Person | Organization) -> Iterator[Thing]:
    """The entities of the reading that are the row: of a place all of its GeoNames id, else one by one of the names."""
    kind = row.type if isinstance(row, Place) else "person" if isinstance(row, Person) else "organization"
    if isinstance(row, Place) and row.geonames:
        linked = (one for one in reading.entities if one.type in PLACE_TYPES and one.geonames == row.geonames)
        yield from (seen_thing(reading, entity) for entity in linked)
        return
    for name in (row.name, *(row.variants if isinstance(row, Person) else row.aliases)):
        entity = find_thing(reading, Thing(document=reading.document.id, type=kind, name=name))
        if entity is not None:
            yield seen_thing(reading, entity)
            return


def _document(beginning: str) -> str:
    from pobratim.storage import models

    found = list(models.Document.objects.filter(id__startswith=beginning).values_list("id", flat=True)[:2])
    if not found:
        raise NotFound(f"документа {beginning} в реестре нет; найдите его через поиск")
    if len(found) > 1:
        raise PobratimError(f"на {beginning} начинаются номера нескольких документов; напишите больше знаков")
    return str(found[0])
