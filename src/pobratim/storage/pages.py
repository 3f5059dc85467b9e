"""Dossiers as pages show them: whole where that is little, else the newest of each kind and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pobratim.register import dossier
from pobratim.register.dossier import Dossier
from pobratim.register.facets import Among, Condition
from pobratim.register.moment import Moment
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    Conflict,
    FigureRow,
    Happening,
    OfferRow,
    Organization,
    Person,
    QuoteRow,
    Register,
    Row,
    Tie,
    TopicRow,
)
from pobratim.storage import dossiers
from pobratim.storage.choosing import Choice, chosen_ids, count_chosen
from pobratim.storage.moments import viewed
from pobratim.storage.rows import briefs_named, facts_told_in, newest_document, rows_named, with_names

LITTLE = 300
"""A subject that no more rows name is shown whole."""
MOST = 40
"""Rows of each kind, else."""
_FACTS = tuple(row.table for row in (Happening, AgreementRow, Commitment, OfferRow, FigureRow, TopicRow))
_NAMED = tuple(row.table for row in (Person, Organization, Tie))
"""Ordered by how many documents tell of them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A dossier, and by their tables how many rows there are of those kinds of which it has only some."""

    dossier: Dossier
    totals: Mapping[str, int] = field(default_factory=dict)


def place_page(place: str, moment: Moment) -> Shown:
    """What is known of a place. Raises NotFound."""
    if moment or not _is_much(place):
        return Shown(dossiers.place(place, moment))
    choices = {table: Choice((table,), (_at(place),)) for table in (*_FACTS, *_NAMED)}
    ids, totals = _chosen(choices)
    speaking = _linked(QuoteRow.table, ids[Person.table], "speaker")
    return _shown(dossier.place_dossier, (place,), {**ids, QuoteRow.table: speaking}, totals)


def tie_page(left: str, right: str, moment: Moment) -> Shown:
    """What joins two places. Raises NotFound."""
    tied = _at(left), _at(right)
    ties = chosen_ids(Choice((Tie.table,), tied), by="told", count=1)
    if moment or not ties or not _is_much(*ties):
        return Shown(dossiers.tie(left, right, moment))
    ids, totals = _chosen({table: Choice((table,), tied) for table in _FACTS})
    told = {document for row in rows_named(ids[Happening.table]) for document in row.documents}
    quotes = [row.id for row in facts_told_in(told, MOST * 10) if isinstance(row, QuoteRow)][:MOST]
    return _shown(dossier.tie_dossier, (left, right), {**ids, QuoteRow.table: quotes}, totals, whole=ties)


def person_page(person: str, moment: Moment) -> Shown:
    """What is known of a person. Raises NotFound."""
    return _of_links(dossiers.person, dossier.person_dossier, person, moment)


def organization_page(organization: str, moment: Moment) -> Shown:
    """What is known of an organization. Raises NotFound."""
    return _of_links(dossiers.organization, dossier.organization_dossier, organization, moment)


def _of_links(
    whole: Callable[[str, Moment], Dossier], build: Callable[..., Dossier], subject: str, moment: Moment
) -> Shown:
    if moment or not _is_much(subject):
        return Shown(whole(subject, moment))
    ids, totals = {}, {}
    for table in (*_FACTS, QuoteRow.table):
        ids[table] = _linked(table, [subject])
        totals[table] = _count_linked(table, subject)
    return _shown(build, (subject,), ids, totals)


def _at(place: str) -> Condition:
    return Among("place", frozenset((place,)))


def _is_much(*ids: str) -> bool:
    """Whether more rows name these, or documents tell of them, than a page can show."""
    from pobratim.storage import models

    links = models.Link.objects
    either = links.filter(target__in=ids), links.filter(row__in=ids)
    return any(len(found.values("pk")[: LITTLE + 1]) > LITTLE for found in either)


def _chosen(choices: Mapping[str, Choice]) -> tuple[dict[str, list[str]], dict[str, int]]:
    ids = {
        table: chosen_ids(choice, by="told" if table in _NAMED else "day", count=MOST)
        for table, choice in choices.items()
    }
    return ids, {table: count_chosen(choice) for table, choice in choices.items()}


def _linked(table: str, targets: Iterable[str], role: str = "") -> list[str]:
    """The newest rows of a table that name one of these."""
    from pobratim.storage import models

    links = models.Link.objects.filter(target__in=list(targets))
    rows = (links.filter(role=role) if role else links.exclude(role="mentions")).values("row")
    dated = models.Facet.objects.filter(name="day", table=table, row__in=rows).order_by("-value", "-row_id")
    found = list(dated.values_list("row_id", flat=True)[:MOST])
    if len(found) < MOST:
        others = models.Row.objects.filter(table=table, pk__in=rows).exclude(pk__in=found).order_by("pk")
        found += others.values_list("pk", flat=True)[: MOST - len(found)]
    return found


def _count_linked(table: str, target: str) -> int:
    from pobratim.storage import models

    links = models.Link.objects.filter(target=target, row__table=table).exclude(role="mentions")
    return int(links.values("row").distinct().count())


def _shown(
    build: Callable[..., Dossier],
    subjects: tuple[str, ...],
    ids: Mapping[str, list[str]],
    totals: Mapping[str, int],
    whole: Iterable[str] = (),
) -> Shown:
    """The dossier over these rows, their contradictions, and what all of them name."""
    facts = rows_named(row for table, rows in ids.items() if table not in _NAMED for row in rows)
    named = briefs_named([*subjects, *(row for table in _NAMED for row in ids.get(table, ()))])
    ties = [*(row for row in named if isinstance(row, Tie)), *rows_named(whole)]
    others = [row for row in named if not isinstance(row, Tie)]
    differing = rows_named(_linked(Conflict.table, [row.id for row in facts], "on"))
    newest = rows_named([one] if (one := newest_document()) else [])
    register = _together(
        with_names([*others, *facts, *differing, *newest]), with_names(ties, slots=("parties",))
    )
    found = build(viewed(register, Moment()), *subjects)
    beyond = {table: count for table, count in totals.items() if count > len(getattr(found, table))}
    return Shown(found, beyond)


def _together(*parts: Register) -> Register:
    """The rows of all, each once."""
    tables: dict[str, dict[str, Row]] = {}
    for part in parts:
        for row in part.rows():
            tables.setdefault(row.table, {}).setdefault(row.id, row)
    kept: dict[str, Any] = {table: tuple(rows.values()) for table, rows in tables.items()}
    return Register(**kept)

