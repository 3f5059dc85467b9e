"""What is signed and its signing: which agreements a report of a signing tells of, and what each knows of the day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Event, Record
from pobratim.register.claims import Source
from pobratim.register.rows import AgreementRow, Because, Evidence, Happening

Papers = Mapping[str, frozenset[str]]
"""By the id of a signing's claim, the rows of the agreements that the same sentence tells of."""


def papers(sources: Iterable[Source], agreements: Iterable[AgreementRow]) -> Papers:
    """The agreements of each claim of a signing: told in the same words, of the same sides."""
    rows = {claim: row.id for row in agreements for claim in row.claims}
    found: dict[str, frozenset[str]] = {}
    for source in sources:
        signed = [one for one in source.records if isinstance(one, Agreement)]
        for event in source.records:
            if isinstance(event, Event) and event.kind == "signing":
                told = (f"{source.id}#{one.id}" for one in signed if _one_of_the_other(event, one))
                found[f"{source.id}#{event.id}"] = frozenset(rows[claim] for claim in told if claim in rows)
    return found


def _one_of_the_other(event: Event, agreement: Agreement) -> bool:
    return set(agreement.parties) <= set(event.parties) and _overlap(event, agreement)


def _overlap(a: Record, b: Record) -> bool:
    return any(x < v and u < y for x, y in a.evidence for u, v in b.evidence)


def date_by_papers(
    happenings: Iterable[Happening], agreements: Iterable[AgreementRow], papers: Papers
) -> tuple[list[Happening], list[AgreementRow]]:
    """Signings whose day only the agreement's sources tell get it, and agreements that of their signing."""
    met, signed = list(happenings), {row.id: row for row in agreements}
    signings: dict[str, list[Happening]] = defaultdict(list)
    for number, row in enumerate(met):
        of = sorted(frozenset[str]().union(*(papers.get(claim, frozenset()) for claim in row.claims)))
        for paper in of:
            signings[paper].append(row)
        dates = {signed[paper].signed for paper in of}
        date = dates.pop() if len(dates) == 1 else None
        if row.date is None and row.status == "held" and date:
            because = _because("документ подписан", date, signed[of[0]].evidence, signed[of[0]].signed_because)
            met[number] = replace(row, date=date, date_basis="inferred", date_because=because)
    for paper, rows in signings.items():
        dated = {row.date for row in rows if row.date and row.status == "held"}
        if signed[paper].signed is None and signed[paper].status != "planned" and len(dated) == 1:
            row = next(row for row in rows if row.date)
            because = _because("подписание было", row.date, row.evidence, row.date_because)
            signed[paper] = replace(signed[paper], signed=row.date, signed_basis="inferred", signed_because=because)
    return met, list(signed.values())


def _because(
    reason: str, date: str | None, evidence: Sequence[Evidence], because: tuple[Because, ...]
) -> tuple[Because, ...]:
    """The words that tell of it, and why the day is that."""
    first = evidence[0] if evidence else None
    step = Because(
        reason=f"{reason}: {edtf.in_russian(date)}",
        document=first.document if first else None,
        span=first.span if first else None,
    )
    return tuple(dict.fromkeys([step, *because]))
