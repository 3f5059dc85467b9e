"""The register as rows: derived from all current readings and replaced as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any

from pobratim.model import edtf
from pobratim.register import serial
from pobratim.register.brief import brief
from pobratim.register.derivation import Derivation
from pobratim.register.facets import Facets
from pobratim.register.parts import brought_by
from pobratim.register.rows import DocumentRow, Organization, Person, Place, Register, Row
from pobratim.storage.claims import as_reading, current_readings
from pobratim.storage.decisions import judgement_rows, standing_decisions, standing_numbers
from pobratim.storage.locks import Waiting, alone
from pobratim.storage.names import words_of

Progress = Callable[[int, int], None]
"""Called with how many readings are done and how many there are."""

_BATCH = 500
_LONGEST = 200
"""Characters of a value that a row can be chosen by."""


def is_stale() -> bool:
    """Has anything been kept, or the program changed, since the register was derived?"""
    from pobratim.storage import models

    digests = models.Reading.objects.filter(current=True).values_list("digest", flat=True)
    return derived_from() != _fingerprint(digests, standing_numbers())


def derive(progress: Progress | None = None, waiting: Waiting | None = None) -> None:
    """Derive the register from all current readings and replace its rows, all or none.

    One process at a time: who comes second waits, told so by ``waiting``, and derives what has come since.
    """
    with alone(waiting):
        _derive(progress)


def catch_up(progress: Progress | None = None, waiting: Waiting | None = None) -> None:
    """Derive the register if that is still needed once nobody else is at it."""
    if is_stale():
        with alone(waiting):
            while is_stale():  # again where somebody has added meanwhile
                _derive(progress)


def _derive(progress: Progress | None) -> None:
    from pobratim import register
    from pobratim.storage import models

    total = models.Reading.objects.filter(current=True).count()
    digests, readings = [], []
    for done, row in enumerate(current_readings(), start=1):
        digests.append(row.digest)
        readings.append(as_reading(row))
        if progress:
            progress(done, max(done, total))
    decisions = standing_decisions()  # once: one made meanwhile leaves the register stale
    derivation = register.derive_with_judgements(readings, decisions)
    _replace(derivation, _fingerprint(digests, (decision.number for decision in decisions)))


def derived_from() -> str | None:
    """What the rows were derived from: the same for the same readings, decisions and program."""
    from pobratim.storage import models

    return models.Derivation.objects.values_list("fingerprint", flat=True).first()


def derivation_from(documents: Collection[str]) -> Derivation:
    """What the readings of these documents alone give, as people decided them. Nothing is stored."""
    from pobratim import register

    readings = (as_reading(row) for row in current_readings() if row.document.id in documents)
    return register.derive_with_judgements(readings, standing_decisions())


def _fingerprint(digests: Iterable[str], decisions: Iterable[int]) -> str:
    """Of the readings, of the numbers of the decisions that hold (none ever changes), and of the program."""
    parts = [_program(), *sorted(digests), *(f"decision {number}" for number in sorted(decisions))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _program() -> str:
    """The sha256 of the package that derives, code and data: any change of it makes old rows stale."""
    digest = hashlib.sha256()
    folders = [resources.files("pobratim.register")]
    while folders:
        for found in sorted(folders.pop().iterdir(), key=lambda found: found.name):
            if found.is_file():
                digest.update(f"{found.name}\0".encode() + hashlib.sha256(found.read_bytes()).digest())
            elif found.name != "__pycache__":
                folders.append(found)
    return digest.hexdigest()


def _replace(derivation: Derivation, fingerprint: str) -> None:
    from django.db import transaction

    from pobratim.storage import models

    register = derivation.register
    rows = [
        models.Row(
            id=row.id, table=row.table, position=position, data=serial.to_dict(row), brief=_brief(row)
        )
        for position, row in enumerate(register.rows())
    ]
    words = [
        models.Word(row_id=row.id, word=word) for row in register.rows() for word in sorted(words_of(row))
    ]
    links = [
        models.Link(row_id=row, target_id=target, role=role) for row, role, target in sorted(_links(register))
    ]
    facets = Facets(register.by_id)
    chosen_by = [
        models.Facet(row_id=row.id, table=row.table, name=name, value=value[:_LONGEST])
        for row in register.rows()
        for name, value in sorted(facets.of(row))
    ]
    with transaction.atomic():
        for model in (models.Facet, models.Word, models.Link, models.Row, models.Judgement, models.Derivation):
            model.objects.all().delete()
        models.Row.objects.bulk_create(rows, _BATCH)
        models.Link.objects.bulk_create(links, _BATCH)
        models.Word.objects.bulk_create(words, _BATCH)
        models.Facet.objects.bulk_create(chosen_by, _BATCH)
        models.Judgement.objects.bulk_create(judgement_rows(derivation.judgements), _BATCH)
        models.Derivation.objects.create(fingerprint=fingerprint, newest=_newest(register.documents))


def _brief(row: Row) -> dict[str, Any] | None:
    shorter = brief(row)
    return serial.to_dict(shorter) if shorter else None


def _links(register: Register) -> set[tuple[str, str, str]]:
    """Which row names which in which slot; a place's country code names the country's row.

    What does not come along with a row is in the slot ``mentions``: nobody who reads of a tie of Minsk needs all
    documents that name Minsk.
    """
    known = {row.id for row in register.rows()}
    published = {row.id: row.published for row in register.documents}
    countries = {place.country: place.id for place in register.places if place.type == "country"}
    links = set()
    for row in register.rows():
        brought = set(brought_by(row, published)) if isinstance(row, Place | Person | Organization) else known
        links |= {
            (row.id, role if target in brought else "mentions", target)
            for role, target in _named(serial.to_dict(row))
            if target in known
        }
    links |= {
        (place.id, "country", countries[place.country])
        for place in register.places
        if place.country in countries
    }
    return {(row, role, target) for row, role, target in links if row != target}


def _named(data: Any, role: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a row's data with the slot it stands in: (``posts.place``, an id perhaps)."""
    if isinstance(data, str):
        yield role, data
    elif isinstance(data, list):
        for item in data:
            yield from _named(item, role)
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _named(value, f"{role}.{name}" if role else name)


def _newest(documents: Iterable[DocumentRow]) -> str | None:
    """The id of the document that came out last."""
    dated = [(last, row.id) for row in documents if (last := edtf.bounds(row.published)[1])]
    return max(dated)[1] if dated else None
